#pragma once

#include <string>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// What a page that holds no article says instead ("404 Not Found", "Just a moment..."): error pages, refusals, bot
/// checks, redirects, frames, walls of cookies, scripts and sign-ins. Empty for an article. A page is one of these only
/// when hardly a sentence of it says anything else; a story about a page that was not found is a story.
std::string find_placeholder(const RawArticle& article);

}  // namespace findings
