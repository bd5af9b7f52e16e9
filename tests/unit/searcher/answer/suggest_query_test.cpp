// Which indexed word replaces an unknown one: the nearest, of two as near the more frequent, of those the first.
#include "searcher/answer/suggest_query.hpp"

#include <doctest/doctest.h>

#include "searcher/query/parse_query.hpp"
#include "tests/unit/searcher/support/small_index.hpp"

namespace findings::testing {
namespace {

std::string suggest(SmallIndex& index, const std::string& query) {
    IndexedWords words(index.db());
    return suggest_query(parse_query(query), words, index.analyzer());
}

}  // namespace

TEST_CASE("the nearest word goes before a more frequent one, wherever it stands in the index") {
    SmallIndex far_first{{"1", "", "plantxx"}, {"2", "", "plantxx"}, {"3", "", "plantzy"}};
    // "plantzz": one edit to plantzy, two to plantxx.
    CHECK(suggest(far_first, "plantzz") == "plantzy");
    SmallIndex near_first{{"1", "", "plantaz"}, {"2", "", "plantbb"}, {"3", "", "plantbb"}};
    CHECK(suggest(near_first, "plantzz") == "plantaz");
}

TEST_CASE("of words as near the one in more stories is meant, of those in as many the first") {
    SmallIndex later{{"1", "", "plantaz"}, {"2", "", "plantbz"}, {"3", "", "plantbz"}};
    CHECK(suggest(later, "plantzz") == "plantbz");
    SmallIndex earlier{{"1", "", "plantbz"}, {"2", "", "plantaz"}, {"3", "", "plantaz"}};
    CHECK(suggest(earlier, "plantzz") == "plantaz");
    SmallIndex equal{{"1", "", "plantbz"}, {"2", "", "plantaz"}};
    CHECK(suggest(equal, "plantzz") == "plantaz");
}

TEST_CASE("a word of four letters may be one edit away, a longer one two, one of two letters none") {
    SmallIndex index{{"1", "", "kent plants ab"}};
    CHECK(suggest(index, "kant") == "kent");
    CHECK(suggest(index, "kaot").empty());
    CHECK(suggest(index, "plxxts") == "plants");
    CHECK(suggest(index, "plxxxs").empty());
    CHECK(suggest(index, "ken") == "kent");
    CHECK(suggest(index, "ac").empty());
}

TEST_CASE("the first letter is right or swapped with the second") {
    SmallIndex index{{"1", "", "plants"}};
    CHECK(suggest(index, "lpants") == "plants");
    CHECK(suggest(index, "xlants").empty());
    SmallIndex doubled{{"1", "", "llama"}};
    CHECK(suggest(doubled, "llamb") == "llama");
}

TEST_CASE("what is no slip of the finger stays as it is") {
    SmallIndex index{{"1", "Title", "plants homes"}};
    for (const char* query : {"plan*", "plants9", "plxnts-homxs", "-plxnts", "title:plants"})
        CHECK_MESSAGE(suggest(index, query).empty(), query);
    CHECK(suggest(index, "\"plxnts homes\"") == "\"plants homes\"");
    CHECK(suggest(index, "plxnts NEAR/3 homes") == "\"plants homes\"~3");
}

}  // namespace findings::testing
