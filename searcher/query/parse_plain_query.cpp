#include "searcher/query/parse_plain_query.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "searcher/query/character.hpp"
#include "searcher/query/lex_query.hpp"

namespace findings {
namespace {

// Operators typed as words of a plain query; lower case, so that the printed query means the same.
std::string plain_word(std::string word) {
    if (word == "AND" || word == "OR" || word == "NOT" || word.substr(0, 4) == "NEAR")
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return word;
}

}  // namespace

QueryNode parse_plain_query(std::string_view query) {
    check_query_text(query);
    std::string text(query);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool special = std::string_view("()*:+~").find(text[at]) != std::string_view::npos;
        const std::size_t bytes = special ? 1 : quote_bytes(text, at);
        std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), bytes, ' ');
    }
    QueryNode root;
    root.end = query.size();
    std::size_t at = 0;
    for (std::string& word : split_words(text)) {
        QueryNode& child = root.children.emplace_back();
        child.kind = QueryNode::Kind::word;
        child.begin = text.find(word, at);
        child.end = at = child.begin + word.size();
        child.text = plain_word(std::move(word));
    }
    if (root.children.size() > kMaxQueryWords) fail_too_many_words(root.children.size());
    if (root.children.size() == 1) return QueryNode(root.children.front());
    if (!root.children.empty()) root.kind = QueryNode::Kind::sequence;
    return root;
}

}  // namespace findings
