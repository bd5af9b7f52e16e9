#include "indexer/digest/known_grades.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/digest/given_grades.hpp"

using namespace findings;
using test::given;
using test::knowing;

TEST_CASE("a later inspection is news, whatever its grade") {
    const KnownGrades known = knowing({given("good", "20220301"), given("outstanding", "20190301")});
    CHECK(known.judge(given("inadequate", "20240510")) == GradeNews::newer);
    CHECK(known.judge(given("good", "20240510")) == GradeNews::newer);
    CHECK(known.find_before(given("inadequate", "20240510"))->grade == "good");
}

TEST_CASE("an old report that arrives late is archive") {
    const KnownGrades known = knowing({given("good", "20220301")});
    CHECK(known.judge(given("inadequate", "20180301")) == GradeNews::archive);
    CHECK(known.judge(given("good", "20180301")) == GradeNews::archive);
}

TEST_CASE("the press repeating a grade is no newer inspection") {
    const KnownGrades known = knowing({given("inadequate", "20240510")});
    CHECK(known.judge(given("inadequate", "20240701", false)) == GradeNews::repeated);
    CHECK(known.judge(given("good", "20250701", false)) == GradeNews::newer);
}

TEST_CASE("a report that follows its story tells the same inspection") {
    const KnownGrades known = knowing({given("inadequate", "20240701", false)});
    CHECK(known.judge(given("inadequate", "20240510")) == GradeNews::repeated);
    CHECK(known.judge(given("inadequate", "20210510")) == GradeNews::archive);
}

TEST_CASE("two grades of one day's inspection contradict each other") {
    const KnownGrades known = knowing({given("good", "20240510")});
    CHECK(known.judge(given("inadequate", "20240510")) == GradeNews::contradicts);
    CHECK(known.judge(given("good", "20240510")) == GradeNews::repeated);
}

TEST_CASE("a grade without any day is for people to check") {
    CHECK(KnownGrades().judge(given("good", "")) == GradeNews::undated);
}

TEST_CASE("a provider's first grade is news unless it is four years behind the collection") {
    const KnownGrades known = knowing({given("good", "20240510", true, "four-point", 0, 1)});
    CHECK(known.judge(given("inadequate", "20200601")) == GradeNews::newer);
    CHECK(known.judge(given("inadequate", "20150101")) == GradeNews::archive);
    CHECK(KnownGrades().judge(given("inadequate", "20150101")) == GradeNews::newer);
}

TEST_CASE("scales and regulators are kept apart; a story that names none follows any") {
    const KnownGrades known = knowing(
        {given("good", "20240510", true, "four-point", 1), given("send-inconsistent", "20250101", true, "send", 1)});
    CHECK(known.judge(given("inadequate", "20240601", true, "four-point", 1)) == GradeNews::newer);
    CHECK(known.find_before(given("inadequate", "20240601", true, "four-point", 2)) == nullptr);
    CHECK(known.find_before(given("inadequate", "20240601", true, "four-point", 0))->grade == "good");
    CHECK(known.newest_day_of(7) == "20250101");
    CHECK(known.newest_day_of(8).empty());
}

TEST_CASE("graded areas without an overall grade follow whatever was known") {
    const KnownGrades known = knowing({given("good", "20240510")});
    CHECK(known.judge(given("", "20260601", true, kAreaScale)) == GradeNews::newer);
    CHECK(known.judge(given("", "20200601", true, kAreaScale)) == GradeNews::archive);
}
