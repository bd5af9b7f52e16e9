#pragma once

#include <string_view>

namespace findings {

/// The text without the UTF-8 byte order mark that editors write at the beginning of a file.
inline std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

}  // namespace findings
