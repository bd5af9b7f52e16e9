#pragma once

#include <string_view>

#include "searcher/query/lex_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// The node of a `field:value` token: a field, or a range for the dates.
/// Throws: Error{usage} with the position marked, for a bad date, reversed range or year.
QueryNode parse_field(std::string_view query, const QueryToken& token);

/// The node of a word, wildcard or phrase; `shape` is the token's kind, or the shape of a field's value.
/// Requires: shape is word, wildcard or phrase.
QueryNode parse_text_operand(std::string_view query, const QueryToken& token, QueryToken::Kind shape);

}  // namespace findings
