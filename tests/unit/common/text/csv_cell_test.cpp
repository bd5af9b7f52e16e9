#include "common/text/csv_cell.hpp"

#include <doctest/doctest.h>

TEST_CASE("a cell is quoted where it holds what ends one, and guarded where a spreadsheet would calculate") {
    using findings::quote_csv_cell;
    CHECK(quote_csv_cell("good") == "good");
    CHECK(quote_csv_cell("").empty());
    CHECK(quote_csv_cell("Kent, Medway") == "\"Kent, Medway\"");
    CHECK(quote_csv_cell("the \"Pines\"") == "\"the \"\"Pines\"\"\"");
    CHECK(quote_csv_cell("two\nlines") == "\"two\nlines\"");
    CHECK(quote_csv_cell("=1+1") == "'=1+1");
    CHECK(quote_csv_cell("@home, away") == "\"'@home, away\"");
    CHECK(quote_csv_cell("1-1") == "1-1");
}
