#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// A part of an article's text to be marked: bytes, the anchor of its beginning, and what the mark is for.
struct TextMark {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string anchor;
    std::string what;  ///< said to a screen reader before the marked text
};

/// The text as paragraphs, the marks in it, a line where a page begins. Marks may overlap: what several mark is marked
/// once, each anchor stands where its mark begins. Marks beyond the text or inside a character are left out.
void write_marked_text(std::ostream& out, const Article& article, std::vector<TextMark> marks);

}  // namespace findings
