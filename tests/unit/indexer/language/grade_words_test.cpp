#include "indexer/language/grade_words.hpp"

#include <doctest/doctest.h>

#include "indexer/language/grade_phrases.hpp"

using namespace findings;

TEST_CASE("grade words keep their bytes and what stands around them") {
    const std::string text = "Rated ‘requires\nimprovement,’ it’s well-led; 2.1 RI";
    const auto words = split_grade_words(text, 100);
    REQUIRE(words.size() == 7);
    CHECK(words[1].text == "requires");
    CHECK(words[1].quote_before);
    CHECK(words[2].break_before);
    CHECK(words[2].quote_after);
    CHECK(words[3].text == "it's");
    CHECK(words[4].text == "well-led");
    CHECK(words[5].text == "2.1");
    CHECK(words[5].colon_before);
    CHECK(words[6].all_capitals);
    for (const GradeWord& word : words) CHECK(word.begin >= 100);
    CHECK(text.substr(words[1].begin - 100, words[1].end - words[1].begin) == "requires");
}

TEST_CASE("a passage without grade words is told at a glance") {
    CHECK(has_grade_word("This is Good"));
    CHECK(has_grade_word("require improvement"));
    CHECK(has_grade_word("RI"));
    CHECK_FALSE(has_grade_word("Rather nothing of the kind, he said"));
    CHECK_FALSE(has_grade_word(""));
}

TEST_CASE("the longest phrase wins") {
    PhraseBook book;
    book.add("requires improvement", 1);
    book.add("requires improvement to be good", 2);
    book.add("good", 3);
    const auto matches = book.find_all(split_grade_words("It Requires Improvement\nto be good. Good"));
    REQUIRE(matches.size() == 2);
    CHECK(matches[0].value == 2);
    CHECK(matches[1].value == 3);
}

TEST_CASE("broken and cut bytes are read without harm") {
    for (const char* text : {"\xe2\x80", "good\xe2", "\xc3", "‘", "'good", "good’"})
        CHECK_NOTHROW(split_grade_words(text));
}
