#include "indexer/options/index_options.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

using namespace findings;

namespace {
IndexOptions parse(const std::vector<std::string>& arguments) {
    return parse_index_options(parse_arguments(index_option_table(), arguments), Environment{});
}
Status status_of(const std::vector<std::string>& arguments) {
    try {
        parse(arguments);
    } catch (const Error& error) {
        return error.status();
    }
    return Status::ok;
}
}  // namespace

TEST_CASE("every option of build is understood") {
    const IndexOptions options =
        parse({"build",         "--index", "ix",    "--jobs", "4",  "--max-loss", "5",    "--max-failures", "7",
               "--force",       "--keep",  "9",     "--wait", "12", "--format",   "json", "--quiet",        "--verbose",
               "--no-progress", "--color", "never", "a",      "b"});
    CHECK(options.command == IndexCommand::build);
    CHECK(options.build.layout.root == "ix");
    CHECK(options.build.jobs == 4);
    CHECK(options.build.max_loss_percent == 5);
    CHECK(options.build.max_failures_percent == 7);
    CHECK(options.build.force);
    CHECK(options.build.keep == 9);
    CHECK(options.build.wait == std::chrono::seconds(12));
    CHECK(options.json);
    CHECK(options.quiet);
    CHECK(options.verbose);
    CHECK_FALSE(options.show_progress);
    CHECK(options.build.sources.size() == 2);
}

TEST_CASE("defaults are the contract's") {
    const IndexOptions options = parse({"build", "a"});
    CHECK(options.build.keep == 3);
    CHECK(options.build.wait == std::chrono::seconds(0));
    CHECK(options.build.max_loss_percent == 20);
    CHECK(options.build.max_failures_percent == 20);
    CHECK_FALSE(options.build.force);
}

TEST_CASE("saved searches may be named; diff takes up to two generations") {
    CHECK(parse({"build", "a"}).build.searches.empty());
    CHECK(parse({"build", "--searches", "s.conf", "a"}).build.searches == "s.conf");
    CHECK(parse({"diff"}).arguments.empty());
    CHECK(parse({"diff", "old", "new"}).arguments == std::vector<std::string>{"old", "new"});
    CHECK(status_of({"diff", "a", "b", "c"}) == Status::usage);
}

TEST_CASE("ages are minutes, hours or days") {
    CHECK(parse({"status", "--max-age", "36h"}).max_age_hours == 36);
    CHECK(parse({"status", "--max-age", "2d"}).max_age_hours == 48);
    CHECK(parse({"status", "--max-age", "90m"}).max_age_hours == doctest::Approx(1.5));
    CHECK(parse({"status", "--max-age", "5"}).max_age_hours == 5);
}

TEST_CASE("what is wrong on the command line is status 2") {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"build"},
                                               {"biuld", "a"},
                                               {"build", "--jobs", "0", "a"},
                                               {"build", "--jobs", "-1", "a"},
                                               {"build", "--jobs", "x", "a"},
                                               {"build", "--keep", "0", "a"},
                                               {"build", "--max-loss", "101", "a"},
                                               {"build", "--forc", "a"},
                                               {"status", "extra"},
                                               {"verify", "a", "b"},
                                               {"status", "--max-age", "0"},
                                               {"build", "--format", "xml", "a"},
                                               {"build", "--color", "blue", "a"},
                                               {"inspect"}})
        CHECK(status_of(arguments) == Status::usage);
}
