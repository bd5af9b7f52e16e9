#include "common/text/trim.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("blanks go from both ends and stay between words") {
    CHECK(trim(" \ta  b\r") == "a  b");
    CHECK(trim("a") == "a");
    CHECK(trim(" \t ").empty());
    CHECK(trim("").empty());
    CHECK(trim("\n a\r\n", " \n") == "a\r");
}
