#include "indexer/records/owner_groups.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

using namespace findings;

TEST_CASE("an owner's company names belong to groups by pattern, whatever the case") {
    const OwnerGroups groups = OwnerGroups::parse("group,pattern\nFernbank,Fernbank|Old Mill\nLark,^Lark \n", "g");
    CHECK(groups.find("FERNBANK Care Limited", "2018-01-01") == std::vector<std::string>{"Fernbank"});
    CHECK(groups.find("The Old Mill Homes Ltd", "") == std::vector<std::string>{"Fernbank"});
    CHECK(groups.find("Skylark Homes", "").empty());
    CHECK(groups.find("Lark Homes", "") == std::vector<std::string>{"Lark"});
    CHECK(groups.find("", "").empty());
}

TEST_CASE("an inspection outside the days is not the group's") {
    const OwnerGroups groups = OwnerGroups::parse("group,pattern,from,to\nA,Mill,2016,2017-06\n", "g");
    CHECK(groups.find("Mill", "2015-12-31").empty());
    CHECK(groups.find("Mill", "2016-01-01").size() == 1);
    CHECK(groups.find("Mill", "2017-06-30").size() == 1);
    CHECK(groups.find("Mill", "2017-07-01").empty());
    CHECK(groups.find("Mill", "").size() == 1);
}

TEST_CASE("a bad pattern or day is told by its line") {
    CHECK_THROWS_WITH(OwnerGroups::parse("group,pattern\nA,(\n", "g"), "g:2: “(” is no pattern");
    CHECK_THROWS_WITH(OwnerGroups::parse("group,pattern,from\nA,B,soon\n", "g"), "g:2: “soon” is no day");
    CHECK_THROWS_AS(OwnerGroups::parse("group,pattern\n,B\n", "g"), Error);
}
