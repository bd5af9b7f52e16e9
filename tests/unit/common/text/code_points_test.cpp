#include "common/text/code_points.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("a text is cut behind its last whole character") {
    const std::string text = "a\u00e9\u20ac\U0001F600";  // one, two, three and four bytes
    for (const auto& [most, left] : {std::pair<std::size_t, std::size_t>{0, 0}, {1, 1}, {2, 1}, {3, 3}, {5, 3}, {6, 6}})
        CHECK(bytes_within(text, most) == left);
    CHECK(bytes_within(text, 9) == 6);
    CHECK(bytes_within(text, 10) == 10);
    CHECK(bytes_within(text, 11) == 10);
    CHECK(bytes_within("", 0) == 0);
    CHECK(bytes_within("\x80\x80", 1) == 0);
}
