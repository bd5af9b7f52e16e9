#pragma once

#include <string>

#include "indexer/article/clean_article.hpp"
#include "indexer/article/raw_article.hpp"
#include "indexer/clean/recurring_lines.hpp"

namespace findings {

/// Takes boilerplate out, joins the rest into a body and finds its sentences.
/// A title the format did not give is the first short line of the text. `site`: what the collection says about the
/// article's site.
CleanArticle clean_article(const RawArticle& raw, std::string source, const SiteLines& site = {});

}  // namespace findings
