#include "indexer/readers/pdf/pdf_drop_caps.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"
#include "indexer/readers/text/wrapped_lines.hpp"

namespace findings {
namespace {

// In sizes of the text beside it. Headings are larger too, and never one letter.
constexpr float kLeastSize = 1.7F;
constexpr float kWidestGap = 1.5F;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// The letter of a line that is nothing but one capital, perhaps behind a quotation mark; else 0.
char initial_of(const PdfLine& line) {
    std::string_view text = line.text;
    for (std::string_view quote : {"\"", "'", "“", "‘"})
        if (text.starts_with(quote)) {
            text.remove_prefix(quote.size());
            break;
        }
    return text.size() == 1 && is_upper(text.front()) ? text.front() : '\0';
}

/// Whether a word may go on here: small letters, or capitals where the first words are set in them.
bool goes_on(std::string_view text) {
    if (text.empty()) return false;
    return is_lower(text.front()) || (text.size() > 1 && is_upper(text.front()) && is_upper(text[1]));
}

/// The highest of the lines that stand beside the initial, or nullptr.
PdfLine* find_first_line(std::vector<PdfLine>& lines, const PdfLine& initial) {
    PdfLine* best = nullptr;
    for (PdfLine& line : lines) {
        if (line.size * kLeastSize > initial.size || !goes_on(line.text)) continue;
        const float gap = line.x0 - initial.x1;
        if (gap < -0.3F * line.size || gap > kWidestGap * line.size) continue;
        if (line.baseline < initial.top() || line.baseline > initial.baseline + 0.3F * line.size) continue;
        if (best == nullptr || line.baseline < best->baseline) best = &line;
    }
    return best;
}

std::string first_word(std::string_view text) {
    std::string word;
    for (const char c : text) {
        if (!is_lower(c) && !is_upper(c)) break;
        word.push_back(static_cast<char>(c | 0x20));
    }
    return word;
}

bool is_own_word(char initial, std::string_view rest, const WordEvidence& words) {
    if (initial != 'A' && initial != 'I' && initial != 'O') return false;
    const std::string word = first_word(rest);
    return !words.has(static_cast<char>(initial | 0x20) + word) && words.has(word) && word.size() > 1;
}

}  // namespace

void join_drop_caps(std::vector<PdfPage>& pages) {
    WordEvidence words;
    bool gathered = false;
    for (PdfPage& page : pages)
        for (PdfLine& initial : page.lines) {
            const char letter = initial_of(initial);
            if (letter == '\0') continue;
            PdfLine* line = find_first_line(page.lines, initial);
            if (line == nullptr) continue;
            if (!gathered) {
                // The line itself is no evidence: its first word is the one in doubt.
                for (const PdfPage& other : pages)
                    for (const PdfLine& text : other.lines)
                        words.add(goes_on(text.text) ? text.text.substr(first_word(text.text).size()) : text.text);
                gathered = true;
            }
            line->text = initial.text + (is_own_word(letter, line->text, words) ? " " : "") + line->text;
            line->x0 = initial.x0;
            initial.text.clear();
        }
    for (PdfPage& page : pages) std::erase_if(page.lines, [](const PdfLine& line) { return line.text.empty(); });
}

}  // namespace findings
