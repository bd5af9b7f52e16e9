#include "indexer/digest/story_news.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/digest/invented_story.hpp"

using namespace findings;
using test::InventedStory;

namespace {

KnownGrades knowing(const Article& article) {
    KnownGrades known;
    for (const GivenGrade& grade : list_given_grades(article)) known.add(grade);
    return known;
}

Digest tell(const KnownGrades& known, const std::vector<Article>& articles, const Article* before = nullptr) {
    StoryNews news(known);
    for (const Article& article : articles) news.add(article, before);
    Digest digest;
    news.move_to(digest);
    return digest;
}

const KnownGrades& good_in_2022() {
    static const KnownGrades known =
        knowing(InventedStory{.id = "old", .provider = "kent", .grade = "good", .inspected = "2022-03-01"}.make());
    return known;
}

}  // namespace

TEST_CASE("a fall is told with the grade before, the sentence and its page") {
    const Digest digest =
        tell(good_in_2022(),
             {InventedStory{.id = "new", .provider = "kent", .grade = "inadequate", .inspected = "2024-05-10"}.make()});
    REQUIRE(digest.new_grades.count == 1);
    const GradeEntry& entry = digest.new_grades.rows.front();
    CHECK(entry.provider == "The kent");
    CHECK(entry.previous == "good");
    CHECK(entry.change == "declined");
    CHECK_FALSE(entry.previous_from_text);
    CHECK(entry.proof.quote == "The sentence that proves it.");
    CHECK(entry.proof.page == 2);
}

TEST_CASE("graded areas carry their names beside their slugs") {
    Article article = InventedStory{.id = "new", .provider = "kent", .grade = "", .inspected = "2026-05-10"}.make();
    article.awards = {{"kent", "report-card", "", "", "", false, {{"inclusion", "strong-standard"}, {"odd", "met"}}}};
    article.values.emplace_back(Field::judgement, "inclusion:strong-standard", "Inclusion: Strong standard",
                                Evidence{Where::body, "The sentence that proves it.", "invented", "judgement"});
    const Digest digest = tell(good_in_2022(), {article});
    REQUIRE(digest.new_grades.count == 1);
    const GradeEntry& entry = digest.new_grades.rows.front();
    CHECK(entry.judgements == std::vector<std::string>{"inclusion:strong-standard", "odd:met"});
    // What the article has no name for is told by its slug.
    CHECK(entry.judgement_labels == std::vector<std::string>{"Inclusion: Strong standard", "odd:met"});
}

TEST_CASE("what the text says of the grade before goes before what the collection held") {
    const Digest digest = tell(good_in_2022(), {InventedStory{.id = "new",
                                                              .provider = "kent",
                                                              .grade = "good",
                                                              .inspected = "2024-05-10",
                                                              .previous = "requires-improvement",
                                                              .change = "improved"}
                                                    .make()});
    CHECK(digest.new_grades.rows.front().previous == "requires-improvement");
    CHECK(digest.new_grades.rows.front().previous_from_text);
}

TEST_CASE("of a report and its story in one night the one that says when is told") {
    const Digest digest = tell(
        good_in_2022(),
        {InventedStory{
             .id = "news", .provider = "kent", .grade = "inadequate", .inspected = "", .published = "2024-07-01"}
             .make(),
         InventedStory{.id = "report", .provider = "kent", .grade = "inadequate", .inspected = "2024-05-10"}.make()});
    REQUIRE(digest.new_grades.count == 1);
    CHECK(digest.new_grades.rows.front().story.id == "report");
    CHECK(digest.archive_added.count == 0);
}

TEST_CASE("a late old report is an addition to the archive") {
    const Digest digest = tell(
        good_in_2022(),
        {InventedStory{.id = "late", .provider = "kent", .grade = "inadequate", .inspected = "2018-05-10"}.make()});
    CHECK(digest.new_grades.count == 0);
    REQUIRE(digest.archive_added.count == 1);
    CHECK(digest.archive_added.rows.front().id == "late");
}

TEST_CASE("a visit without a grade that led to something is an outcome") {
    const auto letter = [](std::string day) {
        return InventedStory{
            .id = "visit", .provider = "kent", .grade = "", .inspected = std::move(day), .action = "priority-action"}
            .make();
    };
    CHECK(tell(good_in_2022(), {letter("2022-09-01")}).outcomes.rows.front().actions ==
          std::vector<std::string>{"priority-action"});
    CHECK(tell(good_in_2022(), {letter("2021-09-01")}).outcomes.count == 0);
    CHECK(tell(good_in_2022(), {letter("2021-09-01")}).archive_added.count == 1);
    CHECK(tell(good_in_2022(), {letter("")}).check_before_print.rows.front().reason == "undated");
    const Article before = letter("2022-09-01");
    CHECK(tell(good_in_2022(), {before}, &before).outcomes.count == 0);
}

TEST_CASE("inferred, undated and unsure values are to be checked before print") {
    const auto reasons = [](const Article& article) {
        std::vector<std::string> found;
        for (const CheckEntry& entry : tell(good_in_2022(), {article}).check_before_print.rows)
            found.push_back(entry.reason + ' ' + entry.facet + ' ' + entry.value);
        return found;
    };
    using Reasons = std::vector<std::string>;
    InventedStory story{.id = "x", .provider = "kent", .grade = "inadequate", .inspected = "2024-05-10"};
    CHECK(reasons(story.make()).empty());
    story.inferred = true;
    CHECK(reasons(story.make()) == Reasons{"inferred grade inadequate"});
    CHECK(tell(good_in_2022(), {story.make()}).new_grades.count == 0);
    story.inferred = false;
    story.inspected.clear();
    CHECK(reasons(story.make()) == Reasons{"undated grade inadequate"});
    story.inspected = "2024-05-10";
    story.confidence = 0.6;
    CHECK(reasons(story.make()) == Reasons{"unsure provider kent", "unsure grade inadequate"});
}

TEST_CASE("falls come first") {
    KnownGrades known = good_in_2022();
    for (const GivenGrade& grade : list_given_grades(
             InventedStory{.id = "o", .provider = "slough", .grade = "inadequate", .inspected = "2022-03-01"}.make()))
        known.add(grade);
    const Digest digest = tell(
        known, {InventedStory{.id = "a", .provider = "slough", .grade = "good", .inspected = "2024-06-10"}.make(),
                InventedStory{.id = "b", .provider = "kent", .grade = "inadequate", .inspected = "2024-05-10"}.make()});
    REQUIRE(digest.new_grades.count == 2);
    CHECK(digest.new_grades.rows[0].story.id == "b");
    CHECK(digest.new_grades.rows[1].change == "improved");
}
