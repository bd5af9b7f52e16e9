#include "searcher/options/search_options.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/options/config_file.hpp"

namespace findings::testing {
namespace {

/// An environment with a home.
Environment somebody() {
    Environment environment;
    environment.home = "/users/kim";
    return environment;
}

using Arguments = std::vector<std::string>;

SearchOptions parse(const Arguments& arguments, const std::string& config = {}, const std::string& variable = {}) {
    Environment environment;
    environment.home = "/users/kim";
    environment.findings_index = variable;
    ParsedArguments parsed = parse_arguments(search_option_table(), arguments);
    apply_config(parse_config(config, "f.conf"), Program::search, search_option_table(), environment, parsed);
    return parse_search_options(parsed, environment);
}

/// "status: message | hint" of the error the arguments cause, or "none".
std::string failure(const Arguments& arguments, const std::string& config = {}) {
    try {
        parse(arguments, config);
    } catch (const Error& error) {
        return fmt::format("{}: {} | {}", static_cast<int>(error.status()), error.what(), error.hint());
    }
    return "none";
}

}  // namespace

TEST_CASE("QUERY arguments are joined by a space and options may stand anywhere") {
    const SearchOptions options = parse({"missing", "--plain", "from", "care"});
    CHECK(options.request.text == "missing from care");
    CHECK(options.request.plain);
}

TEST_CASE("an argument with one leading dash is query text") {
    CHECK(parse({"-good"}).request.text == "-good");
    CHECK(parse({"care", "-grade:good"}).request.text == "care -grade:good");
    CHECK(parse({"-"}).request.text == "-");
}

TEST_CASE("two dashes end the options") {
    CHECK(parse({"--plain", "--", "--grade", "-h"}).request.text == "--grade -h");
}

TEST_CASE("-h is the only option of one letter") {
    CHECK(parse({"-h"}).command == Command::help);
    CHECK(parse({"-v"}).request.text == "-v");
}

TEST_CASE("options are never guessed from their beginning") {
    CHECK(failure({"--hel"}) == "2: unknown option --hel | did you mean --help?");
    CHECK(failure({"--grad", "good"}) == "2: unknown option --grad | did you mean --grade?");
    CHECK(failure({"--zzzzzzzz"}) == "2: unknown option --zzzzzzzz | --help lists the options");
}

TEST_CASE("every facet has an option and an exclusion") {
    for (const Field facet : kFacets) {
        const std::string name(field_row(facet).name);
        INFO(name);
        const SearchOptions options = parse({"--" + name, "A", "--" + name + "=B", "--not-" + name, "C"});
        REQUIRE(options.request.filters.size() == 2);
        CHECK(options.request.filters[0].field == facet);
        CHECK(options.request.filters[0].values == std::vector<std::string>{"A", "B"});
        CHECK_FALSE(options.request.filters[0].exclude);
        CHECK(options.request.filters[1].exclude);
    }
}

TEST_CASE("previous grade and change are filters too") {
    const SearchOptions options = parse({"--was", "good", "--change", "declined"});
    REQUIRE(options.request.filters.size() == 2);
    CHECK(options.request.filters[0].field == Field::was);
    CHECK(options.request.filters[1].field == Field::change);
}

TEST_CASE("every option of the table has a meaning and stands in the help") {
    const std::string help = search_help();
    for (const OptionSpec& option : search_option_table()) {
        INFO(option.name);
        CHECK(help.find("--" + option.name) != std::string::npos);
        ParsedArguments given;
        given.options.push_back({option.name, "1", ""});
        // A value of the wrong sort is an Error; an option nobody handles would be a std::logic_error.
        try {
            parse_search_options(given, {});
        } catch (const Error& error) {
            CHECK(error.status() == Status::usage);
        }
    }
}

TEST_CASE("plain switches and words set what they say") {
    const SearchRequest request = parse({"--match", "any", "--include-dropped", "--include-inferred", "--explain",
                                         "--worst", "good", "--all-themes", "--latest", "--sort", "provider",
                                         "--offset", "5", "--facet-limit", "3", "--facets", "theme,grade"})
                                      .request;
    CHECK(request.match == MatchMode::any);
    CHECK(request.include_dropped);
    CHECK(request.include_inferred);
    CHECK(request.explain);
    CHECK(request.worst == "good");
    CHECK(request.all_themes);
    CHECK(request.latest);
    CHECK(request.sort == SortOrder::provider);
    CHECK(request.offset == 5);
    CHECK(request.facet_limit == 3);
    CHECK(request.facets == std::vector<Field>{Field::theme, Field::grade});
    const SearchOptions options = parse({"--color", "never", "--no-pager", "--quiet"});
    CHECK(options.color == ColorMode::never);
    CHECK_FALSE(options.pager);
    CHECK(options.quiet);
}

TEST_CASE("counts that were asked for are printed with bars, counts beside stories in running text") {
    CHECK_FALSE(parse({"care"}).counts_asked);
    CHECK(parse({"care", "--facets", "grade"}).counts_asked);
    CHECK(parse({"care", "--facet-limit", "20"}).counts_asked);
    CHECK(parse({"care", "--limit", "0"}).counts_asked);
}

TEST_CASE("text and json show ten stories and four facets, other formats everything and none") {
    for (const std::string format : {"text", "json"}) {
        const SearchOptions options = parse({"--format", format});
        CHECK(options.request.limit == 10);
        CHECK(options.request.facets ==
              std::vector<Field>{Field::grade, Field::region, Field::provider, Field::weakness});
    }
    for (const std::string format : {"jsonl", "csv", "trec", "paths0"}) {
        const SearchOptions options = parse({"--format", format});
        CHECK(options.request.limit == kNoLimit);
        CHECK(options.request.facets.empty());
        CHECK_FALSE(options.request.fall_back_to_any);
    }
    CHECK(parse({"--limit", "all"}).request.limit == kNoLimit);
    CHECK(parse({"--facets", "all"}).request.facets.size() == kFacetCount);
    CHECK(parse({"--facets", "none"}).request.facets.empty());
}

TEST_CASE("only text falls back to any word, and never with --limit 0 or --table") {
    CHECK(parse({}).request.fall_back_to_any);
    CHECK_FALSE(parse({"--limit", "0"}).request.fall_back_to_any);
    CHECK_FALSE(parse({"--table", "grade,region"}).request.fall_back_to_any);
    CHECK_FALSE(parse({"--format", "json"}).request.fall_back_to_any);
}

TEST_CASE("numbers are whole and not negative") {
    CHECK(failure({"--limit", "-1"}) == "2: --limit -1: not a whole number | give a number, 0 or more");
    CHECK(failure({"--offset", "1.5"}) == "2: --offset 1.5: not a whole number | give a number, 0 or more");
    CHECK(failure({"--facet-limit", "x"}) == "2: --facet-limit x: not a whole number | give a number, 0 or more");
    CHECK(failure({"--limit", "99999999999999999999"}).rfind("2: --limit", 0) == 0);
}

TEST_CASE("words with a few possible values name them") {
    CHECK(failure({"--sort", "grades"}) ==
          "2: --sort grades: not one of relevance, newest, oldest, grade, provider | did you mean grade?");
    CHECK(failure({"--format", "xml"}).rfind("2: --format xml: not one of text, json", 0) == 0);
    CHECK(failure({"--match", "some"}).rfind("2: --match some: not one of all, any", 0) == 0);
    CHECK(failure({"--color", "blue"}).rfind("2: --color blue: not one of auto, always, never", 0) == 0);
    CHECK(failure({"--facets", "grade,theem"}) == "2: --facets: there is no facet theem | did you mean theme?");
    CHECK(failure({"--list-values", "title"}).rfind("2: --list-values: there is no facet title", 0) == 0);
    CHECK(failure({"--table", "grade"}).rfind("2: --table grade: expected two facets", 0) == 0);
}

TEST_CASE("dates are British, and a range runs forward") {
    const SearchRequest request = parse({"--since", "05/03/2024", "--until", "2024"}).request;
    CHECK(*request.since == PartialDate{2024, 3, 5});
    CHECK(*request.until == PartialDate{2024, 0, 0});
    CHECK(failure({"--since", "30 February 2024"}).rfind("2: --since 30 February 2024: not a date", 0) == 0);
    CHECK(failure({"--since", "2024", "--until", "2023"}) == "2: --since 2024 is after --until 2023 | swap them");
}

TEST_CASE("values are asked for and not taken from switches") {
    CHECK(failure({"--grade"}) == "2: --grade needs a value | write --grade VALUE");
    CHECK(failure({"--plain=yes"}) == "2: --plain takes no value | ");
    CHECK(failure({"--limit", "1", "--limit", "2"}) == "2: --limit is given twice | give it once");
}

TEST_CASE("an option that follows is not taken for a value") {
    for (const OptionSpec& option : search_option_table()) {
        if (option.argument.empty()) continue;
        CAPTURE(option.name);
        CHECK(failure({"--" + option.name, "--quiet"}).rfind("2: --" + option.name + " needs a value | write --", 0) ==
              0);
        CHECK(failure({"--" + option.name, "--"}).rfind("2: --" + option.name + " needs a value", 0) == 0);
        CHECK(failure({"--" + option.name, "-h"}).rfind("2: --" + option.name + " needs a value", 0) == 0);
        CHECK(failure({"--" + option.name}).rfind("2: --" + option.name + " needs a value", 0) == 0);
    }
    CHECK(parse({"--show=--format"}).argument == "--format");
    CHECK(parse({"--show", "-x"}).argument == "-x");
    CHECK(parse({"--batch", "-"}).argument == "-");
}

TEST_CASE("an option with one dash is answered with what was meant") {
    CHECK(
        failure({"care", "-format", "html"}) ==
        "2: -format is no option: options begin with two dashes | write --format html; to leave out the word write the "
        "query in quotes");
    CHECK(failure({"-grade", "good"}).find("write --grade good") != std::string::npos);
    CHECK(failure({"-help"}).find("write --help;") != std::string::npos);
    CHECK(failure({"-list-fields"}).find("write --list-fields;") != std::string::npos);
    // A word that an option is called by may be excluded; it is said.
    CHECK(parse({"care", "-latest"}).request.text == "care -latest");
    CHECK(parse({"care", "-latest"}).request.notes ==
          std::vector<std::string>{"-latest leaves out the word “latest”; the option is --latest"});
    CHECK(parse({"care", "-format"}).request.notes.size() == 1);
    CHECK(parse({"care -format html"}).request.notes.empty());
    CHECK(parse({"-good", "-grade:good"}).request.notes.empty());
}

TEST_CASE("arguments of several plain words may have been phrases") {
    using Phrases = std::vector<std::string>;
    CHECK(parse({"missing from care", "Kent"}).request.phrases == Phrases{"missing from care"});
    CHECK(parse({"missing", "from", "care"}).request.phrases.empty());
    for (const char* text :
         {"\"missing from care\"", "missing OR care", "missing -care", "-missing care", "grade:good care", "(a b)",
          "safeguard* a", "one two three four five six seven eight nine"})
        CHECK(parse({text}).request.phrases.empty());
    CHECK(parse({"missing from care", "--plain"}).request.phrases.empty());
    CHECK(parse({"missing from care", "--format", "json"}).request.phrases.empty());
}

TEST_CASE("commands exclude each other") {
    CHECK(parse({"--show", "a1"}).command == Command::show);
    CHECK(parse({"--show", "a1"}).argument == "a1");
    CHECK(parse({"--list-fields"}).command == Command::list_fields);
    CHECK(parse({"--list-values", "grade"}).command == Command::list_values);
    CHECK(parse({"--version"}).command == Command::version);
    CHECK(parse({"--similar", "a1"}).request.similar_to == "a1");
    CHECK(failure({"--show", "a", "--similar", "b"}).rfind("2: --show and --similar cannot be asked together", 0) == 0);
}

TEST_CASE("a batch is written as trec") {
    CHECK(parse({"--batch", "q.tsv"}).format == OutputFormat::trec);
    CHECK(parse({"--batch", "q.tsv"}).request.limit == kNoLimit);
    CHECK(failure({"--batch", "q.tsv", "--format", "json"}).rfind("2: --batch writes the format trec only", 0) == 0);
}

TEST_CASE("a timeline is one provider's stories, oldest first, all of them") {
    const SearchOptions options = parse({"--timeline", "Medway"});
    CHECK(options.command == Command::timeline);
    CHECK(options.request.sort == SortOrder::oldest);
    CHECK(options.request.limit == kNoLimit);
    REQUIRE(options.request.filters.size() == 1);
    CHECK(options.request.filters[0].field == Field::provider);
}

TEST_CASE("the index comes from the command line, else FINDINGS_INDEX, else the file") {
    const std::string config = "# where it lies\nindex = /from/file\n\nlimit = 3\n";
    using Paths = std::vector<std::filesystem::path>;
    CHECK(parse({"--index", "/a", "--index", "/b"}, config, "/from/env").request.indexes == Paths{"/a", "/b"});
    CHECK(parse({}, config, "/from/env").request.indexes == Paths{"/from/env"});
    CHECK(parse({}, config).request.indexes == Paths{"/from/file"});
    CHECK(parse({}, config).request.limit == 3);
    CHECK(parse({"--limit", "7"}, config).request.limit == 7);
}

TEST_CASE("an error in the configuration file names file and line and ends with 78") {
    CHECK(failure({}, "index /x") == "78: f.conf:1: expected `key = value` | a comment begins with #");
    CHECK(failure({}, "\nlimt = 3") == "78: f.conf:2: unknown key limt | did you mean limit?");
    CHECK(failure({}, "limit = many") == "78: f.conf:1: --limit many: not a whole number | give a number, 0 or more");
    CHECK(failure({}, "quiet = perhaps") == "78: f.conf:1: quiet is yes or no, not perhaps | ");
    CHECK(parse({}, "quiet = yes").quiet);
    CHECK_FALSE(parse({}, "quiet = no").quiet);
}

TEST_CASE("a configuration file may begin with a byte order mark") {
    CHECK(parse({}, "\xef\xbb\xbfindex = /i\n").request.indexes.front() == "/i");
    CHECK(parse({}, "\xef\xbb\xbf# first\nindex = /i\n").request.indexes.front() == "/i");
    CHECK(failure({}, "index = /i\n\xef\xbb\xbfindex = /j\n").find("unknown key") != std::string::npos);
}

TEST_CASE("keys of the other program are none of ours") { CHECK(failure({}, "keep = 5\njobs = 2") == "none"); }

TEST_CASE("an option that a command does not take is refused") {
    const auto told = [](const std::vector<std::string>& arguments) -> std::string {
        try {
            parse_search_options(parse_arguments(search_option_table(), arguments), somebody());
        } catch (const Error& error) {
            return std::string(error.what()) + " | " + error.hint();
        }
        return "";
    };
    CHECK(told({"--show", "x", "--limit", "3"}).find("--show takes no --limit | --limit is for search") == 0);
    CHECK(told({"--show", "x", "--grade", "good"}).find("--show takes no --grade") == 0);
    CHECK(told({"--list-fields", "--since", "2024"}).find("--list-fields takes no --since") == 0);
    CHECK(told({"--list-values", "grade", "--sort", "newest"}).find("--list-values takes no --sort") == 0);
    CHECK(told({"--batch", "x", "--table", "grade,region"}).find("--batch takes no --table") == 0);
    CHECK(told({"--list-values", "grade", "--since", "2024", "--region", "london"}).empty());
    CHECK(told({"--show", "x", "--format", "json", "--quiet", "--no-pager", "--color", "never"}).empty());
    CHECK(told({"--batch", "x", "--match", "any", "--limit", "20"}).empty());
    CHECK(told({"--timeline", "x", "--facets", "grade", "--limit", "3"}).empty());
    CHECK(told({"--similar", "x", "--limit", "3"}).empty());
}

TEST_CASE("a configured limit does not keep --show from its article") {
    ParsedArguments arguments = parse_arguments(search_option_table(), {"--show", "x"});
    arguments.options.push_back({"limit", "20", "findings.conf:1"});
    CHECK_NOTHROW(parse_search_options(arguments, somebody()));
}

}  // namespace findings::testing
