#include "searcher/query/print_query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searcher/query/character.hpp"

namespace findings {
namespace {

using Kind = QueryNode::Kind;

std::string join_words(const std::vector<std::string>& words, std::string_view separator) {
    return fmt::format("{}", fmt::join(words, separator));
}

std::string print_near(const QueryNode& node) {
    const bool has_star =
        std::any_of(node.words.begin(), node.words.end(), [](const std::string& word) { return word.back() == '*'; });
    if (has_star) return join_words(node.words, fmt::format(" NEAR/{} ", node.distance));
    return fmt::format("\"{}\"~{}", join_words(node.words, " "), node.distance);
}

std::string print_value(const std::string& text) {
    // What a bare value cannot hold, or would lose at its end.
    bool bare = !text.empty() && trim_end(text).size() == text.size();
    for (std::size_t at = 0; at < text.size() && bare; ++at)
        bare = text[at] != '(' && text[at] != ')' && text[at] != '*' && space_bytes(text, at) == 0;
    if (text.compare(0, 2, "//") == 0) bare = false;
    return bare ? text : '"' + text + '"';
}

std::string print_range(const QueryNode& node) {
    const std::string from = node.from ? format_date(*node.from) : "";
    const std::string to = node.to ? format_date(*node.to) : "";
    const std::string_view name = field_row(node.field).name;
    if (node.from == node.to) return fmt::format("{}:{}", name, from);
    return fmt::format("{}:{}..{}", name, from, to);
}

bool is_composite(const QueryNode& node) {
    return node.kind == Kind::sequence || node.kind == Kind::all_of || node.kind == Kind::any_of;
}

std::string bracketed(const QueryNode& node) {
    return is_composite(node) ? '(' + print_query(node) + ')' : print_query(node);
}

std::string print_children(const QueryNode& node, std::string_view separator) {
    std::string text;
    for (const QueryNode& child : node.children) {
        if (!text.empty()) text += separator;
        // Side by side binds tighter than AND, AND tighter than OR: no brackets needed downwards.
        const bool looser = node.kind == Kind::sequence || (node.kind == Kind::all_of && child.kind == Kind::any_of) ||
                            child.kind == node.kind;
        text += looser ? bracketed(child) : print_query(child);
    }
    return text;
}

}  // namespace

std::string print_query(const QueryNode& node) {
    switch (node.kind) {
        case Kind::everything:
            return {};
        case Kind::word:
            return node.text;
        case Kind::phrase:
            return '"' + join_words(node.words, " ") + '"';
        case Kind::near:
            return print_near(node);
        case Kind::wildcard:
            return node.text + '*';
        case Kind::field:
            return fmt::format("{}:{}", field_row(node.field).name,
                               node.children.empty() ? print_value(node.text) : print_query(node.children.front()));
        case Kind::range:
            return print_range(node);
        case Kind::sequence:
            return print_children(node, " ");
        case Kind::must:

            if (node.children.front().kind == Kind::none_of) return "+(" + print_query(node.children.front()) + ')';
            return '+' + bracketed(node.children.front());
        case Kind::all_of:
            return print_children(node, " AND ");
        case Kind::any_of:
            return print_children(node, " OR ");
        case Kind::none_of:
            return "NOT " + bracketed(node.children.front());
    }
    return {};
}

}  // namespace findings
