// --replay FILE.json: a saved answer's question asked again, and what has changed since.
#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/text/ascii.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/index/withdrawn.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse_file(const std::string& path, const std::string& why) {
    throw Error(Status::usage, fmt::format("--replay {}: {}", path, why),
                "give it what `findings-search ... --format json >FILE.json` or /.json of the reading room wrote");
}

Json read_answer(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(Status::io_error, fmt::format("cannot read {}", path), "give it an answer saved as JSON");
    Json answer = Json::parse(file, nullptr, false);
    if (answer.is_discarded()) refuse_file(path, "it is not JSON");
    const bool whole = answer.is_object() && answer.contains("query") && answer["query"].is_object() &&
                       answer.contains("hits") && answer["hits"].is_array() && answer.contains("matches") &&
                       answer["matches"].is_object();
    if (!whole) refuse_file(path, "it is not an answer");
    return answer;
}

std::string text_of(const Json& object, std::string_view key) {
    const auto value = object.find(key);
    return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

// What shapes the answer and chooses no hit, or says where from.
bool is_left_out(std::string_view name) {
    return is_one_of(
        std::array<std::string_view, 13>{"text", "match", "filters", "sort", "limit", "offset", "facets", "facet-limit",
                                         "table", "explain", "generation", "timeline", "beside"},
        name);
}

void add_filters(const Json& filters, const std::string& path, ParsedArguments& arguments) {
    if (!filters.is_array()) refuse_file(path, "its filters are no list");
    for (const Json& filter : filters) {
        const std::string field = text_of(filter, "field");
        const std::string name = (filter.value("exclude", false) ? "not-" : "") + field;
        const OptionSpec* option = find_option(search_option_table(), name);
        if (option == nullptr || !filter.contains("values") || !filter["values"].is_array())
            refuse_file(path, fmt::format("there is no filter {}", field));
        for (const Json& value : filter["values"])
            if (value.is_string())
                arguments.options.push_back({name, option->argument.empty() ? "" : value.get<std::string>(), ""});
    }
}

// The question as a command line.
ParsedArguments make_arguments(const Json& query, const std::string& path) {
    ParsedArguments arguments;
    if (const std::string text = text_of(query, "text"); !text.empty()) arguments.positional.push_back(text);
    const bool drawn = query.contains("sample");
    for (const char* name : {"match", "sort"})
        if (const std::string value = text_of(query, name); !value.empty() && !(drawn && name == std::string("sort")))
            arguments.options.push_back({name, value, ""});
    if (query.contains("filters")) add_filters(query["filters"], path, arguments);
    for (const auto& [key, value] : query.items()) {
        std::string name = key;
        std::replace(name.begin(), name.end(), '_', '-');
        if (is_left_out(name) || (value.is_boolean() && !value.get<bool>())) continue;
        const OptionSpec* option = find_option(search_option_table(), name);
        if (option == nullptr) refuse_file(path, fmt::format("this program has no option --{}", name));
        if (arguments.has(name)) continue;  // --repeated is a filter too
        const std::string typed = value.is_boolean() ? "" : value.is_string() ? value.get<std::string>() : value.dump();
        arguments.options.push_back({name, typed, ""});
    }
    return arguments;
}

std::string id_of(const Json& hit) {
    if (hit.contains("finding") && hit["finding"].is_object())
        if (std::string id = text_of(hit["finding"], "id"); !id.empty()) return id;
    return text_of(hit, "id");
}

/// A value of a hit that is another one now.
struct ChangedValue {
    std::string id;
    std::string field;
    Json before;
    Json now;
};

/// Compares the hits of today, as they come, with those that were saved.
class Comparison : public HitSink {
  public:
    explicit Comparison(const Json& saved) {
        for (const Json& hit : saved["hits"])
            if (hit.is_object()) saved_.emplace(id_of(hit), &hit);
        const std::size_t total = saved["matches"].value("total", std::size_t{0});
        complete_ = saved_.size() >= total;
    }

    void begin(const SearchResult& found) override { result = found; }
    void add(const Hit& hit) override {
        const Json now = make_hit_json(hit, false);
        const std::string id = id_of(now);
        const auto before = saved_.find(id);
        if (before == saved_.end()) {
            // Of a page nobody can say what is new below it.
            if (complete_) added.push_back(describe(now));
            return;
        }
        compare(id, *before->second, now);
        found_.insert(id);
    }
    void end(const SearchResult&) override {}

    // In the order saved.
    [[nodiscard]] std::vector<Json> list_gone(const Json& saved) const {
        std::vector<Json> gone;
        for (const Json& hit : saved["hits"])
            if (hit.is_object() && !found_.contains(id_of(hit))) gone.push_back(describe(hit));
        return gone;
    }
    [[nodiscard]] bool is_complete() const { return complete_; }

    SearchResult result;
    std::vector<Json> added;
    std::vector<ChangedValue> changed;

  private:
    static Json describe(const Json& hit) {
        return {{"id", id_of(hit)}, {"title", text_of(hit, "title")}, {"date", text_of(hit, "date")}};
    }

    // What depends on the question or on the rest of the index is no value of the story.
    void compare(const std::string& id, const Json& before, const Json& now) {
        constexpr std::array<std::string_view, 10> kNoValue{"rank",   "score",  "snippet", "page",     "labels",
                                                            "copies", "source", "finding", "citation", "id"};
        for (const auto& [field, value] : before.items())
            if (!is_one_of(kNoValue, field) && now.contains(field) && now[field] != value)
                changed.push_back({id, field, value, now[field]});
    }

    std::map<std::string, const Json*> saved_;
    std::set<std::string> found_;
    bool complete_ = false;
};

std::string print_value(const Json& value) {
    if (value.is_null() || (value.is_array() && value.empty())) return "none";
    if (value.is_string()) return printable(value.get<std::string>());
    if (value.is_array() && value.front().is_string())
        return printable(fmt::format("{}", fmt::join(value.get<std::vector<std::string>>(), ", ")));
    return printable(value.dump());
}

void write_stories(std::ostream& out, std::string_view heading, const std::vector<Json>& stories) {
    if (stories.empty()) return;
    out << fmt::format("\n{} ({})\n", heading, stories.size());
    for (const Json& story : stories)
        out << fmt::format("  {}{}{} · id {}\n", printable(text_of(story, "title")),
                           text_of(story, "date").empty() ? "" : " · ", printable(text_of(story, "date")),
                           printable(text_of(story, "id")));
}

}  // namespace

