#include "indexer/readers/pdf/pdf_paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/pdf/pdf_tables.hpp"

namespace findings {
namespace {

// In font sizes: paragraphs stand further apart than this, lines of one do not.
constexpr float kParagraphGap = 0.55F;
constexpr std::size_t kLongestHeading = 160;

bool starts_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

bool ends_sentence(std::string_view text) {
    for (std::string_view mark : {".", "!", "?", ":", ";", ".\xe2\x80\x9d", ".\xe2\x80\x99"})
        if (text.ends_with(mark)) return true;
    return false;
}

float first_word_width(const PdfLine& line) {
    const std::size_t word = std::min(line.text.find(' '), line.text.size());
    return line.width() * static_cast<float>(word) / static_cast<float>(std::max<std::size_t>(1, line.text.size()));
}

/// Collects blocks page by page.
class BlockMaker {
  public:
    BlockMaker(const WordEvidence& evidence, float body_size) : evidence_(evidence), body_size_(body_size) {}

    void add_page(const PdfPage& page) {
        page_ = page.number;
        aside_ = page.aside;
        // A sentence of the page before goes on with the page, not with what is set across it.
        const std::size_t open = open_;
        fresh_ = !aside_;
        for (const PdfRegion& region : find_regions(page)) add_region(region);
        if (aside_) open_ = open;
        for (const std::string& note : page.notes) add(BlockRole::list_item, note);  // no title
        for (const PdfLine& line : page.lines)
            if (line.boilerplate) add(BlockRole::boilerplate, line.text);
    }

    std::vector<Block> take() { return std::move(blocks_); }

  private:
    void add_region(const PdfRegion& region) {
        if (region.table) return add_table(region);
        fresh_ = fresh_ || region.continues;
        add_running(region.lines);
    }

    void add_running(const std::vector<PdfLine>& lines) {
        float right = 0;
        for (const PdfLine& line : lines) right = std::max(right, line.x1);
        std::size_t begin = 0;
        for (std::size_t i = 1; i <= lines.size(); ++i) {
            if (i < lines.size() && goes_on(lines[begin], lines[i - 1], lines[i], right)) continue;
            add_paragraph(lines, begin, i);
            begin = i;
        }
    }

    /// Whether `next` belongs to the paragraph that began with `first` and last had `line`.
    static bool goes_on(const PdfLine& first, const PdfLine& line, const PdfLine& next, float right) {
        if (next.starts || std::abs(next.size - line.size) > 0.12F * line.size) return false;
        const float gap = next.top() - line.bottom();
        if (gap > kParagraphGap * line.size || gap < -0.8F * line.size) return false;
        if (line.bold != next.bold && !(starts_lower(next.text) && !ends_sentence(line.text))) return false;
        // Out of a list item's indent: the text after the list.
        if (first.bullet && next.x0 < first.x0 - 0.3F * next.size && !starts_lower(next.text)) return false;
        if (starts_lower(next.text) || ends_with_hyphen(line.text)) return true;
        // The line broke because the next word did not fit, or because it was meant to.
        return line.x1 + first_word_width(next) + 0.8F * line.size > right;
    }

    void add_paragraph(const std::vector<PdfLine>& lines, std::size_t begin, std::size_t end) {
        std::string text;
        std::size_t bold = 0;
        for (std::size_t i = begin; i < end; ++i) {
            append_line(text, lines[i].text, evidence_);
            bold += lines[i].bold ? 1U : 0U;
        }
        const PdfLine& first = lines[begin];
        const bool larger = first.size > 1.12F * body_size_;
        // A watermark is larger than anything else, and no heading.
        const bool heading = !aside_ && (larger || bold == end - begin) && count_characters(text) <= kLongestHeading &&
                             !first.bullet && !text.ends_with('.');
        const BlockRole role = heading        ? BlockRole::heading
                               : first.bullet ? BlockRole::list_item
                                              : BlockRole::paragraph;
        const bool small = first.size < 0.9F * body_size_;
        if (!small && !heading && join_over_break(first, role, text)) return;
        add(role, std::move(text));
        if (!small && !heading) open_ = blocks_.size() - 1;
    }

    /// A sentence that runs over the end of a page or column stays one block, of the page it began on.
    bool join_over_break(const PdfLine& first, BlockRole role, const std::string& text) {
        if (!std::exchange(fresh_, false) || open_ >= blocks_.size()) return false;
        Block& before = blocks_[open_];
        if (role != BlockRole::paragraph || first.starts || !starts_lower(text) || ends_sentence(before.text))
            return false;
        const int last = before.breaks.empty() ? before.page : before.breaks.back().page;
        if (last != page_ && last + 1 != page_) return false;
        append_line(before.text, text, evidence_);
        if (last != page_) before.breaks.push_back({before.text.size() - text.size(), page_});
        return true;
    }

    void add_table(const PdfRegion& region) {
        for (const std::vector<PdfCell>& row : region.rows) {
            if (row.size() == 1) {
                add_running(row.front());
                continue;
            }
            std::string text;
            for (const PdfCell& cell : row) {
                std::string words;
                for (const PdfLine& line : cell) append_line(words, line.text, evidence_);
                text.append(text.empty() ? "" : "\t").append(words);
            }
            add(BlockRole::table_row, std::move(text));
            open_ = blocks_.size();
        }
        fresh_ = false;
    }

    void add(BlockRole role, std::string text) { blocks_.push_back({role, page_, std::move(text)}); }

    const WordEvidence& evidence_;
    float body_size_;
    std::vector<Block> blocks_;
    int page_ = 0;
    bool fresh_ = true;  ///< at the beginning of a page or column
    bool aside_ = false;
    std::size_t open_ = static_cast<std::size_t>(-1);  ///< last block of body text
};

}  // namespace

std::vector<Block> make_pdf_blocks(const std::vector<PdfPage>& pages) {
    WordEvidence evidence;
    for (const PdfPage& page : pages)
        for (const PdfLine& line : page.lines) evidence.add(line.text);
    BlockMaker maker(evidence, find_body_size(pages));
    for (const PdfPage& page : pages) maker.add_page(page);
    return maker.take();
}

}  // namespace findings
