#include "searcher/answer/note_absence.hpp"

#include <algorithm>

namespace findings {
namespace {

bool is_theme(Field field) { return field == Field::theme || field == Field::strength || field == Field::weakness; }

bool query_asks_for_absence(const QueryNode& node, bool denied) {
    if (node.kind == QueryNode::Kind::field && is_theme(node.field)) return denied != (node.text == "none");
    const bool below = node.kind == QueryNode::Kind::none_of ? !denied : denied;
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const QueryNode& child) { return query_asks_for_absence(child, below); });
}

}  // namespace

bool asks_for_absence(const std::vector<ResolvedFilter>& filters, const QueryNode& query) {
    return query_asks_for_absence(query, false) ||
           std::any_of(filters.begin(), filters.end(), [](const ResolvedFilter& filter) {
               const bool none = std::find(filter.slugs.begin(), filter.slugs.end(), "none") != filter.slugs.end();
               return is_theme(filter.field) && filter.exclude != none;
           });
}

}  // namespace findings
