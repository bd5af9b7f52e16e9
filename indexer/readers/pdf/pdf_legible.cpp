#include "indexer/readers/pdf/pdf_legible.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace findings {
namespace {

constexpr char32_t kReplacement = 0xfffd;
// One in three: a line with that many cannot be understood.
constexpr std::size_t kIllegibleShare = 3;
constexpr std::size_t kLeastLetters = 150;
constexpr std::ptrdiff_t kWordLetters = 4;
constexpr std::size_t kLeastSigns = 2;
constexpr std::string_view kWholePage = "text in a font without a way to Unicode, left out";
constexpr std::string_view kSomeLines = "lines in a font without a way to Unicode, left out";

/// The code point at `at`, which moves behind it. Requires: valid UTF-8.
char32_t next_code(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(i < text.size() ? text[i] : '\0'); };
    const std::uint8_t first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t code = length == 1 ? first : first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(at + i) & 0x3fU);
    at += length;
    return code;
}

bool is_private(char32_t c) { return (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_letter(char32_t c) { return is_ascii_letter(c) || (c >= 0xc0 && c < 0x2000 && c != 0x192 && c != 0x2c6); }

/// Signs that Windows-1252 and Symbol have where subset fonts put their own letters, and that stand in no word.
bool is_foreign_sign(char32_t c) {
    constexpr std::array kSigns{U'\u20ac', U'\u201a', U'\u0192', U'\u201e', U'\u2020', U'\u2021', U'\u02c6',
                                U'\u2030', U'\u2022', U'\u2122', U'\u00a4', U'\u00a6', U'\u00ac', U'\u00a7',
                                U'\u00b6', U'\u00a2', U'\u00a5', U'\u203a', U'\u2039'};
    return c == kReplacement || is_private(c) || std::find(kSigns.begin(), kSigns.end(), c) != kSigns.end();
}

struct Counts {
    std::size_t characters = 0;
    std::size_t unknown = 0;
};

/// Unknown: U+FFFD, and private characters that touch a letter or each other; alone they are bullets and boxes to tick.
Counts count_characters(std::string_view text) {
    Counts counts;
    char32_t last = U' ';
    bool last_counted = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code(text, at);
        if (c != U' ') ++counts.characters;
        const bool touches = is_private(last) || is_letter(last);
        if (c == kReplacement || (is_private(c) && touches)) ++counts.unknown;
        if (is_private(c) && is_private(last) && !last_counted) ++counts.unknown;
        last_counted = touches;
        last = c;
    }
    return counts;
}

bool is_illegible(const Counts& counts) {
    return counts.unknown > 0 && counts.unknown * kIllegibleShare >= counts.characters;
}

void set_loss(PdfPage& page, std::size_t lines_lost, std::string_view sign) {
    if (lines_lost > 0)
        page.loss = kSomeLines;
    else if (!sign.empty())
        page.loss = "signs in place of letters, as in \"" + std::string(sign) + "\"";
}

void drop_from(PdfPage& page) {
    std::string text;
    Counts all;
    for (const PdfLine& line : page.lines) {
        const Counts counts = count_characters(line.text);
        all.characters += counts.characters;
        all.unknown += counts.unknown;
        text.append(line.text).push_back(' ');
    }
    if (is_illegible(all) || !has_language(text)) {
        page.lines.clear();
        page.loss = kWholePage;
        return;
    }
    std::size_t lost = 0;
    if (all.unknown > 0)
        std::erase_if(page.lines, [&](const PdfLine& line) {
            const Counts counts = count_characters(line.text);
            if (!is_illegible(counts)) return false;
            lost += counts.characters > 2 ? 1U : 0U;  // else a bullet
            return true;
        });
    set_loss(page, lost, find_sign_in_word(text));
}

}  // namespace

void drop_illegible(std::vector<PdfPage>& pages) {
    for (PdfPage& page : pages) drop_from(page);
}

std::string find_sign_in_word(std::string_view text) {
    std::string found;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
            continue;
        char32_t before = 0;
        bool sign_before = false;
        for (std::size_t i = 0; i < word.size();) {
            const char32_t c = next_code(word, i);
            if (sign_before && is_ascii_letter(c) && is_ascii_letter(before)) {
                if (count++ == 0) found = word;
                break;
            }
            sign_before = is_foreign_sign(c);
            if (!sign_before) before = c;
        }
    }
    return count >= kLeastSigns ? found : std::string();
}

bool has_language(std::string_view text) {
    std::array<std::size_t, 26> seen{};
    std::size_t letters = 0;
    std::size_t others = 0;
    std::size_t accented = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        const auto in_word = std::count_if(word.begin(), word.end(), [](char c) { return is_ascii_letter(c); });
        others += static_cast<std::size_t>(
            std::count_if(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
        accented += static_cast<std::size_t>(std::count(word.begin(), word.end(), '\xc3'));
        // Initials, postcodes and numbers have no vowels.
        if (in_word < kWordLetters) continue;
        letters += static_cast<std::size_t>(in_word);
        for (const char c : word)
            if (is_ascii_letter(c)) ++seen.at(static_cast<std::size_t>((c | 0x20) - 'a'));
    }
    // Latin 1 letters by the dozen are codes that were taken for letters.
    if (accented >= kLeastLetters && accented > letters) return false;
    if (letters < kLeastLetters || others > letters) return true;
    const auto count = [&](std::string_view which) {
        std::size_t sum = 0;
        for (const char c : which) sum += seen.at(static_cast<std::size_t>(c - 'a'));
        return sum;
    };
    // English and Welsh have 36 to 40 % of vowels, English 1 % of j, q, x and z and Welsh none.
    const std::size_t vowels = count("aeiou");
    return vowels * 100 >= 22 * letters && vowels * 100 <= 60 * letters && count("jqxz") * 100 <= 8 * letters;
}

}  // namespace findings
