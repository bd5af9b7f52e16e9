#include "common/text/count_noun.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("one of a thing is counted in the singular, none and several in the plural") {
    CHECK(count_noun(0, "story", "stories") == "0 stories");
    CHECK(count_noun(1, "story", "stories") == "1 story");
    CHECK(count_noun(12'345, "story", "stories") == "12345 stories");
}
