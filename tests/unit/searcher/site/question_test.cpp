// The parameters of an address are the options of the command line.
#include "searcher/site/question.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "common/base/error.hpp"

namespace findings::testing {
namespace {

// What is no parameter, each by name: a new option of findings-search must be put here or let in.
const std::vector<std::string> kRefused{"index",       "config",  "ids",     "explain",  "rate",  "table",
                                        "format",      "columns", "cite",    "replay",   "color", "no-pager",
                                        "quiet",       "show",    "similar", "timeline", "batch", "list-fields",
                                        "list-values", "help",    "version"};

// A value that the option takes, for the round trip.
std::string example_of(const OptionSpec& option) {
    if (option.argument.empty()) return "1";
    if (const FieldRow* row = find_field(std::string_view(option.name).substr(option.name.starts_with("not-") ? 4 : 0));
        row != nullptr) {
        const std::string_view example = row->example;
        std::string value(example.substr(example.find(':') + 1));
        std::erase(value, '"');
        return value;
    }
    if (option.name == "worst") return "good";
    if (option.name == "match") return "any";
    if (option.name == "sort") return "newest";
    if (option.name == "facets") return "grade,region";
    if (option.argument == "DATE") return "5 March 2024";
    if (option.argument == "N" || option.argument == "N|all" || option.argument == "S") return "7";
    return "x & y";
}

std::string message_of(const std::string& target) {
    try {
        read_question(parse_address(target), OutputFormat::html, {"ix"});
    } catch (const Error& error) {
        CHECK(error.status() == Status::usage);
        return std::string(error.what()) + " / " + error.hint();
    }
    return {};
}

TEST_CASE("every option of findings-search is a parameter, or is refused by name") {
    for (const OptionSpec& option : search_option_table()) {
        CAPTURE(option.name);
        const bool refused = std::find(kRefused.begin(), kRefused.end(), option.name) != kRefused.end();
        CHECK(is_parameter(option.name) != refused);
        if (option.argument == "FILE" || option.argument == "DIR") CHECK_FALSE(is_parameter(option.name));
    }
}

TEST_CASE("every parameter goes from address to options and back") {
    for (const OptionSpec& option : search_option_table()) {
        if (!is_parameter(option.name)) continue;
        CAPTURE(option.name);
        const Address address{{}, "", {{option.name, example_of(option)}}};
        CHECK(parse_address(print_address(address)) == address);
        const ParsedArguments arguments = read_parameters(address);
        REQUIRE(arguments.options.size() == 1);
        CHECK(arguments.options.front().name == option.name);
        CHECK(arguments.options.front().value == (option.argument.empty() ? "" : example_of(option)));
    }
}

TEST_CASE("an address asks what the command line asks") {
    const SearchRequest request =
        read_question(parse_address("/?q=-good+missing&grade=Inadequate&grade=good&not-region=none&since=2024&latest=1"
                                    "&limit=5&offset=10&sort=oldest&match=any"),
                      OutputFormat::html, {"ix"})
            .request;
    CHECK(request.text == "-good missing");
    REQUIRE(request.filters.size() == 2);
    CHECK(request.filters[0].values == std::vector<std::string>{"Inadequate", "good"});
    CHECK(request.filters[1].exclude);
    CHECK(request.latest);
    CHECK(request.limit == 5);
    CHECK(request.offset == 10);
    CHECK(request.sort == SortOrder::oldest);
    CHECK(request.match == MatchMode::any);
    CHECK(request.indexes == std::vector<std::filesystem::path>{"ix"});
    CHECK(read_question(parse_address("/?latest=0"), OutputFormat::html, {"ix"}).request.latest == false);
    CHECK(read_question(parse_address("/.csv"), OutputFormat::csv, {"ix"}).request.limit == kNoLimit);
}

TEST_CASE("a query that looks like an option is a query") {
    for (const char* text : {"--limit", "-help", "--show=x", "-"}) {
        const Address address{{}, "", {{"q", text}}};
        CHECK(read_question(address, OutputFormat::html, {"ix"}).request.text == text);
    }
}

TEST_CASE("another parameter, a repeated one or a bad value is refused with the way out") {
    CHECK(message_of("/?colour=red") != "");
    CHECK(message_of("/?grades=good") == "there is no parameter grades / did you mean grade?");
    CHECK(message_of("/?index=/etc") != "");
    CHECK(message_of("/?ids=/etc/passwd") != "");
    CHECK(message_of("/?since=2024&since=2025") == "since is given twice / give it once");
    CHECK(message_of("/?q=a&q=b") == "q is given twice / give it once");
    CHECK(message_of("/?latest=maybe") == "latest is 1 or 0, not maybe / ");
    CHECK(message_of("/?limit=x") != "");
    CHECK(message_of("/?since=yesterday").starts_with("--since yesterday: not a date"));
    CHECK(message_of("/?grade=good&grade=inadequate") == "");
}

TEST_CASE("links are made of values, not of what was typed for them") {
    const Address address = parse_address("/?q=a&grade=Inadequate&grade=INADEQUATE&since=2024");
    const Address canonical = make_canonical(address, {{Field::grade, {"inadequate"}, false}});
    CHECK(print_address(canonical) == "/?q=a&since=2024&grade=inadequate");
}

}  // namespace
}  // namespace findings::testing
