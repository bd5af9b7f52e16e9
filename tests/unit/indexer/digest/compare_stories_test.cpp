#include "indexer/digest/compare_stories.hpp"

#include <doctest/doctest.h>

#include "indexer/digest/make_digest.hpp"
#include "tests/unit/indexer/digest/invented_story.hpp"

using namespace findings;

namespace {

Article page(std::string title, std::string text, std::string dropped = {}) {
    Article article;
    article.title = std::move(title);
    article.text = std::move(text);
    article.dropped = std::move(dropped);
    return article;
}

}  // namespace

TEST_CASE("another word says something else") {
    CHECK(says_something_else(page("Kent", "The home is good overall."),
                              page("Kent", "The home is inadequate overall.")));
    CHECK(says_something_else(page("Kent", "One. Two words more."), page("Kent", "One.")));
    CHECK(says_something_else(page("Kent is good", "Text."), page("Kent", "Text.")));
}

TEST_CASE("wrapping, case, spaces and quotation marks say nothing else") {
    CHECK_FALSE(
        says_something_else(page("Kent", "The home's staff\nare  good."), page("Kent", "The home’s staff are good.")));
}

TEST_CASE("a line that other rules move between text and boilerplate says nothing else") {
    const Article before = page("Kent", "The home is good.\nSign up for our newsletter\nIts staff are kind.");
    const Article after = page("Kent", "The home is good.\nIts staff are kind.", "Sign up for our newsletter");
    CHECK_FALSE(says_something_else(before, after));
    CHECK_FALSE(says_something_else(after, before));
}

TEST_CASE("other boilerplate says nothing else") {
    CHECK_FALSE(says_something_else(page("Kent", "The home is good.", "Most read: one"),
                                    page("Kent", "The home is good.", "Most read: two")));
}

TEST_CASE("values are compared facet by facet, with the rule that gives the new one") {
    test::InventedStory story{.id = "a", .provider = "kent", .grade = "good", .inspected = "2024-05-10"};
    const Article before = story.make();
    story.grade = "inadequate";
    const Article after = story.make();
    const std::vector<ValueChange> changes = compare_values(before, after);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].facet == "grade");
    CHECK(changes[0].before == std::vector<std::string>{"good"});
    CHECK(changes[0].after == std::vector<std::string>{"inadequate"});
    CHECK(changes[0].rule == "invented");
    CHECK(changes[1].facet == "award");
    CHECK(compare_values(before, before).empty());
    story.inspected = "2024-05-11";
    CHECK(compare_values(after, story.make()).front().facet == "inspected");
}
