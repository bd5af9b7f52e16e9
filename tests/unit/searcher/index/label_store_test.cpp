#include "searcher/index/label_store.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/text/slug.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "tests/unit/searcher/support/by_hand.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

std::vector<Article> articles_of_many_providers() {
    Random random(41);
    std::vector<Article> articles(300);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].id = fmt::format("a{}", i);
        articles[i].text = draw(random, 4) == 0 ? "alpha beta" : "beta";
        const std::size_t provider = draw(random, 120);
        // Labels in another order than slugs, some of them the same but for their case.
        const std::string label = fmt::format("{} {}", provider % 2 == 0 ? "House" : "HOUSE", 97 * provider % 50);
        articles[i].values.push_back(make_value(Field::provider, fmt::format("p-{}", provider), label));
    }
    return articles;
}

std::vector<FacetCount> list_providers(SearchContext& context, const std::string& text, std::size_t limit) {
    SearchRequest request;
    request.text = text;
    request.facets = {Field::provider};
    request.facet_limit = limit;
    Answer answer;
    run_search(request, context, answer);
    return answer.facet(Field::provider).values;
}

bool stands_before(const FacetCount& a, const FacetCount& b) {
    if (a.count != b.count) return a.count > b.count;
    const std::string left = make_slug(a.label);
    const std::string right = make_slug(b.label);
    return left != right ? left < right : a.slug < b.slug;
}

}  // namespace

TEST_CASE("values stand in the order of count, label and slug, whatever was listed before") {
    const test::TempFolder folder;
    write_index(folder.path(), articles_of_many_providers());
    SearchContext context(open_index({folder.path()}));
    for (const std::size_t limit : {std::size_t{3}, kNoLimit, std::size_t{10}, kNoLimit})
        for (const char* text : {"alpha", "beta", "alpha"}) {
            const std::vector<FacetCount> listed = list_providers(context, text, limit);
            CHECK(std::is_sorted(listed.begin(), listed.end(), stands_before));
            std::vector<FacetCount> best = list_providers(context, text, kNoLimit);
            REQUIRE(best.size() >= listed.size());
            for (std::size_t i = 0; i < listed.size(); ++i) CHECK(listed[i].slug == best[i].slug);
        }
}

TEST_CASE("places of labels are given when worth it, and hold until a label is added") {
    const test::TempFolder folder;
    write_index(folder.path(), articles_of_many_providers());
    const OpenIndex index = open_index({folder.path()});
    LabelStore labels({index.database});
    const CountedLabel& first = labels.find_or_name(Field::provider, "zzz");
    const CountedLabel& second = labels.find_or_name(Field::provider, "aaa");
    CHECK(labels.place_all(Field::provider, 2));
    CHECK(second.place < first.place);
    for (int i = 0; i < 10; ++i) labels.find_or_name(Field::provider, fmt::format("b{}", i));
    CHECK_FALSE(labels.place_all(Field::provider, 1));
    CHECK(labels.place_all(Field::provider, 12));
    CHECK(second.place == 0);
    CHECK(first.place == 11);
    CHECK(labels.place_all(Field::provider, 0));
}

}  // namespace findings::testing
