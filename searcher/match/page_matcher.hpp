#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/index/open_index.hpp"
#include "searcher/match/rank_adjacent.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/built_query.hpp"
#include "searcher/plan/filter_plan.hpp"

namespace findings {

/// Puts documents in an order that depends on nothing but the seed and each story's date and id, of a finding its place
/// too.
class DrawKeys : public Xapian::KeyMaker {
  public:
    explicit DrawKeys(std::uint64_t seed) : seed_(seed) {}

    std::string operator()(const Xapian::Document& document) const override;

  private:
    std::uint64_t seed_;
};

/// The matcher set up for one request: everything but who looks at the documents and at how many.
class PageMatcher {
  public:
    PageMatcher(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                const OpenIndex& index, const Ranking& ranking);

    /// Fills in the page; returns what Xapian takes for the total, which is exact when every document is to be checked.
    /// Without check_at_least Xapian stops at a full page, and leaves out unseen what cannot reach it.
    std::size_t run(std::vector<FoundStory>& hits, bool check_all, const Xapian::MatchDecider* decider);

    /// How many of the best stories a page is cut from.
    [[nodiscard]] std::size_t wanted() const;

    /// Fills in the page from the stories that begin with number `first` of the best.
    void cut(std::vector<FoundStory> stories, std::size_t first, std::vector<FoundStory>& hits) const;

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

}  // namespace findings
