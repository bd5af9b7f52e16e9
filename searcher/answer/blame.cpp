#include "searcher/answer/blame.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "common/index/terms.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/count_noun.hpp"
#include "common/text/slug.hpp"
#include "searcher/index/every_document.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/match/match_stories.hpp"
#include "searcher/plan/filter_plan.hpp"
#include "searcher/query/resolve_values.hpp"
#include "searcher/query/suggest_name.hpp"
#include "searcher/query/word_runs.hpp"

namespace findings {
namespace {

// `alone`: what the part finds by itself. Said where leaving it out does not help, since then two are to blame.
std::string count_line(const std::string& part, std::size_t count, bool findings,
                       const std::function<std::size_t()>& alone) {
    const std::string line = fmt::format("without {}: {}", part, count_units(count, findings));
    return count > 0 ? line : fmt::format("{}, with nothing else: {}", line, count_units(alone(), findings));
}

Xapian::Query without_part(const std::vector<QueryPart>& parts, std::size_t left_out) {
    Xapian::Query query = every_document();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == left_out) continue;
        const auto op = parts[i].excluded ? Xapian::Query::OP_AND_NOT : Xapian::Query::OP_AND;
        query = Xapian::Query(op, query, parts[i].query);
    }
    return query;
}

std::string option_text(const ResolvedFilter& filter) {
    std::string text;
    for (const std::string& slug : filter.slugs)
        text += fmt::format("{}--{}{} {}", text.empty() ? "" : " ", filter.exclude ? "not-" : "",
                            field_row(filter.field).name, slug);
    return text;
}

// A name of several words that lost its quotes: the value, and the words of the query that stand behind it.
std::string suggest_quotes(const FieldRow& row, const std::string& slug, const QueryTree& tree,
                           VocabularySource& vocabulary) {
    constexpr std::size_t kMostWords = 6;
    for (const WordRun& run : find_word_runs(tree))
        for (std::size_t count = std::min(kMostWords, run.words.size()); count > 0; --count) {
            const std::string name = slug + ' ' + run.text(0, count);
            // As a filter takes it: a name may be that of several bodies.
            const std::vector<ResolvedFilter> filters = resolve_filters({{row.field, {name}, false}}, vocabulary);
            if (vocabulary.has_value(row.field, filters.front().slugs.front()))
                return fmt::format("put a name of several words in quotes: --{} \"{}\"", row.name, name);
        }
    return {};
}

// A council's name with a slip in it.
std::string suggest_council(const std::string& typed, SearchContext& context) {
    std::vector<std::string> names;
    for (const Term& council : vocabulary(Field::authority)) {
        names.push_back(council.slug);
        for (const std::string& alias : council.aliases) names.push_back(make_slug(alias));
    }
    const std::vector<std::string> near = suggest_names(typed, names, 1);
    const Term* council = near.empty() ? nullptr : resolve_term(Field::authority, near.front());
    if (council == nullptr) return {};
    if (context.vocabulary.has_value(Field::provider, council->slug))
        return fmt::format("did you mean {}?", council->slug);
    return fmt::format("did you mean {}? It is a council; no story here is about it or its area", council->label);
}

// What may have been meant by a name that no story has.
std::string suggest_known(const FieldRow& row, const std::string& slug, const QueryTree& tree, SearchContext& context) {
    if (std::string quotes = suggest_quotes(row, slug, tree, context.vocabulary); !quotes.empty()) return quotes;
    if (const Term* council = resolve_term(Field::authority, slug);
        council != nullptr && !context.vocabulary.has_value(Field::authority, council->slug))
        return fmt::format("{} is a council; no story here is about it or its area", council->label);
    if (std::string other = suggest_other_field(row.field, slug, context.vocabulary); !other.empty()) return other;
    std::vector<std::string> slugs;
    for (Label& label : context.labels.all_values(row.field)) slugs.push_back(std::move(label.slug));
    if (std::string hint = suggest_hint(slug, slugs); !hint.empty()) return hint;
    return row.field == Field::provider ? suggest_council(slug, context) : std::string();
}

