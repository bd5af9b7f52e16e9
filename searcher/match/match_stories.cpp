#include "searcher/match/match_stories.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "common/base/fnv_hash.hpp"
#include "common/index/finding_place.hpp"
#include "searcher/facets/count_columns.hpp"
#include "searcher/match/find_documents.hpp"
#include "searcher/match/rank_documents.hpp"

namespace findings {
namespace {

/// Puts documents in an order that depends on nothing but the seed and each story's date and id, of a finding its place
/// too.
class DrawKeys : public Xapian::KeyMaker {
  public:
    explicit DrawKeys(std::uint64_t seed) : seed_(seed) {}

    std::string operator()(const Xapian::Document& document) const override {
        // FNV's high bits change little with the last bytes; two rounds of multiplying spread them (splitmix64).
        std::uint64_t hash =
            fnv_hash(document.get_value(kSlotOrder) + place_key(document)) ^ (seed_ * 0x9e3779b97f4a7c15ULL);
        hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
        hash ^= hash >> 31U;
        std::string key;
        for (int byte = 7; byte >= 0; --byte)
            key += static_cast<char>(hash >> (8U * static_cast<unsigned>(byte)) & 0xffU);
        return key;
    }

  private:
    static std::string place_key(const Xapian::Document& document) {
        const std::string packed = document.get_value(kSlotStory);
        return packed.empty() ? packed : make_place_key(unpack_finding_place(packed));
    }

