#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace findings {

/// NFC; no soft hyphens (a line break after one goes too), zero-width or direction marks; every kind of space
/// becomes ' ', control characters other than tab and line feed too; line ends become '\n'; Latin ligatures
/// are spelled out. Curly quotes stay. Bytes that are no UTF-8 become U+FFFD.
std::string tidy_text(std::string_view utf8);

/// Number of code points of valid UTF-8.
std::size_t count_characters(std::string_view utf8);

}  // namespace findings
