#pragma once

#include <optional>
#include <string>

#include <xapian.h>

#include "searcher/index/document_set.hpp"

namespace findings {

/// Every document a query finds, straight from the posting lists: nothing is weighed, no document is opened: 100
/// instructions a document instead of the matcher's 3,700. nullopt when the query holds what only the matcher knows to
/// do: phrases, NEAR, ranges. Requires: `database` is a single one. Throws: Xapian::Error.
std::optional<DocumentSet> find_documents(const Xapian::Query& query, const Xapian::Database& database);

/// Whether the posting lists alone tell which documents a query finds.
bool is_plain(const Xapian::Query& query);

/// The documents of a set that the query finds. Requires: is_plain(query), the set is of the database.
/// Throws: Xapian::Error.
DocumentSet find_within(const Xapian::Query& query, const Xapian::Database& database, const DocumentSet& within);

/// The documents whose day in a slot lies in a range, YYYYMMDD, both included. Requires: as find_documents(); the
/// documents lie newest first by field `date`, those without one last. Throws: Xapian::Error.
DocumentSet find_days(const Xapian::Database& database, Xapian::valueno slot, const std::string& first,
                      const std::string& last);

/// How many documents a query finds, where statistics tell without a look at any; else nothing.
std::optional<std::size_t> count_at_once(const Xapian::Query& query, const Xapian::Database& database);

/// No fewer documents than a plain query finds. Throws: Xapian::Error.
std::size_t bound_documents(const Xapian::Query& query, const Xapian::Database& database);

/// Whether to look `wanted` documents up in a posting list of `documents`, instead of reading it from end to end: a
/// step costs a tenth of a jump.
bool is_worth_jumping(std::size_t documents, std::size_t wanted);

}  // namespace findings
