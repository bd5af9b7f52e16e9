#pragma once

#include <string>
#include <string_view>

namespace findings {

/// Text as HTML: printable, and nothing in it is markup.
std::string html_text(std::string_view text);

/// Whether a browser may follow an article's address safely: an article may declare `javascript:` as its address.
bool is_web_address(std::string_view url);

}  // namespace findings
