#include <sstream>

#include <doctest/doctest.h>

#include "searcher/render/renderers.hpp"

namespace findings::testing {
namespace {

TableResult make_wide_table() {
    TableResult table;
    table.row_facet = Field::theme;
    table.column_facet = Field::grade;
    table.rows = {{"a", "Leadership, management and quality assurance", 1043, false}, {"b", "Staffing", 29, false}};
    table.columns = {{"good", "Good", 14, false},
                     {"ri", "Requires improvement", 1020, false},
                     {"ws", "Widespread and/or systemic failings of a service", 7, false}};
    table.cells = {{8, 1006, 1}, {5, 6, 0}};
    return table;
}

std::string write(std::size_t width, bool color = false) {
    std::ostringstream out;
    RenderStyle style;
    style.width = width;
    style.color = color;
    write_table_text(out, make_wide_table(), style);
    return out.str();
}

}  // namespace

TEST_CASE("a column of a table is as narrow as its longest word and its longest number") {
    CHECK(write(120) ==
          "\n"
          "                                                                           Widespread\n"
          "                                                                 Requires      and/or\n"
          "Theme                                         stories   Good  improvement   systemic…\n"
          "Leadership, management and quality assurance    1,043      8        1,006           1\n"
          "Staffing                                           29      5            6           0\n"
          "stories                                                   14        1,020           7\n");
}

TEST_CASE("a table that is wider than the page goes on below, with its row labels again") {
    CHECK(write(48) ==
          "\n"
          "Theme                    stories   Good\n"
          "Leadership, management…    1,043      8\n"
          "Staffing                      29      5\n"
          "stories                              14\n"
          "\n"
          "                                      Widespread\n"
          "                            Requires      and/or\n"
          "Theme                    improvement   systemic…\n"
          "Leadership, management…        1,006           1\n"
          "Staffing                           6           0\n"
          "stories                        1,020           7\n");
    // One column less of width, and the last two no longer stand side by side.
    const std::string narrower = write(47);
    CHECK(narrower.find("improvement   systemic…") == std::string::npos);
}

TEST_CASE("a page narrower than any column still shows every column") {
    const std::string text = write(10);
    for (const char* label : {"stories", "Good", "improvement", "systemic…"})
        CHECK(text.find(label) != std::string::npos);
}

TEST_CASE("each line of a table's head is bold in colour") {
    const std::string text = write(120, true);
    std::size_t heads = 0;
    for (std::size_t at = text.find("\x1b[1m"); at != std::string::npos; at = text.find("\x1b[1m", at + 1)) ++heads;
    CHECK(heads == 3);
}

}  // namespace findings::testing
