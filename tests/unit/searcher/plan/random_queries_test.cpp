#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/query/parse_query.hpp"
#include "searcher/query/print_query.hpp"
#include "tests/unit/searcher/support/describe_tree.hpp"

namespace findings {
namespace {

using Kind = QueryNode::Kind;

/// Makes trees that a parser could have made: no operator with one child, none inside its like.
class TreeMaker {
  public:
    explicit TreeMaker(unsigned seed) : random_(seed) {}

    QueryNode make(int depth) {
        switch (depth > 0 ? pick(9) : pick(6)) {
            case 0:
                return leaf(Kind::phrase);
            case 1:
                return leaf(Kind::near);
            case 2:
                return leaf(Kind::wildcard);
            case 3:
                return field();
            case 4:
                return range();
            case 6:
                return list(Kind::sequence, depth);
            case 7:
                return list(Kind::all_of, depth);
            case 8:
                return list(Kind::any_of, depth);
            default:
                return leaf(Kind::word);
        }
    }

    std::size_t pick(std::size_t count) { return random_() % count; }

  private:
    std::string word() {
        static const std::array<std::string, 10> words{
            "care", "re-inspection", "Ofsted's", "16-19", "not", "10:30", "and", "café", "a/b", "https://x.org/a"};
        return words[pick(words.size())];
    }

    QueryNode leaf(Kind kind) {
        QueryNode node;
        node.kind = kind;
        if (kind == Kind::word) node.text = word();
        if (kind == Kind::wildcard) node.text = pick(2) == 0 ? "safeguard" : "re-inspect";
        if (kind == Kind::phrase || kind == Kind::near)
            for (std::size_t i = kind == Kind::near ? 0 : 1; i < 2 + pick(3); ++i) node.words.push_back(word());
        if (kind == Kind::near) node.words.push_back(pick(3) == 0 ? "safeguard*" : "x");
        if (kind == Kind::near) node.distance = 1 + pick(20);
        return node;
    }

    QueryNode field() {
        static const std::array<std::string, 4> values{"good", "requires improvement", "leaders:good", "St. X's"};
        QueryNode node;
        node.kind = Kind::field;
        if (pick(2) == 0) {
            node.field = Field::title;
            node.children.push_back(leaf(std::array{Kind::word, Kind::phrase, Kind::wildcard}[pick(3)]));
            if (node.children[0].kind == Kind::word) node.children[0].text = "care";
        } else {
            node.field = std::array{Field::grade, Field::provider, Field::source, Field::url}[pick(4)];
            node.text = values[pick(values.size())];
        }
        return node;
    }

    QueryNode range() {
        QueryNode node;
        node.kind = Kind::range;
        node.field = std::array{Field::published, Field::inspected, Field::date}[pick(3)];
        if (pick(3) > 0) node.from = PartialDate{2023, pick(2) == 0 ? 0 : 4, 0};
        if (!node.from || pick(2) == 0) node.to = PartialDate{2024, 5, 6};
        return node;
    }

    QueryNode list(Kind kind, int depth) {
        QueryNode node;
        node.kind = kind;
        const std::size_t count = 2 + pick(3);
        while (node.children.size() < count) {
            QueryNode child = make(depth - 1);
            if (child.kind == kind && kind != Kind::sequence) continue;
            const std::size_t wrap = pick(6);
            if (wrap == 0) child = wrapped(Kind::none_of, std::move(child));
            if (wrap == 1 && kind == Kind::sequence) child = wrapped(Kind::must, std::move(child));
            node.children.push_back(std::move(child));
        }
        return node;
    }

    static QueryNode wrapped(Kind kind, QueryNode child) {
        QueryNode node;
        node.kind = kind;
        node.children.push_back(std::move(child));
        return node;
    }

    std::mt19937 random_;
};

TEST_CASE("any tree survives being printed and parsed") {
    TreeMaker maker(20261122);
    for (int i = 0; i < 3000; ++i) {
        const QueryNode tree = maker.make(3);
        const std::string printed = print_query(tree);
        CAPTURE(printed);
        QueryTree again;
        REQUIRE_NOTHROW(again = parse_query(printed));
        CHECK(testing::describe_tree(again.root) == testing::describe_tree(tree));
        REQUIRE(again.root == tree);
    }
}

// Pieces that meet badly, besides plain bytes.
const std::vector<std::string>& pieces() {
    static const std::vector<std::string> all{"care", "AND", "OR", "NOT",    "NEAR", "NEAR/5",   " ",          " ",
                                              "(",    ")",   "\"", "“",      "”",    "-",        "+",          "*",
                                              ":",    "~",   "..", "5",      "/",    "grade:",   "published:", "title:",
                                              "2024", "’",   "é",  "\u00a0", "\xff", "\xe2\x80", "\n",         "\x1b"};
    return all;
}

TEST_CASE("any bytes at all are a query or a usage error") {
    std::mt19937 random(7);
    std::size_t understood = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string query;
        const std::size_t length = random() % 12;
        for (std::size_t n = 0; n < length; ++n) {
            if (random() % 8 == 0)
                query.push_back(static_cast<char>(random() % 256));
            else
                query += pieces()[random() % pieces().size()];
        }
        CAPTURE(query);
        for (const bool plain : {false, true}) {
            try {
                const QueryTree tree = parse_query(query, {.plain = plain});
                const std::string printed = print_query(tree.root);
                CAPTURE(printed);
                REQUIRE(parse_query(printed).root == tree.root);
                ++understood;
            } catch (const Error& error) {
                REQUIRE(error.status() == Status::usage);
                REQUIRE(std::string_view(error.what()).find('\x1b') == std::string_view::npos);
            }
        }
    }
    CHECK(understood > 1000);
}

}  // namespace
}  // namespace findings
