#include "searcher/match/page_matcher.hpp"

#include <algorithm>
#include <utility>

#include "common/base/fnv_hash.hpp"
#include "common/index/finding_place.hpp"

namespace findings {
namespace {

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

std::string place_key(const Xapian::Document& document) {
    const std::string packed = document.get_value(kSlotStory);
    return packed.empty() ? packed : make_place_key(unpack_finding_place(packed));
}

}  // namespace

std::string DrawKeys::operator()(const Xapian::Document& document) const {
    // FNV's high bits change little with the last bytes; two rounds of multiplying spread them (splitmix64).
    std::uint64_t hash =
        fnv_hash(document.get_value(kSlotOrder) + place_key(document)) ^ (seed_ * 0x9e3779b97f4a7c15ULL);
    hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
    hash ^= hash >> 31U;
    std::string key;
    for (int byte = 7; byte >= 0; --byte) key += static_cast<char>(hash >> (8U * static_cast<unsigned>(byte)) & 0xffU);
    return key;
}

PageMatcher::PageMatcher(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request,
                         SortOrder sort, const OpenIndex& index, const Ranking& ranking)
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

std::size_t PageMatcher::run(std::vector<FoundStory>& hits, bool check_all, const Xapian::MatchDecider* decider) {
    if (!check_all && request_.limit == 0) return 0;
    const std::size_t all = database_.get_doccount();
    const auto bounded = [all](std::size_t number) { return static_cast<Xapian::doccount>(std::min(number, all)); };
    const std::size_t first = is_reranked() ? 0 : request_.offset;
    const Xapian::MSet found = enquire_.get_mset(bounded(first), bounded(is_reranked() ? wanted() : request_.limit),
                                                 check_all ? bounded(all) : 0, nullptr, decider);
    std::vector<FoundStory> stories;
    stories.reserve(found.size());
    for (auto match = found.begin(); match != found.end(); ++match) stories.push_back({*match, match.get_weight()});
    cut(std::move(stories), first, hits);
    return found.get_matches_estimated();
}

std::size_t PageMatcher::wanted() const {
    if (request_.limit == 0 || request_.limit == kNoLimit) return request_.limit;
    const std::size_t end = request_.offset + request_.limit;
    return is_reranked() ? std::max(end, kRerankedStories) : end;
}

void PageMatcher::cut(std::vector<FoundStory> stories, std::size_t first, std::vector<FoundStory>& hits) const {
    rank_adjacent(neighbours_, database_, stories, lengths_, generations_);
    const std::size_t before = std::min(request_.offset - first, stories.size());
    stories.erase(stories.begin(), stories.begin() + static_cast<std::ptrdiff_t>(before));
    if (stories.size() > request_.limit) stories.resize(request_.limit);
    hits = std::move(stories);
}

}  // namespace findings
