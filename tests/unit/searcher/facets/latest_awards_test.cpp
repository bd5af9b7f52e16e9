// Which story --latest keeps of a provider, one rule at a time.
#include "searcher/facets/latest_awards.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

/// A story of one provider that grades nothing.
Article make_story(const std::string& id, const std::string& inspected, const std::string& kind = "report") {
    Article article;
    article.id = id;
    article.source = id + ".txt";
    article.text = "Words.";
    article.inspected = inspected;
    article.values = {make_value(Field::provider, "kent"), make_value(Field::kind, kind)};
    article.awards = {{"kent", "four-point", "", "", "", false, {}}};
    return article;
}

Article graded(Article article, bool inferred = false) {
    article.awards[0].grade = "good";
    article.awards[0].inferred = inferred;
    return article;
}

Article with(Article article, Field field, const std::string& slug) {
    article.values.push_back(make_value(field, slug));
    return article;
}

std::string latest(const std::vector<Article>& articles, bool include_inferred = false) {
    SearchFixture fixture(articles);
    fixture.request.latest = true;
    fixture.request.include_inferred = include_inferred;
    fixture.request.sort = SortOrder::oldest;
    std::string ids;
    for (const std::string& id : fixture.search().ids()) ids += (ids.empty() ? "" : " ") + id;
    return ids;
}

const Article kOld = graded(make_story("old", "2020-01-01"));

}  // namespace

TEST_CASE("a newer grade, report or letter is the latest, a newer story that grades nothing is not") {
    CHECK(latest({kOld, graded(make_story("new", "2024-01-01", "news"))}) == "new");
    CHECK(latest({kOld, make_story("new", "2024-01-01", "report")}) == "new");
    CHECK(latest({kOld, make_story("new", "2024-01-01", "letter")}) == "new");
    CHECK(latest({kOld, make_story("new", "2024-01-01", "news")}) == "old");
    CHECK(latest({kOld, with(make_story("new", "2024-01-01", "news"), Field::judgement, "leaders:good")}) == "new");
    CHECK(latest({kOld, graded(make_story("older", "2019-12-31"))}) == "old");
}

TEST_CASE("an inferred grade counts when it is asked for") {
    const std::vector<Article> articles{kOld, graded(make_story("new", "2024-01-01", "news"), true)};
    CHECK(latest(articles) == "old");
    CHECK(latest(articles, true) == "new");
}

TEST_CASE("a visit that is no full inspection replaces none, whatever it grades") {
    for (const char* visit : {"monitoring", "focused", "assurance", "interim"})
        CHECK_MESSAGE(latest({kOld, with(graded(make_story("new", "2024-01-01")), Field::visit, visit)}) == "old",
                      visit);
    CHECK(latest({kOld, with(graded(make_story("new", "2024-01-01")), Field::visit, "full")}) == "new");
}

TEST_CASE("a report without any award is its providers' when it names the visit") {
    Article bare = make_story("new", "2024-01-01");
    bare.awards.clear();
    CHECK(latest({kOld, bare}) == "old");
    CHECK(latest({kOld, with(bare, Field::visit, "full")}) == "new");
    bare.values[1] = make_value(Field::kind, "news");
    CHECK(latest({kOld, with(bare, Field::visit, "full")}) == "old");
}

TEST_CASE("the day of the inspection counts, without one that of publication; without any it is the oldest") {
    Article published = graded(make_story("new", ""));
    published.published = "2024-01-01";
    CHECK(latest({kOld, published}) == "new");
    Article late = graded(make_story("late", "2019-01-01"));
    late.published = "2024-01-01";
    CHECK(latest({kOld, late}) == "old");
    CHECK(latest({kOld, graded(make_story("undated", ""))}) == "old");
    CHECK(latest({graded(make_story("undated", ""))}) == "undated");
}

TEST_CASE("each provider has its own latest story, one without a provider none") {
    Article two = graded(make_story("two", "2024-01-01"));
    two.values[0] = make_value(Field::provider, "leeds");
    two.awards[0].provider = "leeds";
    CHECK(latest({kOld, two}) == "old two");
    Article nobody = graded(make_story("nobody", "2024-01-01"));
    nobody.values.erase(nobody.values.begin());
    nobody.awards[0].provider.clear();
    CHECK(latest({kOld, nobody}) == "old");
}

}  // namespace findings::testing
