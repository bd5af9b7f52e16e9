#include "indexer/ingest/process_article.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/facet_slugs.hpp"

namespace findings::testing {
namespace {

RawArticle make_graded_story() {
    RawArticle raw;
    raw.type = ContentType::text;
    raw.line = 7;
    raw.blocks = {
        {BlockRole::heading, 0, "Larkspur Nursery rated good by Ofsted"},
        {BlockRole::paragraph, 0, "Larkspur Nursery in Leeds was rated good by Ofsted after a visit in May."}};
    return raw;
}

}  // namespace

TEST_CASE("a corrected grade replaces the article's own, which copies are still told by") {
    ArticleSetting setting{"larkspur.txt"};
    std::size_t asked_line = 0;
    setting.find_corrections = [&](const CleanArticle& clean, std::size_t line) {
        CHECK(clean.source == "larkspur.txt");
        asked_line = line;
        return CorrectedValues{{"grade", {"inadequate"}}};
    };
    const ProcessedArticle done = process_article(make_graded_story(), setting);
    CHECK(asked_line == 7);
    CHECK(slugs_of(done.facets, Field::grade) == Slugs{"inadequate"});
    REQUIRE(done.own_grades.has_value());
    CHECK(*done.own_grades == std::vector<std::string>{"good"});
    CHECK(done.clean.corrected.contains("grade"));
}

TEST_CASE("a correction of something else leaves the grades and says nothing of them") {
    ArticleSetting setting{"larkspur.txt"};
    setting.find_corrections = [](const CleanArticle&, std::size_t) { return CorrectedValues{{"region", {"London"}}}; };
    const ProcessedArticle done = process_article(make_graded_story(), setting);
    CHECK(slugs_of(done.facets, Field::grade) == Slugs{"good"});
    CHECK_FALSE(done.own_grades.has_value());
}

TEST_CASE("without corrections nothing is marked as corrected") {
    const ProcessedArticle done = process_article(make_graded_story(), {"larkspur.txt"});
    CHECK(slugs_of(done.facets, Field::grade) == Slugs{"good"});
    CHECK(done.clean.corrected.empty());
}

}  // namespace findings::testing