// Values of fields in the query, but for what it excludes.
void add_values(const QueryNode& node, std::vector<std::pair<Field, std::string>>& asked) {
    if (node.kind == QueryNode::Kind::none_of) return;
    if (node.kind == QueryNode::Kind::field && node.children.empty()) asked.emplace_back(node.field, node.text);
    for (const QueryNode& child : node.children) add_values(child, asked);
}

}  // namespace

std::vector<std::string> blame_parts(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                                     const BuiltQuery& text, const LatestAwards& latest, SearchContext& context) {
    std::vector<std::string> lines;
    const auto count_with = [&](const SearchRequest& changed, const std::vector<ResolvedFilter>& left,
                                const Xapian::Query& query) {
        return count_stories(query, plan_filters(changed, left, changed.latest ? &latest : nullptr), context.index);
    };
    SearchRequest nothing_else;
    nothing_else.withdrawn = request.withdrawn;
    nothing_else.by = request.by;
    for (std::size_t i = 0; i < text.parts.size(); ++i)
        lines.push_back(count_line(fmt::format("“{}”", text.parts[i].text),
                                   count_with(request, filters, without_part(text.parts, i)), request.findings, [&] {
                                       const Xapian::Query all = every_document();
                                       const QueryPart& part = text.parts[i];
                                       return count_with(nothing_else, {},
                                                         part.excluded
                                                             ? Xapian::Query(Xapian::Query::OP_AND_NOT, all, part.query)
                                                             : part.query);
                                   }));
    for (std::size_t i = 0; i < filters.size(); ++i) {
        std::vector<ResolvedFilter> left = filters;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
        lines.push_back(count_line(option_text(filters[i]), count_with(request, left, text.query), request.findings,
                                   [&] { return count_with(nothing_else, {filters[i]}, every_document()); }));
    }
    SearchRequest changed = request;
    if (!request.worst.empty()) {
        changed.worst.clear();
        SearchRequest alone = nothing_else;
        alone.worst = request.worst;
        lines.push_back(count_line("--worst " + request.worst, count_with(changed, filters, text.query),
                                   request.findings, [&] { return count_with(alone, {}, every_document()); }));
        changed.worst = request.worst;
    }
    if (request.latest) {
        changed.latest = false;
        SearchRequest alone = nothing_else;
        alone.latest = true;
        lines.push_back(count_line("--latest", count_with(changed, filters, text.query), request.findings,
                                   [&] { return count_with(alone, {}, every_document()); }));
        changed.latest = true;
    }
    if (request.since || request.until) {
        changed.since.reset();
        changed.until.reset();
        SearchRequest alone = nothing_else;
        alone.since = request.since;
        alone.until = request.until;
        lines.push_back(count_line("the limits on dates", count_with(changed, filters, text.query), request.findings,
                                   [&] { return count_with(alone, {}, every_document()); }));
    }
    return lines;
}

std::vector<std::string> name_unknown_values(const std::vector<ResolvedFilter>& filters, const QueryTree& tree,
                                             SearchContext& context) {
    std::vector<std::pair<Field, std::string>> asked;
    for (const ResolvedFilter& filter : filters)
        if (!filter.exclude)
            for (const std::string& slug : filter.slugs) asked.emplace_back(filter.field, slug);
    add_values(tree.root, asked);
    std::vector<std::string> lines;
    for (const auto& [field, slug] : asked) {
        const FieldRow& row = field_row(field);
        const bool open = row.vocabulary == Vocabulary::open && field != Field::year;
        if (!open || slug == "none" || context.index.database.term_exists(facet_term(field, slug))) continue;
        const std::string hint = suggest_known(row, slug, tree, context);
        lines.push_back(fmt::format("no {} “{}”{}{}", row.name, slug, hint.empty() ? "" : ": ", hint));
    }
    return lines;
}

}  // namespace findings
