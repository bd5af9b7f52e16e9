#include "common/options/option_table.hpp"

#include <doctest/doctest.h>

#include "common/options/config_file.hpp"
#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

const std::vector<OptionSpec> kTable{{"help", "", "help text", "General", false, {}},
                                     {"index", "DIR", "the index", "General", false, {}},
                                     {"grade", "VALUE", "a grade", "Filters", true, "search, list"},
                                     {"max-loss", "N", "most lost", "Building", false, "build"},
                                     {"quiet", "", "say less", "Building", false, "build"}};

std::string usage(const std::vector<std::string>& arguments) {
    return test::error_text(Status::usage, [&] { static_cast<void>(parse_arguments(kTable, arguments)); });
}

ParsedArguments given(const std::vector<std::string>& arguments) { return parse_arguments(kTable, arguments); }

ParsedArguments configured(std::string_view text, Program program, ParsedArguments arguments = {},
                           const Environment& environment = {}) {
    apply_config(parse_config(text, "f.conf"), program, kTable, environment, arguments);
    return arguments;
}

std::string bad_config(std::string_view text) {
    return test::error_text(Status::bad_config, [&] { static_cast<void>(configured(text, Program::index)); });
}

}  // namespace

TEST_CASE("values come back in their order, the last one counts alone") {
    const ParsedArguments parsed = given({"--grade", "good", "kent", "--grade=poor", "-x", "--", "--index"});
    CHECK(parsed.has("grade"));
    CHECK_FALSE(parsed.has("index"));
    CHECK(parsed.value("grade") == "poor");
    CHECK(parsed.value("index").empty());
    CHECK(parsed.values("grade") == std::vector<std::string>{"good", "poor"});
    CHECK(parsed.values("index").empty());
    CHECK(parsed.positional == std::vector<std::string>{"kent", "-x", "--index"});
    CHECK(given({"-h"}).has("help"));
    CHECK(given({"--quiet", "--quiet"}).values("quiet").size() == 2);
    CHECK(find_option(kTable, "quiet") == &kTable[4]);
    CHECK(find_option(kTable, "quie") == nullptr);
}

TEST_CASE("what is wrong with an option is said with the option and the way out") {
    CHECK(usage({"--gade=good"}) == "unknown option --gade | did you mean --grade?");
    CHECK(usage({"--nothing-like-it"}) == "unknown option --nothing-like-it | --help lists the options");
    CHECK(usage({"--index"}) == "--index needs a value | write --index DIR");
    CHECK(usage({"--quiet=yes"}).starts_with("--quiet takes no value"));
    CHECK(usage({"--index=a", "--index", "b"}) == "--index is given twice | give it once");
    CHECK(usage({"--index", "--quiet"}) ==
          "--index needs a value | write --index DIR; a value that begins with dashes needs an equals sign: "
          "--index=--quiet");
    CHECK(usage({"--index", "-h"}).starts_with("--index needs a value"));
    CHECK(given({"--index=--quiet"}).value("index") == "--quiet");
    CHECK(given({"--index", "-x"}).value("index") == "-x");
}

TEST_CASE("a command takes the options that name it and those that name none") {
    CHECK(kTable[0].is_taken_by("anything"));
    CHECK(kTable[2].is_taken_by("search"));
    CHECK(kTable[2].is_taken_by("list"));
    for (const char* other : {"sear", "search,", "lis", "", "build"}) CHECK_FALSE(kTable[2].is_taken_by(other));
    CHECK(options_of_command(kTable, "build").size() == 4);
    CHECK(options_of_command(kTable, "list").size() == 3);
    ParsedArguments arguments = given({"--grade=good", "--index=x"});
    keep_taken_options(kTable, "list", "list", arguments);
    CHECK(arguments.options.size() == 2);
    CHECK(
        test::error_text(Status::usage, [&] { keep_taken_options(kTable, "build", "findings build", arguments); }) ==
        "findings build takes no --grade | --grade is for search, list; it takes --help, --index, --max-loss, --quiet");
    // From a file for all commands it is left out.
    arguments.options[0].place = "f.conf:1";
    keep_taken_options(kTable, "build", "findings build", arguments);
    CHECK(arguments.options.size() == 1);
    CHECK(arguments.has("index"));
}

TEST_CASE("an option of another command that begins like one of this is answered with that one") {
    std::vector<OptionSpec> table = kTable;
    table.push_back({"max-age-of-all", "N", "x", "Filters", false, "search"});
    table.push_back({"maxi", "N", "x", "Filters", false, "search"});
    const auto refused = [&](const std::string& option) {
        ParsedArguments arguments = parse_arguments(table, {"--" + option + "=1"});
        return test::error_text(Status::usage, [&] { keep_taken_options(table, "build", "build", arguments); });
    };
    CHECK(refused("max-age-of-all").find("did you mean --max-loss?") != std::string::npos);
    // Three letters alike are too few.
    CHECK(refused("maxi").find("did you mean") == std::string::npos);
}

