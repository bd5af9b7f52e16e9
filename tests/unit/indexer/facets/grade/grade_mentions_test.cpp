// Grades that a story mentions and nobody awarded, each beside sentences that do award.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;
using namespace findings::award_tests;

namespace {

struct Row {
    std::string text;
    std::string grade;
    std::string was = {};
};

void check_rows(const std::vector<Row>& rows, const Story& story = {.text = ""}) {
    for (const Row& row : rows) {
        Story told = story;
        told.text = row.text;
        const Outcome outcome = read_story(told);
        CAPTURE(row.text);
        CHECK(outcome.grade() == row.grade);
        CHECK(outcome.was() == row.was);
    }
}

}  // namespace

TEST_CASE("hopes, scales, other people's opinions and figures of speech award nothing") {
    check_rows({
        {"Woodend House has made good progress since its last inspection.", ""},
        {"Woodend House offers outstanding views over the valley.", ""},
        {"Woodend House was given an outstanding debt of thanks.", ""},
        {"The manager has done a good job at Woodend House, said Ofsted.", ""},
        {"Inspectors found inadequate training at Woodend House.", ""},
        {"Inspectors found good practice at Woodend House.", ""},
        {"Inspectors saw outstanding teaching at Woodend House.", ""},
        {"Inspectors praised the good relationships at Woodend House.", ""},
        {"Ofsted said the food at Woodend House was good.", ""},
        {"Ofsted said that staffing was inadequate at Woodend House.", ""},
        {"Ofsted said staffing at Woodend House was inadequate.", ""},
        {"Woodend House has the potential to be outstanding.", ""},
        {"Woodend House is on its way to good, says the manager.", ""},
        {"Woodend House could be rated inadequate.", ""},
        {"Woodend House is on track to be judged good at the next inspection.", ""},
        {"Woodend House expects to be good by 2026.", ""},
        {"If Woodend House is inadequate again, it will be closed.", ""},
        {"The manager said: 'We are not inadequate.'", ""},
        {"\"I would rate Woodend House outstanding,\" said one mother.", ""},
        {"Relatives described Woodend House as outstanding.", ""},
        {"Residents say Woodend House is good.", ""},
        {"One parent said Woodend House was outstanding.", ""},
        {"A food hygiene inspector rated Woodend House good.", ""},
        {"Woodend House was rated good by the council's own team.", ""},
        {"Woodend House was rated outstanding on carehome.co.uk by families.", ""},
        {"Elsewhere, Elm Court was rated inadequate.", ""},
        {"Its sister home, Elm Court, was rated inadequate.", ""},
        {"The owner's other home in Hull was rated outstanding.", ""},
        {"The company's two other homes are rated good.", ""},
        {"Three in four homes are rated good or outstanding.", ""},
        {"Ofsted grades homes as outstanding, good, requires improvement or inadequate.", ""},
        {"Ratings for homes are outstanding, good, requires improvement or inadequate.", ""},
        {"Homes are rated on a scale from outstanding to inadequate.", ""},
        {"Woodend House was judged good. Homes are rated outstanding, good, requires improvement or inadequate.",
         "good"},
        {"Woodend House said the inadequate rating was unfair.", "inadequate"},
        {"Woodend House has appealed against its inadequate rating.", "inadequate"},
        {"Woodend House denied it was inadequate.", ""},
        {"A petition calls for Woodend House to be rated again.", ""},
        {"Woodend House, rated good in 2019, has been bought by a charity.", "", "good"},
        {"Woodend House, which is rated good by Ofsted, is to close.", "good"},
        {"Woodend House was rated good five years ago, said the mayor.", "", "good"},
        {"A man has been fined for parking outside Woodend House, which was rated inadequate in 2019.", "",
         "inadequate"},
        {"It was the first time Woodend House had been rated outstanding.", "outstanding"},
        {"Woodend House has been rated outstanding for the first time.", "outstanding"},
        {"Woodend House has never been rated outstanding.", ""},
        {"Woodend House has not been rated inadequate since 2013.", ""},
        {"Woodend House had never been rated below good.", ""},
    });
}
