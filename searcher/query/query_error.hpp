#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/error.hpp"

namespace findings {

/// The part of the query text with a line of carets under bytes [begin, end), indented by four spaces.
/// Control characters become spaces; a long query is cut around the place with "…".
std::string mark_position(std::string_view query, std::size_t begin, std::size_t end);

/// A usage error with the place marked under its message:
///
///     unknown field "grad" (character 6)
///         care grad:good
///              ^^^^
Error make_query_error(std::string_view query, std::size_t begin, std::size_t end, const std::string& message,
                       const std::string& hint = {});

}  // namespace findings
