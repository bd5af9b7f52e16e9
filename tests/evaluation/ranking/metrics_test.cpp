// The measures against values worked out by hand.
#include "tests/evaluation/ranking/metrics.hpp"

#include <cmath>
#include <sstream>
#include <stdexcept>

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

namespace findings::evaluation {
namespace {

Judgements judgements(const std::string& text) {
    std::istringstream lines(text);
    return read_judgements(lines);
}

Run run_of(const std::string& text) {
    std::istringstream lines(text);
    return read_run(lines);
}

std::vector<std::string> documents(std::size_t count) {
    std::vector<std::string> ids;
    for (std::size_t i = 1; i <= count; ++i) ids.push_back("d" + std::to_string(i));
    return ids;
}

}  // namespace

TEST_CASE("equal scores are sorted by document, the greatest first, and the rank column is not read") {
    const Run run = run_of("q Q0 d3 9 3 x\nq Q0 d1 1 2 x\nq Q0 d2 2 2 x\nq Q0 d9 3 1 x\n");
    CHECK(sort_documents(run.at("q")) == std::vector<std::string>{"d3", "d2", "d1", "d9"});
}

TEST_CASE("the measures of a query are those worked out by hand") {
    // Ranked d3 d2 d1 d9 with grades 0 1 2 0; d4, grade 1, is not found.
    const Metrics metrics = measure_query({"d3", "d2", "d1", "d9"}, {{"d1", 2}, {"d2", 1}, {"d4", 1}, {"d9", 0}});
    const double found = 1 / std::log2(3) + 2 / std::log2(4);
    const double ideal = 2 + 1 / std::log2(3) + 1 / std::log2(4);
    CHECK(metrics.ndcg10 == doctest::Approx(found / ideal));
    CHECK(metrics.ndcg10 == doctest::Approx(0.520909));
    CHECK(metrics.map == doctest::Approx((1.0 / 2 + 2.0 / 3) / 3));
    CHECK(metrics.p10 == doctest::Approx(0.2));
    CHECK(metrics.recall100 == doctest::Approx(2.0 / 3));
    CHECK(metrics.mrr == doctest::Approx(0.5));
}

TEST_CASE("what stands below the tenth or the hundredth place counts where it should") {
    const Metrics eleventh = measure_query(documents(200), {{"d11", 1}});
    CHECK(eleventh.ndcg10 == 0);
    CHECK(eleventh.p10 == 0);
    CHECK(eleventh.mrr == doctest::Approx(1.0 / 11));
    CHECK(eleventh.recall100 == 1);
    const Metrics below = measure_query(documents(200), {{"d101", 1}, {"d1", -1}});
    CHECK(below.recall100 == 0);
    CHECK(below.map == doctest::Approx(1.0 / 101));
    CHECK(below.ndcg10 == 0);
}

TEST_CASE("the mean counts every query with a relevant document, also one without an answer") {
    const Judgements judged = judgements("q1 0 a 1\nq2 0 b 1\nq3 0 c 0\n");
    const Metrics metrics = measure_run(judged, run_of("q1 Q0 a 1 5 x\nq9 Q0 z 1 5 x\n"));
    CHECK(metrics.mrr == doctest::Approx(0.5));
    CHECK(metrics.map == doctest::Approx(0.5));
    CHECK_THROWS_AS(measure_run(judgements("q3 0 c 0\n"), {}), std::runtime_error);
}

TEST_CASE("a line of another shape and a document listed twice are errors with their line") {
    CHECK_THROWS_WITH(judgements("q 0 a 1\n\nq 0 a\n"), "line 3: expected query 0 document grade");
    CHECK_THROWS_WITH(run_of("q Q0 a one\n"), "line 1: expected query Q0 document rank score");
    CHECK_THROWS_WITH(run_of("q Q0 a 1 2 x\nq Q0 a 2 1 x\n"), "line 2: a is listed twice for q");
}

}  // namespace findings::evaluation
