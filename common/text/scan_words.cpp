#include "common/text/scan_words.hpp"

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

// Whether `mark`, which stands at `byte` after a word character of shape `before`, is inside the word.
bool WordScanner::continues_word(std::size_t byte, Shape before, Character mark) const {
    const std::size_t after = byte + mark.bytes;
    switch (mark.shape) {
        case Shape::invisible:
            return true;
        case Shape::apostrophe: {
            const Shape next = at(after).shape;
            return next == Shape::letter || next == Shape::digit;
        }
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
    word = {position_, position_, true, true, hyphen_end_ == position_};
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
    hyphen_end_ = current.shape == Shape::hyphen ? position_ + current.bytes : static_cast<std::size_t>(-1);
    return true;
}

}  // namespace findings
