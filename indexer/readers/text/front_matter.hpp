#pragma once

#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// What a declared key asks for.
enum class DeclaredKey { unknown, id, text, list };

/// How the contract reads a key of front matter or JSON: `id` (may be a number), `text` (one value: url,
/// title, published, …), `list` (facets, previous_grade, change) or unknown.
DeclaredKey classify_key(std::string_view key);

/// Takes front matter (`key: value` lines between two `---` lines) off the start of a text, fills the
/// article's `declared` and `title`, and returns the rest. Front matter is one only when every line up to the
/// closing mark is a key with its value (or a list or an indented line below it, a comment, an empty line) and
/// at least one key is known: text between two rules is text. Text without front matter is returned whole.
std::string_view take_front_matter(std::string_view text, RawArticle& article);

}  // namespace findings
