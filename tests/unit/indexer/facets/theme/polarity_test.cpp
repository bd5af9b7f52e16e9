// How far a negation reaches: each pair has the same words, with the negation's end before and behind the cue.
#include "indexer/facets/theme/polarity.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/award_story.hpp"

using namespace findings;

namespace {

/// What is said of safeguarding in a sentence.
double polarity_of(const std::string& sentence) {
    const CleanArticle article = award_tests::make_article({.text = sentence});
    const Reading reading = read_article(article);
    std::size_t cue = 0;
    while (cue < reading.body.words.size() && reading.body.folded(cue) != "safeguarding") ++cue;
    REQUIRE(cue < reading.body.words.size());
    return read_polarity(reading.body, 0, reading.body.words.size(), cue);
}

}  // namespace

TEST_CASE("a comma ends a negation") {
    CHECK(polarity_of("Staff do not rush, and effective safeguarding keeps children safe.") > 0);
    CHECK(polarity_of("Staff do not provide effective safeguarding for children.") < 0);
    CHECK(polarity_of("Managers do not guess, and effective safeguarding keeps children safe.") > 0);
    CHECK(polarity_of("Leaders do not ensure effective safeguarding.") < 0);
}
