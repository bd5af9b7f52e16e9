// Whole builds in one process, for what only a false clock can show.
#include "indexer/pipeline/build_index.hpp"

#include <sstream>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/ingest/reader_pool.hpp"
#include "indexer/io/failpoint.hpp"
#include "indexer/publish/publish.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

BuildOptions make_options(const test::TempFolder& folder, std::chrono::system_clock::time_point now) {
    BuildOptions options;
    options.layout.root = folder.path() / "ix";
    options.sources = {folder.path() / "src"};
    options.reader_program = find_reader_program();
    options.now = now;
    return options;
}

constexpr auto kDay = std::chrono::hours(24);

}  // namespace

TEST_CASE("a clock that goes backwards changes neither the order of generations nor what is pruned") {
    const test::TempFolder folder;
    folder.write("src/a.txt", "A story about a school.");
    const auto noon = std::chrono::system_clock::from_time_t(1'790'000'000);
    const std::string first = build_index(make_options(folder, noon)).generation;
    const std::string second = build_index(make_options(folder, noon - kDay)).generation;
    BuildOptions options = make_options(folder, noon - 2 * kDay);
    options.keep = 2;
    const std::string third = build_index(options).generation;
    CHECK(third < second);
    const auto entries = list_generations(options.layout);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].name == third);
    CHECK(entries[0].live);
    CHECK(entries[1].name == second);
    IndexOptions rollback;
    rollback.command = IndexCommand::rollback;
    rollback.build.layout = options.layout;
    std::ostringstream out;
    CHECK(run_rollback(rollback, out) == Status::ok);
    CHECK(live_generation(options.layout) == second);
}

TEST_CASE("a live generation from the future is too old, since it would silence the alarm for years") {
    const test::TempFolder folder;
    folder.write("src/a.txt", "A story about a school.");
    build_index(make_options(folder, std::chrono::system_clock::now() + 1000 * kDay));
    IndexOptions status;
    status.build.layout.root = folder.path() / "ix";
    std::ostringstream out;
    CHECK(run_status(status, out) == Status::ok);
    CHECK(out.str().find("hours in the future: is the clock right?") != std::string::npos);
    status.max_age_hours = 36;
    CHECK(static_cast<int>(run_status(status, out)) == 1);
}

TEST_CASE("a day long after the build or where clocks begin is warned of, and kept") {
    const test::TempFolder folder;
    folder.write("src/a.jsonl",
                 "{\"id\":\"a\",\"published\":\"2094-01-01\",\"text\":\"A home.\"}\n"
                 "{\"id\":\"b\",\"published\":\"2026-10-10\",\"text\":\"A school.\"}\n"
                 "{\"id\":\"c\",\"published\":0,\"inspected\":\"1970-01-01\",\"text\":\"A prison.\"}\n");
    const auto september = std::chrono::system_clock::from_time_t(1'790'000'000);  // 2026-09-21
    const RunReport report = build_index(make_options(folder, september));
    CHECK(report.articles == 3);
    REQUIRE(report.warnings.size() == 3);
    CHECK(report.warnings[0] == "a.jsonl, record 1: published: 2094-01-01 lies in the future");
    CHECK(report.warnings[1].find("“0” is not a day") != std::string::npos);
    CHECK(report.warnings[2].find("inspected: 1970-01-01 is where clocks begin") != std::string::npos);
}

TEST_CASE("what goes wrong behind the rename is in that night's report, and not in the copy of the next") {
    const test::TempFolder folder;
    folder.write("src/a.txt", "A story about a school.");
    const auto noon = std::chrono::system_clock::from_time_t(1'790'000'000);
    const BuildOptions options = make_options(folder, noon);
    const auto kept = [&](const std::string& generation) {
        return test::read_file(options.layout.reports() / (generation + ".json"));
    };
    arm_failpoint("pruned:fail");
    const RunReport first = build_index(options);
    CHECK(first.published);
    REQUIRE(first.late_warnings.size() == 1);
    CHECK(format_report_text(first).find("warning: " + first.late_warnings.front()) != std::string::npos);
    CHECK(kept(first.generation) == format_report_json(first));
    const RunReport second = build_index(make_options(folder, noon + kDay));
    CHECK(second.files_read == 0);
    CHECK(second.late_warnings.empty());
    CHECK(second.warnings.empty());
    CHECK(kept(second.generation).find(first.late_warnings.front()) == std::string::npos);
}

TEST_CASE("reports of the hundred newest generations are kept, whatever else lies there") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    for (int i = 100; i < 220; ++i) {
        const std::string name = "20260101T000000Z-00000" + std::to_string(i);
        folder.write("reports/" + name + ".json", "{}");
        folder.write("reports/" + name + ".digest.txt", "x");
    }
    folder.write("reports/last-run.json", "{}");
    prune_reports(layout);
    CHECK(std::filesystem::exists(layout.reports() / "last-run.json"));
    CHECK(std::filesystem::exists(layout.reports() / "20260101T000000Z-00000120.digest.txt"));
    CHECK_FALSE(std::filesystem::exists(layout.reports() / "20260101T000000Z-00000119.json"));
    CHECK_FALSE(std::filesystem::exists(layout.reports() / "20260101T000000Z-00000119.digest.txt"));
}
