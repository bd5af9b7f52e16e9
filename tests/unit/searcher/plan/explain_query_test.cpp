#include "searcher/plan/explain_query.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "searcher/answer/suggest_query.hpp"
#include "searcher/plan/build_query.hpp"
#include "searcher/query/parse_query.hpp"
#include "tests/unit/searcher/support/small_index.hpp"

namespace findings {
namespace {

testing::SmallIndex& index() {
    static testing::SmallIndex index{
        {"a", "Fostering", "safeguarding children missing from care", {{Field::grade, "good"}}},
        {"b", "", "safeguards and inspections of the home"},
        {"c", "", "inspection of cafés"}};
    return index;
}

std::string explain(const std::string& query, MatchMode match = MatchMode::all, bool findings = false) {
    const QueryTree tree = parse_query(query);
    const BuiltQuery built = build_query(tree, index().analyzer(), index().db(), {.match = match});
    return fmt::format("{}", fmt::join(explain_query(tree, built, match, findings, index().analyzer()), " | "));
}

TEST_CASE("a query is explained in plain English") {
    CHECK(explain("") == "every story");
    CHECK(explain("safeguarding") == "stories that have a form of “safeguarding”");
    CHECK(explain("safeguarding \"missing from care\" -good") ==
          "stories that have a form of “safeguarding” and the exact words “missing from care” | but not a "
          "form of “good”");
    CHECK(explain("-good") == "every story | but not a form of “good”");
    CHECK(explain("a OR (b c)") == "stories that have a form of “a” or (a form of “b” and a form of “c”)");
    CHECK(explain("care NEAR/5 leavers") == "stories that have forms of “care” and “leavers” at most 5 words apart");
    CHECK(explain("saf* title:care") ==
          "stories that have a word that begins with “saf” and a form of “care” in the title");
    CHECK(explain("grade:good grade:none") == "stories that have the grade good and no grade");
    CHECK(explain("published:2023..2024-06") ==
          "stories that have a day of publication from 2023 to the end of 2024-06");
    CHECK(explain("inspected:..2022") == "stories that have a day of inspection up to the end of 2022");
    CHECK(explain("date:2024..") == "stories that have a date from 2024 on");
    CHECK(explain("date:2024") == "stories that have a date in 2024");
    CHECK(explain("the safeguarding") == "stories that have a form of “safeguarding” | stop words ignored: the");
}

TEST_CASE("a search of findings is explained as one of findings") {
    CHECK(explain("", MatchMode::all, true) == "every finding");
    CHECK(explain("-good", MatchMode::all, true) == "every finding | but not a form of “good”");
    CHECK(explain("safeguarding", MatchMode::all, true) == "findings that have a form of “safeguarding”");
}

TEST_CASE("the explanation names the words that the table of equivalents adds, once") {
    CHECK(explain("child") ==
          "stories that have a form of “child” | “child” also finds “children”; quotes switch that off");
    CHECK(explain("Inspectors' OR (title:inspectors' -x)")
              .ends_with("| “Inspectors” also finds “inspection”; quotes switch that off | “inspectors” also finds "
                         "“inspection”; quotes switch that off"));
    CHECK(explain("child OR (child safe)").find("also finds") == explain("child OR (child safe)").rfind("also finds"));
    CHECK(explain("\"child\" safe").find("also finds") == std::string::npos);
}

TEST_CASE("with --match any the explanation says or, and better with") {
    CHECK(explain("care leavers", MatchMode::any) == "stories that have a form of “care” or a form of “leavers”");
    CHECK(explain("care leavers grade:good", MatchMode::any) ==
          "stories that have (a form of “care” or a form of “leavers”) and the grade good");
    CHECK(explain("+care leavers", MatchMode::any) ==
          "stories that have a form of “care”, better with a form of “leavers”");
}

std::string suggest(const std::string& query) {
    IndexedWords words(index().db());
    return suggest_query(parse_query(query), words, index().analyzer());
}

TEST_CASE("an unknown word is replaced by the nearest indexed one when that has hits") {
    CHECK(suggest("safegarding") == "safeguarding");
    CHECK(suggest("saefguarding childern") == "safeguarding children");
    CHECK(suggest("asfeguarding") == "safeguarding");
    CHECK(suggest("inspectoin") == "inspection");
    CHECK(suggest("\"mising from care\"") == "\"missing from care\"");
    CHECK(suggest("title:fostring") == "title:fostering");
    CHECK(suggest("safegarding -childern") == "safeguarding NOT childern");
    CHECK(suggest("safegarding grade:good") == "safeguarding grade:good");
}

TEST_CASE("no suggestion for known words, numbers, far words, or when the correction has no hits either") {
    CHECK(suggest("safeguarding").empty());
    CHECK(suggest("safeguarded").empty());
    CHECK(suggest("xylophone").empty());
    CHECK(suggest("20241").empty());
    CHECK(suggest("safegarding grade:inadequate").empty());
    CHECK(suggest("-safegarding").empty());
    CHECK(suggest("").empty());
    const Xapian::Query filter("XGRinadequate");
    IndexedWords words(index().db());
    CHECK(suggest_query(parse_query("safegarding"), words, index().analyzer(), {}, filter).empty());
}

}  // namespace
}  // namespace findings