    std::uint64_t seed_;
};

// Documents lie newest first in a generation, so document order is the order to browse and the tie-break. Over
// several generations the order slot says the same.
void set_order(Xapian::Enquire& enquire, SortOrder sort, bool several, DateBasis by, Xapian::MultiValueKeyMaker& keys) {
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    if (sort == SortOrder::relevance) {
        enquire.set_weighting_scheme(Xapian::IneB2Weight(kWeightingConstant));
        if (several) enquire.set_sort_by_relevance_then_value(kSlotOrder, false);
        return;
    }
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (by != DateBasis::usual && (sort == SortOrder::newest || sort == SortOrder::oldest)) {
        const bool newest = sort == SortOrder::newest;
        keys.add_value(date_slot(by), newest, newest ? std::string() : std::string("\xff"));
        keys.add_value(kSlotOrder);
        enquire.set_sort_by_key(&keys, false);
        return;
    }
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
        : database_(index.database),
          draw_(request.seed),
          enquire_(database_),
          request_(request),
          generations_(list_finding_stories(index)) {
        const bool ranks = sort == SortOrder::relevance;
        if (index.generations.size() == 1) lengths_ = index.generations.front().columns.lengths();
        enquire_.set_query(apply_plan(ranks ? add_names(text, ranking.names) : text, plan));
        if (sort == SortOrder::random) {
            enquire_.set_weighting_scheme(Xapian::BoolWeight());
            enquire_.set_sort_by_key(&draw_, false);
        } else {
            set_order(enquire_, sort, index.generations.size() > 1, request.by, keys_);
        }
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
        rank_adjacent(neighbours_, database_, stories, lengths_, generations_);
        const std::size_t before = std::min(request_.offset - first, stories.size());
        stories.erase(stories.begin(), stories.begin() + static_cast<std::ptrdiff_t>(before));
        if (stories.size() > request_.limit) stories.resize(request_.limit);
        matches.hits = std::move(stories);
    }

  private:
    [[nodiscard]] bool is_reranked() const { return !neighbours_.empty(); }

    const Xapian::Database& database_;
    Xapian::MultiValueKeyMaker keys_;
    DrawKeys draw_;
    Xapian::Enquire enquire_;
    const SearchRequest& request_;
    std::vector<WordPair> neighbours_;
    NumberColumn lengths_;  ///< of the documents, where one generation has them all
    std::vector<FindingStories> generations_;
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
    return !plan.decides && !plan.counts_awards && !plan.count.counts_rules() && !plan.decided.has_own_year() &&
           !request.table && request.charts.empty();
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
DocumentSet judge(const DocumentSet& documents, const Xapian::Database& database, const FacetCounter& counter) {
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

/// One request to be matched, and what several strategies look at.
class Matching {
  public:
    Matching(const Xapian::Query& text, const FilterPlan& filters, const SearchRequest& asked, SortOrder sort,
             const OpenIndex& opened, const Ranking& ranking)
        : query(apply_plan(text, filters)),
          plan(filters),
          request(asked),
          index(opened),
          single(opened.generations.size() == 1),
          by_value(counts_values(filters, asked)),
          ranks_words(sort == SortOrder::relevance && ranking.names.empty()),
          page(text, filters, asked, sort, opened, ranking) {}

    /// Every document found, by generation; none where posting lists alone do not tell. Looked for once.
    std::vector<DocumentSet>& listed() {
        if (!listed_) listed_ = find_in_generations(query, index);
        return *listed_;
    }
    [[nodiscard]] FacetCounter make_counter() const {
        return {plan.decided, request.facets, request.count_providers, tables_of(request), plan.count};
    }

    const Xapian::Query query;
    const FilterPlan& plan;
    const SearchRequest& request;
    const OpenIndex& index;
    const bool single;       ///< one generation: a document's number is its number there
    const bool by_value;     ///< columns count
    const bool ranks_words;  ///< weights of words alone order the page
    PageMatcher page;

  private:
    std::optional<std::vector<DocumentSet>> listed_;
};

// Adds up the columns of what was found.
void count_by_columns(const Matching& search, const std::vector<DocumentSet>& found, Matches& matches) {
    ColumnCounter counter(search.request);
    for (std::size_t i = 0; i < found.size(); ++i) {
        matches.total += found[i].count();
        counter.count(found[i], search.index.generations[i].columns);
    }
    matches.counts = counter.take_counts();
}

// Found, weighed and counted from posting lists and columns: Xapian's matcher is not asked.
std::optional<Matches> rank_from_lists(Matching& search) {
    if (!search.by_value || !search.single || !search.ranks_words) return std::nullopt;
    const OpenGeneration& generation = search.index.generations.front();
    auto ranked = rank_documents(search.query, generation.database, generation.columns, search.page.wanted());
    if (!ranked) return std::nullopt;
    Matches matches;
    std::vector<DocumentSet> found;
    found.push_back(std::move(ranked->found));
    count_by_columns(search, found, matches);
    search.page.cut(std::move(ranked->best), 0, matches);
    return matches;
}

// Found from posting lists, judged by the rules of the filters; the matcher orders what passes.
std::optional<Matches> judge_from_lists(Matching& search) {
    // The matcher tells a decider the number a document has in its own index, not in which.
    if (search.by_value || !search.single || search.plan.decided.latest != nullptr) return std::nullopt;
    // Nor does the packed slot alone tell the story, or the year of another day.
    if (search.plan.count.needs_key() || search.plan.decided.has_own_year()) return std::nullopt;
    if (search.listed().empty()) return std::nullopt;
    FacetCounter counter = search.make_counter();
    const DocumentSet accepted = judge(search.listed().front(), search.index.database, counter);
    const Chosen chosen(accepted);
    Matches matches;
    matches.total = counter.accepted();
    matches.counts = counter.take_counts();
    if (matches.total > 0) search.page.run(matches, false, &chosen);
    return matches;
}

// Found from posting lists, counted by columns; the matcher orders a page and stops when it is full.
std::optional<Matches> count_from_lists(Matching& search) {
    if (!search.by_value || search.listed().empty()) return std::nullopt;
    Matches matches;
    count_by_columns(search, search.listed(), matches);
    if (matches.total > 0) search.page.run(matches, false, nullptr);
    return matches;
}

// Nothing is counted but the stories, which the matcher does by itself.
std::optional<Matches> count_nothing(Matching& search) {
    if (!search.by_value || search.plan.counts) return std::nullopt;
    Matches matches;
    matches.total = search.page.run(matches, true, nullptr);
    return matches;
}

// Found by the matcher, counted by columns.
std::optional<Matches> count_from_matcher(Matching& search) {
    if (!search.by_value || !search.single) return std::nullopt;
    std::vector<DocumentSet> found;
    found.emplace_back(search.index.database.get_lastdocid());
    const Collector collector(found.front());
    Matches matches;
    search.page.run(matches, true, &collector);
    count_by_columns(search, found, matches);
    return matches;
}

// Each document weighed, judged and counted as the matcher comes to it: always open, never fast.
std::optional<Matches> count_one_by_one(Matching& search) {
    Matches matches;
    FacetCounter counter = search.make_counter();
    search.page.run(matches, true, &counter);
    matches.total = counter.accepted();
    matches.counts = counter.take_counts();
    return matches;
}

using Strategy = std::optional<Matches> (*)(Matching&);

// The first that answers is the cheapest one open to the request; the last one always answers.
constexpr std::array<Strategy, 6> kStrategies{rank_from_lists, judge_from_lists,   count_from_lists,
                                              count_nothing,   count_from_matcher, count_one_by_one};

}  // namespace

Matches match_one_by_one(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request,
                         SortOrder sort, const OpenIndex& index, const Ranking& ranking) {
    Matching search(text, plan, request, sort, index, ranking);
    return *count_one_by_one(search);
}

Matches match_stories(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                      const OpenIndex& index, const Ranking& ranking) {
    Matching search(text, plan, request, sort, index, ranking);
    for (const Strategy strategy : kStrategies)
        if (std::optional<Matches> matches = strategy(search)) return std::move(*matches);
    return {};
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
