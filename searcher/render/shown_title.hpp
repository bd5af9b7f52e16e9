#pragma once

#include <cstddef>
#include <string>

#include "common/index/article.hpp"

namespace findings {

/// The title as a list shows it. The titles of reports begin alike for up to 25 words: where the name of the one
/// provider stands late in such a title, or not at all, it is put in front, and the rest is cut at a word to so many
/// columns. Headlines of news stay whole. Printable.
std::string shown_title(const Article& article, std::size_t columns);

}  // namespace findings
