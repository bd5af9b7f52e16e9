#pragma once

#include <string>
#include <vector>

#include "common/text/analyzer.hpp"
#include "searcher/index/indexed_words.hpp"
#include "searcher/index/label_store.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/vocabulary_source.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/build_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// What of an index a search reads, and what it keeps warm between two searches.
struct SearchContext {
    explicit SearchContext(OpenIndex opened);

    OpenIndex index;
    LabelStore labels;
    GenerationVocabulary vocabulary;
    Analyzer analyzer;
    IndexedWords words;
};

/// The QUERY of a request, parsed, its values resolved.
/// Throws: Error{usage} with the position marked.
QueryTree parse_text(const SearchRequest& request, SearchContext& context);

/// How QUERY becomes a Xapian query; suggestions are built the same way.
BuildOptions text_build_options(const SearchRequest& request, MatchMode match);

/// The Xapian query of a parsed QUERY; matches everything when there is none.
BuiltQuery build_text_query(const QueryTree& tree, const SearchRequest& request, MatchMode match,
                            SearchContext& context);

}  // namespace findings
