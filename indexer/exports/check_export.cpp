#include "indexer/exports/check_export.hpp"

#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"
#include "indexer/exports/output_folder.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

void compare_units(ExportUnit unit, const UnitCounts& exported, const UnitCounts& engine,
                   std::vector<CountDifference>& differences) {
    if (exported.documents != engine.documents)
        differences.push_back({unit, "", "", exported.documents, engine.documents});
    for (const auto& [field, values] : exported.values) {
        std::map<std::string, std::pair<std::size_t, std::size_t>> both;
        for (const auto& [value, count] : values) both[value].first = count;
        if (const auto found = engine.values.find(field); found != engine.values.end())
            for (const auto& [value, count] : found->second) both[value].second = count;
        for (const auto& [value, counts] : both)
            if (counts.first != counts.second) differences.push_back({unit, field, value, counts.first, counts.second});
    }
}

}  // namespace

ExportManifest read_export_manifest(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / kExportManifestName;
    const auto refuse = [&](std::string_view why) {
        throw Error(Status::no_input, fmt::format("{}: {}", path.string(), why),
                    "name the folder that findings-index export wrote");
    };
    std::ifstream file(path, std::ios::binary);
    if (!file) refuse("there is no export");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    try {
        const Json json = Json::parse(text);
        if (json.at("findings_export") != 1) refuse("an export of another release");
        ExportManifest manifest;
        const auto engine = find_engine(json.at("engine").get<std::string>());
        if (!engine) refuse("an export for an engine that this program does not know");
        manifest.engine = *engine;
        json.at("generation").get_to(manifest.generation);
        manifest.counts = read_counts(json.at("counts"));
        return manifest;
    } catch (const nlohmann::json::exception& error) {
        refuse(error.what());
    }
    return {};
}

std::vector<CountDifference> compare_counts(const ExportCounts& exported, const ExportCounts& engine) {
    std::vector<CountDifference> differences;
    for (const ExportUnit unit : kExportUnits) compare_units(unit, exported.of(unit), engine.of(unit), differences);
    return differences;
}

std::size_t count_numbers(const ExportCounts& counts) {
    std::size_t numbers = counts.units.size();
    for (const UnitCounts& unit : counts.units)
        for (const auto& [field, values] : unit.values) numbers += values.size();
    return numbers;
}

}  // namespace findings
