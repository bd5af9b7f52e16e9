#pragma once

#include <string_view>
#include <vector>

namespace findings {

/// Splits `text` at `separator`; the empty text has no parts.
inline std::vector<std::string_view> split_at(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
        if (text.empty()) parts.emplace_back();
    }
    return parts;
}

/// Calls `read` with the tab-separated cells of every line of a data file that is no comment.
template <typename Read>
void for_each_row(std::string_view table, Read read) {
    for (const std::string_view line : split_at(table, '\n'))
        if (!line.empty() && line.front() != '#') read(split_at(line, '\t'));
}

}  // namespace findings
