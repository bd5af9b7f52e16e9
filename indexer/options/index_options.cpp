#include "indexer/options/index_options.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <thread>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/options/nearest_name.hpp"
#include "indexer/ocr/ocr_setting.hpp"
#include "indexer/register_files/table/as_at_day.hpp"

namespace findings {
namespace {

constexpr std::size_t kAnyNumber = static_cast<std::size_t>(-1);
constexpr std::size_t kMaxJobs = 256;
constexpr std::size_t kMaxWaitSeconds = 86'400;

std::string parse_as_at(const std::string& text) {
    std::string day = read_as_at(text);
    if (day.empty())
        throw Error(Status::usage, fmt::format("--as-at {}: no day", text), "write 2024-03-31, 2024-03 or 2024");
    return day;
}

double parse_percent(std::string_view option, const std::string& text) {
    const std::size_t percent = parse_number(option, text);
    if (percent > 100) throw Error(Status::usage, fmt::format("--{} {}: a share is 0 to 100", option, text));
    return static_cast<double>(percent);
}

// "36h", "2d", "90m", "30s"; a bare number is hours.
double parse_age(const std::string& text) {
    static const std::map<char, double> units{{'s', 1.0 / 3600}, {'m', 1.0 / 60}, {'h', 1}, {'d', 24}};
    const auto unit = text.empty() ? units.end() : units.find(text.back());
    const std::string digits = unit == units.end() ? text : text.substr(0, text.size() - 1);
    const std::size_t number = parse_number("max-age", digits);
    if (number == 0)
        throw Error(Status::usage, "--max-age 0: an age is more than nothing", "write 36h, 2d, 90m or 30s");
    return static_cast<double>(number) * (unit == units.end() ? 1 : unit->second);
}

std::size_t parse_at_least_one(std::string_view option, const std::string& text, std::size_t most) {
    const std::size_t number = parse_number(option, text);
    if (number == 0 || number > most)
        throw Error(Status::usage, fmt::format("--{} {}: expected 1 to {}", option, text, most));
    return number;
}

using Setter = void (*)(IndexOptions&, const std::string&);

const std::map<std::string_view, Setter>& setters() {
    static const std::map<std::string_view, Setter> all{
        {"index", [](IndexOptions& o, const std::string& v) { o.build.layout.root = v; }},
        {"config", [](IndexOptions&, const std::string&) {}},  // read before, see read_config()
        {"jobs", [](IndexOptions& o, const std::string& v) { o.build.jobs = parse_at_least_one("jobs", v, kMaxJobs); }},
        {"keep", [](IndexOptions& o, const std::string& v) { o.build.keep = parse_at_least_one("keep", v, 1000); }},
        {"wait",
         [](IndexOptions& o, const std::string& v) {
             o.build.wait = std::chrono::seconds(std::min(parse_number("wait", v), kMaxWaitSeconds));
         }},
        {"max-loss",
         [](IndexOptions& o, const std::string& v) { o.build.max_loss_percent = parse_percent("max-loss", v); }},
        {"max-failures", [](IndexOptions& o,
                            const std::string& v) { o.build.max_failures_percent = parse_percent("max-failures", v); }},
        {"force", [](IndexOptions& o, const std::string&) { o.build.force = true; }},
        {"searches", [](IndexOptions& o, const std::string& v) { o.build.searches = v; }},
        {"full", [](IndexOptions& o, const std::string&) { o.build.full = true; }},
        {"corrections", [](IndexOptions& o, const std::string& v) { o.build.corrections = v; }},
        {"providers", [](IndexOptions& o, const std::string& v) { o.build.providers.emplace_back(v); }},
        {"ocr",
         [](IndexOptions& o, const std::string& v) {
             if (!parse_ocr_setting(v))
                 throw Error(Status::usage, fmt::format("--ocr {}: not auto, off or languages", v),
                             "languages are tesseract's names, for example eng or eng+cym");
             o.build.limits.ocr = v;
         }},
        {"as-at", [](IndexOptions& o, const std::string& v) { o.as_at = parse_as_at(v); }},
        {"note", [](IndexOptions& o, const std::string& v) { o.note = v; }},
        {"to", [](IndexOptions& o, const std::string& v) { o.export_to = v; }},
        {"check", [](IndexOptions& o, const std::string& v) { o.check = v; }},
        {"timeout",
         [](IndexOptions& o, const std::string& v) {
             o.timeout = std::chrono::seconds(parse_at_least_one("timeout", v, kMaxWaitSeconds));
         }},
        {"reason", [](IndexOptions& o, const std::string& v) { o.reason = v; }},
        {"max-age", [](IndexOptions& o, const std::string& v) { o.max_age_hours = parse_age(v); }},
        {"format",
         [](IndexOptions& o, const std::string& v) {
             o.csv = v == "csv" && o.command == IndexCommand::reconcile;
             if (v != "text" && v != "json" && !o.csv)
                 throw Error(Status::usage, fmt::format("--format {}: not one of text, json", v));
             o.json = v == "json";
         }},
        {"quiet", [](IndexOptions& o, const std::string&) { o.quiet = true; }},
        {"verbose", [](IndexOptions& o, const std::string&) { o.verbose = true; }},
        {"no-progress", [](IndexOptions& o, const std::string&) { o.show_progress = false; }},
        {"color",
         [](IndexOptions&, const std::string& v) {
             if (v != "auto" && v != "always" && v != "never")
                 throw Error(Status::usage, fmt::format("--color {}: not one of auto, always, never", v));
         }},
        {"help", [](IndexOptions& o, const std::string&) { o.command = IndexCommand::help; }},
        {"version", [](IndexOptions& o, const std::string&) { o.command = IndexCommand::version; }},
    };
    return all;
}

const CommandRow& find_command(const std::string& name) {
    std::vector<std::string> names;
    for (const CommandRow& row : index_commands()) {
        if (row.name == name) return row;
        names.emplace_back(row.name);
    }
    const std::string nearest = nearest_name(name, names);
    throw Error(Status::usage, fmt::format("there is no command {}", name),
                nearest.empty() ? fmt::format("the commands are {}", fmt::join(names, ", "))
                                : fmt::format("did you mean {}?", nearest));
}

void set_command(IndexOptions& options, const std::vector<std::string>& positional) {
    if (positional.empty())
        throw Error(Status::usage, "no command given", "for example: findings-index build FOLDER; see --help");
    const CommandRow& row = find_command(positional.front());
    options.command = row.command;
    options.arguments.assign(positional.begin() + 1, positional.end());
    const std::string usage = fmt::format("usage: findings-index {} {}", row.name, row.arguments);
    if (options.arguments.size() < row.least_arguments)
        throw Error(Status::usage, fmt::format("{} needs {}", row.name, row.arguments), usage);
    if (options.arguments.size() > row.most_arguments)
        throw Error(Status::usage,
                    fmt::format("{} takes no argument {}", row.name, options.arguments[row.most_arguments]), usage);
}

}  // namespace

const std::vector<CommandRow>& index_commands() {
    static const std::vector<CommandRow> rows{
        {IndexCommand::build, "build", "[OPTIONS] SOURCE...",
         "read sources, build a new generation, verify, publish it", kAnyNumber, 1},
        {IndexCommand::inspect, "inspect", "FILE", "show every step for one file; writes nothing", 1, 1},
        {IndexCommand::status, "status", "[--max-age 36h]", "the live generation, its age, counts and the last run", 0,
         0},
        {IndexCommand::list, "list", "", "all generations kept", 0, 0},
        {IndexCommand::verify, "verify", "[GENERATION]", "integrity check (default: the live one)", 1, 0},
        {IndexCommand::rollback, "rollback", "[GENERATION]", "make the previous (or named) generation live", 1, 0},
        {IndexCommand::prune, "prune", "[--keep N]", "delete old generations (never the live one)", 0, 0},
        {IndexCommand::keep, "keep", "GENERATION [--note TEXT]", "exempt a generation from pruning: it was cited", 1,
         1},
        {IndexCommand::release, "release", "GENERATION", "let a kept generation be pruned with the others", 1, 1},
        {IndexCommand::withdraw, "withdraw", "ID --reason TEXT", "show an article to nobody any more, at once", 1, 1},
        {IndexCommand::failures, "failures", "", "every file not searchable, with its reason and a hint", 0, 0},
        {IndexCommand::diff, "diff", "[OLD [NEW]]", "what changed between two generations, for people to read", 2, 0},
        {IndexCommand::register_file, "register", "FILE", "what would be read of a register, and what is refused", 1,
         1},
        {IndexCommand::reconcile, "reconcile", "", "each grade of a register beside the newest article of its body", 0,
         0},
        {IndexCommand::export_index, "export", "--to ENGINE DIR", "write the live generation for another search engine",
         1, 1},
    };
    return rows;
}

const std::vector<OptionSpec>& index_option_table() {
    static const std::vector<OptionSpec> table = [] {
        std::vector<OptionSpec> rows;
        const auto add = [&](const char* name, const char* argument, const char* help, const char* commands) {
            rows.push_back({name, argument, help, *commands == '\0' ? "Everywhere" : commands, false, commands});
        };
        add("index", "DIR", "the index root ($FINDINGS_INDEX, else $XDG_DATA_HOME/findings)", "");
        add("config", "FILE", "configuration file, `key = value` lines", "");
        add("format", "FORMAT", "text or json, of what is printed on standard output", "");
        add("quiet", "", "errors only", "");
        add("verbose", "", "say what is done on standard error", "");
        add("no-progress", "", "no progress on a terminal", "");
        add("color", "WHEN", "auto, always or never", "");
        add("help", "", "this text", "");
        add("version", "", "the version", "");
        add("jobs", "N", "worker processes and threads (number of cores)", "build");
        add("full", "", "read every file again, whatever the cache holds", "build");
        add("max-loss", "PCT", "refuse to publish when more live stories or their values would vanish (20)", "build");
        add("max-failures", "PCT", "refuse to publish when more files are rejected (20)", "build");
        add("force", "", "publish in spite of those two, emptied sources and a small disk", "build");
        add("corrections", "FILE", "facets put right by hand, CSV (corrections.csv in the index root)",
            "build, inspect");
        add("providers", "FILE", "known providers and their aliases, or a register whose bodies are meant",
            "build, inspect");
        rows.back().repeatable = true;
        add("ocr", "WHAT", "pages that are pictures: auto, off, or languages such as eng+cym (auto)", "build, inspect");
        add("searches", "FILE", "saved searches to run over what is new (INDEX/searches.conf)", "build");
        add("keep", "N", "generations kept after publication (3)", "build, prune");
        add("wait", "SECONDS", "how long to wait for another build's lock (0)", "build, rollback, prune");
        add("note", "TEXT", "why a generation is kept, for `list`", "keep");
        add("reason", "TEXT", "why an article is withdrawn, for whoever asks", "withdraw");
        add("as-at", "DATE", "the day as at which the register stands (its title, its name)", "register");
        add("to", "ENGINE", "the engine to write for: opensearch or solr", "export");
        add("check", "URL", "compare the counts of an engine that holds the export in DIR", "export");
        add("timeout", "SECONDS", "how long an engine may take for one answer (30)", "export");
        add("max-age", "AGE", "exit 1 when the live generation is older, e.g. 36h", "status");
        return rows;
    }();
    return table;
}

IndexOptions parse_index_options(const ParsedArguments& given, const Environment& environment) {
    const ParsedArguments arguments = expand_paths(given, index_option_table(), environment);
    IndexOptions options;
    options.fault = environment.fault;
    options.build.jobs = std::max(1U, std::thread::hardware_concurrency());
    const bool asks_only = arguments.has("help") || arguments.has("version");
    ParsedArguments taken = arguments;
    if (asks_only) {
        options.arguments = arguments.positional;
    } else {
        set_command(options, arguments.positional);
        const std::string& name = arguments.positional.front();
        keep_taken_options(index_option_table(), name, name, taken);
    }
    for (const GivenOption& option : taken.options) {
        try {
            setters().at(option.name)(options, option.value);
        } catch (const Error& error) {
            if (option.place.empty()) throw;
            throw Error(Status::bad_config, fmt::format("{}: {}", option.place, error.what()), error.hint());
        }
    }
    if (options.build.layout.root.empty() && !asks_only) options.build.layout.root = default_index_root(environment);
    if (options.command == IndexCommand::build)
        options.build.sources.assign(options.arguments.begin(), options.arguments.end());
    return options;
}

std::string command_help(std::string_view command) {
    const auto row = std::find_if(index_commands().begin(), index_commands().end(),
                                  [&](const CommandRow& known) { return known.name == command; });
    if (row == index_commands().end()) return index_help();
    return fmt::format("Usage: findings-index {} {}\n{}\n\n{}", row->name, row->arguments, row->help,
                       format_options(options_of_command(index_option_table(), command)));
}

std::string index_help() {
    std::string text =
        "Usage: findings-index COMMAND [OPTIONS]\nBuild and keep the index that findings-search reads.\n\n";
    for (const CommandRow& row : index_commands())
        text += fmt::format("  {:<34} {}\n", fmt::format("{} {}", row.name, row.arguments), row.help);
    text += '\n' + format_options(index_option_table());
    text +=
        "\nSOURCE is a file, a folder or - for JSON Lines on standard input.\n"
        "\nExamples:\n"
        "  findings-index build ~/reports\n"
        "  scraper | findings-index build - --index /var/lib/findings\n"
        "  findings-index inspect ~/reports/letter.pdf\n"
        "\nExit status: 0 published, 1 published but some files rejected, 2 usage, 65 refused or damaged,\n"
        "66 no input, 69 no index, 73 cannot create the index, 74 input or output failed, 75 locked,\n"
        "78 bad configuration, 130 interrupted, 70 a bug.\n";
    return text;
}

}  // namespace findings
