// --list-fields and --list-values.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/index/vocabulary.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

std::string_view kind_name(FieldKind kind) {
    switch (kind) {
        case FieldKind::unique:
            return "identifier";
        case FieldKind::text:
            return "words";
        case FieldKind::facet:
            return "facet";
        case FieldKind::filter:
            return "filter";
        case FieldKind::range:
            return "dates";
    }
    return "";
}

void require_text_or_json(const SearchOptions& options, std::string_view option) {
    if (options.format == OutputFormat::text || options.format == OutputFormat::json) return;
    throw Error(Status::usage, fmt::format("--{} has the formats text and json", option));
}

// The stories of a question to be counted: none is shown, and where there are none nothing else is looked for.
SearchRequest make_count(SearchRequest request) {
    request.limit = 0;
    request.facets.clear();
    request.count_providers = false;
    request.fall_back_to_any = false;
    request.suggest_filters = false;
    request.blame = false;
    return request;
}

// How many stories one value of a filter gives beside the other filters.
std::size_t count_with(const SearchRequest& asked, Field field, const std::string& slug, SearchContext& context) {
    SearchRequest request = make_count(asked);
    request.filters.push_back({field, {slug}, false});
    KeptAnswer sink;
    return run_search(request, context, sink);
}

// The values of a filter that is no facet, as those of a facet.
FacetResult count_filter(const SearchRequest& request, Field field, SearchContext& context) {
    FacetResult result;
    result.facet = field;
    for (const Term& term : vocabulary(vocabulary_owner(field)))
        result.values.push_back({term.slug, term.label, count_with(request, field, term.slug, context), false});
    std::stable_sort(result.values.begin(), result.values.end(),
                     [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
    result.total_values = static_cast<std::size_t>(std::count_if(
        result.values.begin(), result.values.end(), [](const FacetCount& value) { return value.count > 0; }));
    result.none = count_with(request, field, "none", context);
    return result;
}

FacetResult count_facet(const SearchRequest& asked, Field facet, SearchContext& context) {
    SearchRequest request = make_count(asked);
    request.facets = {facet};
    request.facet_limit = kNoLimit;
    KeptAnswer sink;
    run_search(request, context, sink);
    FacetResult result = std::move(sink.result.facets.front());
    // What may be typed but stands nowhere: said too, because an unknown value is an error and this is its cure.
    for (const auto& [slug, label] : context.labels.closed_values(facet)) {
        const auto same = [&slug = slug](const FacetCount& value) { return value.slug == slug; };
        if (std::none_of(result.values.begin(), result.values.end(), same))
            result.values.push_back({slug, label, 0, false});
    }
    return result;
}

}  // namespace

Status list_fields(const SearchOptions& options, const CommandOutput& output) {
    require_text_or_json(options, "list-fields");
    if (options.format == OutputFormat::json) {
        Json fields = Json::array();
        for (const FieldRow& row : kFields)
            fields.push_back({{"name", row.name},
                              {"label", row.label},
                              {"kind", kind_name(row.kind)},
                              {"multi_valued", row.multi_valued},
                              {"example", row.example},
                              {"help", row.help}});
        output.out << dump_json(fields) << '\n';
        return Status::ok;
    }
    for (const FieldRow& row : kFields)
        output.out << fmt::format("{:<10}  {:<10}  {}\n{:<24}{}\n", row.name, kind_name(row.kind), row.help, "",
                                  row.example);
    return Status::ok;
}

Status list_values(const SearchOptions& options, const CommandOutput& output) {
    require_text_or_json(options, "list-values");
    const FieldRow& row = *find_field(options.argument);
    SearchContext context(open_index_for(options.request));
    const FacetResult result = row.kind == FieldKind::facet ? count_facet(options.request, row.field, context)
                                                            : count_filter(options.request, row.field, context);
    if (options.format == OutputFormat::json) {
        Json values = Json::array();
        for (const FacetCount& value : result.values)
            values.push_back({{"value", value.slug}, {"label", value.label}, {"count", value.count}});
        output.out << dump_json({{"facet", row.name},
                                 {"values", values},
                                 {"none", result.none},
                                 {"total_values", result.total_values}})
                   << '\n';
        return Status::ok;
    }
    std::size_t width = 4;
    for (const FacetCount& value : result.values) width = std::max(width, value.slug.size());
    for (const FacetCount& value : result.values)
        output.out << fmt::format("{:>9}  {:<{}}  {}\n", group_digits(value.count), value.slug, width,
                                  printable(value.label));
    output.out << fmt::format("{:>9}  {:<{}}  (no value)\n", group_digits(result.none), "none", width);
    return Status::ok;
}

}  // namespace findings
