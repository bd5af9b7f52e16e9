#pragma once

#include <string>

#include "indexer/exports/exported_story.hpp"

namespace findings {

/// A story as one object of an update request, findings and awards nested under `findings` and `awards`. Fields of
/// findings and awards have the prefixes `finding_` and `award_`, for Solr has one schema for all; `key` is unique,
/// `unit` tells which a document is. Words are in the form of JsonPreAnalyzedParser: word, position as increment,
/// offsets in UTF-16 units into the stored text, which is left out where strangers may not read it.
/// Source: Solr Reference Guide, "Indexing Nested Child Documents", "The PreAnalyzedField Type".
std::string make_solr_document(const ExportedStory& story);

/// The schema, as `managed-schema.xml`.
std::string make_solr_schema();

/// The name of a field in Solr.
std::string solr_field_name(ExportUnit unit, const std::string& name);

}  // namespace findings
