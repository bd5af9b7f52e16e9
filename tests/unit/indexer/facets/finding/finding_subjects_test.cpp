#include "indexer/facets/finding/finding_subjects.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

SameSubject compare(std::string_view earlier, std::string_view later) {
    return compare_subjects(read_subjects(earlier), read_subjects(later));
}

}  // namespace

TEST_CASE("entries that ask for the same in other words are the same") {
    CHECK(compare("Consistent management oversight so that practice is good.", "The quality of supervision.") ==
          SameSubject::full);
    CHECK(compare("Services for privately fostered children and homeless 16- and 17-year-olds.",
                  "The response to children in private fostering arrangements and those who are homeless.") ==
          SameSubject::full);
}

TEST_CASE("a part of a wider entry is partial, and what an entry is for is not what it asks") {
    CHECK(compare("Health assessments, personal education plans and permanence.", "Permanence planning.") ==
          SameSubject::partial);
    CHECK(compare("Supervision, so that permanence is achieved.", "Permanence planning.") == SameSubject::no);
    CHECK(compare("The quality of plans.", "Caseloads in all teams.") == SameSubject::no);
    CHECK(compare("Practice.", "Practice.") == SameSubject::no);
}

TEST_CASE("a report may print that it said so before") {
    CHECK(says_repeated("Keep records. This was a recommendation at the last inspection."));
    CHECK_FALSE(says_repeated("Act on the recommendations of serious case reviews."));
}
