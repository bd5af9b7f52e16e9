#include "indexer/ingest/corrections.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

/// Message and hint of the error that a table gives, "" when it gives none.
std::string error_of(const std::string& text) {
    return test::error_text(Status::bad_config, [&] { Corrections::parse(text, "c.csv"); });
}

}  // namespace

TEST_CASE("several lines for one article and facet give several values, an empty value gives none") {
    const auto table = Corrections::parse(
        "article,facet,value\nkent/a.txt,theme,missing\nkent/a.txt,theme,vetting\nkent/a.txt,grade,\n", "c.csv");
    const CorrectedValues values = table.find({"1a", ""}, "kent/a.txt", 0);
    CHECK(values.at("theme") == std::vector<std::string>{"missing", "vetting"});
    CHECK(values.at("grade").empty());
    CHECK(table.list_unmatched().empty());
}

TEST_CASE("an article answers to its id, its address and its source path") {
    const auto table = Corrections::parse(
        "article,facet,value\n1a,grade,good\nhttps://x.org/s,region,London\nkent/a.txt,type,school\n", "c.csv");
    const CorrectedValues values = table.find({"1a", "https://x.org/s"}, "kent/a.txt", 0);
    CHECK(values.size() == 3);
}

TEST_CASE("a line that no article answers to is reported with its place") {
    const auto table = Corrections::parse("article,facet,value\nkent/gone.txt,grade,good\n", "c.csv");
    CHECK(table.find({"1a", ""}, "kent/a.txt", 0).empty());
    REQUIRE(table.list_unmatched().size() == 1);
    CHECK(table.list_unmatched().front().find("c.csv:2: no article has the id, address or source path kent/gone.txt") ==
          0);
}

TEST_CASE("a path that holds several articles corrects one of them by its number only") {
    const auto table =
        Corrections::parse("article,facet,value\nweek.jsonl,grade,good\nweek.jsonl#2,grade,inadequate\n", "c.csv");
    CHECK(table.find({"1a", ""}, "week.jsonl", 1).empty());
    CHECK(table.find({"2a", ""}, "week.jsonl", 2).at("grade") == std::vector<std::string>{"inadequate"});
    REQUIRE(table.list_unmatched().size() == 1);
    CHECK(table.list_unmatched().front().find("holds several articles") != std::string::npos);
}

TEST_CASE("a path that several SOURCEs hold corrects none of them, and the warning says so") {
    const auto table = Corrections::parse(
        "article,facet,value\nreport.txt,grade,good\nkent/report.txt,grade,inadequate\nweek.jsonl#1,grade,good\n",
        "c.csv");
    CHECK(table.find({"1a", ""}, "kent/report.txt", 0, "report.txt").at("grade") ==
          std::vector<std::string>{"inadequate"});
    CHECK(table.find({"2a", ""}, "essex/report.txt", 0, "report.txt").empty());
    CHECK(table.find({"3a", ""}, "kent/week.jsonl", 1, "week.jsonl").empty());
    REQUIRE(table.list_unmatched().size() == 2);
    CHECK(table.list_unmatched()[0].starts_with("c.csv:2: several SOURCEs hold a report.txt; the correction was not"));
    CHECK(table.list_unmatched()[1].starts_with("c.csv:4: several SOURCEs hold a week.jsonl#1"));
}

TEST_CASE("a line that is one article's id and another's source is applied to both, and not without a word") {
    const auto table = Corrections::parse("article,facet,value\na.txt,grade,good\n", "c.csv");
    CHECK(table.find({"1a", ""}, "a.txt", 0).contains("grade"));
    CHECK(table.list_unmatched().empty());
    CHECK(table.find({"a.txt", ""}, "b.txt", 0).contains("grade"));
    REQUIRE(table.list_unmatched().size() == 1);
    CHECK(table.list_unmatched().front().starts_with("c.csv:2: a.txt is the id or address of one article"));
    // The same article by both names, and two pages of one address.
    const auto same =
        Corrections::parse("article,facet,value\na.txt,grade,good\nhttps://x.org/s,type,school\n", "c.csv");
    CHECK(same.find({"a.txt", "https://x.org/s"}, "a.txt", 0).at("grade").size() == 1);
    CHECK(same.find({"b", "https://x.org/s"}, "b.txt", 0).contains("type"));
    CHECK(same.list_unmatched().empty());
}

