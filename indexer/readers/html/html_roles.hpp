#pragma once

#include <optional>

#include <gumbo.h>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// What an element's own markup says its content is: navigation or boilerplate (by tag, ARIA role, class or
/// id), byline, or nothing. `inside_article`: the element stands in <article> or <main>, where a <header> is
/// the story's own.
std::optional<BlockRole> classify_element(const GumboNode& node, bool inside_article);

/// True for elements a reader never sees: scripts, styles, templates, hidden ones, decoration.
bool is_unseen(const GumboNode& node);

/// True for elements that end the line before and after them.
bool breaks_line(const GumboNode& node);

/// True for <article>, <main>, role=main and itemprop=articleBody.
bool is_main_container(const GumboNode& node);

}  // namespace findings
