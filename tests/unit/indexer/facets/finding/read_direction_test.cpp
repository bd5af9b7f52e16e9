#include "indexer/facets/finding/read_direction.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace findings;

namespace {

/// "+", "-", "+-" or "" for a sentence that is no finding.
std::string said(std::string_view sentence) {
    const auto direction = read_direction(sentence).direction;
    if (!direction) return "";
    return *direction == FindingDirection::strength ? "+" : *direction == FindingDirection::weakness ? "-" : "+-";
}

}  // namespace

TEST_CASE("a negation turns praise and plain words to fault, and trouble to praise") {
    CHECK(said("Not all pathway plans are completed.") == "-");
    CHECK(said("All pathway plans are completed.") == "+");
    CHECK(said("Expectant mothers do not receive a contact before birth.") == "-");
    CHECK(said("Children do not experience delay.") == "+");
    CHECK(said("Managers are not afraid to challenge each other.") == "+");
}

TEST_CASE("what is said of a case is not said of the body") {
    CHECK(said("Staff support young people who do not meet the threshold.") == "+");
    CHECK(said("Staff do not support young people who meet the threshold.") == "-");
    CHECK(said("When risks to children increase, referrals are appropriately escalated.") == "+");
}

TEST_CASE("a concession has two sides only when both say something of quality") {
    CHECK(said("Although plans are clear, visits to some homes are overdue.") == "+-");
    CHECK(said("Supervision is regular, but it is too early to see its impact.") == "+-");
    CHECK(said("It is too early to see the impact of these plans.") == "-");
    CHECK(said("A board, although still developing, is helping to provide a joined up response.") == "+");
    CHECK(said("However, visits to some homes are overdue.") == "-");
    CHECK(said("Despite high turnover, staff know children well.") == "+");
}

TEST_CASE("plain facts, history and the framework are no findings") {
    CHECK(said("This is acknowledged by the council.").empty());
    CHECK(said("It regulates and inspects childcare and children's social care.").empty());
    CHECK(said("At the last inspection the service was judged inadequate.").empty());
    CHECK(said("The service is inadequate.") == "-");
}

TEST_CASE("lessened trouble is praise, and what is hindered is a fault") {
    CHECK(said("Exclusions are rare and the number of children at risk has reduced.") == "+");
    CHECK(said("This prevents children from getting a reply.") == "-");
    CHECK(said("Early visits prevent breakdowns.") == "+");
}

TEST_CASE("words of names and posts praise and fault nothing") {
    CHECK(said("The lead member chairs serious case reviews with low level cases.").empty());
    CHECK(said("Plans are weak.") == "-");
}

TEST_CASE("much of a burden is a fault, little of it is praise, and it alone says nothing") {
    CHECK(said("Caseloads in the assessment service remain high.") == "-");
    CHECK(said("Higher caseloads for some staff delay visits.") == "-");
    CHECK(said("However, staff turnover has impacted on the service.") == "-");
    CHECK(said("The workforce is stable and turnover is low.") == "+");
    CHECK(said("Staff morale is high and turnover is low.") == "+");
    CHECK(said("Vacancy rates and staff turnover have reduced.") == "+");
    CHECK(said("Caseloads are reducing.") == "+");
    CHECK(said("Domestic abuse features in social work caseloads.").empty());
}

TEST_CASE("what is low and no burden is a fault, what is high and none says nothing") {
    CHECK(said("Take-up of these interviews is low.") == "-");
    CHECK(said("Expectations are high.").empty());
    CHECK(said("Attendance is lower than elsewhere.") == "-");
    CHECK(said("Turnover is lower than elsewhere.") == "+");
}

TEST_CASE("a negation reaches a burden close behind it") {
    CHECK(said("The service has no waiting lists.") == "+");
    CHECK(said("Cases are not always allocated in line with caseload capacity.") == "-");
    CHECK(said("Leaders have worked hard to keep staff.") == "+");
}

TEST_CASE("a burden that something is done about is the body's work") {
    CHECK(said("Leaders have invested to address high caseloads.") == "+");
    CHECK(said("Advisers see children, but this has not been possible due to high caseloads.") == "-");
}

TEST_CASE("what an earlier visit found is history, and what is still to do is a weakness") {
    CHECK(said("At the last inspection in 2017, children's services required improvement to be good.").empty());
    CHECK(
        said("A focused visit in March 2019 found weaknesses in the hub, as well as high numbers of visits.").empty());
    CHECK(said("They have still to achieve consistency in the quality of practice.") == "-");
    CHECK(said("They have achieved consistency in the quality of practice.") == "+");
    CHECK(said("Improvements include the widespread use of one model.") == "+");
    CHECK(said("There are widespread failures.") == "-");
    CHECK(said("A strong offer helps new workers to connect well with the systemic practice model.") == "+");
    CHECK(said("There are systemic failures.") == "-");
}
