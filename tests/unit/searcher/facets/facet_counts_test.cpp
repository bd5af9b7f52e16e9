// Every number of the facet counter against counting by hand, over generated articles and random filters.
#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "searcher/answer/run_search.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/facets/latest_awards.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/match/match_stories.hpp"
#include "searcher/plan/filter_plan.hpp"
#include "searcher/query/resolve_values.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

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

// Everything of an answer, for comparing two.
std::string describe(const Matches& matches) {
    std::string text = fmt::format("total {}, providers {}\n", matches.total, matches.counts.providers);
    for (const FoundStory& story : matches.hits)
        text += fmt::format("{} {:a} {:a}\n", story.id, story.weight, story.pair_weight);
    for (const FacetTally& tally : matches.counts.facets) {
        text += fmt::format("{}: known {}, none {}", field_row(tally.facet).name, tally.known, tally.none);
        auto entries = tally.counts.entries();
        std::sort(entries.begin(), entries.end());
        for (const auto& [id, count] : entries) text += fmt::format(", {:x} {}", id, count);
        text += '\n';
    }
    for (const TableTally& table : matches.counts.tables)
        for (const auto& [cell, count] : table.cells)
            text += fmt::format("{:x} {:x} {}\n", cell.first, cell.second, count);
    return text;
}

}  // namespace

TEST_CASE("facet counts, totals and coverage are exact for random filters over 300 articles") {
    check_requests(300, 150, 20261122);
}

TEST_CASE("facet counts, totals and coverage are exact for random filters over 10,000 articles") {
    check_requests(10000, 4, 7);
}

TEST_CASE("every candidate is counted, however small the page") {
    const std::vector<Article> articles = generate_articles(2000, 3);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    const OpenIndex index = open_index({folder.path()});
    SearchRequest request;
    request.facets = {Field::grade};
    const auto counted = [](const Matches& matches) {
        return matches.counts.facets.front().known + matches.counts.facets.front().none;
    };
    for (const std::size_t limit : {0U, 1U, 10U}) {
        request.limit = limit;
        for (const auto match : {match_stories, match_one_by_one}) {
            const FilterPlan plan = plan_filters(request, {});
            CHECK(counted(match(Xapian::Query::MatchAll, plan, request, SortOrder::newest, index, {})) ==
                  articles.size());
            CHECK(counted(match(Xapian::Query("alpha"), plan, request, SortOrder::relevance, index, {})) ==
                  index.database.get_termfreq("alpha"));
        }
    }
}

TEST_CASE("every short cut finds, counts and orders as looking at one document after the other does") {
    const std::vector<Article> articles = generate_articles(700, 21);
    const test::TempFolder whole;
    write_index(whole.path(), articles);
    const test::TempFolder left;
    const test::TempFolder right;
    write_index(left.path(), {articles.begin(), articles.begin() + 300});
    write_index(right.path(), {articles.begin() + 300, articles.end()});
    SearchContext one(open_index({whole.path()}));
    SearchContext two(open_index({left.path(), right.path()}));
    Random random(22);
    const std::vector<std::string> texts{
        "",     "alpha",           "alpha OR gamma",  "gamma alpha",           "alpha NOT gamma",
        "alp*", "\"alpha gamma\"", "beta NEAR alpha", "alpha date:2020..2023", "nowhere"};
    for (int i = 0; i < 300; ++i) {
        SearchRequest request = generate_request(random);
        request.text = texts[draw(random, texts.size())];
        request.match = draw(random, 2) == 0 ? MatchMode::all : MatchMode::any;
        request.limit = std::vector<std::size_t>{0, 1, 10, kNoLimit}[draw(random, 4)];
        if (draw(random, 5) == 0) request.table = {Field::provider, Field::grade};
        INFO(describe(request));
        for (SearchContext* context : {&one, &two}) {
            const auto filters = resolve_filters(request.filters, context->vocabulary);
            LatestAwards latest;
            if (request.latest) latest = find_latest_inspections(context->index, request.include_inferred).newest;
            const FilterPlan plan = plan_filters(request, filters, request.latest ? &latest : nullptr);
            const BuiltQuery text = build_text_query(parse_text(request, *context), request, request.match, *context);
            for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::grade}) {
                const Matches quick = match_stories(text.query, plan, request, sort, context->index, text.ranking);
                const Matches slow = match_one_by_one(text.query, plan, request, sort, context->index, text.ranking);
                CHECK(describe(quick) == describe(slow));
            }
        }
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
