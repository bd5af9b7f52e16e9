#include "searcher/query/parse_plain_query.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/text/ascii.hpp"
#include "searcher/query/character.hpp"
#include "searcher/query/foreign_operators.hpp"
#include "searcher/query/lex_query.hpp"

namespace findings {
namespace {

bool means_more(std::string_view word) {
    return word == "AND" || word == "OR" || word == "NOT" || word.substr(0, 4) == "NEAR" ||
           find_foreign_operator(word, 0, word.size());
}

// Words that would be operators, here or elsewhere, so that the printed query means the same: in lower case, and where
// that is not enough without what makes them one.
std::vector<std::string> plain_words(std::string word) {
    if (!means_more(word)) return {std::move(word)};
    word = lower_case(word);
    if (!means_more(word)) return {std::move(word)};
    std::replace_if(
        word.begin(), word.end(), [](char c) { return is_ascii_punctuation(c) && c != '-' && c != '\''; }, ' ');
    return split_words(word);
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
    for (const std::string& run : split_words(text)) {
        // Of initials ("J.K" for "J. K.") the first is looked for.
        const std::size_t begin = text.find(run.substr(0, run.find('.')), at);
        at = std::min(begin + run.size(), text.size());
        for (std::string& word : plain_words(run)) {
            QueryNode& child = root.children.emplace_back();
            child.kind = QueryNode::Kind::word;
            child.begin = begin;
            child.end = at;
            child.text = std::move(word);
        }
    }
    if (root.children.size() > kMaxQueryWords) fail_too_many_words(root.children.size());
    if (root.children.size() == 1) return QueryNode(root.children.front());
    if (!root.children.empty()) root.kind = QueryNode::Kind::sequence;
    return root;
}

}  // namespace findings
