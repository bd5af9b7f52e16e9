#include "indexer/run_report.hpp"

#include <doctest/doctest.h>

#include "common/error.hpp"
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
