#include "searcher/commands/text_lines.hpp"

#include <string_view>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/text/byte_order_mark.hpp"

namespace findings {

bool TextLines::next(std::string& line) {
    const bool read = static_cast<bool>(std::getline(lines_, line));
    // A folder opens, and fails when it is read.
    if (lines_.bad() || !(read || lines_.eof())) throw Error(Status::io_error, fmt::format("cannot read {}", name_));
    if (!read) return false;
    if (is_first_) {
        is_first_ = false;
        if (line.starts_with("\xff\xfe") || line.starts_with("\xfe\xff"))
            throw Error(Status::io_error, fmt::format("cannot read {}: it is UTF-16", name_), "save it as UTF-8");
        line = without_byte_order_mark(line);
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return true;
}

}  // namespace findings
