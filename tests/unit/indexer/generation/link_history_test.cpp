// The grade before, from another article of the collection.
#include "indexer/generation/link_history.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace findings;

namespace {

/// One article on one inspection: "provider line grade inspected published", - for none.
struct Collection {
    SpooledArticles articles;
    std::vector<Story> stories;
    std::vector<GradedInspection> inspections;

    Collection& add(std::string line, std::string grade, std::string inspected, std::string published = {},
                    std::string provider = "kent") {
        SpooledArticle entry;
        entry.id = "a" + std::to_string(articles.size());
        entry.file = static_cast<std::uint32_t>(articles.size());
        entry.inspections_bytes = 1;
        stories.push_back({articles.size(), {}});
        articles.push_back(entry);
        inspections.push_back(
            {std::move(provider), std::move(line), std::move(grade), std::move(inspected), std::move(published), {}});
        return *this;
    }
    /// The article added last names the inspection before.
    Collection& recall(std::string named) {
        inspections.back().recalled = std::move(named);
        return *this;
    }
    /// Gives the inspection added last a graded area.
    Collection& judge(std::string area, std::string grade) {
        inspections.back().judgements.push_back({std::move(area), std::move(grade)});
        return *this;
    }

    /// "grade of article" before the story's, or "".
    [[nodiscard]] std::string before(std::size_t story) const {
        const GradeHistory history = link_history(stories, articles, [this](const SpooledArticle& entry) {
            return std::vector<GradedInspection>{inspections[entry.file]};
        });
        const auto found = history.find(story);
        if (found == history.end()) return {};
        std::string all;
        for (const EarlierGrade& each : found->second)
            all +=
                (all.empty() ? "" : ", ") + (each.area.empty() ? "" : each.area + " ") + each.grade + " of " + each.id;
        return all;
    }
};

}  // namespace

TEST_CASE("the grade before is that of the newest earlier inspection of the same body and line") {
    Collection kent;
    kent.add("council-services", "good", "2015-03-20")
        .add("council-services", "inadequate", "2018-03-20")
        .add("council-services", "requires-improvement", "2022-03-20")
        .add("homes-and-agencies", "outstanding", "2021-03-20")
        .add("council-services", "good", "2021-03-20", "", "medway");
    CHECK(kent.before(2) == "inadequate of a1");
    CHECK(kent.before(1) == "good of a0");
    CHECK(kent.before(0).empty());
    CHECK(kent.before(3).empty());
    CHECK(kent.before(4).empty());
}

TEST_CASE("no grade is computed from an inspection that the article says was not the last") {
    const auto before = [](std::string named) {
        Collection kent;
        kent.add("council-services", "good", "2014-11-20")
            .judge("leaders", "good")
            .add("council-services", "outstanding", "2023-04-28")
            .judge("leaders", "outstanding")
            .recall(std::move(named));
        return kent.before(1);
    };
    CHECK(before("") == "good of a0, leaders good of a0");
    CHECK(before("2014") == "good of a0, leaders good of a0");
    CHECK(before("2014-11") == "good of a0, leaders good of a0");
    CHECK(before("2015") == "good of a0, leaders good of a0");  // its report came out then
    CHECK(before("2015-02") == "good of a0, leaders good of a0");
    CHECK(before("2019").empty());
    CHECK(before("2019-04").empty());
    CHECK(before("2012").empty());
}

TEST_CASE("a grade of another scale is no previous grade, and none before it is") {
    Collection kent;
    kent.add("council-services", "good", "2010-03-20")
        .add("council-services", "adequate", "2012-03-20")
        .add("council-services", "inadequate", "2015-03-20");
    CHECK(kent.before(2).empty());
}

TEST_CASE("an inspection without an overall grade has none before it and is none") {
    Collection kent;
    kent.add("council-services", "good", "2024-03-20")
        .add("council-services", "", "2026-05-20")
        .add("council-services", "inadequate", "2028-05-20");
    CHECK(kent.before(1).empty());
    CHECK(kent.before(2) == "good of a0");
}

TEST_CASE("a story without a day belongs to the one inspection of the quarter before it") {
    Collection kent;
    kent.add("council-services", "good", "2019-03-20")
        .add("council-services", "inadequate", "2022-03-20")
        .add("council-services", "inadequate", "", "2022-05-10")
        .add("council-services", "inadequate", "", "2023-05-10")
        .add("council-services", "inadequate", "", "");
    CHECK(kent.before(2) == "good of a0");
    CHECK(kent.before(3) == "inadequate of a1");
    CHECK(kent.before(4).empty());
    kent.add("council-services", "good", "2022-04-20");
    CHECK(kent.before(2).empty());
}

