#include "searcher/match/match_stories.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>

#include "searcher/facets/column_judge.hpp"
#include "searcher/facets/count_columns.hpp"
#include "searcher/match/find_documents.hpp"
#include "searcher/match/page_matcher.hpp"
#include "searcher/match/rank_documents.hpp"

namespace findings {
namespace {

// --table first, then the charts.
std::vector<std::pair<Field, Field>> tables_of(const SearchRequest& request) {
    std::vector<std::pair<Field, Field>> tables = request.charts;
    if (request.table) tables.insert(tables.begin(), *request.table);
    return tables;
}

/// Remembers every document, and lets in those that a judge accepts; without one, all.
class Collector : public Xapian::MatchDecider {
  public:
    Collector(DocumentSet& documents, ColumnJudge* judge) : documents_(documents), judge_(judge) {}
    bool operator()(const Xapian::Document& document) const override {
        documents_.add(document.get_docid());
        return judge_ == nullptr || judge_->accepts(document.get_docid());
    }

  private:
    DocumentSet& documents_;
    ColumnJudge* judge_;
};

/// Lets the documents of a set in.
class Chosen : public Xapian::MatchDecider {
  public:
    explicit Chosen(const DocumentSet& documents) : documents_(documents) {}
    bool operator()(const Xapian::Document& document) const override { return documents_.has(document.get_docid()); }

  private:
    const DocumentSet& documents_;
};

// Whether facets are all that is counted, each document once.
bool counts_facets(const FilterPlan& plan, const SearchRequest& request) {
    return !plan.count.counts_rules() && !request.table && request.charts.empty();
}

// Whether a story counts for just the values it has.
bool counts_values(const FilterPlan& plan, const SearchRequest& request) {
    return !plan.decides && !plan.counts_awards && !plan.decided.has_own_year() && counts_facets(plan, request);
}

/// Counts sets of documents by the columns, one generation after the other.
class ColumnCounter {
  public:
    explicit ColumnCounter(const SearchRequest& request) : count_providers_(request.count_providers) {
        std::vector<Field> facets = request.facets;
        requested_ = facets.size();
        provider_ = static_cast<std::size_t>(std::find(facets.begin(), facets.end(), Field::provider) - facets.begin());
        if (count_providers_ && provider_ == requested_) facets.push_back(Field::provider);
        for (const Field facet : facets) tallies_.emplace_back().facet = facet;
    }

    void count(const DocumentSet& documents, const FacetColumns& columns) {
        for (FacetTally& tally : tallies_) count_column(documents, columns, tally);
    }

    FacetCounts take_counts() {
        const std::size_t providers = count_providers_ ? tallies_[provider_].counts.size() : 0;
        tallies_.resize(requested_);
        return {std::move(tallies_), {}, {}, {}, providers};
    }

  private:
    std::vector<FacetTally> tallies_;
    std::size_t requested_ = 0;
    std::size_t provider_ = 0;
    bool count_providers_;
};

/// One request to be matched, and what several strategies look at.
class Matching {
  public:
    Matching(const Xapian::Query& text, const FilterPlan& filters, const SearchRequest& asked, SortOrder sort,
             const OpenIndex& opened, const Ranking& ranking)
        : undated_query(apply_plan(text, filters, PlannedDates::any)),
          plan(filters),
          request(asked),
          index(opened),
          single(opened.generations.size() == 1),
          by_value(counts_values(filters, asked)),
          ranks_words(sort == SortOrder::relevance && ranking.names.empty()),
          page(text, filters, asked, sort, opened, ranking) {
        if (single && !by_value && counts_facets(filters, asked) && ColumnJudge::can_judge(filters.decided))
            judge.emplace(filters.decided, index.generations.front().columns);
    }

    /// Every document found, by generation; none where posting lists alone do not tell.
    [[nodiscard]] std::vector<DocumentSet> find_listed() const {
        std::vector<DocumentSet> found;
        for (std::size_t i = 0; i < index.generations.size(); ++i) {
            std::optional<DocumentSet> documents = find_documents(undated_query, index.generations[i].database);
            if (!documents) return {};
            if (plan.days) documents->keep_all(find_dated(i));
            found.push_back(std::move(*documents));
        }
        return found;
    }
    /// The documents of a generation that --since and --until allow. Requires: plan.days.
    [[nodiscard]] DocumentSet find_dated(std::size_t generation) const {
        return find_days(index.generations[generation].database, plan.days->slot, plan.days->first, plan.days->last);
    }
    [[nodiscard]] FacetCounter make_counter() const {
        return {plan.decided, request.facets, request.count_providers, tables_of(request), plan.count};
    }

