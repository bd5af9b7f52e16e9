#include "searcher/plan/text_query.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/index/read_hits.hpp"
#include "searcher/plan/similar_query.hpp"
#include "searcher/query/parse_query.hpp"
#include "searcher/query/resolve_values.hpp"

namespace findings {

QueryTree parse_text(const SearchRequest& request, SearchContext& context) {
    QueryTree tree = parse_query(request.text, {request.plain});
    resolve_query(tree, context.vocabulary);
    return tree;
}

QueryOptions text_build_options(const SearchRequest& request, MatchMode match, const OpenIndex& index) {
    QueryOptions options;
    options.match = match;
    options.include_dropped = request.include_dropped;
    options.generations = list_finding_stories(index);
    return options;
}

namespace {

// What the answer is to be like: an article, or a finding as an article of its own text.
std::optional<Article> find_likeness(const SearchRequest& request, SearchContext& context) {
    if (!request.findings || !split_finding_id(request.similar_to) || has_article(context.index, request.similar_to))
        return find_article(context.index, request.similar_to);
    const Xapian::docid found = find_finding(context.index, request.similar_to);
    if (found == 0) return std::nullopt;
    const Hit hit = HitReader(context.index, RecordPart::head).read(found);
    Article likeness;
    likeness.id = hit.finding->id;
    likeness.text = hit.finding->text;
    return likeness;
}

}  // namespace

BuiltQuery build_text_query(const QueryTree& tree, const SearchRequest& request, MatchMode match,
                            SearchContext& context) {
    BuiltQuery built =
        build_query(tree, context.analyzer, context.index.database, text_build_options(request, match, context.index));
    if (built.has_words) built.ranking.names = find_names(tree, context.index.database);
    if (request.similar_to.empty()) return built;
    const auto article = find_likeness(request, context);
    if (!article)
        throw Error(Status::no_hits,
                    fmt::format("no {} has the id {}", request.findings ? "finding" : "article", request.similar_to));
    BuiltQuery similar = build_similar_query(*article, context);
    // QUERY beside --similar narrows; what ranks is likeness.
    if (!request.text.empty()) similar.query = Xapian::Query(Xapian::Query::OP_FILTER, similar.query, built.query);
    return similar;
}

}  // namespace findings
