#include "searcher/match/match_stories.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "searcher/facets/count_columns.hpp"
#include "searcher/match/find_documents.hpp"
#include "searcher/match/rank_documents.hpp"

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
Xapian::Query add_names(const Xapian::Query& text, const std::vector<QueriedName>& names) {
    if (names.empty()) return text;
    return {Xapian::Query::OP_AND_MAYBE, text, build_name_query(names)};
}

// --table first, then the charts.
std::vector<std::pair<Field, Field>> tables_of(const SearchRequest& request) {
    std::vector<std::pair<Field, Field>> tables = request.charts;
    if (request.table) tables.insert(tables.begin(), *request.table);
    return tables;
}

/// The matcher set up for one request: everything but who looks at the documents and at how many.
class PageMatcher {
  public:
    PageMatcher(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                const OpenIndex& index, const Ranking& ranking)
        : database_(index.database), enquire_(database_), request_(request) {
        const bool ranks = sort == SortOrder::relevance;
        if (index.generations.size() == 1) lengths_ = index.generations.front().columns.lengths();
        enquire_.set_query(apply_plan(ranks ? add_names(text, ranking.names) : text, plan));
        set_order(enquire_, sort, index.generations.size() > 1, keys_);
        // A page among the best stories is cut from all of them, ranked again.
        if (ranks && request.limit > 0 && request.offset < kRerankedStories) neighbours_ = ranking.adjacent;
    }

    /// Fills in the page; returns what Xapian takes for the total, which is exact when every document is to be checked.
    /// Without check_at_least Xapian stops at a full page, and leaves out unseen what cannot reach it.
    std::size_t run(Matches& matches, bool check_all, const Xapian::MatchDecider* decider) {
        if (!check_all && request_.limit == 0) return 0;
        const std::size_t all = database_.get_doccount();
        const auto bounded = [all](std::size_t number) { return static_cast<Xapian::doccount>(std::min(number, all)); };
        const std::size_t first = is_reranked() ? 0 : request_.offset;
        const Xapian::MSet found = enquire_.get_mset(bounded(first), bounded(is_reranked() ? wanted() : request_.limit),
                                                     check_all ? bounded(all) : 0, nullptr, decider);
        std::vector<FoundStory> stories;
        stories.reserve(found.size());
        for (auto match = found.begin(); match != found.end(); ++match) stories.push_back({*match, match.get_weight()});
        cut(std::move(stories), first, matches);
        return found.get_matches_estimated();
    }

    /// How many of the best stories a page is cut from.
    [[nodiscard]] std::size_t wanted() const {
        if (request_.limit == 0 || request_.limit == kNoLimit) return request_.limit;
        const std::size_t end = request_.offset + request_.limit;
        return is_reranked() ? std::max(end, kRerankedStories) : end;
    }

    /// Fills in the page from the stories that begin with number `first` of the best.
    void cut(std::vector<FoundStory> stories, std::size_t first, Matches& matches) const {
        rank_adjacent(neighbours_, database_, stories, lengths_);
        const std::size_t before = std::min(request_.offset - first, stories.size());
        stories.erase(stories.begin(), stories.begin() + static_cast<std::ptrdiff_t>(before));
        if (stories.size() > request_.limit) stories.resize(request_.limit);
        matches.hits = std::move(stories);
    }

  private:
    [[nodiscard]] bool is_reranked() const { return !neighbours_.empty(); }

    const Xapian::Database& database_;
    Xapian::MultiValueKeyMaker keys_;
    Xapian::Enquire enquire_;
    const SearchRequest& request_;
    std::vector<WordPair> neighbours_;
    std::span<const std::uint32_t> lengths_;  ///< of the documents, where one generation has them all
};

/// Lets every document in and remembers it.
class Collector : public Xapian::MatchDecider {
  public:
    explicit Collector(DocumentSet& documents) : documents_(documents) {}
    bool operator()(const Xapian::Document& document) const override {
        documents_.add(document.get_docid());
        return true;
    }

  private:
    DocumentSet& documents_;
};

/// Lets the documents of a set in.
class Chosen : public Xapian::MatchDecider {
  public:
    explicit Chosen(const DocumentSet& documents) : documents_(documents) {}
    bool operator()(const Xapian::Document& document) const override { return documents_.has(document.get_docid()); }

