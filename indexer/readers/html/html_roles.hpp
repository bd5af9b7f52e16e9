#pragma once

#include <optional>
#include <string_view>

#include <gumbo.h>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// What an element's own markup says its content is: navigation or boilerplate (by tag, ARIA role, class or
/// id), byline, or nothing. `inside_article`: the element stands in <article> or <main>, where a <header> is
/// the story's own.
std::optional<BlockRole> classify_element(const GumboNode& node, bool inside_article);

/// True for elements whose text is left out: scripts, styles, decoration, hidden words inside a line.
bool is_unseen(const GumboNode& node);

/// True for elements a reader of the page does not see but whose text may be the article's: hidden ones, <noscript>,
/// <template>. They are boilerplate, so that --include-dropped finds them.
bool is_hidden(const GumboNode& node);

/// True for text set above the line: <sup> and what is styled like it.
bool is_raised(const GumboNode& node);

/// True for a link to a footnote or back from it.
bool links_to_note(const GumboNode& node);

/// True for the first letter of a paragraph when it is an element of its own.
bool is_drop_cap(const GumboNode& node);

/// True when a drop cap and the text behind a space are one word: "I" and "nspectors", not "A" and "home".
bool continues_drop_cap(char cap, std::string_view text);

/// What a <time> is the time of, worst first.
enum class TimeKind { modified, plain, published };

/// By the element's own names, else by the label before it ("Updated: ").
TimeKind classify_time(const GumboNode& node, std::string_view label);

/// True for elements that end the line before and after them.
bool breaks_line(const GumboNode& node);

/// True for <article>, <main>, role=main and itemprop=articleBody.
bool is_main_container(const GumboNode& node);

}  // namespace findings
