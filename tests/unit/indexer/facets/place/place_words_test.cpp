#include "indexer/facets/place/place_words.hpp"

#include <doctest/doctest.h>

#include "indexer/facets/place/council_mentions.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

/// Whether a text names a place by this word.
bool names(std::string_view word, std::string_view text) {
    const CleanArticle article = make_article("", {text});
    const Reading reading = read_article(article);
    for (const PhraseMatch& match : reading.body.matches)
        if (match.kind <= PhraseKind::area && match.count == 1 && reading.body.folded(match.first) == word &&
            is_place_name(reading.body, match))
            return true;
    return false;
}

}  // namespace

TEST_CASE("a month is no town, a county behind it makes it one") {
    CHECK_FALSE(names("march", "Inspectors visited Oakley Lodge in March and found that staff were not trained."));
    CHECK_FALSE(names("march", "The inspection took place on 6 March."));
    CHECK(names("march", "A care home in March, Cambridgeshire, has been rated inadequate."));
}

TEST_CASE("a school subject at the start of a sentence is no town, a council's word behind it makes it one") {
    CHECK_FALSE(names("reading", "Reading is taught well and children love books."));
    CHECK_FALSE(names("reading", "What works. Reading: children learn phonics early."));
    CHECK(names("reading", "A care home in Reading has been rated good."));
    CHECK(names("reading", "Reading Borough Council said that it was sorry."));
    CHECK(names("reading", "Reading's children's services have been rated good."));
}

TEST_CASE("a noun is a town only behind a word of place") {
    CHECK_FALSE(names("deal", "Deal or no deal, said the union."));
    CHECK(names("deal", "The surgery in Deal was told to improve."));
    CHECK(names("leeds", "Leeds has some of the best schools."));
}
