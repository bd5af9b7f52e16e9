#include "indexer/options/index_options.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

using namespace findings;

namespace {

/// An environment with a home.
Environment somebody() {
    Environment environment;
    environment.home = "/users/kim";
    return environment;
}
IndexOptions parse(const std::vector<std::string>& arguments) {
    return parse_index_options(parse_arguments(index_option_table(), arguments), somebody());
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

TEST_CASE("ages are seconds, minutes, hours or days") {
    CHECK(parse({"status", "--max-age", "1s"}).max_age_hours == doctest::Approx(1.0 / 3600));
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
                                               {"status", "--max-age", "0s"},
                                               {"status", "--max-age", "1w"},
                                               {"build", "--index", "", "a"},
                                               {"build", "--corrections=", "a"},
                                               {"build", "--index=~other/ix", "a"},
                                               {"build", "--format", "xml", "a"},
                                               {"build", "--color", "blue", "a"},
                                               {"inspect"}})
        CHECK(status_of(arguments) == Status::usage);
}

namespace {
std::string told(const std::vector<std::string>& arguments) {
    try {
        parse(arguments);
    } catch (const Error& error) {
        return std::string(error.what()) + " | " + error.hint();
    }
    return "";
}
}  // namespace

TEST_CASE("an option that a command does not take is refused with what it does take") {
    CHECK(told({"list", "--jobs", "2"}) ==
          "list takes no --jobs | --jobs is for build; it takes --index, --config, --format, --quiet, --verbose, "
          "--no-progress, --color, --help, --version");
    CHECK(told({"build", "--max-age", "3h", "a"}) ==
          "build takes no --max-age | --max-age is for status; did you mean --max-loss?");
    for (const std::string command : {"status", "list", "verify", "rollback", "prune", "failures", "diff"}) {
        CHECK(status_of({command, "--force"}) == Status::usage);
        CHECK(status_of({command, "--corrections", "c.csv"}) == Status::usage);
        CHECK(status_of({command, "--format", "json"}) == Status::ok);
    }
    CHECK(status_of({"inspect", "a", "--corrections", "c.csv"}) == Status::ok);
    CHECK(status_of({"inspect", "a", "--keep", "2"}) == Status::usage);
    CHECK(status_of({"prune", "--keep", "2"}) == Status::ok);
    CHECK(status_of({"rollback", "--wait", "2"}) == Status::ok);
    CHECK(status_of({"rollback", "--keep", "2"}) == Status::usage);
}

TEST_CASE("what the configuration file says for other commands is no error") {
    ParsedArguments arguments = parse_arguments(index_option_table(), {"list"});
    arguments.options.push_back({"keep", "3", "findings.conf:1"});
    CHECK_NOTHROW(parse_index_options(arguments, somebody()));
}

TEST_CASE("the help of a command names the options it takes and no other") {
    const std::string help = command_help("prune");
    CHECK(help.find("Usage: findings-index prune [--keep N]") == 0);
    CHECK(help.find("--keep N") != std::string::npos);
    CHECK(help.find("--index DIR") != std::string::npos);
    CHECK(help.find("--jobs") == std::string::npos);
    CHECK(command_help("nonesuch") == index_help());
}
