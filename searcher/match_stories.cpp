#include "searcher/match_stories.hpp"

#include <algorithm>

namespace findings {
namespace {

// Best of twenty weightings on nine collections (docs/design: about 2 % above a well-set BM25).
constexpr double kRankingConstant = 1.5;

// Documents lie newest first in a generation, so document order is the order to browse and the tie-break. Over
// several generations the order slot says the same.
void set_order(Xapian::Enquire& enquire, SortOrder sort, bool several, Xapian::MultiValueKeyMaker& keys) {
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    if (sort == SortOrder::relevance) {
        enquire.set_weighting_scheme(Xapian::IneB2Weight(kRankingConstant));
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

}  // namespace

Matches match_stories(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                      const OpenIndex& index) {
    Matches matches;
    const Xapian::Database& database = index.database;
    Xapian::MultiValueKeyMaker keys;
    Xapian::Enquire enquire(database);
    enquire.set_query(apply_plan(text, plan));
    set_order(enquire, sort, index.generations.size() > 1, keys);
    if (plan.needs_decider)
        matches.counter =
            std::make_unique<FacetCounter>(plan.decided, request.facets, request.count_providers, request.table);
    const Xapian::doccount all = database.get_doccount();
    const auto bounded = [&](std::size_t number) {
        return static_cast<Xapian::doccount>(std::min<std::size_t>(number, all));
    };
    // check_at_least: without it Xapian stops at a full page and both total and facets are guesses.
    matches.hits =
        enquire.get_mset(bounded(request.offset), bounded(request.limit), all, nullptr, matches.counter.get());
    matches.total = matches.counter ? matches.counter->accepted() : matches.hits.get_matches_estimated();
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
