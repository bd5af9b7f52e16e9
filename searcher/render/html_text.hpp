#pragma once

#include <string>
#include <string_view>

namespace findings {

/// Text as HTML: printable, and nothing in it is markup.
std::string html_text(std::string_view text);

}  // namespace findings
