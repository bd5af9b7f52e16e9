#include "searcher/query/parse_query.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "searcher/query/character.hpp"
#include "searcher/query/lex_query.hpp"
#include "searcher/query/parse_field.hpp"
#include "searcher/query/parse_plain_query.hpp"
#include "searcher/query/query_error.hpp"

namespace findings {
namespace {

using Node = QueryNode;
using Token = QueryToken::Kind;

Node make_node(Node::Kind kind, std::size_t begin, std::size_t end) {
    Node node;
    node.kind = kind;
    node.begin = begin;
    node.end = end;
    return node;
}

// One child stands for itself; children of the same kind of operator join their parent.
Node join(Node::Kind kind, std::vector<Node> children) {
    if (children.size() == 1 && children.front().kind != Node::Kind::must) return std::move(children.front());
    if (children.size() == 1) return std::move(children.front().children.front());
    Node node = make_node(kind, children.front().begin, children.back().end);
    for (Node& child : children) {
        if (child.kind == kind && kind != Node::Kind::sequence)
            std::move(child.children.begin(), child.children.end(), std::back_inserter(node.children));
        else
            node.children.push_back(std::move(child));
    }
    return node;
}

class Parser {
  public:
    explicit Parser(std::string_view query) : query_(query), tokens_(lex_query(query)) {}

    Node parse() {
        if (tokens_.size() == 1) {
            check_blank();
            return make_node(Node::Kind::everything, 0, query_.size());
        }
        check_word_count();
        Node root = parse_any_of(0);
        if (peek().kind == Token::close) fail_bracket(peek());
        return root;
    }

  private:
    [[noreturn]] void fail(const QueryToken& token, const std::string& message, const std::string& hint = {}) const {
        throw make_query_error(query_, token.begin, token.end, message, hint);
    }

    void check_blank() const {
        for (std::size_t at = 0; at < query_.size();) {
            const std::size_t space = space_bytes(query_, at);
            if (space == 0)
                throw make_query_error(query_, 0, query_.size(), "there is no word in this query",
                                       "leave QUERY out to see every story");
            at += space;
        }
    }

    void check_word_count() const {
        std::size_t count = 0;
        for (const QueryToken& token : tokens_) {
            if (token.kind == Token::phrase || token.value == Token::phrase)
                count += split_words(token.text).size();
            else if (token.kind == Token::word || token.kind == Token::wildcard || token.kind == Token::field)
                ++count;
        }
        if (count > kMaxQueryWords) fail_too_many_words(count);
    }

    [[nodiscard]] const QueryToken& peek() const { return tokens_[next_]; }
    const QueryToken& take() { return tokens_[next_++]; }

    static bool begins_operand(Token kind) {
        switch (kind) {
            case Token::word:
            case Token::wildcard:
            case Token::phrase:
            case Token::field:
            case Token::open:
            case Token::plus:
            case Token::minus:
            case Token::op_not:
                return true;
            default:
                return false;
        }
    }

    [[noreturn]] void fail_operand(const QueryToken& op) const {
        const std::string_view name = query_.substr(op.begin, op.end - op.begin);
        const bool sign = op.kind == Token::plus || op.kind == Token::minus || op.kind == Token::dash;
        fail(op, fmt::format("{} has nothing to work on", name),
             sign ? "a sign stands right before a word, without a space, as in -word"
                  : fmt::format("to search for the word, write it in lower case or in quotes: \"{}\"", name));
    }

    [[noreturn]] void fail_bracket(const QueryToken& close) const {
        fail(close, "this bracket closes nothing", "take it out, or add the ( that belongs to it");
    }

    Node parse_any_of(std::size_t depth) {
        std::vector<Node> children;
        children.push_back(parse_all_of(depth));
        while (peek().kind == Token::op_or) {
            const QueryToken& op = take();
            if (!begins_operand(peek().kind)) fail_operand(op);
            children.push_back(parse_all_of(depth));
        }
        return join(Node::Kind::any_of, std::move(children));
    }

    Node parse_all_of(std::size_t depth) {
        std::vector<Node> children;
        children.push_back(parse_sequence(depth));
        while (peek().kind == Token::op_and) {
            const QueryToken& op = take();
            if (!begins_operand(peek().kind)) fail_operand(op);
            children.push_back(parse_sequence(depth));
        }
        return join(Node::Kind::all_of, std::move(children));
    }

