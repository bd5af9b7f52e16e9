#pragma once

#include <string>
#include <string_view>

namespace findings {

/// JSON as programs really write it, made strict: NaN, Infinity, None and the like become null, a number that JSON
/// does not know ("007", ".5", "1e999") a string, half an emoji U+FFFD; commas before a closing bracket, comments,
/// control characters in strings and unknown escapes go, True and False are spelt as JSON spells them. What it cannot
/// mend it leaves, for the parser to say what is wrong. Requires: UTF-8.
std::string mend_json(std::string_view text);

/// One past the end of the value that begins at `begin`, `size()` when it does not end: strings, escapes and nesting
/// are followed, nothing else.
std::size_t find_json_end(std::string_view text, std::size_t begin);

}  // namespace findings
