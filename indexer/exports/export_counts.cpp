#include "indexer/exports/export_counts.hpp"

#include <nlohmann/json.hpp>

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

void count_values(ExportUnit unit, const ExportValues& values, UnitCounts& counts) {
    ++counts.documents;
    for (const ExportField& field : export_fields(unit)) {
        if (!field.counted) continue;
        auto& found = counts.values[field.name];
        if (const auto at = values.find(field.name); at != values.end())
            for (const std::string& value : at->second) ++found[value];
    }
}

}  // namespace

void count_story(const ExportedStory& story, ExportCounts& counts) {
    count_values(ExportUnit::story, story.values, counts.of(ExportUnit::story));
    for (const ExportedPart& part : story.findings)
        count_values(ExportUnit::finding, part.values, counts.of(ExportUnit::finding));
    for (const ExportedPart& part : story.awards)
        count_values(ExportUnit::award, part.values, counts.of(ExportUnit::award));
}

Json make_counts_json(const ExportCounts& counts,
                      const std::map<std::string, std::map<std::string, std::string>>& labels) {
    Json json = Json::object();
    for (const ExportUnit unit : kExportUnits) {
        Json fields = Json::object();
        for (const ExportField& field : export_fields(unit)) {
            if (!field.counted) continue;
            Json values = Json::array();
            const auto known = labels.find(field.name);
            if (const auto found = counts.of(unit).values.find(field.name); found != counts.of(unit).values.end())
                for (const auto& [value, count] : found->second) {
                    Json& row = values.emplace_back(Json{{"value", value}, {"count", count}});
                    if (known == labels.end()) continue;
                    if (const auto label = known->second.find(value); label != known->second.end())
                        row["label"] = label->second;
                }
            fields[field.name] = std::move(values);
        }
        json[std::string(unit_name(unit))] = {{"documents", counts.of(unit).documents}, {"fields", std::move(fields)}};
    }
    return json;
}

ExportCounts read_counts(const Json& json) {
    ExportCounts counts;
    for (const ExportUnit unit : kExportUnits) {
        const Json& part = json.at(std::string(unit_name(unit)));
        part.at("documents").get_to(counts.of(unit).documents);
        for (const auto& [field, values] : part.at("fields").items()) {
            auto& found = counts.of(unit).values[field];
            for (const Json& row : values)
                found[row.at("value").get<std::string>()] = row.at("count").get<std::size_t>();
        }
    }
    return counts;
}

}  // namespace findings
