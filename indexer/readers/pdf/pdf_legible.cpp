#include "indexer/readers/pdf/pdf_legible.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/readers/pdf/pdf_signs.hpp"

namespace findings {
namespace {

// One in three: a line with that many cannot be understood.
constexpr std::size_t kIllegibleShare = 3;
constexpr std::size_t kLeastLetters = 150;
constexpr std::ptrdiff_t kWordLetters = 4;
constexpr std::size_t kLeastSigns = 2;
constexpr std::string_view kWholePage = "text in a font without a way to Unicode, left out";
constexpr std::string_view kSomeLines = "lines in a font without a way to Unicode, left out";

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_letter(char32_t c) { return is_ascii_letter(c) || (c >= 0xc0 && c < 0x2000 && !is_foreign_sign(c)); }

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
        const bool touches = is_private_sign(last) || is_letter(last);
        if (c == kUnknownSign || (is_private_sign(c) && touches)) ++counts.unknown;
        if (is_private_sign(c) && is_private_sign(last) && !last_counted) ++counts.unknown;
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
