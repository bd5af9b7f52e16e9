#include "searcher/render/flow_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searcher/render/printable.hpp"

namespace findings {

FlowText::FlowText(std::ostream& out, std::size_t width, std::size_t indent, std::size_t column)
    : out_(out), width_(width), indent_(indent), column_(column) {}

void FlowText::add(std::string_view item, std::string_view separator, std::string_view painted) {
    const std::size_t columns = count_columns(item);
    if (!line_is_empty_) {
        std::string_view kept = separator;
        if (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
        // A separator such as " ·" stays at the end of the line it closes.
        if (column_ + count_columns(separator) + columns > width_) {
            out_ << kept << '\n';
            column_ = 0;
            line_is_empty_ = true;
        } else {
            out_ << separator;
            column_ += count_columns(separator);
        }
    }
    if (column_ == 0) {
        out_ << std::string(indent_, ' ');
        column_ = indent_;
    }
    out_ << (painted.empty() ? item : painted);
    column_ += columns;
    line_is_empty_ = false;
}

void FlowText::add_words(std::string_view text, std::string_view before, std::string_view after) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        if (!word.empty()) add(word, " ", before.empty() ? std::string() : fmt::format("{}{}{}", before, word, after));
        begin = end + 1;
    }
}

void FlowText::finish() {
    if (column_ > 0) out_ << '\n';
}

}  // namespace findings
