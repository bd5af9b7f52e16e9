#include "indexer/readers/pdf/pdf_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/pdf/pdf_raised.hpp"
#include "indexer/readers/pdf/pdf_signs.hpp"
#include "indexer/readers/pdf/pdf_spacing.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// In font sizes. Justified text stretches a space to about one; columns and table cells stand further apart.
constexpr float kColumnGap = 1.2F;
// A list mark stands at most this far before its text: half an inch of indent at 10 points.
constexpr float kMarkGap = 4.5F;

bool is_blank(char32_t code) {
    return code == 0x20 || (code >= 0x09 && code <= 0x0d) || code == 0 || code == 0xa0 ||
           (code >= 0x2000 && code <= 0x200b);
}

/// Control characters come from fonts that number their letters and name none: marked as unknown, not dropped.
char32_t printable(char32_t code) { return code < 0x20 || (code >= 0x7f && code < 0xa0) ? kUnknownSign : code; }

/// The size most characters of the line have.
float dominant_size(std::span<const PdfChar> chars) {
    std::map<int, std::size_t> counts;
    for (const PdfChar& c : chars)
        if (!is_blank(c.code)) ++counts[static_cast<int>(std::lround(c.size * 4))];
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? 0 : static_cast<float>(best->first) / 4;
}

/// The baseline that most characters of that size stand on.
float dominant_baseline(std::span<const PdfChar> chars, float size) {
    float baseline = 0;
    std::size_t votes = 0;
    for (const PdfChar& c : chars) {
        if (is_blank(c.code) || std::abs(c.size - size) >= 0.5F) continue;
        if (votes == 0) baseline = c.baseline;
        std::abs(c.baseline - baseline) < 0.05F * size ? ++votes : --votes;
    }
    return baseline;
}

/// Smaller and a little above the baseline, or well above it whatever the size.
bool is_raised(const PdfChar& c, float size, float baseline) {
    const float rise = baseline - c.baseline;
    return (c.size < 0.85F * size && rise > 0.1F * size) || (rise > 0.22F * size && rise < size);
}

/// Collects one line's text: words, and the raised characters between them.
class LineText {
  public:
    LineText(float size, float baseline) : size_(size), baseline_(baseline) {}

    void add(const PdfChar& c) {
        if (is_blank(c.code)) {
            (raised_.empty() ? text_ : raised_).push_back(' ');
            return;
        }
        const char32_t superscript = c.code < 0xb2 ? 0 : plain_superscript(c.code);
        if (superscript != 0 || is_raised(c, size_, baseline_)) {
            append_code(raised_, superscript != 0 ? superscript : c.code);
            return;
        }
        if (!raised_.empty()) end_raised(c.code);
        append_code(text_, printable(c.code));
    }
    std::string take() {
        if (!raised_.empty()) end_raised(0);
        return std::move(text_);
    }

  private:
    void end_raised(char32_t next) {
        const bool blank = raised_.ends_with(' ');
        append_raised(text_, raised_, blank ? U' ' : next);
        if (blank) text_.push_back(' ');
        raised_.clear();
    }

    float size_;
    float baseline_;
    std::string text_;
    std::string raised_;
};

/// One line without wide gaps.
void add_line(std::span<const PdfChar> chars, std::vector<PdfLine>& lines) {
    PdfLine line;
    line.size = dominant_size(chars);
    if (line.size <= 0) return;
    line.baseline = dominant_baseline(chars, line.size);
    const std::vector<bool> spacing = find_letter_spacing(chars);
    LineText text(line.size, line.baseline);
    bool first = true;
    std::size_t bold = 0;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        const PdfChar& c = chars[i];
        if (spacing.empty() || !spacing[i]) text.add(c);
        if (is_blank(c.code)) continue;
        ++seen;
        bold += c.bold ? 1U : 0U;
        line.x0 = first ? c.x0 : std::min(line.x0, c.x0);
        line.x1 = first ? c.x1 : std::max(line.x1, c.x1);
        first = false;
    }
    line.text = text.take();
    // Kept for the line joiner: tidying would drop a soft hyphen that says "the word goes on".
    const bool soft = line.text.ends_with("\xc2\xad") || line.text.ends_with("\xc2\xad ");
    line.text = fold_spaces(tidy_text(line.text));
    if (soft) line.text.append("\xc2\xad");
    line.bold = bold * 2 > seen;
    if (!line.text.empty()) lines.push_back(std::move(line));
}

