#pragma once

#include <algorithm>
#include <vector>

#include "indexer/readers/ocr/page_text.hpp"

namespace findings {

/// A piece of a picture. Units: pixels; `right` and `bottom` are one past the last.
struct InkBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// How wide the strokes of letters are, which is the mean length of black runs along the rows of a word, and where they
/// stand.
class InkCounter {
  public:
    void add(int x, int y, bool black) {
        if (black) {
            runs_ += inside_ ? 0U : 1U;
            extent_ = ink_ == 0 ? InkBox{x, y, x + 1, y + 1}
                                : InkBox{std::min(extent_.left, x), extent_.top, std::max(extent_.right, x + 1), y + 1};
            ++ink_;
        }
        inside_ = black;
    }
    void end_row() { inside_ = false; }
    /// Units: pixels; 0 where there is no ink.
    [[nodiscard]] float width() const { return runs_ == 0 ? 0 : static_cast<float>(ink_) / static_cast<float>(runs_); }
    [[nodiscard]] unsigned ink() const { return ink_; }
    [[nodiscard]] const InkBox& extent() const { return extent_; }
    /// Black share of the extent. Requires: there is ink.
    [[nodiscard]] float share() const {
        return static_cast<float>(ink_) /
               static_cast<float>((extent_.right - extent_.left) * (extent_.bottom - extent_.top));
    }

  private:
    unsigned ink_ = 0;
    unsigned runs_ = 0;
    bool inside_ = false;
    InkBox extent_;
};

/// Sizes within a tenth of the one most letters of the page have become that one: the height of a line is measured to a
/// pixel, and a line without tall letters looks smaller. Words of a line get the line's.
void even_sizes(std::vector<PageWord>& words);

/// Marks lines whose strokes are wider, for their size, than those of most letters on the page. `widths`: of each word.
void mark_bold(const std::vector<float>& widths, std::vector<PageWord>& words);

}  // namespace findings
