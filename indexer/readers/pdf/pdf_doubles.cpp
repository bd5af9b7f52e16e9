#include "indexer/readers/pdf/pdf_doubles.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace findings {
namespace {

// Share of a letter's own width. Fake bold moves by a thirtieth of the font size, and no "l" or "i" is narrower than a
// fifth.
constexpr float kSameLine = 0.45F;
// In font sizes: a shadow stands below its text as well as beside it.
constexpr float kShadow = 0.2F;
// Letters drawn one after the other, three times at most, with a blank between.
constexpr std::size_t kLookBack = 4;

bool is_blank(const PdfChar& c) { return c.code <= 0x20 || c.code == 0xa0; }

bool is_double(const PdfChar& a, const PdfChar& b) {
    if (a.code != b.code || std::abs(a.size - b.size) > 0.1F * a.size) return false;
    const float dx = std::abs(a.x0 - b.x0);
    const float dy = std::abs(a.baseline - b.baseline);
    if (dy < 0.02F * a.size) return dx < kSameLine * a.advance;
    return dx < kShadow * a.size && dy < kShadow * a.size;
}

/// First and last character of a run and where they stand.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
    float x0 = 0;
    float x1 = 0;
    float baseline = 0;
    float size = 0;
};

class DoubleFinder {
  public:
    DoubleFinder(const std::vector<PdfChar>& chars, const std::vector<std::size_t>& ends) : chars_(chars) {
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            add_run(begin, end);
            begin = end;
        }
    }

    /// One flag a character; empty when nothing is drawn twice, which is the rule.
    const std::vector<bool>& find() {
        for (const Extent& run : runs_) search_run(run);
        std::vector<std::size_t> order(runs_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return runs_[a].baseline < runs_[b].baseline; });
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1; j < order.size(); ++j) {
                const Extent& a = runs_[order[i]];
                const Extent& b = runs_[order[j]];
                if (b.baseline - a.baseline > kShadow * std::max(a.size, b.size)) break;
                if (a.x0 < b.x1 && b.x0 < a.x1) search_pair(order[i] < order[j] ? a : b, order[i] < order[j] ? b : a);
            }
        return marks_;
    }

  private:
    void add_run(std::size_t begin, std::size_t end) {
        Extent run{begin, end, 0, 0, 0, 0};
        for (std::size_t i = begin; i < end; ++i) {
            const PdfChar& c = chars_[i];
            if (is_blank(c)) continue;
            if (run.size == 0) run = {begin, end, c.x0, c.x1, c.baseline, c.size};
            run.x0 = std::min(run.x0, c.x0);
            run.x1 = std::max(run.x1, c.x1);
        }
        if (run.size > 0) runs_.push_back(run);
    }

    void mark(std::size_t at) {
        if (marks_.empty()) marks_.assign(chars_.size(), false);
        marks_[at] = true;
    }

    void search_run(const Extent& run) {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            const std::size_t first = i - std::min(i - run.begin, kLookBack);
            for (std::size_t before = i; before > first; --before)
                if (is_double(chars_[before - 1], chars_[i])) {
                    mark(i);
                    break;
                }
        }
    }

    void search_pair(const Extent& first, const Extent& second) {
        for (std::size_t i = second.begin; i < second.end; ++i) {
            if (is_blank(chars_[i])) continue;
            for (std::size_t j = first.begin; j < first.end; ++j)
                if (is_double(chars_[j], chars_[i])) {
                    mark(i);
                    break;
                }
        }
    }

    const std::vector<PdfChar>& chars_;
    std::vector<Extent> runs_;
    std::vector<bool> marks_;
};

}  // namespace

void drop_double_glyphs(std::vector<PdfChar>& chars, std::vector<std::size_t>& ends) {
    const std::vector<bool> marks = DoubleFinder(chars, ends).find();
    if (marks.empty()) return;
    std::size_t kept = 0;
    std::size_t at = 0;
    for (std::size_t& end : ends) {
        for (; at < end; ++at)
            if (!marks[at]) chars[kept++] = chars[at];
        end = kept;
    }
    chars.resize(kept);
}

}  // namespace findings
