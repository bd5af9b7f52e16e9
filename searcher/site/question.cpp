#include "searcher/site/question.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/ascii.hpp"

namespace findings {
namespace {

// Besides the filters. An option that is missing here is none: a new one must be let in by its name.
constexpr std::array<std::string_view, 20> kShaping{
    "q",      "match", "sort",     "limit",           "offset",           "facets",     "facet-limit",
    "count",  "share", "findings", "include-news",    "include-records",  "generation", "plain",
    "sample", "seed",  "by",       "include-dropped", "include-inferred", "beside"};

// Their table groups them under these headings; a path is never taken from an address.
bool is_filter_option(const OptionSpec& option) {
    const bool filter = option.group.starts_with("Filters") || option.group.starts_with("Exclusions") ||
                        option.group.starts_with("Findings");
    return filter && option.argument != "FILE" && option.argument != "DIR";
}

bool is_field_filter(std::string_view name) {
    const FieldRow* row = find_field(name.substr(name.starts_with("not-") ? 4 : 0));
    return row != nullptr && (row->kind == FieldKind::facet || row->kind == FieldKind::filter);
}

[[noreturn]] void refuse_parameter(const std::string& name) {
    std::vector<std::string> names;
    for (const OptionSpec& option : search_option_table())
        if (is_parameter(option.name)) names.push_back(option.name);
    names.emplace_back("q");
    const std::string nearest = nearest_name(name, names);
    throw Error(Status::usage, fmt::format("there is no parameter {}", name),
                nearest.empty() ? "" : fmt::format("did you mean {}?", nearest));
}

bool read_switch(const std::string& name, const std::string& value) {
    if (is_one_of(std::array<std::string_view, 4>{"1", "yes", "true", "on"}, value)) return true;
    if (is_one_of(std::array<std::string_view, 4>{"0", "no", "false", "off"}, value)) return false;
    throw Error(Status::usage, fmt::format("{} is 1 or 0, not {}", name, value));
}

}  // namespace

bool is_parameter(std::string_view name) {
    if (name == "q") return true;
    const OptionSpec* option = find_option(search_option_table(), name);
    return option != nullptr && (is_one_of(kShaping, name) || is_filter_option(*option));
}

ParsedArguments read_parameters(const Address& address) {
    ParsedArguments arguments;
    bool asked = false;
    for (const auto& [name, value] : address.parameters) {
        if (!is_parameter(name)) refuse_parameter(name);
        const OptionSpec* option = find_option(search_option_table(), name);
        if (option == nullptr ? std::exchange(asked, true) : arguments.has(name) && !option->repeatable)
            throw Error(Status::usage, fmt::format("{} is given twice", name), "give it once");
        if (option == nullptr) continue;
        if (!option->argument.empty())
            arguments.options.push_back({name, value, ""});
        else if (read_switch(name, value))
            arguments.options.push_back({name, "", ""});
    }
    return arguments;
}

SearchOptions read_question(const Address& address, OutputFormat format,
                            const std::vector<std::filesystem::path>& indexes,
                            const std::vector<std::string_view>& own) {
    Address asked = address;
    std::erase_if(asked.parameters, [&](const auto& pair) { return is_one_of(own, pair.first); });
    ParsedArguments arguments = read_parameters(asked);
    const std::string_view name = format == OutputFormat::json ? "json" : format == OutputFormat::csv ? "csv" : "html";
    arguments.options.push_back({"format", std::string(name), ""});
    for (const std::filesystem::path& index : indexes) arguments.options.push_back({"index", index.string(), ""});
    SearchOptions options = parse_search_options(arguments, Environment{});
    // Not among the arguments: what begins with a dash is no option here.
    for (const auto& [parameter, value] : asked.parameters)
        if (parameter == "q") options.request.text = value;
    return options;
}

Address make_canonical(const Address& address, const std::vector<ResolvedFilter>& filters) {
    Address canonical = address;
    std::erase_if(canonical.parameters, [](const auto& pair) { return is_field_filter(pair.first); });
    for (const ResolvedFilter& filter : filters)
        for (const std::string& slug : filter.slugs)
            canonical.parameters.emplace_back(
                fmt::format("{}{}", filter.exclude ? "not-" : "", field_row(filter.field).name), slug);
    return canonical;
}

}  // namespace findings
