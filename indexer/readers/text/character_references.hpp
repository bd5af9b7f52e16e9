#pragma once

#include <string>
#include <string_view>

namespace findings {

/// Character references that a program left in plain text ("Council&#8217;s", "&amp;", also escaped twice,
/// "&amp;#8217;") become their characters. Only references that end in a semicolon are read, so that
/// "?a=1&copy=2" and "R&D" stay. What was changed is tidied again: "&shy;" goes, "&nbsp;" is a space.
std::string decode_references(std::string text);

}  // namespace findings
