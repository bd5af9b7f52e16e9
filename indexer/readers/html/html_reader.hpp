#pragma once

#include <string>
#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// Reads an HTML page into the article: its title, metadata and blocks. The main text is told from the rest
/// by markup alone; what stands in menus, side bars, cookie boxes and the like keeps its place with role
/// navigation or boilerplate. Blocks of the article are added, its declared keys and a title already there
/// are left alone. Requires: tidied UTF-8.
void read_html(std::string_view html, RawArticle& article);

/// True for a text that is really HTML: it holds a tag that ends a paragraph, a link or the like, or breaks a line.
bool has_markup(std::string_view text);

/// The words of one line of HTML.
std::string strip_markup(std::string_view html);

}  // namespace findings
