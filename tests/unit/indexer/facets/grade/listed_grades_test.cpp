#include "indexer/facets/grade/listed_grades.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings::award_tests;

namespace {

const std::vector<std::string> kHomes{"Elm House", "Oak Lodge"};

std::string grade_of(const std::string& text, const std::string& provider) {
    return read_story({.text = text, .providers = kHomes}).grade_of(provider);
}

std::string was_of(const std::string& text, const std::string& provider) {
    for (const findings::Award& award : read_story({.text = text, .providers = kHomes}).found.awards)
        if (award.provider == provider) return award.previous;
    return "no award";
}

}  // namespace

TEST_CASE("a paragraph below a heading begins with the grade of the body that the heading names") {
    const std::string text =
        "Elm House, Lytham\nGood. The home on Clifton Drive was rated requires improvement in 2022.\n"
        "Oak Lodge, Bispham\nOutstanding, no change. One resident praised it.";
    CHECK(grade_of(text, "elm-house") == "good");
    CHECK(was_of(text, "elm-house") == "requires-improvement");
    CHECK(grade_of(text, "oak-lodge") == "outstanding");
    CHECK(was_of(text, "oak-lodge") == "outstanding");
}

TEST_CASE("a paragraph's grade is a sentence or the first line behind the name") {
    const std::string text =
        "Elm House, Wistaston: outstanding. Children are spellbound by the stories of its staff, who have been there "
        "for years "
        "and years and years, and parents told inspectors so at length, more than once, in May. Was good.\n"
        "Oak Lodge (short breaks). Full inspection in September. Requires improvement to be good. Last time: good.";
    CHECK(grade_of(text, "elm-house") == "outstanding");
    CHECK(was_of(text, "elm-house") == "good");
    CHECK(grade_of(text, "oak-lodge") == "requires-improvement");
    CHECK(was_of(text, "oak-lodge") == "good");
}

TEST_CASE("numbered lines tell services in brackets behind the grade") {
    const std::string text =
        "1. Elm House, Coxford: Good (Good for leadership)\n2. Oak Lodge, Bitterne: Good (Requires Improvement for "
        "leadership)";
    CHECK(grade_of(text, "elm-house") == "good");
    CHECK(grade_of(text, "oak-lodge") == "good");
}

TEST_CASE("a sentence that is a grade counts below a body's heading only") {
    const std::string text =
        "Elm House, Lytham\nThe home has twelve beds.\nGood. That is what we like to hear.\nOak Lodge";
    CHECK(grade_of(text, "elm-house") == "no award");
    CHECK(grade_of("Elm House, Lytham\n\"Good,\" said the manager.\nOak Lodge", "elm-house") == "no award");
}

TEST_CASE("several bodies in one sentence each have the grade behind their name") {
    const std::string text =
        "Elm House (Beccles) was rated good, and Oak Lodge (Lowestoft) requires improvement, down from good.";
    CHECK(grade_of(text, "elm-house") == "good");
    CHECK(grade_of(text, "oak-lodge") == "requires-improvement");
    CHECK(was_of(text, "oak-lodge") == "good");
}

TEST_CASE("in a round-up a grade without a subject is nobody's where its paragraph names another body") {
    const std::string entries =
        "Elm House, Lytham\nGood. It has twelve beds.\nOak Lodge, Bispham\nThe home was inspected in May.\n";
    CHECK(grade_of(entries + "Also seen was an agency, Westcountry Companions. It was rated outstanding.",
                   "oak-lodge") == "no award");
    CHECK(grade_of(entries + "It was rated outstanding.", "oak-lodge") == "outstanding");
}

TEST_CASE("a heading that is a grade is that of every body listed below it, up to the next heading") {
    const std::string text =
        "Rated Good\nElm House, Ashby; June 3\nRated Requires Improvement\nOak Lodge, Kegworth; June 18 (previously "
        "outstanding)\nRated Inadequate\nNone";
    CHECK(grade_of(text, "elm-house") == "good");
    CHECK(grade_of(text, "oak-lodge") == "requires-improvement");
    CHECK(was_of(text, "oak-lodge") == "outstanding");
    // One body alone is no list, and running text ends one.
    CHECK(grade_of("Outstanding\nElm House, Ashby", "elm-house") == "no award");
    CHECK(grade_of("Good\nElm House, Ashby\nStaff were away on the day.\nOak Lodge, Kegworth", "oak-lodge") ==
          "no award");
}
