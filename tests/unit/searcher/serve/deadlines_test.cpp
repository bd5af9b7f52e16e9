#include "searcher/serve/deadlines.hpp"

#include <vector>

#include <doctest/doctest.h>

namespace findings::testing {
namespace {

using std::chrono::seconds;

struct Watched {
    std::vector<int> cut;
    Deadlines deadlines{[this](int socket) { cut.push_back(socket); }};
    Deadlines::Clock::time_point start{};
    int a = 0;
    int b = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Watched, "a connection is cut off at its deadline, once, and not before") {
    deadlines.open(&a, 7, start + seconds(10));
    CHECK(deadlines.cut_late(start + seconds(9)) == 0);
    CHECK(deadlines.cut_late(start + seconds(10)) == 1);
    CHECK(deadlines.cut_late(start + seconds(11)) == 0);
    CHECK(cut == std::vector<int>{7});
}

TEST_CASE_FIXTURE(Watched, "the first line of a first request gives no more time: the first byte counted") {
    deadlines.open(&a, 7, start + seconds(10));
    deadlines.begin_request(&a, start + seconds(14));
    CHECK(deadlines.cut_late(start + seconds(10)) == 1);
}

TEST_CASE_FIXTURE(Watched, "a later request has its time from its first line") {
    deadlines.open(&a, 7, start + seconds(10));
    deadlines.end_request(&a, start + seconds(6));
    deadlines.begin_request(&a, start + seconds(11));
    CHECK(deadlines.cut_late(start + seconds(10)) == 0);
    CHECK(deadlines.cut_late(start + seconds(11)) == 1);
}

TEST_CASE_FIXTURE(Watched, "an idle connection ends") {
    deadlines.open(&a, 7, start + seconds(10));
    deadlines.end_request(&a, start + seconds(6));
    CHECK(deadlines.cut_late(start + seconds(6)) == 1);
}

TEST_CASE_FIXTURE(Watched, "a closed connection is not touched: its socket may be another's by now") {
    deadlines.open(&a, 7, start + seconds(10));
    deadlines.open(&b, 8, start + seconds(10));
    deadlines.remove(&a);
    deadlines.begin_request(&a, start);
    CHECK(deadlines.cut_late(start + seconds(20)) == 1);
    CHECK(cut == std::vector<int>{8});
    CHECK(deadlines.size() == 1);
}

}  // namespace findings::testing
