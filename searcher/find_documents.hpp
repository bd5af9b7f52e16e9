#pragma once

#include <optional>

#include <xapian.h>

#include "searcher/document_set.hpp"

namespace findings {

/// Every document a query finds, straight from the posting lists: nothing is weighed, no document is opened: 100
/// instructions a document instead of the matcher's 3,700. nullopt when the query holds what only the matcher knows to
/// do: phrases, NEAR, ranges. Requires: `database` is a single one. Throws: Xapian::Error.
std::optional<DocumentSet> find_documents(const Xapian::Query& query, const Xapian::Database& database);

}  // namespace findings
