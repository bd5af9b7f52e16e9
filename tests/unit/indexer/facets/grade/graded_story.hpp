#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

namespace findings::award_tests {

/// A text, the grade it awards and the one before; empty where it has none.
struct GradedText {
    std::string text;
    std::string grade;
    std::string was = {};
};

/// Checks that each text, told by the same kind of story, gives its two grades.
inline void check_rows(const std::vector<GradedText>& rows, const Story& story = {.text = ""}) {
    for (const GradedText& row : rows) {
        Story told = story;
        told.text = row.text;
        const Outcome outcome = read_story(told);
        CAPTURE(row.text);
        CHECK(outcome.grade() == row.grade);
        CHECK(outcome.was() == row.was);
    }
}

}  // namespace findings::award_tests
