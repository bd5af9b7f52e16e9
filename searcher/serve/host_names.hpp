#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// Whether a text is the number of a port. An empty one is: "host:" means the usual port.
bool is_port(std::string_view text);

/// The name of a Host header without its port, in lower case; brackets of an IPv6 address stay. Empty when the header
/// is none: "a b", "a:b:c", "a:99999".
std::string host_name(std::string_view host);

/// Whether a name means this machine to itself: localhost, 127.0.0.0/8, [::1].
bool is_loopback_name(std::string_view name);

/// Whether a request for this Host is ours: a loopback name or a configured one, with any port. Others are refused
/// against rebinding: a stranger's page whose name is made to lead here reads nothing.
bool is_our_host(std::string_view host, const std::vector<std::string>& configured);

}  // namespace findings
