#pragma once

#include <string_view>

#include "searcher/query/query_tree.hpp"

namespace findings {

/// A query of words side by side: operators, quotes, brackets, signs, stars and fields are words or
/// punctuation. Throws: Error{usage} only when the text is too long or not UTF-8.
QueryNode parse_plain_query(std::string_view query);

}  // namespace findings
