#include "searcher/options/search_options.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/text/ascii.hpp"
#include "searcher/options/count_options.hpp"
#include "searcher/options/option_values.hpp"
#include "searcher/options/parse_facet_name.hpp"
#include "searcher/options/refuse_combinations.hpp"
#include "searcher/options/shell_words.hpp"

namespace findings {
namespace {

/// What only the whole command line can decide.
struct Pending {
    SearchOptions options;
    bool limit_given = false;
    bool facets_given = false;
    bool facet_limit_given = false;
    bool format_given = false;
    bool count_given = false;
    std::optional<std::size_t> sample;
    bool seed_given = false;
    std::string command_name;
};

std::vector<Field> parse_facet_list(std::string_view option, std::string_view list) {
    if (list == "none") return {};
    if (list == "all") return {kFacets.begin(), kFacets.end()};
    std::vector<Field> facets;
    for (const std::string& name : split_list(list)) {
        const Field facet = parse_facet_name(option, name);
        if (std::find(facets.begin(), facets.end(), facet) == facets.end()) facets.push_back(facet);
    }
    return facets;
}

void set_command(Pending& pending, const std::string& name, Command command, const std::string& argument) {
    if (!pending.command_name.empty())
        throw Error(Status::usage, fmt::format("--{} and --{} cannot be asked together", pending.command_name, name),
                    "run them one after the other");
    pending.command_name = name;
    pending.options.command = command;
    pending.options.argument = argument;
}

void add_filter(SearchRequest& request, Field field, bool exclude, const std::string& value) {
    for (FieldFilter& filter : request.filters)
        if (filter.field == field && filter.exclude == exclude) {
            filter.values.push_back(value);
            return;
        }
    request.filters.push_back({field, {value}, exclude});
}

using Setter = void (*)(Pending&, const std::string&);

// One line an option; the filters are missing because the field table has them.
const std::map<std::string_view, Setter>& setters() {
    static const std::map<std::string_view, Setter> all{
        {"index", [](Pending& p, const std::string& v) { p.options.request.indexes.emplace_back(v); }},
        {"config", [](Pending&, const std::string&) {}},  // read before, see read_config()
        {"match",
         [](Pending& p, const std::string& v) {
             p.options.request.match =
                 choose<MatchMode>("match", v, {{"all", MatchMode::all}, {"any", MatchMode::any}});
         }},
        {"plain", [](Pending& p, const std::string&) { p.options.request.plain = true; }},
        {"include-dropped", [](Pending& p, const std::string&) { p.options.request.include_dropped = true; }},
        {"include-inferred", [](Pending& p, const std::string&) { p.options.request.include_inferred = true; }},
        {"explain", [](Pending& p, const std::string&) { p.options.request.explain = true; }},
        {"worst", [](Pending& p, const std::string& v) { p.options.request.worst = v; }},
        {"latest", [](Pending& p, const std::string&) { p.options.request.latest = true; }},
        {"findings", [](Pending& p, const std::string&) { p.options.request.findings = true; }},
        {"include-news", [](Pending& p, const std::string&) { p.options.request.include_news = true; }},
        {"repeated",
         [](Pending& p, const std::string&) { add_filter(p.options.request, Field::repeated, false, "yes"); }},
        {"generation", [](Pending& p, const std::string& v) { p.options.request.generation = v; }},
        {"at", [](Pending& p, const std::string& v) { p.options.request.at = parse_day("at", v); }},
        {"sample", [](Pending& p, const std::string& v) { p.sample = parse_number("sample", v); }},
        {"seed",
         [](Pending& p, const std::string& v) {
             p.options.request.seed = parse_number("seed", v);
             p.seed_given = true;
         }},
        {"cite", [](Pending& p, const std::string&) { p.options.cite = true; }},
        {"ids", [](Pending& p, const std::string& v) { p.options.ids_file = v; }},
        {"all-themes", [](Pending& p, const std::string&) { p.options.request.all_themes = true; }},
        {"since", [](Pending& p, const std::string& v) { p.options.request.since = parse_day("since", v); }},
        {"until", [](Pending& p, const std::string& v) { p.options.request.until = parse_day("until", v); }},
        {"sort",
         [](Pending& p, const std::string& v) {
             p.options.request.sort = choose<SortOrder>("sort", v,
                                                        {{"relevance", SortOrder::relevance},
                                                         {"newest", SortOrder::newest},
                                                         {"oldest", SortOrder::oldest},
                                                         {"grade", SortOrder::grade},
                                                         {"provider", SortOrder::provider}});
         }},
        {"limit",
         [](Pending& p, const std::string& v) {
             p.options.request.limit = v == "all" ? kNoLimit : parse_number("limit", v);
             p.limit_given = true;
         }},
        {"offset", [](Pending& p, const std::string& v) { p.options.request.offset = parse_number("offset", v); }},
        {"facets",
         [](Pending& p, const std::string& v) {
             p.options.request.facets = parse_facet_list("facets", v);
             p.facets_given = true;
         }},
        {"table",
         [](Pending& p, const std::string& v) {
             const std::vector<Field> facets = parse_facet_list("table", v);
             if (facets.size() != 2 || v == "all")
                 throw Error(Status::usage, fmt::format("--table {}: expected two facets", v),
                             "for example --table grade,region");
             p.options.request.table = {facets[0], facets[1]};
         }},
        {"facet-limit",
         [](Pending& p, const std::string& v) {
             p.options.request.facet_limit = parse_number("facet-limit", v);
             p.facet_limit_given = true;
         }},
        {"format",
         [](Pending& p, const std::string& v) {
             p.format_given = true;
             p.options.format = choose<OutputFormat>("format", v,
                                                     {{"text", OutputFormat::text},
                                                      {"json", OutputFormat::json},
                                                      {"jsonl", OutputFormat::jsonl},
                                                      {"csv", OutputFormat::csv},
                                                      {"html", OutputFormat::html},
                                                      {"trec", OutputFormat::trec},
                                                      {"paths0", OutputFormat::paths0}});
         }},
        {"columns", [](Pending& p, const std::string& v) { p.options.columns = split_list(v); }},
        {"color",
         [](Pending& p, const std::string& v) {
             p.options.color = choose<ColorMode>(
                 "color", v,
                 {{"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}});
         }},
        {"no-pager", [](Pending& p, const std::string&) { p.options.pager = false; }},
        {"quiet", [](Pending& p, const std::string&) { p.options.quiet = true; }},
        {"show", [](Pending& p, const std::string& v) { set_command(p, "show", Command::show, v); }},
        {"similar",
         [](Pending& p, const std::string& v) {
             set_command(p, "similar", Command::search, v);
             p.options.request.similar_to = v;
         }},
        {"timeline",
         [](Pending& p, const std::string& v) {
             set_command(p, "timeline", Command::timeline, v);
             p.options.request.filters.push_back({Field::provider, {v}, false});
         }},
        {"replay", [](Pending& p, const std::string& v) { set_command(p, "replay", Command::replay, v); }},
        {"beside",
         [](Pending& p, const std::string& v) {
             for (const std::string& name : split_list(v)) {
                 const BesideScope scope = choose<BesideScope>("beside", name,
                                                               {{"region", BesideScope::region},
                                                                {"nation", BesideScope::nation},
                                                                {"neighbours", BesideScope::neighbours}});
                 std::vector<BesideScope>& scopes = p.options.request.beside;
                 if (std::find(scopes.begin(), scopes.end(), scope) == scopes.end()) scopes.push_back(scope);
             }
         }},
        {"batch", [](Pending& p, const std::string& v) { set_command(p, "batch", Command::batch, v); }},
        {"list-fields",
         [](Pending& p, const std::string&) { set_command(p, "list-fields", Command::list_fields, ""); }},
        {"list-values",
         [](Pending& p, const std::string& v) {
             parse_listed_name(v);
             set_command(p, "list-values", Command::list_values, v);
         }},
        {"help", [](Pending& p, const std::string&) { p.options.command = Command::help; }},
        {"version", [](Pending& p, const std::string&) { p.options.command = Command::version; }},
    };
    return all;
}

void apply_option(Pending& pending, const GivenOption& option) {
    if (option.name == "count") pending.count_given = true;
    if (set_count_option(option, pending.options.request)) return;
    if (const auto setter = setters().find(option.name); setter != setters().end()) {
        setter->second(pending, option.value);
        return;
    }
    const bool exclude = option.name.rfind("not-", 0) == 0;
    const FieldRow* row = find_field(std::string_view(option.name).substr(exclude ? 4 : 0));
    if (row == nullptr) throw std::logic_error("an option without a meaning: " + option.name);
    add_filter(pending.options.request, row->field, exclude, option.value);
}

// A timeline is a search for one provider, told from the beginning.
void set_command_defaults(Pending& pending) {
    SearchRequest& request = pending.options.request;
    if (pending.options.command == Command::timeline) {
        if (!request.sort) request.sort = SortOrder::oldest;
        if (!pending.limit_given) request.limit = kNoLimit;
        if (!pending.facets_given) request.facets.clear();
        request.evidence = true;
        request.include_records = true;
    }
}

// --sample says how many and in which order: what says otherwise is refused.
void set_sample(Pending& pending) {
    SearchRequest& request = pending.options.request;
    if (!pending.sample) {
        if (pending.seed_given) throw Error(Status::usage, "--seed says what --sample draws", "add --sample N");
        return;
    }
    if (pending.limit_given || request.offset > 0 || request.sort)
        throw Error(Status::usage, "--sample cannot be asked with --sort, --limit or --offset",
                    "it prints the stories that it draws, in the order drawn");
    request.limit = *pending.sample;
    request.sort = SortOrder::random;
}

// Where the answer comes from and how it looks is no part of the question.
bool is_question(const GivenOption& option) {
    constexpr std::array<std::string_view, 11> kOther{"index", "config", "format", "columns", "color", "no-pager",
                                                      "quiet", "ids",    "batch",  "cite",    "replay"};
    if (is_one_of(kOther, option.name)) return false;
    const FieldRow* row = find_field(std::string_view(option.name).substr(option.name.starts_with("not-") ? 4 : 0));
    return row == nullptr;
}

// Only text and pages carry facet counts, providers and suggestions; only some carry text of the article.
void set_defaults(Pending& pending) {
    SearchRequest& request = pending.options.request;
    const OutputFormat format = pending.options.format;
    const bool page = format == OutputFormat::text || format == OutputFormat::html;
    const bool counted = page || format == OutputFormat::json;
    if (!pending.limit_given) request.limit = counted ? 10 : kNoLimit;
    if (!pending.facets_given) request.facets = {Field::grade, Field::region, Field::provider, Field::weakness};
    pending.options.counts_asked = pending.facets_given || pending.facet_limit_given || request.limit == 0;
    if (!counted || ((request.table || request.rate) && !pending.facets_given)) request.facets.clear();
    // A table is counts: its stories are printed only when asked for.
    if ((request.table || request.rate) && !pending.limit_given) request.limit = 0;
    settle_counts(pending.count_given, request);
    request.count_providers = counted || pending.options.cite;
    if (format == OutputFormat::html && !request.table && pending.options.command == Command::search)
        request.charts = {{Field::year, Field::grade}, {Field::region, Field::grade}};
    request.blame = page;
    request.fall_back_to_any = page && request.limit != 0 && !request.table && !request.rate;
    request.suggest_filters = counted;
    const std::vector<std::string>& columns = pending.options.columns;
    const bool shows_snippet =
        columns.empty() || std::any_of(columns.begin(), columns.end(), [](const std::string& column) {
            return column == "snippet" || column == "page";
        });
    request.snippets = counted || format == OutputFormat::jsonl ||
                       (format == OutputFormat::csv && !request.table && !request.rate && shows_snippet);
    // Two lines of a terminal: ten stories and their counts fit on a screen and a half.
    if (format == OutputFormat::text) request.snippet_bytes = 140;
    request.evidence = format == OutputFormat::csv;
}

// The options that ask for something else than a search.
constexpr std::string_view kCommands[] = {"show", "timeline", "replay", "batch", "list-fields", "list-values"};

void keep_options_of_command(ParsedArguments& arguments) {
    for (const std::string_view command : kCommands)
        if (arguments.has(command))
            keep_taken_options(search_option_table(), command, fmt::format("--{}", command), arguments);
}

bool asks_an_index(Command command) {
    return command != Command::help && command != Command::version && command != Command::list_fields;
}

}  // namespace

SearchOptions parse_search_options(const ParsedArguments& given, const Environment& environment) {
    const ParsedArguments arguments = expand_paths(given, search_option_table(), environment);
    Pending pending;
    ParsedArguments taken = arguments;
    if (!arguments.has("help") && !arguments.has("version")) keep_options_of_command(taken);
    for (const GivenOption& option : taken.options) {
        try {
            apply_option(pending, option);
        } catch (const Error& error) {
            if (option.place.empty()) throw;
            throw Error(Status::bad_config, fmt::format("{}: {}", option.place, error.what()), error.hint());
        }
    }
    SearchRequest& request = pending.options.request;
    for (const GivenOption& option : arguments.options)
        if (is_question(option)) request.given.emplace_back(option.name, option.value);
    request.text = fmt::format("{}", fmt::join(arguments.positional, " "));
    request.notes = note_single_dashes(arguments.positional, search_option_table());
    if (request.since && request.until && first_day_key(*request.since) > last_day_key(*request.until))
        throw Error(
            Status::usage,
            fmt::format("--since {} is after --until {}", format_date(*request.since), format_date(*request.until)),
            "swap them");
    if (request.indexes.empty() && asks_an_index(pending.options.command))
        request.indexes.push_back(default_index_root(environment));
    if (!pending.options.columns.empty() && pending.options.format != OutputFormat::csv)
        throw Error(Status::usage, "--columns chooses the columns of CSV", "add --format csv");
    if (pending.options.command == Command::batch) {
        if (pending.format_given && pending.options.format != OutputFormat::trec)
            throw Error(Status::usage, "--batch writes the format trec only", "add --format trec");
        pending.options.format = OutputFormat::trec;
    }
    if (pending.options.format == OutputFormat::text && !request.plain)
        std::copy_if(arguments.positional.begin(), arguments.positional.end(), std::back_inserter(request.phrases),
                     may_be_phrase);
    const Command command = pending.options.command;
    const bool asks_stories =
        command == Command::search || command == Command::batch || command == Command::list_values;
    refuse_combinations(request, pending.options.format, asks_stories, pending.options.cite);
    set_defaults(pending);
    set_sample(pending);
    set_command_defaults(pending);
    return pending.options;
}

}  // namespace findings
