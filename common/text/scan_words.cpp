#include "common/text/scan_words.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/text/code_points.hpp"

namespace findings {
namespace {

constexpr std::uint8_t kOther = 0;
constexpr std::uint8_t kLetter = 1;
constexpr std::uint8_t kDigit = 2;
constexpr std::uint8_t kApostrophe = 4;
constexpr std::uint8_t kPoint = 5;
constexpr std::uint8_t kComma = 6;
constexpr std::uint8_t kHyphen = 7;

constexpr std::array<std::uint8_t, 128> kAsciiShapes = [] {
    std::array<std::uint8_t, 128> shapes{};
    for (std::size_t c = 0; c < shapes.size(); ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        shapes[c] = letter ? kLetter : digit ? kDigit : kOther;
    }
    shapes['\''] = kApostrophe;
    shapes['.'] = kPoint;
    shapes[','] = kComma;
    shapes['-'] = kHyphen;
    return shapes;
}();

// ASCII letters and digits.
constexpr std::array<bool, 256> kAsciiWord = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < kAsciiShapes.size(); ++c)
        table[c] = kAsciiShapes[c] == kLetter || kAsciiShapes[c] == kDigit;
    return table;
}();

// Parts of degrees that are longer than a letter: Ph.D., M.Sc., B.Ed., D.Phil., LL.B., Psy.D.
constexpr std::array<std::string_view, 9> kDegrees{"ph", "sc", "ed", "phil", "eng", "ll", "psy", "litt", "mus"};
constexpr std::size_t kMaxDegreeLetters = 4;

bool is_degree(std::string_view letters) {
    return std::any_of(kDegrees.begin(), kDegrees.end(), [&](std::string_view degree) {
        return std::equal(letters.begin(), letters.end(), degree.begin(), degree.end(),
                          [](char typed, char lower) { return (typed | 0x20) == lower; });
    });
}

bool is_capital(std::string_view letters) {
    return letters.size() == 1 && letters.front() >= 'A' && letters.front() <= 'Z';
}

std::size_t skip_ascii_word(std::string_view text, std::size_t at) {
    while (at < text.size() && kAsciiWord[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

}  // namespace

WordScanner::Character WordScanner::at(std::size_t byte) const {
    if (byte >= text_.size()) return {Shape::other, 1};
    const auto first = static_cast<unsigned char>(text_[byte]);
    if (first < 0x80) return {static_cast<Shape>(kAsciiShapes[first]), 1};
    std::size_t next = byte;
    const UChar32 c = next_code_point(text_, next);
    const auto bytes = static_cast<std::uint8_t>(next - byte);
    switch (c) {
        case 0x2019:
        case 0x2018:
        case 0x2bc:
        case 0xff07:
            return {Shape::apostrophe, bytes};
        case 0x2010:
        case 0x2011:
            return {Shape::hyphen, bytes};
        case 0xad:
        case 0x200b:
        case 0x200c:
        case 0x200d:
        case 0x2060:
        case 0xfeff:
            return {Shape::invisible, bytes};
        default:
            break;
    }
    if (c < 0) return {Shape::other, bytes};
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0) return {Shape::ideograph, bytes};
    if (u_isalpha(c) != 0 || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_NL_MASK | U_GC_NO_MASK)) != 0)
        return {Shape::letter, bytes};
    if (u_isdigit(c) != 0) return {Shape::digit, bytes};
    return {Shape::other, bytes};
}

bool WordScanner::starts_word(Shape shape) {
    return shape == Shape::letter || shape == Shape::digit || shape == Shape::ideograph;
}

std::size_t WordScanner::letters_end(std::size_t byte) const {
    while (at(byte).shape == Shape::letter) byte += at(byte).bytes;
    return byte;
}

