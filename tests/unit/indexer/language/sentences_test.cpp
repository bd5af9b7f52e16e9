#include "indexer/language/sentences.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace findings;

namespace {

using Texts = std::vector<std::string>;

Texts split(const std::string& text, BlockRole role = BlockRole::paragraph) {
    std::vector<Span> spans;
    append_sentences(text, {role, 0, {0, text.size()}}, spans);
    Texts sentences;
    for (const Span span : spans) sentences.push_back(text.substr(span.begin, span.end - span.begin));
    return sentences;
}

}  // namespace

TEST_CASE("sentences end at stops before a capital, a figure or a quotation") {
    CHECK(split("One came. Two left! Who stayed? 3 did.") == Texts{"One came.", "Two left!", "Who stayed?", "3 did."});
    CHECK(split("He left. “It was late,” she said.") == Texts{"He left.", "“It was late,” she said."});
    CHECK(split("He left. \"It was late.\" She stayed.") == Texts{"He left.", "\"It was late.\"", "She stayed."});
    CHECK(split("He left (at last). Élodie stayed.") == Texts{"He left (at last).", "Élodie stayed."});
    CHECK(split("It cost much. £4,100 is owed.") == Texts{"It cost much.", "£4,100 is owed."});
    CHECK(split("No stop at the end") == Texts{"No stop at the end"});
}

TEST_CASE("closing quotes and brackets belong to their sentence") {
    CHECK(split("“We use it.” “We do.”") == Texts{"“We use it.”", "“We do.”"});
    CHECK(split("(It was late.) He left.") == Texts{"(It was late.)", "He left."});
}

TEST_CASE("a stop before a lower-case word ends nothing") {
    CHECK(split("“Why?” she asked. He left.") == Texts{"“Why?” she asked.", "He left."});
    CHECK(split("It was … well, late.").size() == 1);
    CHECK(split("the .pdf file of 3 approx. pages").size() == 1);
}

TEST_CASE("abbreviations, initials and numbers leave a sentence open") {
    for (const std::string text :
         {"Mr. Brown and Mrs. Green met Dr. White and Prof. Black.", "St. Mary’s is near St. John’s.",
          "Ask Cllr. Jones or Rev. Smith.", "See No. 12 and p. 14 of it.", "It rose by 3.5 per cent in 2.1 years.",
          "They met on Jan. 5 and Sept. 12.", "J. Smith and J.K. Rowling wrote it.",
          "Some homes, e.g. Maple Grange, are full.", "Smith v. Jones was heard.",
          "It opens at 9 a.m. Monday and shuts at 5 p.m. GMT.", "1. The council should recruit.",
          "Visit www.example.org today", "The U.S. Army helped."}) {
        CAPTURE(text);
        CHECK(split(text).size() == 1);
    }
}

TEST_CASE("abbreviations that close a sentence do") {
    CHECK(split("It shut at 5 p.m. The staff left.").size() == 2);
    CHECK(split("It is run by Care Ltd. The firm owns ten homes.").size() == 2);
    CHECK(split("They lack beds, food etc. Ofsted was told.").size() == 2);
    CHECK(split("He chose plan B. The council agreed.").size() == 2);
    CHECK(split("They said no. Inspectors left.").size() == 2);
    CHECK(split("It closed in December. Then it opened.").size() == 2);
    CHECK(split("It opened in 2019. In 2020 it shut.").size() == 2);
    CHECK(split("It is in the U.K. The home is new.").size() == 2);
}

TEST_CASE("ellipses end a sentence only before a capital") {
    CHECK(split("They waited... and waited.").size() == 1);
    CHECK(split("They waited… Nobody came.") == Texts{"They waited…", "Nobody came."});
}

TEST_CASE("a table row is one sentence") {
    CHECK(split("Leaders\tGood. Well run.", BlockRole::table_row) == Texts{"Leaders\tGood. Well run."});
    CHECK(split("the first. And more.", BlockRole::list_item).size() == 2);
}

TEST_CASE("sentences have no white space around them and stay within their block") {
    const std::string body = "Before. \u00a0One came. \n Two left.\u00a0 After.";
    std::vector<Span> spans;
    append_sentences(body, {BlockRole::paragraph, 0, {8, body.size() - 6}}, spans);
    REQUIRE(spans.size() == 2);
    CHECK(body.substr(spans[0].begin, spans[0].end - spans[0].begin) == "One came.");
    CHECK(body.substr(spans[1].begin, spans[1].end - spans[1].begin) == "Two left.");
}

TEST_CASE("text of stops and spaces alone is split without trouble") {
    CHECK(split("").empty());
    CHECK(split("   ").empty());
    CHECK(split("...").size() == 1);
    CHECK(split(std::string(100'000, '.')).size() == 1);
    CHECK(split("\"").size() == 1);
}
