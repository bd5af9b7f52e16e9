// A grade of one service of a hospital is a judgement, not the hospital's grade.
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;
using namespace findings::award_tests;

namespace {

Outcome read_hospital(std::string text) {
    return read_story(
        {.text = std::move(text), .providers = {"Wearside Royal Hospital"}, .type = "hospital", .regulator = "cqc"});
}

struct Row {
    std::string text;
    std::string grade;
    std::string was;
    std::string judgements;
};

void check_stories(Story story, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        story.text = row.text;
        const Outcome outcome = read_story(story);
        CAPTURE(row.text);
        CHECK(outcome.grade() == row.grade);
        CHECK(outcome.was() == row.was);
        CHECK(outcome.judgements() == row.judgements);
    }
}

}  // namespace

TEST_CASE("a grade of one service is a judgement, and the trust's own stays the overall grade") {
    const auto check = [](const char* text, const char* grade, const char* judgements) {
        CAPTURE(std::string(text));
        const Outcome outcome = read_hospital(text);
        CHECK(outcome.grade() == grade);
        CHECK(outcome.judgements() == judgements);
    };
    check("Emergency services at Wearside Royal Hospital have been rated \"inadequate\".", "",
          "urgent-and-emergency-care:inadequate");
    check("Maternity services at the hospital were rated requires improvement by the CQC.", "",
          "maternity:requires-improvement");
    check("The hospital's A&E department was rated inadequate.", "", "urgent-and-emergency-care:inadequate");
    check("Medical care services were rated as requiring improvement.", "", "medical-care:requires-improvement");
    check("Wearside Royal Hospital was rated good by the CQC.", "good", "");
    check("Services at Wearside Royal Hospital have been rated good.", "good", "");
}

TEST_CASE("each question of a surgery is a judgement, and the surgery has its own grade") {
    check_stories(
        {.text = "", .providers = {"Elm Road Surgery"}, .type = "gp", .regulator = "cqc"},
        {
            {"Elm Road Surgery has been rated requires improvement. It was good for being caring and effective.",
             "requires-improvement", "", "caring:good effective:good"},
            {"Elm Road Surgery has been rated requires improvement. In terms of being responsive it was rated "
             "inadequate, and for safe and well-led it needs to improve.",
             "requires-improvement", "", "responsive:inadequate"},
            {"Elm Road Surgery has been rated good. It was rated outstanding for being caring and responsive, and for "
             "safe it was rated requires improvement.",
             "good", "", "caring:outstanding responsive:outstanding safe:requires-improvement"},
            {"Elm Road Surgery has been rated good overall, with safe and responsive both falling to requires "
             "improvement and caring remaining good.",
             "good", "", "safe:requires-improvement responsive:requires-improvement caring:good"},
            {"Elm Road Surgery is now rated requires improvement overall. Safe and well-led have each fallen by two "
             "levels from good to inadequate.",
             "requires-improvement", "", "safe:inadequate well-led:inadequate"},
            {"Elm Road Surgery's overall rating is now inadequate. How safe and how well-led the service is have each "
             "fallen by two levels from good to inadequate.",
             "inadequate", "", "safe:inadequate well-led:inadequate"},
            {"Elm Road Surgery's overall rating has dropped from good to inadequate. Caring and effective have gone "
             "from good to requires improvement.",
             "inadequate", "good", "caring:requires-improvement effective:requires-improvement"},
            {"Elm Road Surgery has been rated good. Responsive was not looked at and keeps its previous rating of "
             "outstanding.",
             "good", "", ""},
            {"Elm Road Surgery was rated good overall. The surgery was rated outstanding for well-led.", "good", "",
             "well-led:outstanding"},
            {"Elm Road Surgery was rated good in all five areas.", "good", "",
             "safe:good effective:good caring:good responsive:good well-led:good"},
            {"Elm Road Surgery was good in all areas except safe, which requires improvement.", "good", "",
             "safe:requires-improvement"},
            {"Elm Road Surgery was rated inadequate for being safe and well-led.", "", "",
             "safe:inadequate well-led:inadequate"},
            {"Elm Road Surgery's leadership was rated inadequate.", "", "", "well-led:inadequate"},
            {"The watchdog rated Elm Road Surgery good, but inadequate for safe.", "good", "", "safe:inadequate"},
        });
}