bool is_number_mark(std::string_view text) {
    std::size_t at = text.starts_with('(') ? 1 : 0;
    std::size_t symbols = 0;
    while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at, ++symbols;
    if (symbols == 0 && at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at, ++symbols;
    if (symbols == 0 || symbols > 6) return false;
    if (at < text.size() && (text[at] == ')' || text[at] == '.')) ++at;
    return at == text.size();
}

bool is_lone_bullet(std::string_view text) {
    // "o" is the second-level bullet of Word's Courier lists.
    return text == "o" || (text.size() <= 4 && !strip_bullet(std::string(text) + " x").empty());
}

bool same_baseline(const PdfLine& a, const PdfLine& b) {
    return std::abs(a.baseline - b.baseline) < 0.35F * std::max(a.size, b.size);
}

/// The piece that `line` should be joined to on its right, or none.
std::size_t find_right(const std::vector<PdfLine>& lines, std::size_t at) {
    std::size_t best = lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == at || lines[i].text.empty() || !same_baseline(lines[at], lines[i])) continue;
        if (lines[i].x0 < lines[at].x1 - 0.3F * lines[at].size) continue;
        if (best == lines.size() || lines[i].x0 < lines[best].x0) best = i;
    }
    return best;
}

void mark_bullet(PdfLine& line) {
    const std::string_view rest = strip_bullet(line.text);
    if (rest.empty()) return;
    line.text = std::string(rest);
    line.bullet = true;
    line.starts = true;
}

bool is_raised_mark(const PdfLine& mark, const PdfLine& line) {
    return mark.size < 0.85F * line.size && mark.baseline < line.baseline - 0.1F * line.size && is_note_mark(mark.text);
}

/// Appends `right` to `left`; false when they stand too far apart.
bool join(PdfLine& left, PdfLine& right) {
    const float gap = right.x0 - left.x1;
    const float size = std::max(left.size, right.size);
    const bool bullet = is_lone_bullet(left.text);
    const bool number = !bullet && is_number_mark(left.text);
    if (gap > ((bullet || number) ? kMarkGap : kColumnGap) * size) return false;
    if (bullet) {
        right.bullet = true;
        right.starts = true;
        left.text.clear();
        return true;
    }
    if (is_raised_mark(right, left) && gap < 0.3F * size) {  // a footnote mark that was drawn on its own
        left.x1 = right.x1;
        right = std::move(left);
        left.text.clear();
        return true;
    }
    const bool raised = left.size < 0.8F * right.size || right.size < 0.8F * left.size;
    const bool spaced = gap > 0.12F * size || raised;
    right.text = left.text + (spaced ? " " : "") + right.text;
    right.starts = left.starts || number;
    right.bullet = left.bullet;
    right.bold = left.width() > right.width() ? left.bold : right.bold;
    right.baseline = left.width() > right.width() ? left.baseline : right.baseline;
    right.size = left.width() > right.width() ? left.size : right.size;
    right.x0 = number ? right.x0 : left.x0;
    left.text.clear();
    return true;
}

/// A capital set larger than the word it begins, on the same baseline: a line of its own for join_drop_caps().
bool is_initial(const PdfChar& c, const PdfChar& next) {
    return c.code >= U'A' && c.code <= U'Z' && next.code >= U'a' && next.code <= U'z' && c.size > 1.7F * next.size;
}

}  // namespace

void add_pdf_lines(std::span<const PdfChar> chars, std::vector<PdfLine>& lines) {
    std::size_t begin = 0;
    const PdfChar* first = nullptr;
    const PdfChar* last = nullptr;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        if (is_blank(chars[i].code)) continue;
        const bool apart =
            last != nullptr && (chars[i].x0 - last->x1 > kColumnGap * std::max(last->size, chars[i].size) ||
                                (last == first && is_initial(*last, chars[i])));
        if (apart) {
            add_line(chars.subspan(begin, i - begin), lines);
            begin = i;
        }
        if (first == nullptr) first = &chars[i];
        last = &chars[i];
    }
    add_line(chars.subspan(begin), lines);
}

void join_pdf_lines(PdfPage& page) {
    std::vector<PdfLine>& lines = page.lines;
    std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) { return a.x0 < b.x0; });
    // From left to right, so that a run of three pieces joins pairwise.
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text.empty()) continue;
        const std::size_t right = find_right(lines, i);
        if (right < lines.size()) join(lines[i], lines[right]);
    }
    std::erase_if(lines, [](const PdfLine& line) { return line.text.empty() || !has_words(line.text); });
    for (PdfLine& line : lines) mark_bullet(line);
    std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) {
        return a.baseline < b.baseline || (a.baseline == b.baseline && a.x0 < b.x0);
    });
}

std::size_t count_letters(const PdfPage& page) {
    std::size_t letters = 0;
    for (const PdfLine& line : page.lines) letters += line.text.size();
    for (const std::string& note : page.notes) letters += note.size();
    return letters;
}

float find_body_size(const std::vector<PdfPage>& pages) {
    std::map<int, std::size_t> counts;
    for (const PdfPage& page : pages)
        for (const PdfLine& line : page.lines) counts[static_cast<int>(std::lround(line.size * 2))] += line.text.size();
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? 0 : static_cast<float>(best->first) / 2;
}

}  // namespace findings