// Lengthens a word that a point follows by the parts behind it: "S" to "S.E.N.D", "Ph" to "Ph.D", "J" to "J. K".
void WordScanner::add_dotted_parts(WordSpan& word) {
    const std::string_view first = text_.substr(word.begin, word.end - word.begin);
    bool has_degree = at(word.begin).bytes != first.size();
    if (has_degree && !is_degree(first)) return;
    bool capitals = is_capital(first);
    std::size_t end = word.end;
    while (at(end).shape == Shape::point) {
        const bool spaced = capitals && text_.substr(end + 1, 1) == " ";
        const std::size_t begin = end + (spaced ? 2 : 1);
        const std::size_t part_end = letters_end(begin);
        const std::string_view part = text_.substr(std::min(begin, text_.size()), part_end - begin);
        if (part.empty() || at(part_end).shape == Shape::digit) break;
        const bool single = at(begin).bytes == part.size();
        // "J. K." has a point behind each letter, "Appendix A. I was" has not.
        if (spaced && !(is_capital(part) && at(part_end).shape == Shape::point)) break;
        if (!single && (has_degree || !is_degree(part))) break;
        has_degree = has_degree || !single;
        capitals = capitals && is_capital(part);
        end = part_end;
    }
    if (end == word.end) return;
    end = possessive_end(end);
    word.dotted = true;
    word.plain = false;
    for (std::size_t byte = word.end; byte < end; ++byte)
        word.ascii = word.ascii && static_cast<signed char>(text_[byte]) >= 0;
    word.end = position_ = end;
}

// Behind "U.K" in "the U.K.'s" where it stands at `end`, else `end`.
std::size_t WordScanner::possessive_end(std::size_t end) const {
    const Character mark = at(end + 1);
    if (at(end).shape != Shape::point || mark.shape != Shape::apostrophe) return end;
    const std::size_t letter = end + 1 + mark.bytes;
    const bool is_s = letter < text_.size() && (text_[letter] == 's' || text_[letter] == 'S');
    const Shape after = at(letter + 1).shape;
    return is_s && after != Shape::letter && after != Shape::digit ? letter + 1 : end;
}

// Whether `mark`, which stands at `byte` after a word character of shape `before`, is inside the word.
bool WordScanner::continues_word(std::size_t byte, Shape before, Character mark) const {
    const std::size_t after = byte + mark.bytes;
    switch (mark.shape) {
        case Shape::invisible:
            return true;
        case Shape::apostrophe:
            return at(after).shape == Shape::letter;
        case Shape::point:
            return before == Shape::digit && at(after).shape == Shape::digit;
        case Shape::comma:
            // "1,234" is one number, "2,3,4" are three.
            return before == Shape::digit && at(after).shape == Shape::digit && at(after + 1).shape == Shape::digit &&
                   at(after + 2).shape == Shape::digit && at(after + 3).shape != Shape::digit;
        default:
            return false;
    }
}

bool WordScanner::next(WordSpan& word) {
    Character current = at(position_);
    while (position_ < text_.size() && !starts_word(current.shape)) {
        position_ += current.bytes;
        current = at(position_);
    }
    if (position_ >= text_.size()) return false;
    word = {position_, position_, true, true, false, hyphen_end_ == position_};
    Shape before = current.shape;
    while (position_ < text_.size()) {
        const bool inside = current.shape == Shape::letter || current.shape == Shape::digit;
        if (inside && current.bytes == 1 && before != Shape::ideograph) {
            // Most words are this and nothing else.
            position_ = skip_ascii_word(text_, position_ + 1);
            before = static_cast<Shape>(kAsciiShapes[static_cast<unsigned char>(text_[position_ - 1])]);
            word.end = position_;
            current = at(position_);
            continue;
        }
        if (!inside && current.shape != Shape::ideograph) {
            if (!continues_word(position_, before, current)) break;
            word.plain = false;
        } else if (current.shape == Shape::ideograph || before == Shape::ideograph) {
            if (position_ > word.begin) break;
        }
        word.ascii = word.ascii && current.bytes == 1;
        before = inside || current.shape == Shape::ideograph ? current.shape : before;
        position_ += current.bytes;
        word.end = position_;
        current = at(position_);
    }
    if (current.shape == Shape::point && before == Shape::letter && word.end - word.begin <= kMaxDegreeLetters) {
        add_dotted_parts(word);
        current = at(position_);
    }
    hyphen_end_ = current.shape == Shape::hyphen ? position_ + current.bytes : static_cast<std::size_t>(-1);
    return true;
}

}  // namespace findings
