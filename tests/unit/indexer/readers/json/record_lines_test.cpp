#include "indexer/readers/json/record_lines.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

/// The lines with their numbers, those over the limit as "long".
std::string lines(std::string_view bytes, std::size_t limit) {
    RecordLines reader(open_bytes(bytes), limit);
    std::string out;
    bool too_long = false;
    for (std::string_view line; reader.next(line, too_long);)
        out += std::to_string(reader.number()) + ":" + (too_long ? "long" : std::string(line.substr(0, 20))) + "|";
    return out;
}

}  // namespace

TEST_CASE("lines are counted from one, with a last one that has no end") {
    CHECK(lines("", 100).empty());
    CHECK(lines("a", 100) == "1:a|");
    CHECK(lines("a\n", 100) == "1:a|");
    CHECK(lines("\n\na\nb", 100) == "1:|2:|3:a|4:b|");
}

TEST_CASE("lines longer than a buffer are whole, those over the limit cost themselves alone") {
    const std::string half(200'000, 'x');
    CHECK(lines(half + "\nb\n" + half + half + "\nc", 1'000'000).ends_with("4:c|"));
    const std::string over(3'000'000, 'x');
    CHECK(lines("a\n" + over + "\nb", 1'000'000) == "1:a|2:long|3:b|");
    CHECK(lines(over, 1'000'000) == "1:long|");
    CHECK(lines(over + "\n", 1'000'000) == "1:long|");
}
