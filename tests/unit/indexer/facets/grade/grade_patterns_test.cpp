// Each row of data/grade_patterns.tsv carries the sentence that it is for: this test reads them all.
#include "indexer/facets/grade/grade_patterns.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;
using namespace findings::award_tests;

namespace {

/// "good/inadequate": the grade and the one before; "-" for none.
std::string grades_of(const Outcome& outcome) {
    std::string made = outcome.grade().empty() ? "-" : outcome.grade();
    if (!outcome.was().empty()) made += "/" + outcome.was();
    return made;
}

}  // namespace

TEST_CASE("each pattern's example has the grades that its row gives") {
    for (const GradePattern& pattern : grade_patterns()) {
        if (pattern.example == "-") continue;
        CAPTURE(std::string(pattern.name));
        CAPTURE(std::string(pattern.example));
        CHECK(grades_of(read_story({.text = std::string(pattern.example)})) == pattern.expected);
    }
}
