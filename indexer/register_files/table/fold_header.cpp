#include "indexer/register_files/table/fold_header.hpp"

#include "common/text/ascii.hpp"
#include "common/text/fold.hpp"

namespace findings {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// "[note 12]", "[1]", "[r]": a mark is short, a dump in brackets is not.
constexpr std::size_t kLongestMark = 9;

std::string drop_notes(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::size_t open = text.find('[');
        kept += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find(']', open);
        if (close == std::string_view::npos) {
            kept += text.substr(open);
            break;
        }
        if (close - open - 1 > kLongestMark) kept += text.substr(open, close + 1 - open);
        text.remove_prefix(close + 1);
    }
    return kept;
}

std::string part_words(std::string_view name) {
    std::string parted;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool after_lower = i > 0 && is_lower(name[i - 1]) && is_upper(name[i]);
        const bool last_capital =
            i > 0 && i + 1 < name.size() && is_upper(name[i - 1]) && is_upper(name[i]) && is_lower(name[i + 1]);
        if (after_lower || last_capital) parted.push_back(' ');
        parted.push_back(name[i]);
    }
    return parted;
}

bool is_letter_or_digit(char c) { return is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

std::string fold_cell(std::string_view text) {
    std::string folded;
    bool gap = false;
    const std::string plain = fold_text(drop_notes(text));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (c == '\'') continue;
        if (plain.compare(i, 3, "\xe2\x80\x99") == 0) {
            i += 2;
            continue;
        }
        // Dashes and other general punctuation.
        if (plain.compare(i, 2, "\xe2\x80") == 0 && i + 2 < plain.size()) {
            i += 2;
            gap = true;
            continue;
        }
        if (!is_letter_or_digit(c)) {
            gap = true;
            continue;
        }
        if (gap && !folded.empty()) folded.push_back(' ');
        gap = false;
        folded.push_back(c);
    }
    return folded;
}

std::string fold_header(std::string_view name) { return fold_cell(part_words(name)); }

}  // namespace findings
