#include "searcher/answer/scope_findings.hpp"

#include <string>

#include <fmt/format.h>

#include "searcher/query/query_error.hpp"

namespace findings {
namespace {

void visit(const QueryNode& node, bool wanted, const QueryTree& tree, SearchRequest& request) {
    if (node.kind == QueryNode::Kind::field) {
        if (!request.findings && is_finding_field(node.field))
            throw make_query_error(tree.text, node.begin, node.end,
                                   fmt::format("{} is a field of findings", field_row(node.field).name),
                                   "add --findings to search them");
        if (wanted && node.field == Field::kind && node.text == kNewsKind) request.include_news = true;
    }
    for (const QueryNode& child : node.children)
        visit(child, wanted != (node.kind == QueryNode::Kind::none_of), tree, request);
}

}  // namespace

void scope_findings(const QueryTree& tree, SearchRequest& request) { visit(tree.root, true, tree, request); }

}  // namespace findings