Status replay_answer(const SearchOptions& options, const CommandOutput& output) {
    if (options.format != OutputFormat::text && options.format != OutputFormat::json)
        throw Error(Status::usage, "--replay has the formats text and json");
    const Json saved = read_answer(options.argument);
    ParsedArguments arguments = make_arguments(saved["query"], options.argument);
    arguments.options.push_back({"format", "json", ""});
    arguments.options.push_back({"facets", "none", ""});
    for (const std::filesystem::path& index : options.request.indexes)
        arguments.options.push_back({"index", index.string(), ""});
    if (!arguments.has("sample")) arguments.options.push_back({"limit", "all", ""});
    SearchRequest request = parse_search_options(arguments, Environment{}).request;
    request.generation = options.request.generation;
    request.snippets = false;
    SearchContext context(open_index_for(request));
    Comparison comparison(saved);
    run_search(request, context, comparison);
    const std::size_t before = saved["matches"].value("total", std::size_t{0});
    std::vector<Json> gone = comparison.list_gone(saved);
    for (Json& story : gone) {
        const auto name = split_finding_id(text_of(story, "id"));
        story["withdrawn"] = is_withdrawn(context.index, name ? name->article : text_of(story, "id"));
    }
    const bool same =
        before == comparison.result.total && gone.empty() && comparison.added.empty() && comparison.changed.empty();
    if (options.format == OutputFormat::json) {
        Json changed = Json::array();
        for (const ChangedValue& value : comparison.changed)
            changed.push_back({{"id", value.id}, {"field", value.field}, {"before", value.before}, {"now", value.now}});
        output.out << dump_json(
                          {{"saved", {{"generation", text_of(saved, "generation")}, {"total", before}}},
                           {"now", {{"generation", comparison.result.generation}, {"total", comparison.result.total}}},
                           {"same", same},
                           {"whole", comparison.is_complete()},
                           {"new", comparison.added},
                           {"gone", gone},
                           {"changed", changed}})
                   << '\n';
        return same ? Status::ok : Status::no_hits;
    }
    const auto unit = [&](std::size_t count) {
        return request.findings ? count_of(count, "finding", "findings") : count_of(count, "story", "stories");
    };
    output.out << fmt::format("saved  {}  generation {}\nnow    {}  generation {}\n", unit(before),
                              printable(text_of(saved, "generation")), unit(comparison.result.total),
                              comparison.result.generation);
    if (same) output.out << "nothing has changed\n";
    write_stories(output.out, "new", comparison.added);
    for (const bool withdrawn : {false, true}) {
        std::vector<Json> some;
        std::copy_if(gone.begin(), gone.end(), std::back_inserter(some),
                     [&](const Json& story) { return story["withdrawn"].get<bool>() == withdrawn; });
        write_stories(output.out, withdrawn ? "withdrawn" : "not found any more", some);
    }
    if (!comparison.changed.empty()) output.out << fmt::format("\nother values ({})\n", comparison.changed.size());
    for (const ChangedValue& value : comparison.changed)
        output.out << fmt::format("  {}: {}: {} before, {} now\n", printable(value.id), value.field,
                                  print_value(value.before), print_value(value.now));
    if (!comparison.is_complete() && before != comparison.result.total)
        output.out << "the saved answer is one page: which stories are new below it cannot be said\n";
    return same ? Status::ok : Status::no_hits;
}

}  // namespace findings
