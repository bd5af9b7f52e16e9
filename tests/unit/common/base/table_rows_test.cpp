#include "common/base/table_rows.hpp"

#include <doctest/doctest.h>

using namespace findings;

using Cells = std::vector<std::string_view>;

TEST_CASE("a text is split at its separators, empty parts kept, and the empty text has none") {
    CHECK(split_at("a|b", '|') == Cells{"a", "b"});
    CHECK(split_at("|a||", '|') == Cells{"", "a", "", ""});
    CHECK(split_at("a", '|') == Cells{"a"});
    CHECK(split_at("", '|').empty());
}

TEST_CASE("the rows of a table are its lines but comments and blank ones") {
    std::vector<Cells> rows;
    for_each_row("# comment\n\na\tb\t\nc", [&](const Cells& cells) { rows.push_back(cells); });
    CHECK(rows == std::vector<Cells>{{"a", "b", ""}, {"c"}});
}
