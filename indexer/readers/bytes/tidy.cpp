#include "indexer/readers/bytes/tidy.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/utf8.h>

#include "common/text/code_points.hpp"
#include "indexer/readers/bytes/raised_marks.hpp"

namespace findings {
namespace {

/// What one code point beyond ASCII becomes; nullptr: itself.
const char* replacement(UChar32 c) {
    if (c >= 0x80 && c <= 0xa0) return c == 0x85 ? "\n" : " ";
    if (c >= 0x2000 && c <= 0x200a) return " ";
    if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069)) return "";
    if (c >= 0xfff9 && c <= 0xfffb) return "";
    switch (c) {
        case 0xad:
        case 0xfeff:
            return "";
        case 0x1680:
        case 0x202f:
        case 0x205f:
        case 0x3000:
            return " ";
        case 0x2028:
            return "\n";
        case 0x2029:
            return "\n\n";
        case 0xfb00:
            return "ff";
        case 0xfb01:
            return "fi";
        case 0xfb02:
            return "fl";
        case 0xfb03:
            return "ffi";
        case 0xfb04:
            return "ffl";
        case 0xfb05:
        case 0xfb06:
            return "st";
        default:
            return nullptr;
    }
}

/// What a superscript or circled figure stands for, 0 for any other character. Compatibility folding would make it
/// a digit of the word before it.
char raised_figure(UChar32 c) {
    switch (c) {
        case 0xb2:
            return '2';
        case 0xb3:
            return '3';
        case 0xb9:
            return '1';
        case 0x207b:
            return '-';
        default:
            break;
    }
    if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<char>('0' + (c - 0x2070));
    return c >= 0x2460 && c <= 0x2468 ? static_cast<char>('1' + (c - 0x2460)) : '\0';
}

/// The run of superscript figures that begins with `first`; `at` stands behind that one and is moved to its end.
std::string take_raised(char first, std::string_view text, std::size_t& at) {
    std::string figures(1, first);
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    while (at < text.size()) {
        std::size_t next = at;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(data, next, text.size(), c);
        const char figure = raised_figure(c);
        if (figure == '\0') break;
        figures.push_back(figure);
        at = next;
    }
    return figures;
}

char tidy_ascii(char c) {
    if (c == '\f' || c == '\v' || c == '\n') return '\n';
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f ? ' ' : c;
}

/// Position after "soft hyphen, line break, indent": a word cut there goes on as if nothing had been.
std::size_t skip_line_break(std::string_view text, std::size_t at) {
    std::size_t next = text.find_first_not_of(" \t\r", at);
    if (next == std::string_view::npos || text[next] != '\n') return at;
    next = text.find_first_not_of(" \t", next + 1);
    return next == std::string_view::npos ? text.size() : next;
}

constexpr bool is_tidy(unsigned char byte) {
    // Without a branch, for is_tidy_ascii().
    const int printed = static_cast<int>(byte >= 0x20) & static_cast<int>(byte < 0x7f);
    return (printed | static_cast<int>(byte == '\n') | static_cast<int>(byte == '\t')) != 0;
}

constexpr std::array<bool, 256> kTidyBytes = [] {
    std::array<bool, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte) table[byte] = is_tidy(static_cast<unsigned char>(byte));
    return table;
}();

/// One past the run of bytes from `at` on that stay as they are.
std::size_t skip_tidy(std::string_view text, std::size_t at) {
    while (at < text.size() && kTidyBytes[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

std::string replace_characters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t run = skip_tidy(text, i);
        out.append(text, i, run - i);
        i = run;
        if (i == text.size()) break;
        const char byte = text[i];
        if (static_cast<unsigned char>(byte) < 0x80) {
            ++i;
            // A stray NUL is skipped, as browsers do.
            if (byte == '\0') continue;
            if (byte != '\r')
                out.push_back(tidy_ascii(byte));
            else if (i == text.size() || text[i] != '\n')
                out.push_back('\n');
            continue;
        }
        const std::size_t start = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(data, i, text.size(), c);
        if (const char figure = raised_figure(c); figure != '\0') {
            const std::string figures = take_raised(figure, text, i);
            append_raised(out, figures, text.substr(i));
        } else if (c == 0x2122 && !out.empty()) {
            out.append(" \xe2\x84\xa2");  // the trade mark sign would become "tm" at the end of the name
        } else if (const char* other = replacement(c))
            out.append(other);
        else if (c == 0xfffd)
            append_utf8(out, c);
        else
            out.append(text, start, i - start);
        if (c == 0xad) i = skip_line_break(text, i);
    }
    return out;
}

// In pieces without a way out: the compiler looks at many bytes at once there.
bool is_tidy_ascii(std::string_view text) {
    constexpr std::size_t kPiece = 256;
    for (; !text.empty(); text.remove_prefix(std::min(kPiece, text.size()))) {
        unsigned char untidy = 0;
        for (const char c : text.substr(0, kPiece))
            untidy |= static_cast<unsigned char>(!is_tidy(static_cast<unsigned char>(c)));
        if (untidy != 0) return false;
    }
    return true;
}

}  // namespace

std::string tidy_text(std::string_view utf8) {
    if (is_tidy_ascii(utf8)) return std::string(utf8);
    std::string text = replace_characters(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) || text.size() > INT32_MAX) throw std::bad_alloc();
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    if (nfc->isNormalizedUTF8(piece, status)) return text;
    std::string normal;
    icu::StringByteSink<std::string> sink(&normal);
    nfc->normalizeUTF8(0, piece, sink, nullptr, status);
    return normal;
}

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

}  // namespace findings
