#include "searcher/run_search.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "common/record.hpp"
#include "searcher/facet_counter.hpp"
#include "searcher/facet_result.hpp"
#include "searcher/filter_plan.hpp"

namespace findings {
namespace {

// Best of twenty weightings on nine collections (docs/design: about 2 % above a well-set BM25).
constexpr double kRankingConstant = 1.5;

/// One run of the matcher.
struct Matches {
    Xapian::MSet hits;
    std::unique_ptr<FacetCounter> counter;  ///< null when boolean terms said it all
    std::size_t total = 0;
};

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

Matches match(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
              SearchContext& context) {
    Matches matches;
    const Xapian::Database& database = context.index.database;
    Xapian::MultiValueKeyMaker keys;
    Xapian::Enquire enquire(database);
    enquire.set_query(apply_plan(text, plan));
    set_order(enquire, sort, context.index.generations.size() > 1, keys);
    if (plan.needs_decider)
        matches.counter =
            std::make_unique<FacetCounter>(FacetRules(plan.decided), request.facets, request.count_providers);
    const Xapian::doccount all = database.get_doccount();
    const auto bounded = [&](std::size_t number) {
        return static_cast<Xapian::doccount>(std::min<std::size_t>(number, all));
    };
    // check_at_least: without it Xapian stops at a full page and both total and facets are guesses.
    matches.hits = enquire.get_mset(bounded(request.offset), bounded(request.limit), all, nullptr, matches.counter.get());
    matches.total = matches.counter ? matches.counter->accepted() : matches.hits.get_matches_estimated();
    return matches;
}

// Stories that fail nothing but having no date.
std::size_t count_undated(const Xapian::Query& text, const FilterPlan& plan, SearchContext& context) {
    if (!plan.limits_dates) return 0;
    Xapian::Enquire enquire(context.index.database);
    enquire.set_query(apply_plan(text, plan, true));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const FacetCounter counter(FacetRules(plan.decided), {}, false);
    enquire.get_mset(0, 0, context.index.database.get_doccount(), nullptr, &counter);
    return counter.accepted();
}

std::string stories(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "story" : "stories"); }

void add_notes(SearchResult& result) {
    if (result.undated_left_out > 0)
        result.notes.push_back(fmt::format("{} without a date left out", stories(result.undated_left_out)));
}

void send_hits(const Matches& matches, const TextQuery& text, const SearchRequest& request, bool scored,
               SearchContext& context, HitSink& sink) {
    const RecordPart part = request.snippets || request.evidence ? RecordPart::full : RecordPart::head;
    for (auto match = matches.hits.begin(); match != matches.hits.end(); ++match) {
        Hit hit;
        hit.rank = match.get_rank() + 1;
        hit.score = scored ? match.get_weight() : 0;
        hit.article = decode_record(match.get_document().get_data(), part);
        if (request.snippets) hit.snippet = make_hit_snippet(hit.article, text, context, hit.page);
        sink.add(hit);
    }
}

}  // namespace

std::size_t run_search(const SearchRequest& request, SearchContext& context, HitSink& sink) try {
    SearchResult result;
    result.generation = context.index.name();
    result.built_at = context.index.built_at();
    result.stories_in_index = context.index.database.get_doccount();
    result.query_text = request.text;
    result.match = request.match;
    result.filters = resolve_request_filters(request, context);
    result.offset = request.offset;
    const FilterPlan plan = plan_filters(request, result.filters);
    TextQuery text = make_text_query(request, request.match, context);
    result.sort = request.sort.value_or(SortOrder::relevance);
    // Without words every weight is 0: relevance would be no order at all.
    if (!text.has_words && result.sort == SortOrder::relevance) result.sort = SortOrder::newest;
    result.scored = result.sort == SortOrder::relevance;
    Matches matches = match(text.query, plan, request, result.sort, context);
    if (matches.total == 0 && text.has_words && request.match == MatchMode::all && request.fall_back_to_any) {
        TextQuery any = make_text_query(request, MatchMode::any, context);
        Matches more = match(any.query, plan, request, result.sort, context);
        if (more.total > 0) {
            text = std::move(any);
            matches = std::move(more);
            result.match = MatchMode::any;
            result.notes.emplace_back("no story has all the words: showing stories with any of them");
        }
    }
    result.total = matches.total;
    result.shown = matches.hits.size();
    result.undated_left_out = count_undated(text.query, plan, context);
    if (matches.counter) {
        result.providers = matches.counter->provider_count();
        for (const FacetTally& tally : matches.counter->tallies())
            result.facets.push_back(make_facet_result(tally, result.filters, request.facet_limit, context.labels));
    }
    add_notes(result);
    sink.begin(result);
    send_hits(matches, text, request, result.scored, context, sink);
    sink.end(result);
    return result.total;
} catch (const Xapian::Error& error) {
    throw_index_error(error);
}

}  // namespace findings
