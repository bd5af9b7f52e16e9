#include "indexer/report/last_run.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

TEST_CASE("a run is remembered with its outcome, message and report") {
    const test::TempFolder folder;
    const auto reports = folder.path() / "reports";
    CHECK_FALSE(load_last_run(reports).has_value());
    RunReport report;
    report.generation = "20261122T020000Z-1a2b3c4d";
    save_last_run({"2026-11-22T02:00:00Z", "running", 0, "findings-index build x", "", 0}, report, reports);
    CHECK(load_last_run(reports)->outcome == "running");
    save_last_run(
        {"2026-11-22T02:00:00Z", std::string(name_outcome(Status::refused)), 65, "too much lost", "look", 1.5}, report,
        reports);
    const auto run = load_last_run(reports);
    REQUIRE(run.has_value());
    CHECK(run->started_at == "2026-11-22T02:00:00Z");
    CHECK(run->outcome == "refused");
    CHECK(run->status == 65);
    CHECK(run->message == "too much lost");
    CHECK(run->hint == "look");
    CHECK(run->elapsed_s == 1.5);
    CHECK_FALSE(std::filesystem::exists(reports / "last-run.json.new"));
}

TEST_CASE("a damaged record is no record, and one that cannot be written hides no error") {
    const test::TempFolder folder;
    folder.write("reports/last-run.json", "{\"status\": \"x\"}");
    CHECK_FALSE(load_last_run(folder.path() / "reports").has_value());
    folder.write("reports/last-run.json", "{");
    CHECK_FALSE(load_last_run(folder.path() / "reports").has_value());
    save_last_run({}, {}, folder.write("file", "x"));
}
