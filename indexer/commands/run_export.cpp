// The command `export`: the live generation for another search engine, and whether that engine counts the same.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/exports/check_export.hpp"
#include "indexer/exports/engine_counts.hpp"
#include "indexer/exports/export_generation.hpp"
#include "indexer/exports/http_client.hpp"
#include "indexer/publish/publish.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostPrinted = 50;

ExportEngine parse_engine(const std::string& name) {
    if (const auto engine = find_engine(name)) return *engine;
    throw Error(Status::usage, fmt::format("--to {}: not one of opensearch, solr", name));
}

Status write_export(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    const ExportEngine engine = parse_engine(options.export_to);
    const std::string& folder = options.arguments.front();
    const ExportSummary summary =
        export_generation(options.build.layout, find_live_generation(options.build.layout), engine, folder);
    print_after_commit(out, messages, fmt::format("{} is written", folder), [&] {
        if (options.json)
            return dump_json_document({{"generation", summary.generation},
                                       {"engine", engine_name(engine)},
                                       {"files", summary.files},
                                       {"stories", summary.stories},
                                       {"findings", summary.findings},
                                       {"awards", summary.awards},
                                       {"withdrawn", summary.withdrawn}});
        if (options.quiet) return std::string();
        std::string text = fmt::format(
            "generation {} for {}: {}, {}, {}, {}\n", summary.generation, engine_name(engine),
            count_noun(summary.stories, "story", "stories"), count_noun(summary.findings, "finding", "findings"),
            count_noun(summary.awards, "award", "awards"), count_noun(summary.files, "file", "files"));
        if (summary.withdrawn > 0)
            text += fmt::format("{} left out: withdrawn\n", count_noun(summary.withdrawn, "story", "stories"));
        return text;
    });
    return Status::ok;
}

std::string describe_difference(const CountDifference& difference) {
    const std::string what = difference.field.empty() ? fmt::format("{} documents", unit_name(difference.unit))
                                                      : fmt::format("{} {} {}", unit_name(difference.unit),
                                                                    difference.field, difference.value);
    return fmt::format("  {}: {} exported, {} in the engine\n", what, difference.exported, difference.engine);
}

Status check_engine(const IndexOptions& options, std::ostream& out) {
    const HttpPlace place = parse_http_place(options.check);
    const ExportManifest manifest = read_export_manifest(options.arguments.front());
    const ExportCounts engine =
        count_in_engine(manifest.engine, manifest.counts, [&](const std::string& target, const std::string& body) {
            return ask_engine(place, target, body, options.timeout);
        });
    const std::vector<CountDifference> differences = compare_counts(manifest.counts, engine);
    const std::size_t compared = count_numbers(manifest.counts);
    if (options.json) {
        Json rows = Json::array();
        for (const CountDifference& difference : differences)
            rows.push_back({{"unit", unit_name(difference.unit)},
                            {"field", difference.field.empty() ? Json() : Json(difference.field)},
                            {"value", difference.field.empty() ? Json() : Json(difference.value)},
                            {"exported", difference.exported},
                            {"engine", difference.engine}});
        out << dump_json_document({{"generation", manifest.generation},
                                   {"compared", compared},
                                   {"equal", differences.empty()},
                                   {"differences", std::move(rows)}});
    } else if (differences.empty()) {
        if (!options.quiet) out << fmt::format("all {} numbers are equal\n", compared);
    } else {
        out << fmt::format("{} of {} numbers differ\n", differences.size(), compared);
        for (std::size_t i = 0; i < std::min(differences.size(), kMostPrinted); ++i)
            out << describe_difference(differences[i]);
        if (differences.size() > kMostPrinted)
            out << fmt::format("  and {} more: --format json has all\n", differences.size() - kMostPrinted);
    }
    return differences.empty() ? Status::ok : Status::some_rejected;
}

}  // namespace

Status run_export(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    if (options.export_to.empty() == options.check.empty())
        throw Error(Status::usage,
                    options.check.empty() ? "export needs --to or --check" : "--to and --check exclude each other",
                    "--to opensearch DIR writes an export, --check URL DIR asks an engine that was filled with it");
    return options.check.empty() ? write_export(options, out, messages) : check_engine(options, out);
}

}  // namespace findings
