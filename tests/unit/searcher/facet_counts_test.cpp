// Every number of the facet counter against counting by hand, over generated articles and random filters.
#include <doctest/doctest.h>

#include "searcher/facet_counter.hpp"
#include "searcher/filter_plan.hpp"
#include "searcher/match_stories.hpp"
#include "searcher/open_index.hpp"
#include "searcher/run_search.hpp"
#include "tests/unit/searcher/by_hand.hpp"
#include "tests/unit/searcher/test_index.hpp"

namespace findings::testing {
namespace {

SearchRequest generate_request_with_word(Random& random) {
    SearchRequest request = generate_request(random);
    const std::vector<std::string> texts{"", "", "alpha", "gamma"};
    request.text = texts[draw(random, texts.size())];
    return request;
}

void check_requests(std::size_t article_count, std::size_t request_count, unsigned seed) {
    const std::vector<Article> articles = generate_articles(article_count, seed);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    SearchContext context(open_index({folder.path()}));
    Random random(seed + 1);
    for (std::size_t i = 0; i < request_count; ++i) {
        const SearchRequest request = generate_request_with_word(random);
        const TextRule has_word = [&](const Article& article) {
            return article.text.find(request.text) != std::string::npos;
        };
        check_request(articles, request, has_word, context);
    }
}

}  // namespace

TEST_CASE("facet counts, totals and coverage are exact for random filters over 300 articles") {
    check_requests(300, 150, 20261122);
}

TEST_CASE("facet counts, totals and coverage are exact for random filters over 10,000 articles") {
    check_requests(10000, 4, 7);
}

TEST_CASE("the counter sees every candidate, however small the page") {
    const std::vector<Article> articles = generate_articles(2000, 3);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    const OpenIndex index = open_index({folder.path()});
    SearchRequest request;
    request.facets = {Field::grade};
    for (const std::size_t limit : {0U, 1U, 10U}) {
        request.limit = limit;
        const Matches all =
            match_stories(Xapian::Query::MatchAll, plan_filters(request, {}), request, SortOrder::newest, index);
        CHECK(all.counter->seen() == articles.size());
        const Xapian::Query word("alpha");
        const Matches some = match_stories(word, plan_filters(request, {}), request, SortOrder::relevance, index);
        CHECK(some.counter->seen() == index.database.get_termfreq("alpha"));
    }
}

TEST_CASE("boolean terms alone and the counter find the same stories") {
    const std::vector<Article> articles = generate_articles(500, 11);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    SearchContext context(open_index({folder.path()}));
    Random random(12);
    for (int i = 0; i < 200; ++i) {
        SearchRequest request = generate_request_with_word(random);
        INFO(describe(request));
        request.limit = kNoLimit;
        request.facets.clear();
        request.count_providers = false;
        Answer plain;
        run_search(request, context, plain);
        request.facets.assign(kFacets.begin(), kFacets.end());
        Answer counted;
        run_search(request, context, counted);
        CHECK(plain.ids() == counted.ids());
    }
}

}  // namespace findings::testing
