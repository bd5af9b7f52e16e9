#include "searcher/plan/text_query.hpp"

#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/plan/similar_query.hpp"
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
      analyzer(index.analyzer),
      words(index.database) {}

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
    BuiltQuery built = build_query(tree, context.analyzer, context.index.database, text_build_options(request, match));
    if (built.has_words) built.ranking.names = find_names(tree, context.index.database);
    if (request.similar_to.empty()) return built;
    const auto article = find_article(context.index, request.similar_to);
    if (!article) throw Error(Status::no_hits, fmt::format("no article has the id {}", request.similar_to));
    BuiltQuery similar = build_similar_query(*article, context);
    // QUERY beside --similar narrows; what ranks is likeness.
    if (!request.text.empty()) similar.query = Xapian::Query(Xapian::Query::OP_FILTER, similar.query, built.query);
    return similar;
}

}  // namespace findings
