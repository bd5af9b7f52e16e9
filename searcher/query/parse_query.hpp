#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/query/query_tree.hpp"

namespace findings {

struct ParseOptions {
    bool plain = false;  ///< words only: no operators, fields, quotes or stars
};

/// Brackets and NOTs inside each other, at most.
inline constexpr std::size_t kMaxNesting = 100;

/// Parses a query text. Binding, tightest first: NOT and signs, NEAR, words side by side, AND, OR.
/// Values of facets stay as typed: resolve_query() turns them into slugs.
/// Throws: Error{usage}, its message with the position marked, when the text is no query.
QueryTree parse_query(std::string_view text, const ParseOptions& options = {});

}  // namespace findings
