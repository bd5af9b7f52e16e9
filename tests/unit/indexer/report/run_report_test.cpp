#include "indexer/report/run_report.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

TEST_CASE("a kept report is read back as far as the next build asks for it") {
    const test::TempFolder folder;
    RunReport report;
    report.generation = "one";
    report.stories = 6;
    report.coverage = {{"grade", 0.5}};
    report.warnings = {"a warning"};
    report.sources = {{"/data", 7, 6, 1000}};
    report.rejections = {{"a.pdf", RejectionReason::mismatch, "it is HTML"}};
    report.rejections.front().line = 3;
    save_report(report, folder.path() / "reports");
    const auto read = read_report(folder.path() / "reports", "one");
    REQUIRE(read.has_value());
    CHECK(read->stories == 6);
    CHECK(read->coverage == report.coverage);
    CHECK(read->warnings == report.warnings);
    CHECK(read->sources.front().bytes == 1000);
    CHECK(format_failures_json(read->rejections) == format_failures_json(report.rejections));
}

TEST_CASE("a damaged report is no report: a build goes on without, a command says so") {
    const test::TempFolder folder;
    for (const char* text :
         {"", "{", "[]", "{}", R"({"coverage": {}})", R"({"coverage": {"grade": "x"}, "rejected": []})",
          R"({"coverage": {}, "rejected": [{}]})", R"({"coverage": {}, "rejected": [], "stories": "six"})"}) {
        folder.write("one.json", text);
        CHECK_MESSAGE(!read_report(folder.path(), "one").has_value(), text);
    }
    CHECK_THROWS_AS(load_report(folder.path(), "one"), Error);
    CHECK_FALSE(read_report(folder.path(), "none").has_value());
}

TEST_CASE("text lists twenty warnings, what happened behind the rename first, and says how many more there are") {
    RunReport report;
    report.generation = "one";
    for (int i = 0; i < 30; ++i) report.warnings.push_back("page " + std::to_string(i));
    report.late_warnings = {"the digest was not written"};
    const std::string text = format_report_text(report);
    CHECK(text.find("warning: the digest was not written\nwarning: page 0\n") != std::string::npos);
    CHECK(text.find("warning: page 18\n") != std::string::npos);
    CHECK(text.find("page 19") == std::string::npos);
    CHECK(text.find("and 11 more: reports/one.json\n") != std::string::npos);
    report.warnings.resize(19);
    CHECK(format_report_text(report).find("more:") == std::string::npos);
}

TEST_CASE("poor scans are kept with the report, are no rejections and are told of in a line") {
    const test::TempFolder folder;
    RunReport report;
    report.generation = "g";
    report.poor_scans.push_back(
        {"a.pdf", RejectionReason::poor_scan, "OCR is sure of page 1: 41 %", 0, "scan it again"});
    CHECK(format_report_text(report).find("1 scan hard to read: findings-index failures\n") != std::string::npos);
    save_report(report, folder.path() / "reports");
    const RunReport again = load_report(folder.path() / "reports", "g");
    CHECK(again.rejections.empty());
    CHECK(format_failures_text(again.poor_scans) ==
          "a.pdf: poor-scan: OCR is sure of page 1: 41 %\n    scan it again\n");
}