TEST_CASE("help stands in columns, wrapped at a space and headed once a group") {
    const std::vector<OptionSpec> table{{"help", "", "first second third", "One", false, {}},
                                        {"twenty-two-letter-name", "", "a", "One", false, {}},
                                        {"twenty-three-lettername", "", "b", "Two", false, {}},
                                        {"x", "FILE", "unbrokenunbrokenunbroken", "Two", false, {}}};
    CHECK(format_options(table, 39) ==
          "One:\n  -h, --help                first\n                            second\n"
          "                            third\n  --twenty-two-letter-name  a\n"
          "\nTwo:\n  --twenty-three-lettername\n                            b\n"
          "  --x FILE                  unbrokenunbrokenunbroken\n");
    CHECK(format_options(table, 40).find("-h, --help                first second\n") != std::string::npos);
    CHECK(format_options({}).empty());
}

TEST_CASE("a number is whole, not negative, and not the one that means none") {
    CHECK(parse_number("limit", "0") == 0);
    CHECK(parse_number("limit", "18446744073709551614") == 18446744073709551614ULL);
    for (const char* text : {"", "-1", "+1", "1.5", "1x", " 1", "18446744073709551615", "18446744073709551616"})
        CHECK(test::error_text(Status::usage, [&] { static_cast<void>(parse_number("limit", text)); }) ==
              "--limit " + std::string(text) + ": not a whole number | give a number, 0 or more");
}

TEST_CASE("a configuration has a key and a value a line; blank lines, comments and blanks around count for nothing") {
    const auto entries = parse_config("\xef\xbb\xbf# c\n\n  index =  a = b \r\nquiet=yes\nlimit =", "f.conf");
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].key == "index");
    CHECK(entries[0].value == "a = b");
    CHECK(entries[0].place == "f.conf:3");
    CHECK(entries[1].place == "f.conf:4");
    CHECK(entries[2].value.empty());
    CHECK(parse_config("", "f.conf").empty());
    CHECK(bad_config("quiet\n") == "f.conf:1: expected `key = value` | a comment begins with #");
    CHECK(bad_config("\n = yes") == "f.conf:2: expected `key = value` | a comment begins with #");
    CHECK(bad_config("quite = yes") == "f.conf:1: unknown key quite | did you mean quiet?");
    CHECK(bad_config("grade = good").starts_with("f.conf:1: unknown key grade | "));
}

TEST_CASE("the command line goes before the file, and the environment before the file's index") {
    CHECK(configured("index = a", Program::index).value("index") == "a");
    CHECK(configured("index = a", Program::index, given({"--index=b"})).values("index") ==
          std::vector<std::string>{"b"});
    Environment environment;
    environment.findings_index = "c";
    CHECK_FALSE(configured("index = a", Program::index, {}, environment).has("index"));
    CHECK(configured("max-loss = 3", Program::index, {}, environment).value("max-loss") == "3");
    // Each key is one program's or both's.
    CHECK_FALSE(configured("max-loss = 3", Program::search).has("max-loss"));
    CHECK(configured("quiet = yes", Program::search).has("quiet"));
    CHECK_FALSE(configured("limit = 3", Program::index).has("limit"));
    // Twice in the file is no twice on the command line.
    CHECK(configured("index = a\nindex = b", Program::index).value("index") == "b");
}

TEST_CASE("a switch is yes or true, no or false, and nothing else") {
    for (const char* yes : {"yes", "true"})
        CHECK(configured(std::string("quiet = ") + yes, Program::index).has("quiet"));
    for (const char* no : {"no", "false"})
        CHECK_FALSE(configured(std::string("quiet = ") + no, Program::index).has("quiet"));
    CHECK(bad_config("quiet = 1").starts_with("f.conf:1: quiet is yes or no, not 1"));
    CHECK(bad_config("quiet =").starts_with("f.conf:1: quiet is yes or no, not "));
}

TEST_CASE("a file that is named must be there, one at the usual place need not") {
    const test::TempFolder folder;
    Environment environment;
    environment.xdg_config_home = folder.path().string();
    folder.write("findings/findings.conf", "quiet = yes\n");
    CHECK(read_config("", environment).size() == 1);
    CHECK(read_config(folder.write("other.conf", "index = a\nquiet = no\n").string(), environment).size() == 2);
    const std::string missing = test::error_text(
        Status::bad_config, [&] { static_cast<void>(read_config((folder.path() / "none").string(), environment)); });
    CHECK(missing.starts_with("cannot read the configuration file " + (folder.path() / "none").string() + ": "));
    CHECK(missing.find("name another with --config") != std::string::npos);
}
