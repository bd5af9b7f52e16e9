#include "searcher/serve/host_names.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

bool is_name_char(char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '.' || c == '_'; }
bool is_address_char(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.'; }

}  // namespace

bool is_port(std::string_view text) {
    return text.size() <= 5 && std::all_of(text.begin(), text.end(), is_digit) &&
           (text.empty() || std::stoul(std::string(text)) <= 65535);
}

std::string host_name(std::string_view host) {
    std::string name = lower_case(host);
    std::size_t end = name.find(':');
    if (name.starts_with('[')) {
        end = name.find(']');
        if (end == std::string::npos) return {};
        ++end;
    }
    end = std::min(end, name.size());
    const std::string_view rest = std::string_view(name).substr(end);
    if (!rest.empty() && (rest.front() != ':' || !is_port(rest.substr(1)))) return {};
    name.resize(end);
    if (name.starts_with('[')) {
        const std::string_view inside = std::string_view(name).substr(1, name.size() - 2);
        return std::all_of(inside.begin(), inside.end(), is_address_char) ? name : std::string();
    }
    if (!std::all_of(name.begin(), name.end(), is_name_char)) return {};
    if (name.ends_with('.')) name.pop_back();  // the root's dot: the same name
    return name;
}

bool is_loopback_name(std::string_view name) {
    if (name == "localhost" || name == "[::1]") return true;
    // 127.x.y.z as an address, not as the beginning of a name.
    return name.starts_with("127.") && std::count(name.begin(), name.end(), '.') == 3 &&
           std::all_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '.'; });
}

bool is_our_host(std::string_view host, const std::vector<std::string>& configured) {
    const std::string name = host_name(host);
    if (name.empty()) return false;
    return is_loopback_name(name) || std::find(configured.begin(), configured.end(), name) != configured.end();
}

}  // namespace findings
