#include "searcher/text_query.hpp"

#include <utility>

#include "searcher/query/parse_query.hpp"
#include "searcher/query/resolve_values.hpp"

namespace findings {
namespace {

std::vector<Xapian::Database> databases_of(const OpenIndex& index) {
    std::vector<Xapian::Database> databases;
    for (const OpenGeneration& generation : index.generations) databases.push_back(generation.database);
    return databases;
}

}  // namespace

SearchContext::SearchContext(OpenIndex opened)
    : index(std::move(opened)),
      labels(databases_of(index)),
      vocabulary(databases_of(index)),
      analyzer(index.analyzer) {}

QueryTree parse_text(const SearchRequest& request, SearchContext& context) {
    QueryTree tree = parse_query(request.text, {request.plain});
    resolve_query(tree, context.vocabulary);
    return tree;
}

BuildOptions text_build_options(const SearchRequest& request, MatchMode match) {
    BuildOptions options;
    options.match = match;
    options.include_dropped = request.include_dropped;
    return options;
}

BuiltQuery build_text_query(const QueryTree& tree, const SearchRequest& request, MatchMode match,
                            SearchContext& context) {
    return build_query(tree, context.analyzer, context.index.database, text_build_options(request, match));
}

}  // namespace findings
