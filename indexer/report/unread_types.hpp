#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/article/rejection.hpp"

namespace findings {

/// Files of types that are not read, as rows of `failures`: a type once, with its count and what can be done about it.
/// `counts`: extension ("" without) or kind ("named pipe", "(parts of saved pages)") -> files.
std::vector<Rejection> list_unread_types(const std::map<std::string, std::size_t>& counts);

}  // namespace findings
