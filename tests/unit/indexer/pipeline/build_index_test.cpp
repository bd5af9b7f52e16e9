// Whole builds in one process, for what only a false clock can show.
#include "indexer/pipeline/build_index.hpp"

#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/record.hpp"
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
    CHECK(run_rollback(rollback, out, out) == Status::ok);
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

TEST_CASE("rejections and warnings stand in the order of files, then of records, with any number of workers") {
    const test::TempFolder folder;
    std::string lines;
    for (int i = 1; i <= 40; ++i)
        lines += i % 7 == 0 ? "broken\n"
                            : "{\"text\":\"Story number" + std::to_string(i) + ".\",\"published\":\"2094-01-01\"}\n";
    for (const char* file : {"c.jsonl", "a.jsonl", "b.jsonl"}) folder.write(std::string("src/") + file, lines);
    BuildOptions options = make_options(folder, std::chrono::system_clock::from_time_t(1'790'000'000));
    options.jobs = 3;
    options.max_failures_percent = 100;
    const RunReport report = build_index(options);
    REQUIRE(report.rejections.size() == 15);
    REQUIRE(report.warnings.size() == 105);
    std::size_t rejection = 0;
    std::size_t warning = 0;
    for (const char* file : {"a.jsonl", "b.jsonl", "c.jsonl"})
        for (std::size_t line = 1; line <= 40; ++line)
            if (line % 7 == 0) {
                CHECK(report.rejections[rejection].source == file);
                CHECK(report.rejections[rejection++].line == line);
            } else {
                CHECK(report.warnings[warning++].starts_with(std::string(file) + ", record " + std::to_string(line) +
                                                             ": "));
            }
}

TEST_CASE("a file that timed out or whose reader was killed is read again on a night without other changes") {
    const auto noon = std::chrono::system_clock::from_time_t(1'790'000'000);
    for (const auto& [trouble, reason] : std::vector<std::pair<std::string, RejectionReason>>{
             {"exec cat >/dev/null", RejectionReason::timed_out},
             {"{ dd bs=1 count=5 of=/dev/null 2>/dev/null; kill -KILL $$; }", RejectionReason::unreadable}}) {
        // clang 14 captures no structured binding.
        const std::string& command = trouble;
        CAPTURE(command);
        const test::TempFolder folder;
        folder.write("src/a.txt", "A story about a school.");
        BuildOptions options = make_options(folder, noon);
        const auto program =
            folder.write("reader", "#!/bin/sh\n[ -e '" + (folder.path() / "well").string() + "' ] || " + trouble +
                                       "\nexec '" + options.reader_program.string() + "' \"$@\"\n");
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        options.reader_program = program;
        options.limits.seconds = 1;
        options.force = true;
        folder.write("well", "");
        CHECK(build_index(options).rejections.empty());
        folder.write("src/b.txt", "Another story about a school.");
        std::filesystem::remove(folder.path() / "well");
        options.now = noon + kDay;
        const RunReport bad = build_index(options);
        REQUIRE(bad.rejections.size() == 1);
        CHECK(bad.rejections.front().reason == reason);
        CHECK(bad.articles == 1);
        folder.write("well", "");
        options.now = noon + 2 * kDay;
        const RunReport good = build_index(options);
        CHECK(good.rejections.empty());
        CHECK(good.files_read == 1);
        CHECK(good.files_from_cache == 1);
        CHECK(good.articles == 2);
        options.now = noon + 3 * kDay;
        CHECK(build_index(options).files_read == 0);
    }
}

TEST_CASE("the order of the SOURCEs changes no id, and each keeps its counts") {
    const auto noon = std::chrono::system_clock::from_time_t(1'790'000'000);
    const test::TempFolder folder;
    for (const char* name : {"kent/r.txt", "essex/r.txt", "kent/only.txt"})
        folder.write(name, std::string("A story about the school of ") + name);
    BuildOptions options = make_options(folder, noon);
    options.sources = {folder.path() / "kent", folder.path() / "essex"};
    const RunReport first = build_index(options);
    options.sources = {folder.path() / "essex", folder.path() / "kent"};
    options.now = noon + kDay;
    const RunReport second = build_index(options);
    CHECK(second.files_read == 0);
    REQUIRE(second.sources.size() == 2);
    CHECK(first.sources[0].articles == 2);
    CHECK(second.sources[1].articles == 2);
    CHECK(second.sources[0].articles == 1);
    const auto ids_of = [&](const RunReport& report) {
        const Xapian::Database database(options.layout.generation(report.generation).string());
        std::set<std::string> ids;
        for (Xapian::docid id = 1; id <= database.get_doccount(); ++id) {
            const Article article = decode_record(database.get_document(id).get_data());
            ids.insert(article.id + ' ' + article.source + ' ' + article.path);
        }
        return ids;
    };
    CHECK(ids_of(first).size() == 3);
    CHECK(ids_of(first) == ids_of(second));
    // A SOURCE inside another adds nothing and loses nothing.
    options.sources = {folder.path() / "kent", folder.path()};
    options.now = noon + 2 * kDay;
    options.force = true;
    const RunReport nested = build_index(options);
    CHECK(nested.articles == 3);
    CHECK(nested.sources[0].articles == 2);
    CHECK(nested.sources[1].articles == 3);
}

TEST_CASE("an article with any number of values is one article's affair") {
    const test::TempFolder folder;
    std::string line = R"({"id":"many","text":"A story about many bodies.","provider":[)";
    for (int i = 0; i < 1000; ++i) line += (i == 0 ? "\"Body " : ",\"Body ") + std::to_string(i) + '"';
    folder.write("src/a.jsonl", line + "]}\n" + R"({"id":"one","text":"A story about one."})" + '\n');
    const BuildOptions options = make_options(folder, std::chrono::system_clock::from_time_t(1'790'000'000));
    const RunReport report = build_index(options);
    CHECK(report.rejections.empty());
    CHECK(report.stories == 2);
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
