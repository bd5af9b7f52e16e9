#include "indexer/exports/export_json.hpp"

#include <nlohmann/json.hpp>

namespace findings {
namespace {

nlohmann::ordered_json make_value_json(ExportType type, const std::string& value) {
    if (type == ExportType::number) return std::stoull(value);
    if (type == ExportType::flag) return value == "true";
    return value;
}

}  // namespace

nlohmann::ordered_json make_field_json(const ExportField& field, const std::vector<std::string>& values) {
    if (!field.many) return make_value_json(field.type, values.front());
    auto list = nlohmann::ordered_json::array();
    for (const std::string& value : values) list.push_back(make_value_json(field.type, value));
    return list;
}

}  // namespace findings
