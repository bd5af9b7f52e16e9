#include "searcher/text_query.hpp"

#include "common/text/slug.hpp"

namespace findings {
namespace {

std::vector<Xapian::Database> databases_of(const OpenIndex& index) {
    std::vector<Xapian::Database> databases;
    for (const OpenGeneration& generation : index.generations) databases.push_back(generation.database);
    return databases;
}

}  // namespace

SearchContext::SearchContext(OpenIndex opened)
    : index(std::move(opened)), labels(databases_of(index)), analyzer(index.analyzer) {}

TextQuery make_text_query(const SearchRequest& request, MatchMode match, SearchContext& context) {
    std::vector<Token> tokens;
    context.analyzer.tokenize(request.text, tokens);
    std::vector<Xapian::Query> words;
    for (const Token& token : tokens)
        words.emplace_back(std::string(kStemPrefix) + context.analyzer.stem(token.term));
    if (words.empty()) return {Xapian::Query::MatchAll, false};
    return {Xapian::Query(match == MatchMode::all ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, words.begin(),
                          words.end()),
            true};
}

std::vector<ResolvedFilter> resolve_request_filters(const SearchRequest& request, SearchContext&) {
    std::vector<ResolvedFilter> resolved;
    for (const FieldFilter& filter : request.filters) {
        resolved.push_back({filter.field, {}, filter.exclude});
        for (const std::string& value : filter.values)
            resolved.back().slugs.push_back(filter.field == Field::judgement ? make_judgement_slug(value) : make_slug(value));
    }
    return resolved;
}

std::vector<SnippetPiece> make_hit_snippet(const Article& article, const TextQuery&, SearchContext&, int&) {
    return {{article.text.substr(0, 200), false}};
}

}  // namespace findings
