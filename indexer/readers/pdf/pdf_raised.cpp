#include "indexer/readers/pdf/pdf_raised.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 10> kSuperscripts{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
// No report has a thousand notes, and years are not raised.
constexpr std::size_t kMarkDigits = 3;

bool is_letter(char c) { return is_lower(static_cast<char>(c | 0x20)); }
bool is_letter(char32_t c) { return c < 0x80 ? is_letter(static_cast<char>(c)) : c >= 0xc0; }

std::string_view trim(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::string_view last_word(std::string_view text) {
    const std::size_t blank = text.rfind(' ');
    return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

bool is_ordinal(std::string_view raised) {
    for (std::string_view ending : {"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"})
        if (raised == ending) return true;
    return false;
}

/// "m" of "120 m", "12m" or "(m", and a variable of one letter: what a raised 2 or 3 is an exponent of.
bool takes_exponent(std::string_view before) {
    std::string_view unit = last_word(before);
    while (!unit.empty() && !is_letter(unit.front()) && static_cast<unsigned char>(unit.front()) < 0x80)
        unit.remove_prefix(1);
    for (std::string_view known : {"m", "cm", "mm", "km", "ft", "in", "yd", "metre", "metres", "R", "r", "x"})
        if (unit == known) return true;
    return false;
}

/// "1.2 × 10" and the like.
bool ends_with_power(std::string_view before) {
    if (!before.ends_with("10")) return false;
    before = trim(before.substr(0, before.size() - 2));
    return before.ends_with("×") || before.ends_with(" x");
}

void append_exponent(std::string& text, std::string_view digits) {
    for (const char c : digits)
        if (is_digit(c)) text.append(kSuperscripts.at(static_cast<std::size_t>(c - '0')));
}

}  // namespace

char32_t plain_superscript(char32_t code) {
    if (code == 0xb9) return U'1';
    if (code == 0xb2) return U'2';
    if (code == 0xb3) return U'3';
    return code == 0x2070 || (code >= 0x2074 && code <= 0x2079) ? U'0' + (code - 0x2070) : 0;
}

bool is_note_mark(std::string_view text) {
    text = trim(text);
    std::size_t digits = 0;
    std::size_t marks = 0;
    while (!text.empty()) {
        if (is_digit(text.front())) {
            ++marks;
            if (++digits > kMarkDigits) return false;
            text.remove_prefix(1);
            continue;
        }
        digits = 0;
        const std::array<std::string_view, 4> symbols{"*", "†", "‡", "§"};
        const std::array<std::string_view, 9> between{",", ";", "-", "–", " ", "(", ")", "[", "]"};
        const auto starts = [&](std::string_view symbol) { return text.starts_with(symbol); };
        if (const auto symbol = std::find_if(symbols.begin(), symbols.end(), starts); symbol != symbols.end()) {
            ++marks;
            text.remove_prefix(symbol->size());
        } else if (const auto sign = std::find_if(between.begin(), between.end(), starts); sign != between.end()) {
            text.remove_prefix(sign->size());
        } else {
            return false;
        }
    }
    return marks > 0;
}

void append_raised(std::string& text, std::string_view raised, char32_t next) {
    raised = trim(raised);
    if (raised.empty()) return;
    const std::string_view before = trim(text);
    const bool next_is_word = is_letter(next) || (next >= U'0' && next <= U'9');
    const bool glued = !before.empty() && !text.ends_with(' ');
    if (before.empty() || next == U'/' || next == 0x2044) {  // the note's own number; the top of a fraction
        text.append(glued ? " " : "").append(raised).append(before.empty() ? " " : "");
        return;
    }
    if (is_digit(before.back()) && is_ordinal(raised)) {
        text.append(raised);
        if (next_is_word) text.push_back(' ');
        return;
    }
    const bool letters = std::all_of(raised.begin(), raised.end(), [](char c) { return is_letter(c); });
    if (letters && glued && is_letter(before.back()) && is_letter(next)) {  // "Mc" before "Donald"
        text.append(raised);
        return;
    }
    const bool exponent = glued && ((raised == "2" || raised == "3") ? takes_exponent(before) : false);
    if (exponent || (glued && ends_with_power(before) && is_digit(raised.back()))) {
        append_exponent(text, raised);
    } else if (!is_note_mark(raised) && !(glued && raised.size() == 1 && is_lower(raised.front()))) {
        text.append(" ").append(raised).append(" ");
        return;
    }
    if (next_is_word) text.push_back(' ');
}

}  // namespace findings