TEST_CASE("a table without a header line is a file cut off; one with nothing else is empty") {
    for (const char* text : {"", "\n\n", "\xef\xbb\xbf"})
        CHECK(
            error_of(text).starts_with("c.csv: the table is empty: it has no header line | it may have been cut off"));
    CHECK(error_of("article,facet,value").empty());
    CHECK(error_of("\xef\xbb\xbf"
                   "article,facet,value\r\n")
              .empty());
}

TEST_CASE("a value is taken by slug and by label, councils too") {
    CHECK(error_of("article,facet,value\na,authority,st-helens\nb,authority,St Helens\nc,authority,ST-HELENS\n"
                   "d,region,south-east\ne,region,South East\nf,judgement,leaders:requires-improvement\n")
              .empty());
    CHECK(error_of("article,facet,value\na,authority,st-helen\n").find("did you mean st-helens?") != std::string::npos);
}

TEST_CASE("what Excel saves is read: a mark at the start, CRLF, quotes, spare commas, blank lines") {
    const auto table = Corrections::parse(
        "\xef\xbb\xbf"
        "Article,Facet,Value,\r\n\"a, b.txt\",Provider,\"St \"\"Anne\"\"\r\nHouse\",\r\n,,,\r\n\r\n",
        "c.csv");
    CHECK(table.find({"1a", ""}, "a, b.txt", 0).at("provider").front() == "St \"Anne\"\r\nHouse");
}

TEST_CASE("a wrong line is named, with the way out") {
    CHECK(error_of("article,facet,value\na,grad,good\n") == "c.csv:2: there is no facet “grad” | did you mean grade?");
    CHECK(error_of("article,facet,value\na,grade,inadequat\n") ==
          "c.csv:2: grade: “inadequat” is not one of its values | did you mean inadequate?");
    CHECK(error_of("article,facet,value\na,year,2024\n").find("there is no facet “year”") != std::string::npos);
    CHECK(error_of("article,facet,value\na,published,last May\n").find("c.csv:2: “last May” is not a day") == 0);
    CHECK(error_of("article,facet,value\na,judgement,leaders\n").find("write it as area:grade") != std::string::npos);
    CHECK(error_of("article,facet,value\na,authority,Atlantis\n").find("not one of its values") != std::string::npos);
    CHECK(error_of("article,facet,value\n,grade,good\n").find("c.csv:2: no article is named") == 0);
    CHECK(error_of("article,facet,value\na,title,\n").find("a title cannot be taken away") != std::string::npos);
    CHECK(error_of("article,facet,value\na,grade,good\nb,grade,good\na,grade,\n")
              .find("c.csv:4: says otherwise than line 2 about grade of a") == 0);
    CHECK(error_of("article,facet\na,grade\n").find("c.csv:1: the header lacks the column value") == 0);
    CHECK(error_of("article,facet,valeu\n").find("did you mean value?") != std::string::npos);
    CHECK(error_of("article,facet,value\n\"a,grade,good\n").find("c.csv:2: a quote is opened and never closed") == 0);
    CHECK(error_of("article,facet,value\na,b.txt,grade,good\n").find("c.csv:2: more cells than") == 0);
    CHECK(error_of("article,facet,value\n\xff,grade,good\n").find("c.csv:2: not UTF-8") == 0);
}

TEST_CASE("a corrected previous grade goes before a declared one, and names are read as people write them") {
    const auto table = Corrections::parse("article,facet,value\na.txt,Previous grade,Requires improvement\n", "c.csv");
    CleanArticle article;
    article.declared["was"] = {"good"};
    put_right(article, table.find({"1a", ""}, "a.txt", 0));
    CHECK_FALSE(article.declared.contains("was"));
    CHECK(article.declared.at("previous_grade") == std::vector<std::string>{"Requires improvement"});
    CHECK(article.corrected.contains("previous_grade"));
}

TEST_CASE("the table is the one that is named, else the one in the index root, else none") {
    const test::TempFolder folder;
    CHECK(corrections_file({}, folder.path()).empty());
    CHECK(load_corrections({}, folder.path()).list_unmatched().empty());
    const auto usual = folder.write("corrections.csv", "article,facet,value\nusual,grade,good\n");
    const auto named = folder.write("named.csv", "article,facet,value\nnamed,grade,good\n");
    CHECK(corrections_file({}, folder.path()) == usual);
    CHECK(corrections_file(named, folder.path()) == named);
    REQUIRE(load_corrections(named, folder.path()).list_unmatched().size() == 1);
    CHECK(load_corrections(named, folder.path()).list_unmatched()[0].find(" named;") != std::string::npos);
    CHECK(load_corrections({}, folder.path()).list_unmatched()[0].find(" usual;") != std::string::npos);
}
