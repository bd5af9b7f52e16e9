#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// Whose search engine is exported to.
enum class ExportEngine : std::uint8_t { opensearch, solr };

/// What is a document of its own in an engine, or one nested in it.
enum class ExportUnit : std::uint8_t { story, finding, award };

/// What a field holds, whatever the engine calls that.
enum class ExportType : std::uint8_t {
    keyword,  ///< compared as a whole, counted, sorted by
    day,      ///< a day, "2024-03-05"
    number,
    flag,
    shown,  ///< kept to be shown, not searched
    words,  ///< our words of a text, with positions
};

/// One field of an exported document.
struct ExportField {
    std::string name;
    ExportType type = ExportType::keyword;
    bool many = false;     ///< holds any number of values
    bool counted = false;  ///< its values stand in the manifest with their counts
};

/// The fields of a story, a finding or an award, in their order; facets as the field table has them.
const std::vector<ExportField>& export_fields(ExportUnit unit);

/// `story`, `finding`, `award`.
std::string_view unit_name(ExportUnit unit);
/// Where the nested documents of a unit stand in a story's: `findings`, `awards`; "" for stories.
std::string_view nested_name(ExportUnit unit);

/// `opensearch`, `solr`.
std::string_view engine_name(ExportEngine engine);
/// The engine of that name.
std::optional<ExportEngine> find_engine(std::string_view name);

}  // namespace findings
