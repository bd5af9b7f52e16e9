#pragma once

#include <cstddef>
#include <string>

#include "indexer/exports/exported_story.hpp"

namespace findings {

/// Two lines of a `_bulk` request: the action with the document's id, and the document, findings and awards nested.
/// Words are joined by spaces, each block a value of its own, for a whitespace analyzer with a gap of kPositionGap
/// between values. A hyphenated word's joined form, which stands at the place of its first part, is in a field of its
/// own, `joined`. A place without a word is a star, which no word is.
/// Source: docs.opensearch.org, Bulk API; an id has at most 512 bytes.
std::string make_opensearch_lines(const ExportedStory& story);

/// The body that creates the index: settings and mapping. `most_nested`: nested documents of the story that has most;
/// OpenSearch refuses a document of more than 10,000 unless the index says otherwise.
std::string make_opensearch_index(std::size_t most_nested);

/// The path of a field in OpenSearch, of a finding or an award as that of what is nested.
std::string opensearch_field_path(ExportUnit unit, const std::string& name);

}  // namespace findings
