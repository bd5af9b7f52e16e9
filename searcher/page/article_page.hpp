#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "common/index/article.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// What an article's page needs besides the article.
struct ArticlePage {
    const Article& article;
    std::vector<Hit> similar;  ///< stories like it
    std::string original;      ///< address of the source file; empty where it is not served
    bool shows_text = true;    ///< false: headline, a few sentences and the link, for what others have the rights to
    PageOrigin origin;
};

/// An article: what is known of it, each value with the sentence that proves it and a link to where it stands; its
/// findings; its text with those sentences marked and its pages told apart; copies; stories like it.
void write_article_page(std::ostream& out, const ArticlePage& page, const PageLinks& links);

}  // namespace findings
