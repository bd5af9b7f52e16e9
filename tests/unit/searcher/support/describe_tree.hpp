#pragma once

#include <string>

#include "searcher/query/query_tree.hpp"

namespace findings::testing {

/// A tree as one line for tables of tests: {a b} side by side, (a AND b), -a, +a, phrase[a b], near5[a b],
/// saf*, grade=good, title=a, published=2023..2024-06, <all>. Not print_query, which is under test.
std::string describe_tree(const QueryNode& node);

}  // namespace findings::testing
