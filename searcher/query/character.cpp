#include "searcher/query/character.hpp"

#include <array>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

// The spaces Unicode has beyond ASCII, and the byte-order mark that comes with pasted text.
constexpr std::array<std::string_view, 21> kSpaces{
    "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff", "\u0085", "\u180e"};
// “ ” „ ‟ « » and the full-width form; typed by phones and word processors for ".
constexpr std::array<std::string_view, 7> kQuotes{"\u201c", "\u201d", "\u201e", "\u201f", "\u00ab", "\u00bb", "\uff02"};

bool is_above_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80U; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_above_ascii(c); }

template <std::size_t N>
std::size_t match_any(const std::array<std::string_view, N>& set, std::string_view text, std::size_t at) {
    if (!is_above_ascii(text[at])) return 0;
    for (const std::string_view character : set)
        if (text.substr(at, character.size()) == character) return character.size();
    return 0;
}

}  // namespace

std::size_t space_bytes(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte <= 0x20U || byte == 0x7fU) return 1;
    return match_any(kSpaces, text, at);
}

bool ends_in_space(std::string_view text) {
    for (std::size_t bytes = 1; bytes <= 3 && bytes <= text.size(); ++bytes)
        if (space_bytes(text, text.size() - bytes) == bytes) return true;
    return false;
}

std::size_t quote_bytes(std::string_view text, std::size_t at) {
    return text[at] == '"' ? 1 : match_any(kQuotes, text, at);
}

std::string replace_controls(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // C1 in UTF-8.
        const bool c1 = byte == 0xc2U && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0U;
        if (c1) ++i;
        result.push_back(c1 || byte < 0x20U || byte == 0x7fU ? ' ' : text[i]);
    }
    return result;
}

bool is_ascii_punctuation(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20U && byte < 0x7fU && !is_letter(c) && !is_digit(c);
}

std::string_view trim_end(std::string_view text, std::string_view kept) {
    while (!text.empty() && is_ascii_punctuation(text.back()) && kept.find(text.back()) == std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

std::size_t count_letters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
        if (!continues && (is_letter(c) || is_digit(c))) ++count;
    }
    return count;
}

std::size_t field_name_bytes(std::string_view run) {
    if (run.empty() || !is_letter(run.front())) return 0;
    std::size_t end = 0;
    while (end < run.size() && (is_letter(run[end]) || is_digit(run[end]) || run[end] == '-' || run[end] == '_')) ++end;
    return end < run.size() && run[end] == ':' ? end : 0;
}

}  // namespace findings
