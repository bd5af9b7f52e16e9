#pragma once

#include <string>

#include "common/index/article.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/plan/built_query.hpp"

namespace findings {

/// A query for stories like `article`: its most telling words, the article itself excluded. The text is analyzed
/// anew, because a generation keeps no list of a document's terms.
BuiltQuery build_similar_query(const Article& article, SearchContext& context);

}  // namespace findings
