#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/index/every_document.hpp"
#include "searcher/plan/filter_plan.hpp"

namespace findings::testing {

TEST_CASE("queries of several threads share nothing") {
    // With one query for every document shared by all threads, its count of references is lost within these rounds.
    constexpr int kThreads = 4;
    constexpr int kRounds = 250'000;
    constexpr std::size_t kCopies = 64;  // many copies a round, so that two threads meet at the count
    SearchRequest request;
    request.include_records = true;  // else a filter leaves them out
    std::vector<int> matching_all(kThreads, 0);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&, thread] {
            for (int round = 0; round < kRounds; ++round) {
                const FilterPlan plan = plan_filters(request, {});
                const std::vector<Xapian::Query> queries(kCopies, apply_plan(every_document(), plan));
                matching_all[static_cast<std::size_t>(thread)] +=
                    queries.back().get_type() == Xapian::Query::LEAF_MATCH_ALL ? 1 : 0;
            }
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(matching_all == std::vector<int>(kThreads, kRounds));
}

}  // namespace findings::testing
