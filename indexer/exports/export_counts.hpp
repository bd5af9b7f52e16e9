#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "indexer/exports/exported_story.hpp"

namespace findings {

/// How many documents of a unit have each value of each counted field.
struct UnitCounts {
    std::size_t documents = 0;
    std::map<std::string, std::map<std::string, std::size_t>> values;
    friend bool operator==(const UnitCounts&, const UnitCounts&) = default;
};

/// What an engine must count once it holds an export.
struct ExportCounts {
    std::array<UnitCounts, 3> units;  ///< by ExportUnit

    [[nodiscard]] const UnitCounts& of(ExportUnit unit) const { return units.at(static_cast<std::size_t>(unit)); }
    [[nodiscard]] UnitCounts& of(ExportUnit unit) { return units.at(static_cast<std::size_t>(unit)); }
};

inline constexpr std::array kExportUnits{ExportUnit::story, ExportUnit::finding, ExportUnit::award};

/// Counts a story with its findings and awards.
void count_story(const ExportedStory& story, ExportCounts& counts);

/// The counts as they stand in a manifest, every counted field named. `labels`: of facets, by field and value; "" where
/// unknown.
nlohmann::ordered_json make_counts_json(const ExportCounts& counts,
                                        const std::map<std::string, std::map<std::string, std::string>>& labels);

/// Reads them back. Throws: nlohmann::json::exception for another shape.
ExportCounts read_counts(const nlohmann::ordered_json& json);

}  // namespace findings
