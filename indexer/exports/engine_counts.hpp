#pragma once

#include <functional>
#include <string>

#include "indexer/exports/export_counts.hpp"

namespace findings {

/// Asks an engine: target below the index or core, body ("" for GET). Returns the answer's body.
using AskEngine = std::function<std::string(const std::string& target, const std::string& body)>;

/// What an engine counts of the fields that `wanted` names, documents and nested ones. OpenSearch: `_count` and
/// composite aggregations, which are exact over any number of shards and come in pages. Solr: `unit:` queries with JSON
/// facets without a limit. Throws: Error{unavailable} when an answer is not of the documented form, when a shard failed
/// or when the engine says that an answer is partial: a missing part must not be a smaller number.
ExportCounts count_in_engine(ExportEngine engine, const ExportCounts& wanted, const AskEngine& ask);

}  // namespace findings
