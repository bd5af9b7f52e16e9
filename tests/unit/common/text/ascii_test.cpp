#include "common/text/ascii.hpp"

#include <array>

#include <doctest/doctest.h>

#include "common/base/table_rows.hpp"
#include "common/text/byte_order_mark.hpp"
#include "common/text/council_names.hpp"
#include "common/text/name_slug.hpp"

using namespace findings;

TEST_CASE("digits and letters end where they end") {
    CHECK((is_digit('0') && is_digit('9')));
    CHECK_FALSE((is_digit('/') || is_digit(':')));
    CHECK((is_lower('a') && is_lower('z')));
    CHECK_FALSE((is_lower('`') || is_lower('{') || is_lower('A')));
    CHECK(lower_case("@AZ[`az{\xc3\x89") == "@az[`az{\xc3\x89");
    constexpr std::array<std::string_view, 2> kList{"one", "two"};
    CHECK(is_one_of(kList, "two"));
    CHECK_FALSE(is_one_of(kList, "tw"));
}

TEST_CASE("a mark is taken from the beginning, once and whole") {
    CHECK(without_byte_order_mark("\xef\xbb\xbf"
                                  "a") == "a");
    CHECK(without_byte_order_mark("\xef\xbb\xbf\xef\xbb\xbf") == "\xef\xbb\xbf");
    CHECK(without_byte_order_mark("\xef\xbb") == "\xef\xbb");
    CHECK(without_byte_order_mark("").empty());
}

TEST_CASE("cells between separators may be empty, at the end too; the empty text has none") {
    using Parts = std::vector<std::string_view>;
    CHECK(split_at("", '\t').empty());
    CHECK(split_at("a", '\t') == Parts{"a"});
    CHECK(split_at("a\t", '\t') == Parts{"a", ""});
    CHECK(split_at("\ta\t\tb", '\t') == Parts{"", "a", "", "b"});
    CHECK(split_at("\t", '\t') == Parts{"", ""});
    int rows = 0;
    for_each_row("# comment\n\na\tb\n#x\nc", [&](const auto& cells) { rows += static_cast<int>(cells.size()); });
    CHECK(rows == 3);
}

TEST_CASE("a name is printed without The and without what ends a company's name, unless nothing else is left") {
    CHECK(make_name_label("The Elms Ltd") == "Elms");
    CHECK(make_name_label("The  Elms\nCare Limited.") == "Elms Care");
    CHECK(make_name_label("Elms CIC Ltd.,") == "Elms");
    CHECK(make_name_label("The") == "The");
    CHECK(make_name_label("Ltd") == "Ltd");
    CHECK(make_name_label("The Ltd") == "Ltd");
    CHECK(make_name_label("Limited Care") == "Limited Care");
    CHECK(make_name_label("Elms:,.") == "Elms");
    CHECK(make_name_label(" \n") == "");
    CHECK(is_company_ending("plc"));
    CHECK_FALSE(is_company_ending("plcs"));
}

TEST_CASE("the spellings of a church school and of a saint meet, at both ends and side by side") {
    CHECK(make_name_slug("St Mary's CofE School") == "st-marys-ce-school");
    CHECK(make_name_slug("Saint Mary's Church of England School") == "st-marys-ce-school");
    CHECK(make_name_slug("St. Mary's C of E") == "st-marys-ce");
    CHECK(make_name_slug("Saint Saint John") == "st-st-john");
    CHECK(make_name_slug("All Saints") == "all-sts");
    CHECK(make_name_slug("R C School") == "rc-school");
    CHECK(make_name_slug("Holy Cross Roman Catholic") == "holy-cross-rc");
    CHECK(make_name_slug("Saintbury") == "saintbury");
}

TEST_CASE("a council is known without what stands before and behind its name, the longest first") {
    using Names = std::vector<std::string>;
    CHECK(list_council_names("kent") == Names{});
    CHECK(list_council_names("kent-county-council") == Names{"kent-county", "kent"});
    CHECK(list_council_names("london-borough-of-sutton") == Names{"sutton"});
    CHECK(list_council_names("the-city-of-york-council") ==
          Names{"city-of-york-council", "the-city-of-york", "york-council", "city-of-york", "york"});
    CHECK(list_council_names("council") == Names{});
    CHECK(list_council_names("the-") == Names{});
}
