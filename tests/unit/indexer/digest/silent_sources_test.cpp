#include "indexer/digest/silent_sources.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("a daily source is told silent once, after a week") {
    const Arrivals daily{{"kent", {"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"}}};
    CHECK(find_silent_sources(daily, "2026-01-11", "2026-01-12").empty());
    const auto silent = find_silent_sources(daily, "2026-01-12", "2026-01-13");
    REQUIRE(silent.size() == 1);
    CHECK(silent.front().source == "kent");
    CHECK(silent.front().last_day == "2026-01-05");
    CHECK(silent.front().usual_days == 1);
    CHECK(find_silent_sources(daily, "2026-01-13", "2026-01-14").empty());
    // A week without builds hides nothing.
    CHECK(find_silent_sources(daily, "2026-01-10", "2026-01-20").size() == 1);
}

TEST_CASE("a source is measured by its own habit") {
    const Arrivals monthly{{"a", {"2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"}}};
    CHECK(find_silent_sources(monthly, "2026-05-01", "2026-08-01").empty());
    CHECK(find_silent_sources(monthly, "2026-05-01", "2026-08-05").size() == 1);
    const Arrivals with_holidays{{"a", {"2026-01-01", "2026-01-02", "2026-01-03", "2026-02-20", "2026-02-21"}}};
    CHECK(find_silent_sources(with_holidays, "2026-02-21", "2026-04-10").empty());
}

TEST_CASE("four days are no habit, and days to come are not looked at") {
    const Arrivals few{{"a", {"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"}}};
    CHECK(find_silent_sources(few, "2026-01-01", "2027-01-01").empty());
    const Arrivals later{{"a", {"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "2026-03-01"}}};
    CHECK(find_silent_sources(later, "2026-01-12", "2026-01-13").size() == 1);
}

TEST_CASE("a story counts for its site, else for its folder, else for its file") {
    Article article;
    article.source = "kent/online/a.html";
    CHECK(name_source(article) == "kent/online");
    article.url = "https://www.example.org/news/a?b";
    CHECK(name_source(article) == "example.org");
    article.url.clear();
    article.source = "all.jsonl";
    CHECK(name_source(article) == "all.jsonl");
}
