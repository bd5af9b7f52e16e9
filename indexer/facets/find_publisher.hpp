#pragma once

#include <string>

#include "indexer/clean/clean_article.hpp"

namespace findings {

/// Who published an article: as declared, else as the page's metadata says; empty when neither does.
std::string find_publisher(const CleanArticle& article);

}  // namespace findings
