#include "indexer/register_files/table/map_file.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

using namespace findings;

TEST_CASE("a mapping names columns, the day and what holds for all rows") {
    const RegisterMap map = parse_register_map(
        "# ours\nnumber = Service ID\nname=Called\n\nas-at = March 2024\nregulator = CIW\ndefault-type = care-home\n",
        "x.map");
    CHECK(map.columns.at("number") == "Service ID");
    CHECK(map.columns.at("name") == "Called");
    CHECK(map.as_at == "2024-03-31");
    CHECK(map.regulator == "care-inspectorate-wales");
    CHECK(map.default_type == "care-home");
}

TEST_CASE("a mapping with an unknown column, a bad day or another shape is told by its line") {
    CHECK_THROWS_WITH(parse_register_map("number = A\ncolour = B\n", "x.map"), "x.map:2: there is no column colour");
    CHECK_THROWS_WITH(parse_register_map("as-at = soon\n", "x.map"), "x.map:1: as-at: “soon” is no day");
    CHECK_THROWS_WITH(parse_register_map("number\n", "x.map"), "x.map:1: no `our column = their column`");
    CHECK_THROWS_AS(parse_register_map("default-type = castle\n", "x.map"), Error);
}
