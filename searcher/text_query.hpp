#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.hpp"
#include "searcher/label_store.hpp"
#include "searcher/search_request.hpp"
#include "searcher/search_result.hpp"

namespace findings {

/// What of an index a search reads, and what it keeps warm between two searches.
struct SearchContext {
    explicit SearchContext(OpenIndex opened);

    OpenIndex index;
    LabelStore labels;
    Analyzer analyzer;
};

/// The words of a request, understood.
struct TextQuery {
    Xapian::Query query;  ///< MatchAll without words
    bool has_words = false;
};

TextQuery make_text_query(const SearchRequest& request, MatchMode match, SearchContext& context);
std::vector<ResolvedFilter> resolve_request_filters(const SearchRequest& request, SearchContext& context);
std::vector<SnippetPiece> make_hit_snippet(const Article& article, const TextQuery& text, SearchContext& context, int& page);

}  // namespace findings
