#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using findings::award_tests::read_story;

namespace {

std::string actions_in(std::string text, std::string type = "council-services") {
    return read_story({.text = std::move(text), .type = std::move(type), .kind = "report", .visit = "monitoring"})
        .actions();
}

}  // namespace

TEST_CASE("what is required of the provider now is an action") {
    CHECK(actions_in("Areas for priority action\nLeaders must act at once.\n") == "priority-action");
    CHECK(actions_in("Inspectors identified two areas for priority action.\n") == "priority-action");
    CHECK(actions_in("The school has been placed in special measures.\n", "school") == "special-measures");
    CHECK(actions_in("The school requires special measures.\n", "school") == "special-measures");
    CHECK(actions_in("The school was judged to have serious weaknesses.\n", "school") == "serious-weaknesses");
    CHECK(actions_in("The Department for Education has issued an improvement notice.\n") == "improvement-notice");
    CHECK(actions_in("CQC served a warning notice on the hospital.\n", "hospital") == "warning-notice");
    CHECK(actions_in("Two compliance notices have been issued.\n", "childrens-home") == "compliance-notice");
    CHECK(actions_in("Ofsted has suspended the nursery's registration.\n", "nursery") == "suspension");
    CHECK(actions_in("The government has appointed a commissioner to oversee services.\n") == "commissioner");
    CHECK(actions_in("The area is required to produce a written statement of action.\n", "area-partnership") ==
          "written-statement");
}

TEST_CASE("a measure of the past, denied or another's is no action") {
    CHECK(actions_in("The school was lifted out of special measures.\n", "school").empty());
    CHECK(actions_in("There were no areas for priority action.\n").empty());
    CHECK(actions_in("The areas for priority action identified at the last visit have been addressed.\n").empty());
    CHECK(actions_in("The improvement notice was lifted in 2014.\n").empty());
    CHECK(actions_in("There are serious weaknesses in recording.\n").empty());
    CHECK(actions_in("One staff member has been suspended by the home.\n", "childrens-home").empty());
    CHECK(actions_in("The Children's Commissioner has been appointed.\n").empty());
    CHECK(actions_in("The police and crime commissioner was appointed to the board.\n").empty());
    CHECK(actions_in("Pupils at the school were suspended.\n", "school").empty());
    CHECK(actions_in("Health commissioners have appointed nurses.\n").empty());
}

TEST_CASE("a full report that recalls the actions of an earlier visit states none") {
    const auto actions = [](std::string text) {
        return read_story({.text = std::move(text),
                           .type = "council-services",
                           .kind = "report",
                           .visit = "full",
                           .inspected = "2023-05-12"})
            .actions();
    };
    CHECK(
        actions("Leaders have begun to address the areas for priority action identified at the recent focused visit.\n")
            .empty());
    CHECK(actions("In 2020, Ofsted's letter named two areas for priority action.\n").empty());
    CHECK(actions("As a result of this inspection, leaders must prepare a plan for the areas for priority action.\n") ==
          "priority-action");
    CHECK(actions("The improvement notice of 2019 remains in force.\n") == "improvement-notice");
}
