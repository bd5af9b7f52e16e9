#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/html/html_tree.hpp"

namespace findings {

/// What the body of a page gives.
struct HtmlBody {
    std::vector<Block> blocks;
    std::string headline;  ///< the first h1, of the main text if it has one
    std::string time;      ///< datetime of the first <time> said to be of publication, else of the first, likewise
    std::string modified;  ///< that of a change, where the page has no other
    std::vector<std::string> bylines;
};

/// Cuts a page into blocks. When one <article>, <main> or the like holds most of the text that is not
/// navigation, what stands outside it becomes boilerplate.
HtmlBody collect_html_blocks(const HtmlTree& tree);

}  // namespace findings
