#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/ocr/page_text.hpp"

namespace findings {

/// Takes out lines that are no text: what is read into the grain of a photograph or into a frame, all of it unsure or
/// without two letters or digits in a row. `confidences`: percent, of each word. A word amid others stays, however
/// unsure: without it two would stand apart that belong together.
void drop_noise(const std::vector<float>& confidences, std::vector<PageWord>& words);

/// Writes the mark before a list's item as a bullet: squares and discs are read as "m", "e", "°" or, unsurely, as "m@".
/// A letter that may be a word or number an item stays. `confidences`: of each word; both lose what was part of a mark.
void name_bullets(std::vector<float>& confidences, std::vector<PageWord>& words);

/// Where a mark that was not read at all may stand: before the first word of a line, clear of other words.
/// Units: points.
struct MarkPlace {
    float x0 = 0;
    float x1 = 0;
    float top = 0;
    float bottom = 0;
};

/// The place before the line that begins with that word; empty (x0 >= x1) where another word stands there.
MarkPlace find_mark_place(const std::vector<PageWord>& words, std::size_t first);

/// Whether ink of that extent within a place is a mark: compact, solid, smaller than a letter. Units: points; `ink`:
/// black share of the extent.
bool is_mark(const MarkPlace& extent, float ink, float size);

}  // namespace findings