    Node parse_sequence(std::size_t depth) {
        std::vector<Node> children;
        while (true) {
            if (begins_operand(peek().kind)) {
                add_child(children, parse_signed(depth));
            } else if (peek().kind == Token::dash) {
                const QueryToken& dash = take();
                if (children.empty() || !begins_operand(peek().kind)) fail_operand(dash);
            } else {
                break;
            }
        }
        if (children.empty() && peek().kind == Token::close) fail_bracket(peek());
        if (children.empty()) fail_operand(peek());
        return join(Node::Kind::sequence, std::move(children));
    }

    // "J. K." and "J K" are one word.
    static void add_child(std::vector<Node>& children, Node child) {
        const bool joins = !children.empty() && children.back().kind == Node::Kind::word &&
                           child.kind == Node::Kind::word && are_initials(children.back().text, child.text);
        if (!joins) return children.push_back(std::move(child));
        children.back().text += '.' + child.text;
        children.back().end = child.end;
    }

    // +x, -x or NOT x.
    Node parse_signed(std::size_t depth) {
        const QueryToken& sign = peek();
        if (sign.kind != Token::plus && sign.kind != Token::minus && sign.kind != Token::op_not)
            return parse_near(depth);
        check_depth(sign, depth);
        take();
        // NOT NOT x is odd but clear; of two signs in a row one is a slip.
        const bool two_signs = is_sign(peek().kind) && (sign.kind != Token::op_not || peek().kind != Token::op_not);
        if (!begins_operand(peek().kind) || two_signs) fail_operand(sign);
        Node operand = peek().kind == Token::op_not ? parse_signed(depth + 1) : parse_near(depth + 1);
        Node node =
            make_node(sign.kind == Token::plus ? Node::Kind::must : Node::Kind::none_of, sign.begin, operand.end);
        node.children.push_back(std::move(operand));
        return node;
    }

    static bool is_sign(Token kind) { return kind == Token::plus || kind == Token::minus || kind == Token::op_not; }

    void check_depth(const QueryToken& token, std::size_t depth) const {
        if (depth >= kMaxNesting)
            fail(token, fmt::format("more than {} brackets inside each other", kMaxNesting), "take some out");
    }

    Node parse_near(std::size_t depth) {
        Node left = parse_operand(depth);
        if (peek().kind != Token::op_near) return left;
        Node near = make_node(Node::Kind::near, left.begin, left.end);
        near.distance = peek().distance;
        add_near_word(near, left, peek());
        while (peek().kind == Token::op_near) {
            const QueryToken& op = take();
            if (op.distance != near.distance)
                fail(op, "NEARs side by side need the same distance", "put brackets around each pair and AND between");
            if (!begins_operand(peek().kind)) fail_operand(op);
            if (is_sign(peek().kind)) fail_near(op);
            const Node right = parse_operand(depth);
            add_near_word(near, right, op);
            near.end = right.end;
        }
        return near;
    }

    [[noreturn]] void fail_near(const QueryToken& op) const {
        fail(op, "NEAR stands between two words", "for several words write \"missing from care\"~5");
    }

    void add_near_word(Node& near, const Node& operand, const QueryToken& op) const {
        if (operand.kind == Node::Kind::word)
            near.words.push_back(operand.text);
        else if (operand.kind == Node::Kind::wildcard)
            near.words.push_back(operand.text + '*');
        else
            fail_near(op);
    }

    Node parse_operand(std::size_t depth) {
        const QueryToken& token = take();
        if (token.kind == Token::open) return parse_bracket(token, depth);
        if (token.kind == Token::field) return parse_field(query_, token);
        return parse_text_operand(query_, token, token.kind);
    }

    Node parse_bracket(const QueryToken& open, std::size_t depth) {
        check_depth(open, depth);
        if (peek().kind == Token::close) fail(open, "there is nothing between these brackets");
        if (peek().kind == Token::end) fail(open, "this bracket is never closed", "add the )");
        Node node = parse_any_of(depth + 1);
        if (peek().kind != Token::close) fail(open, "this bracket is never closed", "add the )");
        node.begin = open.begin;
        node.end = take().end;
        return node;
    }

    std::string_view query_;
    std::vector<QueryToken> tokens_;
    std::size_t next_ = 0;
};

}  // namespace

QueryTree parse_query(std::string_view text, const ParseOptions& options) {
    return {options.plain ? parse_plain_query(text) : Parser(text).parse(), std::string(text)};
}

}  // namespace findings
