#pragma once

#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// Cuts Markdown into blocks and fills the title from the first top heading when front matter gave none.
/// Links, emphasis, code marks and HTML tags leave their text; images leave their description as a caption.
/// Requires: tidied UTF-8 without front matter.
void split_markdown(std::string_view text, RawArticle& article);

}  // namespace findings
