#pragma once

#include "common/index/public_article.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// What hide_places() does to an article, also in the excerpt of a hit and in its finding.
void hide_places(Hit& hit);

}  // namespace findings
