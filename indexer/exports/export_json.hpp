#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/exports/export_fields.hpp"

namespace findings {

/// The values of a field as JSON: numbers and flags as such, a list where the field holds many.
/// Requires: `values` not empty, what make() of StoryExporter gives.
nlohmann::ordered_json make_field_json(const ExportField& field, const std::vector<std::string>& values);

}  // namespace findings
