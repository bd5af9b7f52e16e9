#include "searcher/query/query_tree.hpp"

#include <tuple>

namespace findings {

bool operator==(const QueryNode& a, const QueryNode& b) {
    const auto members = [](const QueryNode& node) {
        return std::tie(node.kind, node.text, node.words, node.distance, node.field, node.from, node.to);
    };
    return members(a) == members(b) && a.children == b.children;
}

}  // namespace findings