  private:
    const DocumentSet& documents_;
};

// Whether a story counts for just the values it has.
bool counts_values(const FilterPlan& plan, const SearchRequest& request) {
    return !plan.decides && !plan.counts_awards && !request.table && request.charts.empty();
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
        return {std::move(tallies_), {}, providers};
    }

  private:
    std::vector<FacetTally> tallies_;
    std::size_t requested_ = 0;
    std::size_t provider_ = 0;
    bool count_providers_;
};

// Every document found, generation by generation, where the posting lists alone tell; else nothing.
std::vector<DocumentSet> find_in_generations(const Xapian::Query& query, const OpenIndex& index) {
    std::vector<DocumentSet> found;
    for (const OpenGeneration& generation : index.generations) {
        std::optional<DocumentSet> documents = find_documents(query, generation.database);
        if (!documents) return {};
        found.push_back(std::move(*documents));
    }
    return found;
}

// Every document of the set judged and counted by the rules of the filters; returns those that pass.
DocumentSet decide(const DocumentSet& documents, const Xapian::Database& database, const FacetCounter& counter) {
    DocumentSet accepted(database.get_lastdocid());
    auto packed = database.valuestream_begin(kSlotFacets);
    const auto end = database.valuestream_end(kSlotFacets);
    documents.each([&](Xapian::docid id) {
        std::string bytes;
        if (packed != end) packed.skip_to(id);
        if (packed != end && packed.get_docid() == id) bytes = *packed;
        if (counter.look_at(FacetView(bytes))) accepted.add(id);
    });
    return accepted;
}

}  // namespace

Matches match_one_by_one(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request,
                         SortOrder sort, const OpenIndex& index, const Ranking& ranking) {
    Matches matches;
    FacetCounter counter(plan.decided, request.facets, request.count_providers, tables_of(request));
    PageMatcher(text, plan, request, sort, index, ranking).run(matches, true, &counter);
    matches.total = counter.accepted();
    matches.counts = counter.take_counts();
    return matches;
}

Matches match_stories(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                      const OpenIndex& index, const Ranking& ranking) {
    const bool single = index.generations.size() == 1;
    const bool by_value = counts_values(plan, request);
    // The matcher tells a decider the number a document has in its own index, not in which.
    const bool by_rules = !by_value && single && plan.decided.latest == nullptr;
    if (!by_value && !by_rules) return match_one_by_one(text, plan, request, sort, index, ranking);
    Matches matches;
    PageMatcher page(text, plan, request, sort, index, ranking);
    if (by_value && single && sort == SortOrder::relevance && ranking.names.empty()) {
        const OpenGeneration& generation = index.generations.front();
        if (auto ranked =
                rank_documents(apply_plan(text, plan), generation.database, generation.columns, page.wanted())) {
            matches.total = ranked->found.count();
            ColumnCounter counter(request);
            counter.count(ranked->found, generation.columns);
            matches.counts = counter.take_counts();
            page.cut(std::move(ranked->best), 0, matches);
            return matches;
        }
    }
    std::vector<DocumentSet> found = find_in_generations(apply_plan(text, plan), index);
    if (by_rules) {
        if (found.empty()) return match_one_by_one(text, plan, request, sort, index, ranking);
        FacetCounter counter(plan.decided, request.facets, request.count_providers, tables_of(request));
        const DocumentSet accepted = decide(found.front(), index.database, counter);
        const Chosen chosen(accepted);
        matches.total = counter.accepted();
        matches.counts = counter.take_counts();
        if (matches.total > 0) page.run(matches, false, &chosen);
        return matches;
    }
    if (found.empty() && !plan.counts) {
        matches.total = page.run(matches, true, nullptr);
        return matches;
    }
    if (found.empty() && !single) return match_one_by_one(text, plan, request, sort, index, ranking);
    const bool collected = found.empty();
    if (collected) {
        found.emplace_back(index.database.get_lastdocid());
        const Collector collector(found.front());
        page.run(matches, true, &collector);
    }
    ColumnCounter counter(request);
    for (std::size_t i = 0; i < found.size(); ++i) {
        matches.total += found[i].count();
        counter.count(found[i], index.generations[i].columns);
    }
    matches.counts = counter.take_counts();
    if (!collected && matches.total > 0) page.run(matches, false, nullptr);
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
