#include "indexer/language/recase.hpp"

#include <doctest/doctest.h>

#include "indexer/language/reading.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

constexpr std::string_view kSmall =
    "inspectors criticised the leaders of priory primary school in dudley when they came in july. they saw a pupil hit "
    "a teaching "
    "assistant who tried to stop a fight, and they said that it was the worst school that they had seen for a very "
    "long time.";

bool is_capital(const Passage& passage, std::string_view word) {
    for (std::size_t i = 0; i < passage.words.size(); ++i)
        if (passage.folded(i) == word && passage.words[i].capital) return true;
    return false;
}

}  // namespace

TEST_CASE("names in a text without capitals are marked, other words are not") {
    const CleanArticle article = make_article("", {kSmall});
    const Reading reading = read_article(article);
    CHECK(is_capital(reading.body, "priory"));
    CHECK(is_capital(reading.body, "dudley"));
    CHECK_FALSE(is_capital(reading.body, "leaders"));
    CHECK_FALSE(is_capital(reading.body, "worst"));
}

TEST_CASE("a text with capitals, and a short one, stay as they are") {
    const CleanArticle named =
        make_article("", {"Dudley is a town. " + std::string(kSmall.substr(0, 0)) +
                          "The school in Dudley was rated good, said Ann Pike of Priory Primary School."});
    CHECK_FALSE(lacks_capitals(read_article(named).body));
    const CleanArticle brief = make_article("", {"the school in dudley was rated good"});
    CHECK_FALSE(lacks_capitals(read_article(brief).body));
}