TEST_CASE("what the text says of the grade before stays") {
    Article article;
    article.awards.push_back({"kent", "four-point", "good", "", "", false, {}});
    article.awards.push_back({"medway", "four-point", "good", "inadequate", "improved", false, {}});
    article.awards.push_back({"slough", "four-point", "good", "", "first", false, {}});
    add_history(article, {{"kent", "", "inadequate", "2019-03-20", "a0"},
                          {"medway", "", "good", "2019-03-20", "a1"},
                          {"slough", "", "good", "2019-03-20", "a2"}});
    CHECK(article.awards[0].previous == "inadequate");
    CHECK(article.awards[0].change == "improved");
    CHECK(article.awards[1].previous == "inadequate");
    CHECK(article.awards[2].previous.empty());
    REQUIRE(article.values.size() == 2);
    CHECK(article.values[0].evidence().role == "computed");
    CHECK(article.values[0].evidence().quote == "a0: inspected 2019-03-20, Inadequate");
}

TEST_CASE("each area has the newest earlier grade of its own, of the same line and scale") {
    Collection kent;
    kent.add("council-services", "good", "2015-03-20").judge("leaders", "good").judge("in-care", "inadequate");
    kent.add("council-services", "", "2026-05-20").judge("leaders", "inadequate");
    kent.add("council-services", "", "2029-05-20").judge("leaders", "good").judge("in-care", "good");
    kent.add("homes-and-agencies", "", "2030-05-20").judge("leaders", "good");
    kent.add("council-services", "", "2031-05-20").judge("leaders", "strong-standard");
    CHECK(kent.before(1) == "leaders good of a0");
    CHECK(kent.before(2) == "leaders inadequate of a1, in-care inadequate of a0");
    CHECK(kent.before(3).empty());
    CHECK(kent.before(4).empty());
}

TEST_CASE("a successor council has nothing before it from its predecessor, and a council has its own") {
    Collection kent;
    kent.add("council-services", "inadequate", "2019-03-20", "", "cumbria")
        .add("council-services", "good", "2024-03-20", "", "cumberland")
        .add("council-services", "requires-improvement", "2022-03-20", "", "cumbria");
    CHECK(kent.before(1).empty());
    CHECK(kent.before(2) == "inadequate of a0");
}

TEST_CASE("a grade before \"adequate\" is of its scale, one behind it is not") {
    Collection kent;
    kent.add("council-services", "inadequate", "2010-03-20")
        .add("council-services", "adequate", "2012-03-20")
        .add("council-services", "inadequate", "2015-03-20");
    CHECK(kent.before(1) == "inadequate of a0");
    CHECK(kent.before(2).empty());
}

TEST_CASE("an area of the only provider changes, one of a round-up does not") {
    Article article;
    article.awards.push_back({"kent", "four-point", "", "", "", false, {{"leaders", "inadequate"}}});
    const std::vector<EarlierGrade> earlier{{"kent", "leaders", "good", "2019-03-20", "a0"}};
    Article round_up = article;
    round_up.awards.push_back({"medway", "four-point", "good", "", "", false, {}});
    add_history(article, earlier);
    REQUIRE(article.values.size() == 1);
    CHECK(article.values[0].facet() == Field::change);
    CHECK(article.values[0].slug() == "declined:leaders");
    CHECK(article.values[0].evidence().role == "computed");
    CHECK(article.values[0].evidence().quote.starts_with("a0: inspected 2019-03-20, "));
    add_history(round_up, earlier);
    CHECK(round_up.values.empty());
}

TEST_CASE("inspections survive the spool, with their areas") {
    const std::vector<GradedInspection> inspections{{"kent",
                                                     "council-services",
                                                     "good",
                                                     "2019-03-20",
                                                     "2019-05-01",
                                                     {{"leaders", "good"}, {"in-care", "inadequate"}}},
                                                    {"medway", "", "", "", "", {}}};
    const std::vector<GradedInspection> again = decode_inspections(encode_inspections(inspections));
    REQUIRE(again.size() == 2);
    CHECK(again[0].published == "2019-05-01");
    CHECK(again[0].judgements == inspections[0].judgements);
    CHECK(again[1].provider == "medway");
    CHECK(again[1].judgements.empty());
}
