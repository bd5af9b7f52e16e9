#include "indexer/readers/bytes/raised_marks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/ascii.hpp"
#include "common/text/trim.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 4> kOrdinals{"st", "nd", "rd", "th"};
// Units that are squared or cubed, none of them a word.
constexpr std::array<std::string_view, 6> kUnits{"m", "km", "cm", "mm", "ft", "yd"};
constexpr std::array<std::string_view, 9> kSymbols{"*", "**", "\xe2\x80\xa0", "\xe2\x80\xa1", "\xc2\xa7", "\xc2\xb6",
                                                   "#", "+",  "***"};
constexpr std::size_t kMostDigits = 3;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view last_letters(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return text.substr(begin);
}

/// "3 × 10" and "3 x 10".
bool ends_with_times_ten(std::string_view text) {
    if (!text.ends_with("10")) return false;
    text.remove_suffix(2);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    if (text.ends_with("\xc3\x97")) return true;
    return text.ends_with('x') && (text.size() == 1 || !is_letter(text[text.size() - 2]));
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// "1", "12", "a", "iv", "*": one mark without brackets.
bool is_plain_mark(std::string_view mark) {
    if (is_number(mark)) return mark.size() <= kMostDigits;
    if (mark.size() == 1 && is_letter(mark[0])) return true;
    if (mark.size() <= 5 && mark.find_first_not_of("ivx") == std::string_view::npos) return true;
    return contains(kSymbols, mark);
}

/// A power stays what it is, as in PDFs.
std::string superscript(std::string_view figures) {
    constexpr std::array<std::string_view, 10> kFigures{"\xe2\x81\xb0", "\xc2\xb9",     "\xc2\xb2",     "\xc2\xb3",
                                                        "\xe2\x81\xb4", "\xe2\x81\xb5", "\xe2\x81\xb6", "\xe2\x81\xb7",
                                                        "\xe2\x81\xb8", "\xe2\x81\xb9"};
    std::string raised;
    for (const char c : figures) raised.append(c == '-' ? "\xe2\x81\xbb" : kFigures[static_cast<std::size_t>(c - '0')]);
    return raised;
}

}  // namespace

void append_raised(std::string& text, std::string_view raised, std::string_view after, bool is_link) {
    const std::string mark(trim(raised, " \t\n"));
    if (mark.empty()) return;
    const bool starts_line =
        text.find_first_not_of(" \t\n", std::min(text.size(), text.rfind('\n') + 1)) == std::string::npos;
    if (starts_line) {
        text.append(mark).append(after.empty() || is_space(after.front()) ? "" : " ");
        return;
    }
    const char last = text.back();
    if (contains(kOrdinals, lower_case(mark)) && is_digit(last)) {
        text.append(mark);
        return;
    }
    const bool number = is_number(mark);
    if (number && !is_link) {
        if ((mark == "2" || mark == "3") && contains(kUnits, last_letters(text))) {
            text.append(superscript(mark));
            return;
        }
    }
    if (is_number(mark.substr(mark.front() == '-' ? 1 : 0)) && ends_with_times_ten(text)) {
        text.append(superscript(mark));
        return;
    }
    const bool fraction = number && (after.starts_with('/') || after.starts_with("\xe2\x81\x84"));
    if (!fraction && (is_footnote_mark(mark) || (is_link && mark.size() <= 4))) {
        // "word<sup>1</sup>next" is two words.
        if (!is_space(last) && !after.empty() && (is_letter(after.front()) || is_digit(after.front())))
            text.append(" ");
        return;
    }
    text.append(is_space(last) ? "" : " ").append(mark);
    if (!fraction && !after.empty() && (is_letter(after.front()) || is_digit(after.front()))) text.append(" ");
}

bool is_footnote_mark(std::string_view text) {
    std::size_t begin = 0;
    bool any = false;
    const std::string marks = lower_case(text);
    while (begin < marks.size()) {
        const std::size_t start = marks.find_first_not_of(" ,;-[](){}\n\t", begin);
        if (start == std::string::npos) break;
        const std::size_t end = std::min(marks.find_first_of(" ,;-[](){}\n\t", start), marks.size());
        const std::string_view mark = std::string_view(marks).substr(start, end - start);
        const bool label = mark == "note" || mark == "fn" || mark == "nb" || mark == "ref";
        if (!label && !is_plain_mark(mark)) return false;
        any = true;
        begin = end;
    }
    return any;
}

std::string drop_bracketed_marks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const std::size_t close = text.find(']', open);
        if (open == 0 || close == std::string_view::npos || close - open > 5) continue;
        const char before = open > at ? text[open - 1] : out.empty() ? ' ' : out.back();
        const bool behind_word = is_letter(before) || is_digit(before) || before == '.' || before == ',' ||
                                 before == '"' || before == ')' || before == ';' ||
                                 static_cast<unsigned char>(before) >= 0x80;
        const std::string_view mark = text.substr(open + 1, close - open - 1);
        if (!behind_word || !is_number(mark) || mark.size() > kMostDigits) continue;
        // An address or a markup's own brackets go on directly behind.
        if (close + 1 < text.size() && (text[close + 1] == '(' || text[close + 1] == ':')) continue;
        out.append(text, at, open - at);
        at = close + 1;
        open = close;
    }
    return out.append(text.substr(at));
}

}  // namespace findings
