#include "searcher/match_stories.hpp"

#include <algorithm>

namespace findings {
namespace {

// Documents lie newest first in a generation, so document order is the order to browse and the tie-break. Over
// several generations the order slot says the same.
void set_order(Xapian::Enquire& enquire, SortOrder sort, bool several, Xapian::MultiValueKeyMaker& keys) {
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    if (sort == SortOrder::relevance) {
        enquire.set_weighting_scheme(Xapian::IneB2Weight(kWeightingConstant));
        if (several) enquire.set_sort_by_relevance_then_value(kSlotOrder, false);
        return;
    }
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (sort == SortOrder::newest) {
        if (several) enquire.set_sort_by_value(kSlotOrder, false);
        return;
    }
    const Xapian::valueno slot = sort == SortOrder::grade      ? kSlotGrade
                                 : sort == SortOrder::provider ? kSlotProvider
                                                               : kSlotOldest;
    if (!several) {
        enquire.set_sort_by_value(slot, false);
        return;
    }
    keys.add_value(slot);
    keys.add_value(kSlotOrder);
    enquire.set_sort_by_key(&keys, false);
}

// Only where weights order the page: Xapian would sort by those of names alone, too.
Xapian::Query add_names(const Xapian::Query& text, const std::vector<NamedBody>& names) {
    if (names.empty()) return text;
    return {Xapian::Query::OP_AND_MAYBE, text, build_name_query(names)};
}

// The page asked for, cut from what the matcher found from the first story on.
std::vector<FoundStory> cut_page(const Xapian::MSet& found, std::size_t offset, const std::vector<WordPair>& neighbours,
                                 const Xapian::Database& database) {
    std::vector<FoundStory> stories;
    stories.reserve(found.size());
    for (auto match = found.begin(); match != found.end(); ++match) stories.push_back({*match, match.get_weight()});
    rank_adjacent(neighbours, database, stories);
    stories.erase(stories.begin(), stories.begin() + static_cast<std::ptrdiff_t>(std::min(offset, stories.size())));
    return stories;
}

// --table first, then the charts.
std::vector<std::pair<Field, Field>> tables_of(const SearchRequest& request) {
    std::vector<std::pair<Field, Field>> tables = request.charts;
    if (request.table) tables.insert(tables.begin(), *request.table);
    return tables;
}

}  // namespace

Matches match_stories(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                      const OpenIndex& index, const Ranking& ranking) {
    Matches matches;
    const Xapian::Database& database = index.database;
    Xapian::MultiValueKeyMaker keys;
    Xapian::Enquire enquire(database);
    enquire.set_query(apply_plan(sort == SortOrder::relevance ? add_names(text, ranking.names) : text, plan));
    set_order(enquire, sort, index.generations.size() > 1, keys);
    if (plan.needs_decider)
        matches.counter =
            std::make_unique<FacetCounter>(plan.decided, request.facets, request.count_providers, tables_of(request));
    const Xapian::doccount all = database.get_doccount();
    const auto bounded = [&](std::size_t number) {
        return static_cast<Xapian::doccount>(std::min<std::size_t>(number, all));
    };
    // check_at_least: without it Xapian stops at a full page and both total and facets are guesses.
    // A page among the best stories is cut from all of them, ranked again.
    const bool reranked = sort == SortOrder::relevance && !ranking.adjacent.empty() && request.limit > 0 &&
                          request.offset < kRerankedStories;
    const std::size_t first = reranked ? 0 : request.offset;
    const std::size_t wanted = reranked && request.limit != kNoLimit
                                   ? std::max(request.offset + request.limit, kRerankedStories)
                                   : request.limit;
    const Xapian::MSet found = enquire.get_mset(bounded(first), bounded(wanted), all, nullptr, matches.counter.get());
    matches.total = matches.counter ? matches.counter->accepted() : found.get_matches_estimated();
    matches.hits =
        cut_page(found, request.offset - first, reranked ? ranking.adjacent : std::vector<WordPair>{}, database);
    if (matches.hits.size() > request.limit) matches.hits.resize(request.limit);
    return matches;
}

std::size_t count_stories(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index, bool undated) {
    Xapian::Enquire enquire(index.database);
    enquire.set_query(apply_plan(text, plan, undated));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const FacetCounter counter(plan.decided, {}, false);
    enquire.get_mset(0, 0, index.database.get_doccount(), nullptr, &counter);
    return counter.accepted();
}

}  // namespace findings