    const Xapian::Query undated_query;  ///< without --since and --until
    const FilterPlan& plan;
    const SearchRequest& request;
    const OpenIndex& index;
    const bool single;       ///< one generation: a document's number is its number there
    const bool by_value;     ///< columns count, and nothing is judged
    const bool ranks_words;  ///< weights of words alone order the page
    PageMatcher page;
    std::optional<ColumnJudge> judge;  ///< where columns judge and count; not where by_value
};

// Counts what was found; returns the documents that pass, where a judge decides.
std::optional<DocumentSet> count_by_columns(Matching& search, const std::vector<DocumentSet>& found, Matches& matches) {
    if (search.judge) {
        ColumnJudge::Counted counted =
            search.judge->count(found.front(), search.request.facets, search.request.count_providers);
        matches.total = counted.accepted.count();
        matches.counts = std::move(counted.counts);
        return std::move(counted.accepted);
    }
    ColumnCounter counter(search.request);
    for (std::size_t i = 0; i < found.size(); ++i) {
        matches.total += found[i].count();
        counter.count(found[i], search.index.generations[i].columns);
    }
    matches.counts = counter.take_counts();
    return std::nullopt;
}

// Whether columns count what is found.
bool counts_columns(const Matching& search) { return search.by_value || search.judge; }

// Found, weighed, judged and counted from posting lists and columns: Xapian's matcher is not asked.
std::optional<Matches> rank_from_lists(Matching& search) {
    if (!counts_columns(search) || !search.single || !search.ranks_words) return std::nullopt;
    const OpenGeneration& generation = search.index.generations.front();
    std::function<bool(Xapian::docid)> chosen;
    if (search.judge) chosen = [&](Xapian::docid id) { return search.judge->accepts(id); };
    std::optional<DocumentSet> dated;
    if (search.plan.days) dated = search.find_dated(0);
    auto ranked = rank_documents(search.undated_query, generation.database, generation.columns, search.page.wanted(),
                                 chosen, dated ? &*dated : nullptr);
    if (!ranked) return std::nullopt;
    Matches matches;
    std::vector<DocumentSet> found;
    found.push_back(std::move(ranked->found));
    count_by_columns(search, found, matches);
    search.page.cut(std::move(ranked->best), 0, matches.hits);
    return matches;
}

// Found from posting lists, judged and counted by columns; the matcher orders a page and stops when it is full.
std::optional<Matches> count_from_lists(Matching& search) {
    if (!counts_columns(search)) return std::nullopt;
    const std::vector<DocumentSet> found = search.find_listed();
    if (found.empty()) return std::nullopt;
    Matches matches;
    const std::optional<DocumentSet> accepted = count_by_columns(search, found, matches);
    if (matches.total == 0) return matches;
    std::optional<Chosen> chosen;
    if (accepted) chosen.emplace(*accepted);
    search.page.run(matches.hits, false, chosen ? &*chosen : nullptr);
    return matches;
}

// Nothing is counted but the stories, which the matcher does by itself.
std::optional<Matches> count_nothing(Matching& search) {
    if (!search.by_value || search.plan.counts) return std::nullopt;
    Matches matches;
    matches.total = search.page.run(matches.hits, true, nullptr);
    return matches;
}

// Found by the matcher, judged and counted by columns.
std::optional<Matches> count_from_matcher(Matching& search) {
    if (!counts_columns(search) || !search.single) return std::nullopt;
    std::vector<DocumentSet> found;
    found.emplace_back(search.index.database.get_lastdocid());
    const Collector collector(found.front(), search.judge ? &*search.judge : nullptr);
    Matches matches;
    search.page.run(matches.hits, true, &collector);
    count_by_columns(search, found, matches);
    return matches;
}

// Each document weighed, judged and counted as the matcher comes to it: always open, never fast.
std::optional<Matches> count_one_by_one(Matching& search) {
    Matches matches;
    FacetCounter counter = search.make_counter();
    search.page.run(matches.hits, true, &counter);
    matches.total = counter.accepted();
    matches.counts = counter.take_counts();
    return matches;
}

using Strategy = std::optional<Matches> (*)(Matching&);

// The first that answers is the cheapest one open to the request; the last one always answers.
constexpr std::array<Strategy, 5> kStrategies{rank_from_lists, count_from_lists, count_nothing, count_from_matcher,
                                              count_one_by_one};

Matches match_cheaply(Matching& search) {
    for (const Strategy strategy : kStrategies)
        if (std::optional<Matches> matches = strategy(search)) return std::move(*matches);
    return {};
}

}  // namespace

Matches match_one_by_one(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request,
                         SortOrder sort, const OpenIndex& index, const Ranking& ranking) {
    Matching search(text, plan, request, sort, index, ranking);
    return *count_one_by_one(search);
}

Matches match_stories(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                      const OpenIndex& index, const Ranking& ranking) {
    Matching search(text, plan, request, sort, index, ranking);
    return match_cheaply(search);
}

std::size_t count_stories(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index) {
    FilterPlan counting = plan;
    counting.count = {};
    counting.counts = false;
    SearchRequest nothing_shown;
    nothing_shown.limit = 0;
    Matching search(text, counting, nothing_shown, SortOrder::newest, index, {});
    if (search.by_value)
        if (const auto count = count_at_once(apply_plan(text, counting), index.database)) return *count;
    return match_cheaply(search).total;
}

std::size_t count_undated(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index) {
    const Xapian::valueno slot = field_row(Field::date).slot;
    if (index.database.get_value_freq(slot) == index.database.get_doccount()) return 0;
    Xapian::Enquire enquire(index.database);
    enquire.set_query(apply_plan(text, plan, PlannedDates::undated));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const FacetCounter counter(plan.decided, {}, false);
    enquire.get_mset(0, 0, index.database.get_doccount(), nullptr, &counter);
    return counter.accepted();
}

}  // namespace findings
