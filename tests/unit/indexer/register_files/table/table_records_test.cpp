#include "indexer/register_files/table/table_records.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

std::vector<TableRecord> read_all(std::string_view text) {
    TableRecords records(text);
    std::vector<TableRecord> all;
    for (TableRecord record; records.next(record);) all.push_back(record);
    return all;
}

}  // namespace

TEST_CASE("a line break in a quoted cell is part of the cell, and the next record knows its line") {
    const auto all = read_all("URN,\"\nName\"\r\n1,x\r\n");
    REQUIRE(all.size() == 2);
    CHECK(all[0].cells == std::vector<std::string>{"URN", "\nName"});
    CHECK(all[1].line == 3);
    CHECK(all[1].cells == std::vector<std::string>{"1", "x"});
}

TEST_CASE("a doubled quote is one, a quote within a cell stands for itself") {
    const auto all = read_all("\"The \"\"Oaks\"\"\",5\" pipe\n");
    CHECK(all.at(0).cells == std::vector<std::string>{"The \"Oaks\"", "5\" pipe"});
}

TEST_CASE("a quote that is never closed ends with its line") {
    const auto all = read_all("1,\"open\n2,b\n");
    REQUIRE(all.size() == 2);
    CHECK(all[0].cells == std::vector<std::string>{"1", "\"open"});
    CHECK(all[1].cells == std::vector<std::string>{"2", "b"});
}

TEST_CASE("titles with commas do not hide that tabs separate") {
    const std::string text = "Care, help and schools\nURN\tName\tTown\n1\ta, b\tc\n2\td\te\n3\tf\tg\n";
    CHECK(read_all(text).at(2).cells == std::vector<std::string>{"1", "a, b", "c"});
}

TEST_CASE("a blank record has no letters in any cell") {
    CHECK(read_all(" ,\t,\n").at(0).blank());
    CHECK_FALSE(read_all(",x\n").at(0).blank());
}
