#pragma once

#include <vector>

#include "common/index/article.hpp"

namespace findings::testing {

/// Two invented reports with findings of every kind that a search tells apart: faults, praise, both, an entry over two
/// pieces, one for another body.
std::vector<Article> make_finding_articles();

/// Adds a finding made of the passages named, which must stand in the article's text.
Finding& add_finding(Article& article, const std::vector<std::string>& passages);

}  // namespace findings::testing
