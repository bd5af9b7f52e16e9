#pragma once

#include <string>

#include "searcher/query/query_tree.hpp"

namespace findings {

/// A query text that parses to the same tree: the canonical spelling of a query.
std::string print_query(const QueryNode& node);

}  // namespace findings
