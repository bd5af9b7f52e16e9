#include "common/text/slug.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("labels become lower-case ASCII with single hyphens") {
    CHECK(make_slug("South East") == "south-east");
    CHECK(make_slug("St. Mary\u2019s & All Saints") == "st-marys-and-all-saints");
    CHECK(make_slug("Caf\u00e9 R&D") == "cafe-r-and-d");
    CHECK(make_slug("  --A  b--  ") == "a-b");
    CHECK(make_slug("\u5b66") == "");
}

TEST_CASE("two long labels that differ at the end stay two values and fit a term") {
    const std::string stem(300, 'a');
    CHECK(make_slug(stem + "1").size() <= 80);
    CHECK(make_slug(stem + "1") != make_slug(stem + "2"));
}

TEST_CASE("a judgement keeps its colon") {
    CHECK(make_judgement_slug("Help and protection: Good") == "help-and-protection:good");
    CHECK(make_judgement_slug("leaders") == "leaders");
}
