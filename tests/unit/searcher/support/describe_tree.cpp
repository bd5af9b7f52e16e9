#include "tests/unit/searcher/support/describe_tree.hpp"

#include <fmt/format.h>

namespace findings::testing {
namespace {

std::string describe_children(const QueryNode& node, std::string_view separator) {
    std::string text;
    for (const QueryNode& child : node.children) {
        if (!text.empty()) text += separator;
        text += describe_tree(child);
    }
    return text;
}

}  // namespace

std::string describe_tree(const QueryNode& node) {
    using Kind = QueryNode::Kind;
    switch (node.kind) {
        case Kind::everything:
            return "<all>";
        case Kind::word:
            return node.text;
        case Kind::phrase:
            return fmt::format("phrase[{}]", fmt::join(node.words, " "));
        case Kind::near:
            return fmt::format("near{}[{}]", node.distance, fmt::join(node.words, " "));
        case Kind::wildcard:
            return node.text + '*';
        case Kind::field:
            return fmt::format("{}={}", field_row(node.field).name,
                               node.children.empty() ? node.text : describe_tree(node.children.front()));
        case Kind::range:
            return fmt::format("{}={}..{}", field_row(node.field).name, node.from ? format_date(*node.from) : "",
                               node.to ? format_date(*node.to) : "");
        case Kind::sequence:
            return '{' + describe_children(node, " ") + '}';
        case Kind::must:
            return '+' + describe_children(node, "");
        case Kind::none_of:
            return '-' + describe_children(node, "");
        case Kind::all_of:
            return '(' + describe_children(node, " AND ") + ')';
        case Kind::any_of:
            return '(' + describe_children(node, " OR ") + ')';
    }
    return {};
}

}  // namespace findings::testing
