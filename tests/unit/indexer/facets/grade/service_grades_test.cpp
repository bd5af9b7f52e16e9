// A grade of one service of a hospital is a judgement, not the hospital's grade.
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;
using namespace findings::award_tests;

namespace {

Outcome read_hospital(std::string text) {
    return read_story(
        {.text = std::move(text), .providers = {"Wearside Royal Hospital"}, .type = "hospital", .regulator = "cqc"});
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
