// First sentences as reporters turn them, each a story of its own with nothing else to lean on.
#include "story_facets.hpp"

using findings::story_tests::check_story;

namespace {

void check_lead(std::string_view lead, std::string provider, std::string grade, std::string was = "") {
    check_story("Inspectors give their verdict", "2024-06-20",
                {lead, "Staff know people well. Training was up to date and staff said that they felt supported."},
                {.provider = std::move(provider),
                 .region = "yorkshire-and-the-humber",
                 .grade = std::move(grade),
                 .was = std::move(was),
                 .judgement = "*",
                 .action = "*",
                 .change = "*",
                 .authority = "barnsley",
                 .visit = "*",
                 .group = ""});
}

}  // namespace

TEST_CASE("a council's grade for its children's services is its own") {
    check_lead("Barnsley Council has been rated outstanding by Ofsted for its children's services.", "barnsley",
               "outstanding");
    check_lead(
        "Barnsley has become the first council in the region to be rated good for its children's social care. "
        "Ofsted published its report today.",
        "barnsley", "good");
    check_lead("Barnsley Council has been rated outstanding by Ofsted for its support for care leavers.", "barnsley",
               "");
}

TEST_CASE("a place between commas stands between a name and its grade") {
    check_lead("Ofsted inspectors have branded Larkfield Academy, in Barnsley, inadequate.", "larkfield-academy",
               "inadequate");
}

TEST_CASE("found, its object, to be, and a grade") {
    check_lead("The CQC found Larkfield Manor care home in Barnsley to be inadequate.", "larkfield-manor",
               "inadequate");
}

TEST_CASE("what reporters call homes, surgeries and carers") {
    check_lead(
        "Larkfield Manor, a residential home for 40 older people in Barnsley, was found to be inadequate by the "
        "CQC.",
        "larkfield-manor", "inadequate");
    check_lead(
        "Larkfield Care, which provides home care in Barnsley, moved from inadequate to requires improvement, "
        "according to the CQC.",
        "larkfield-care", "requires-improvement", "inadequate");
    check_lead(
        "Larkfield Practice, a GP practice in Barnsley, has been rated good overall by the Care Quality "
        "Commission.",
        "larkfield-practice", "good");
    check_lead("An unnamed children's home in Barnsley has been judged inadequate by Ofsted.", "", "inadequate");
}
