#include "common/index/root_lists.hpp"

#include <fstream>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/support/temp_folder.hpp"

namespace findings::testing {
namespace {

TEST_CASE("withdrawals are read as they were printed, whatever stands in their reason") {
    const test::TempFolder folder;
    CHECK(read_withdrawn(folder.path()).empty());
    std::ofstream(folder.path() / kWithdrawnName)
        << print_withdrawn({{"a,b", "he said \"no\",\nand meant it", "2026-11-28T00:00:00Z"}, {"c", "", ""}});
    const auto rows = read_withdrawn(folder.path());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].id == "a,b");
    CHECK(rows[0].reason == "he said \"no\", and meant it");
    CHECK(rows[1].id == "c");
}

TEST_CASE("a list that people wrote has no quotes and Windows' line ends") {
    const test::TempFolder folder;
    std::ofstream(folder.path() / kKeptName) << "generation,note\r\n20261122T020000Z-1a2b3c4d,paper of June\r\n\r\n";
    REQUIRE(read_kept(folder.path()).size() == 1);
    CHECK(read_kept(folder.path())[0].note == "paper of June");
}

TEST_CASE("a line of another shape is an error: a withdrawn article must not come back by a stray quote") {
    const test::TempFolder folder;
    for (const char* line : {"a,b", "a,\"b,c", "a\"b,c,d", "a,b,c,d", ",b,c", "\"a\"x,b,c"}) {
        CAPTURE(line);
        std::ofstream(folder.path() / kWithdrawnName) << "id,reason,when\n" << line << '\n';
        CHECK_THROWS_AS(read_withdrawn(folder.path()), Error);
    }
}

TEST_CASE("neighbours stand behind a body in a row, or each in a row of its own") {
    const test::TempFolder folder;
    CHECK(read_neighbours(folder.path()).empty());
    std::ofstream(folder.path() / kNeighboursName)
        << "\xef\xbb\xbf"
           "LA,SN1,SN2\nKent,\"Essex, county of\",Medway\n\nKent,Swindon,\nHull,Derby\n";
    const auto rows = read_neighbours(folder.path());
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].body == "Kent");
    CHECK(rows[0].neighbours == std::vector<std::string>{"Essex, county of", "Medway"});
    CHECK(rows[1].neighbours == std::vector<std::string>{"Swindon"});
    CHECK(rows[2].neighbours == std::vector<std::string>{"Derby"});
    for (const char* line : {"Kent", ",Medway", "Kent,\"Medway"}) {
        CAPTURE(line);
        std::ofstream(folder.path() / kNeighboursName) << "LA,SN1\n" << line << '\n';
        CHECK_THROWS_AS(read_neighbours(folder.path()), Error);
    }
}

}  // namespace
}  // namespace findings::testing
