#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("each measure in news: taken now, and lifted, denied, threatened or of an earlier year") {
    struct Row {
        std::string type;
        std::string regulator;
        std::string text;
        std::string actions;
    };
    const std::vector<Row> rows{
        {"hospital", "cqc", "The CQC has served Kingsway Hospital with a warning notice.", "warning-notice"},
        {"hospital", "cqc",
         "The Care Quality Commission served the trust with a warning notice under section 29A in June, giving it "
         "until September 30.",
         "warning-notice"},
        {"hospital", "cqc", "A warning notice served in 2022 has been lifted.", ""},
        {"hospital", "cqc", "A warning notice served last year has now been lifted.", ""},
        {"hospital", "cqc", "The hospital is no longer under a warning notice.", ""},
        {"hospital", "cqc", "The hospital has complied with the warning notice.", ""},
        {"hospital", "cqc", "The CQC considered a warning notice but did not issue one.", ""},
        {"hospital", "cqc", "The hospital has been put in special measures.", "special-measures"},
        {"hospital", "cqc", "The hospital has been placed into special measures.", "special-measures"},
        {"hospital", "cqc", "The hospital remains in special measures.", "special-measures"},
        {"hospital", "cqc", "The hospital has been taken out of special measures.", ""},
        {"hospital", "cqc", "The hospital has come out of special measures.", ""},
        {"hospital", "cqc", "The hospital left special measures in 2019.", ""},
        {"hospital", "cqc", "The hospital will stay in special measures.", "special-measures"},
        {"hospital", "cqc", "It rose from special measures to good in a little under three years.", ""},
        {"hospital", "cqc", "The hospital has been in special measures since March.", "special-measures"},
        {"hospital", "cqc", "At half-time I'd have put us in special measures, said the manager.", ""},
        {"hospital", "cqc", "The hospital was in special measures in 2012.", ""},
        {"hospital", "cqc", "When she arrived in 2012 the hospital was in special measures.", ""},
        {"hospital", "cqc", "Special measures could follow if the hospital does not improve.", ""},
        {"childrens-home", "ofsted", "Ofsted has issued three compliance notices to the home.", "compliance-notice"},
        {"childrens-home", "ofsted", "Compliance notices have been issued under six regulations.", "compliance-notice"},
        {"childrens-home", "ofsted", "A compliance notice has not been issued.", ""},
        {"childrens-home", "ofsted", "Inspectors did not issue any compliance notices.", ""},
        {"childrens-home", "ofsted", "Compliance notices issued after the last visit have been met.", ""},
        {"childrens-home", "ofsted",
         "Compliance notices have been issued under six regulations and a notice restricting accommodation is in force "
         "until September.",
         "compliance-notice restriction"},
        {"childrens-home", "ofsted", "Ofsted has restricted accommodation at the home.", "restriction"},
        {"childrens-home", "ofsted", "A notice of restriction of accommodation was served on the home.", "restriction"},
        {"childrens-home", "ofsted", "Ofsted has lifted the restriction on accommodation at the home.", ""},
        {"childrens-home", "ofsted", "The home's registration has been suspended.", "suspension"},
        {"childrens-home", "ofsted", "The home's registration has been cancelled.", "cancellation"},
        {"childrens-home", "ofsted", "Ofsted has moved to cancel the home's registration.", "cancellation"},
        {"childrens-home", "ofsted", "Ofsted has imposed conditions on the home's registration.", "conditions"},
        {"childrens-home", "ofsted", "Ofsted may cancel the home's registration.", ""},
        {"prison", "hmi-prisons", "The chief inspector has issued an urgent notification for HMP Swale.",
         "urgent-notification"},
        {"prison", "hmi-prisons", "The prison had an urgent notification in April 2021.", ""},
        {"school", "ofsted", "Ofsted said the school requires significant improvement.",
         "requires-significant-improvement"},
        {"school", "ofsted", "The school has been given a notice to improve.", ""},
        {"school", "ofsted", "The school has serious weaknesses, Ofsted said.", "serious-weaknesses"},
        {"school", "ofsted", "There are serious weaknesses in maths, one parent said.", ""},
        {"school", "ofsted", "The school was judged to have serious weaknesses in 2019.", ""},
        {"school", "ofsted", "In June 2024 the school was placed in special measures.", "special-measures"},
        {"council-services", "ofsted",
         "The government has appointed a commissioner to run children's services in Kent.", "commissioner"},
        {"council-services", "ofsted", "In 2024 the government issued an improvement notice to Kent.",
         "improvement-notice"},
        {"council-services", "ofsted", "In 2022 the government issued an improvement notice to Kent.", ""},
        {"council-services", "ofsted", "A new improvement notice was issued to Kent in 2022 and remains in force.",
         "improvement-notice"},
        {"council-services", "ofsted", "Kent has had an improvement notice since 2021.", "improvement-notice"},
        {"childrens-home", "ofsted", "Ofsted cancelled an inspection of the home.", ""},
        {"childrens-home", "ofsted", "The home cancelled a trip because of registration day.", ""},
        {"childrens-home", "ofsted", "Living conditions at the home were poor, and its registration was late.", ""},
        {"childrens-home", "ofsted", "The home has no conditions on its registration.", ""},
        {"childrens-home", "ofsted", "The conditions on the home's registration have been removed.", ""},
        {"childrens-home", "ofsted", "Restrictions on visitors were in place.", ""},
        {"childrens-home", "ofsted", "A restriction of accommodation notice was lifted in May.", ""},
        {"childrens-home", "ofsted", "The home has appealed against the notice restricting accommodation.",
         "restriction"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(read_story({.text = row.text, .type = row.type, .regulator = row.regulator, .published = "2024-06-10"})
                  .actions() == row.actions);
    }
}

TEST_CASE("an action of the inspection's own year is its own, one of the year before is recalled") {
    const auto actions = [](std::string text) {
        return read_story({.text = std::move(text), .type = "council-services", .inspected = "2023-05-12"}).actions();
    };
    CHECK(actions("In 2023 the council was served with an improvement notice.") == "improvement-notice");
    CHECK(actions("In 2022 the council was served with an improvement notice.").empty());
    CHECK(actions("In 2024 the council was served with an improvement notice.") == "improvement-notice");
}