TEST_CASE("\"the unit\" and \"it\" are the service that the story speaks of, until the hospital is named") {
    check_stories(
        {.text = "", .providers = {"Kingsway Hospital"}, .type = "hospital", .regulator = "cqc"},
        {
            {"The maternity service at Kingsway Hospital was rated inadequate.", "", "", "maternity:inadequate"},
            {"The hospital's A&E has been rated inadequate.", "", "", "urgent-and-emergency-care:inadequate"},
            {"A&E at Kingsway Hospital has plunged from good to inadequate.", "", "",
             "urgent-and-emergency-care:inadequate"},
            {"Kingsway Hospital's maternity unit was visited in May. The service was rated inadequate in 2022. It has "
             "now gone up to requires improvement.",
             "", "", "maternity:requires-improvement"},
            {"Inspectors returned to the maternity unit at Kingsway Hospital in May. They found more midwives on each "
             "shift. The unit has now been rated good, having been inadequate in 2022.",
             "", "", "maternity:good"},
            {"The maternity unit was visited in May. Kingsway Hospital has 400 beds. It has been rated good.", "good",
             "", ""},
            {"The maternity unit was visited in May. Its ward has 40 beds. It has been rated good.", "", "",
             "maternity:good"},
            {"Inspectors returned to the maternity unit at Kingsway Hospital in May. The hospital as a whole remains "
             "rated good.",
             "good", "good", ""},
            {"Kingsway Hospital is now rated requires improvement overall. Surgery was not inspected and remains "
             "outstanding.",
             "requires-improvement", "", ""},
            {"Kingsway Hospital is rated good. Medical care is down a grade to requires improvement.", "good", "",
             "medical-care:requires-improvement"},
            {"The overall rating of the hospital drops to requires improvement.", "requires-improvement", "", ""},
            {"Urgent and emergency care dropped two ratings from good to inadequate, and the hospital's overall rating "
             "has gone from good to requires improvement.",
             "requires-improvement", "good", "urgent-and-emergency-care:inadequate"},
        });
}

TEST_CASE("a state school inspected since September 2024 has judgements and no grade") {
    check_stories(
        {.text = "",
         .providers = {"Hillside School"},
         .type = "school",
         .regulator = "ofsted",
         .published = "2025-02-11"},
        {
            {"Hillside School has been rated good in all areas by Ofsted.", "", "",
             "quality-of-education:good behaviour-and-attitudes:good personal-development:good "
             "leadership-and-management:good"},
            {"Hillside School was graded good across the board.", "", "",
             "quality-of-education:good behaviour-and-attitudes:good personal-development:good "
             "leadership-and-management:good"},
            {"Hillside School is celebrating after being graded good by Ofsted.", "", "", ""},
            {"Hillside School has been rated outstanding by Ofsted.", "", "", ""},
            {"Hillside School was graded good for quality of education and outstanding for behaviour and attitudes.",
             "", "", "quality-of-education:good behaviour-and-attitudes:outstanding"},
            {"Hillside School retained its good rating.", "", "", ""},
            {"Hillside School was rated good in 2019. It has now been graded good in every area.", "", "good",
             "quality-of-education:good behaviour-and-attitudes:good personal-development:good "
             "leadership-and-management:good"},
        });
}

TEST_CASE("a school inspected before September 2024 has a grade") {
    check_stories({.text = "",
                   .providers = {"Hillside School"},
                   .type = "school",
                   .regulator = "ofsted",
                   .published = "2023-02-11"},
                  {
                      {"Hillside School has been rated good in all areas by Ofsted.", "good", "", ""},
                      {"Hillside School moves up from requires improvement to good. Leadership and management was even "
                       "graded outstanding.",
                       "good", "requires-improvement", "leadership-and-management:outstanding"},
                      {"Hillside School was rated good in all areas save sixth form provision, which is outstanding.",
                       "good", "", "sixth-form:outstanding"},
                  });
}
