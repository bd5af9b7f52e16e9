#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace findings {

/// Text fit for a terminal: control characters (C0, C1, DEL, bidirectional overrides) become spaces or vanish, bytes
/// that are not UTF-8 become U+FFFD. An article may carry escape sequences; a terminal would obey them (pitfall 17).
std::string printable(std::string_view text);

/// Columns a printable text takes: code points, combining marks not counted.
std::size_t count_columns(std::string_view text);

/// A printable text cut to `columns`, with "…" at the end when something is missing.
std::string shorten(std::string_view text, std::size_t columns);

/// "1 story", "2 stories"; "1 provider", "2 providers"; thousands as "12,345".
std::string count_of(std::size_t count, std::string_view singular, std::string_view plural);

/// 12345 -> "12,345".
std::string group_digits(std::size_t number);

}  // namespace findings
