#include "indexer/io/csv_table.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

using namespace findings;

namespace {

const CsvColumns kColumns{{"article", "facet", "value"}, 3};

std::vector<std::string> cells(std::string_view text, std::size_t row = 0) {
    return parse_csv(text, "t.csv", kColumns).at(row).cells;
}

}  // namespace

TEST_CASE("a table is separated as its header is: by commas, semicolons or tabs") {
    const std::vector<std::string> expected{"kent/a.txt", "grade", "good"};
    CHECK(cells("article,facet,value\nkent/a.txt,grade,good\n") == expected);
    CHECK(cells("article;facet;value\r\nkent/a.txt;grade;good\r\n") == expected);
    CHECK(cells("\xef\xbb\xbf\"article\"\t\"facet\"\t\"value\"\r\nkent/a.txt\tgrade\tgood\r\n") == expected);
    // An empty cell between tabs stays one.
    CHECK(cells("article\tfacet\tvalue\na\t\tb\n") == std::vector<std::string>{"a", "", "b"});
    // The other signs are text then, quoted or not.
    CHECK(cells("article;facet;value\na;provider;\"Smith; Sons, Ltd\"\n")[2] == "Smith; Sons, Ltd");
    CHECK(cells("article;facet;value\na;title;One, two\n")[2] == "One, two");
    CHECK(cells("article,facet,value\na,title,One; two\n")[2] == "One; two");
    CHECK_THROWS_AS(cells("article|facet|value\na|b|c\n"), Error);
}
