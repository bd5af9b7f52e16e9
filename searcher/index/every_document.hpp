#pragma once

#include <string>

#include <xapian.h>

namespace findings {

/// A query that every document matches. Xapian::Query::MatchAll must not be copied: it is one object for the whole
/// process, its count of references is not atomic, and the threads of a server would count it down to nothing.
/// Source: Xapian 1.4, query.h: the term "" stands for every document.
inline Xapian::Query every_document() { return Xapian::Query(std::string()); }

}  // namespace findings
