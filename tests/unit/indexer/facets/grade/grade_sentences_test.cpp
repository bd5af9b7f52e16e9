// Whose grade it is: where the phrases of a sentence begin and end.
#include "indexer/facets/grade/grade_sentences.hpp"

#include <array>
#include <cstdint>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;
using namespace findings::award_tests;

TEST_CASE("behind a conjunction a phrase between commas is passed over, and the search for the subject goes on") {
    for (const char* opening : {"but, led by a new head,", "since, which was a surprise, and but, run by a trust,"})
        CHECK(read_story({.text = std::string("Woodend House struggled at first ") + opening + " was rated good."})
                  .grade() == "good");
}

TEST_CASE("an area whose name ends in what elsewhere is a conjunction stands in a list of areas") {
    CHECK(read_story({.text = "Children looked after, leadership, and care leavers were rated good by Ofsted.",
                      .providers = {"Kent"},
                      .type = "council-services"})
              .judgements() == "care-leavers:good leaders:good in-care:good");
}

// What the rules look for, in any order: an endless loop here would be a build that never ends.
TEST_CASE("no order of the words that the rules look for keeps them busy for ever") {
    constexpr std::array<const char*, 44> kWords{"but",
                                                 "after",
                                                 "while",
                                                 "since",
                                                 "and",
                                                 "led",
                                                 "run",
                                                 "owned",
                                                 "which",
                                                 "was",
                                                 "were",
                                                 "rated",
                                                 "judged",
                                                 "found",
                                                 "to be",
                                                 "good",
                                                 "poor",
                                                 "inadequate",
                                                 "from",
                                                 "overall",
                                                 "its",
                                                 "also",
                                                 "another",
                                                 "sister",
                                                 "not",
                                                 "previous",
                                                 "children looked after",
                                                 "care leavers",
                                                 "safe",
                                                 "services",
                                                 "homes",
                                                 "Woodend House",
                                                 "Oakfield School",
                                                 "Ofsted",
                                                 "the",
                                                 "a",
                                                 "in",
                                                 "of",
                                                 "for",
                                                 "all",
                                                 "two",
                                                 "outstanding",
                                                 "requires improvement",
                                                 "inspectors"};
    std::uint32_t state = 1;
    const auto draw = [&state](std::size_t count) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 16U) % count;
    };
    for (int round = 0; round < 2000; ++round) {
        std::string text = "The story";
        for (std::size_t words = 3 + draw(25); words > 0; --words) {
            text += draw(4) == 0 ? ", " : " ";
            text += kWords.at(draw(kWords.size()));
        }
        const Outcome outcome = read_story({.text = text + ".", .providers = {"Woodend House", "Oakfield School"}});
        CHECK_MESSAGE(outcome.quotes_are_exact(), text);
    }
}
