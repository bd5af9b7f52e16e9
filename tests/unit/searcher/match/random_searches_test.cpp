// Random queries under random filters against counting by hand: same hits, same numbers.
#include <set>
#include <string_view>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/query/parse_query.hpp"
#include "searcher/query/print_query.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"
#include "tests/unit/searcher/support/query_by_hand.hpp"
#include "tests/unit/searcher/support/random_query.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

// 60 short articles: few enough to judge each by hand, many enough that most queries find some and leave some.
constexpr std::size_t kArticles = 60;

std::vector<Article> generate_corpus(Random& random) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < kArticles; ++i) {
        Article article = generate_article(random, i);
        article.title = generate_title(random);
        article.text = generate_text(random, 40);
        if (draw(random, 3) == 0) article.inspected = article.published.empty() ? "2022-05-06" : "2021-11-30";
        articles.push_back(std::move(article));
    }
    return articles;
}

TEST_CASE("random queries under random filters find what counting by hand finds") {
    const std::size_t queries = count_from("FINDINGS_RANDOM_QUERIES", 2000);
    Random random(20261122);
    const std::vector<Article> articles = generate_corpus(random);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    SearchContext context(open_index({folder.path()}));
    std::size_t with_hits = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        SearchRequest request = generate_whole_request(random, i);
        const QueryNode query = generate_query(random, 2);
        request.text = print_query(query);
        std::set<std::string> found;
        for (const Article& article : articles)
            if (QueryByHand(article, context.analyzer, request.match).finds(query)) found.insert(article.id);
        if (!found.empty() && found.size() < articles.size()) ++with_hits;
        check_request(
            articles, request, [&](const Article& article) { return found.count(article.id) > 0; }, context);
    }
    // A query that finds nothing or everything hardly tests anything.
    CHECK(with_hits > queries / 2);
}

// Pieces that meet badly, besides plain bytes.
std::string generate_bytes(Random& random) {
    static const std::vector<std::string> pieces{
        "care", "AND",    "OR",         "NOT",        "NEAR",   "NEAR/5", " ",   " ",      "(",      ")",
        "\"",   "“",      "”",          "-",          "+",      "*",      ":",   "~",      "..",     "5",
        "/",    "grade:", "good",       "published:", "title:", "2024",   "’",   "\u00e9", "\u00a0", "\xff",
        "\n",   "\x1b",   "a",          "!",          "|",      "&&",     "^2",  "?",      "XOR",    "near/5",
        "=",    "~5",     "2023..2024", "adj3",       "<",      "'s",     "U.K."};
    std::string bytes;
    for (std::size_t length = draw(random, 12); length > 0; --length) {
        if (draw(random, 8) == 0)
            bytes.push_back(static_cast<char>(draw(random, 256)));
        else
            bytes += pieces[draw(random, pieces.size())];
    }
    return bytes;
}

TEST_CASE("any bytes at all are answered or refused with a message, and mean the same when printed") {
    Random random(7);
    const std::vector<Article> articles = generate_corpus(random);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    SearchContext context(open_index({folder.path()}));
    const std::size_t strings = count_from("FINDINGS_RANDOM_STRINGS", 5000);
    std::size_t answered = 0;
    for (std::size_t i = 0; i < strings; ++i) {
        SearchRequest request;
        request.text = generate_bytes(random);
        request.plain = draw(random, 4) == 0;
        request.explain = draw(random, 4) == 0;
        CAPTURE(request.text);
        try {
            Answer answer;
            run_search(request, context, answer);
            const std::string printed = print_query(parse_query(request.text, {request.plain}).root);
            CAPTURE(printed);
            REQUIRE(parse_query(printed).root == parse_query(request.text, {request.plain}).root);
            ++answered;
        } catch (const Error& error) {
            REQUIRE(error.status() == Status::usage);
            REQUIRE(std::string_view(error.what()).find('\x1b') == std::string_view::npos);
        }
    }
    CHECK(answered > strings / 20);
}

}  // namespace
}  // namespace findings::testing
