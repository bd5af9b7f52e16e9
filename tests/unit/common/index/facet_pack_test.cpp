#include "common/index/facet_pack.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

std::string slug(std::size_t number) { return "provider-" + std::to_string(number); }

Article article_of(std::size_t values, std::size_t awards) {
    Article article;
    for (std::size_t i = 0; i < values; ++i)
        article.values.emplace_back(Field::provider, slug(i), slug(i), Evidence{Where::declared, slug(i), "declared"});
    article.values.emplace_back(Field::grade, "good", "Good", Evidence{Where::declared, "good", "declared"});
    for (std::size_t i = 0; i < awards; ++i)
        article.awards.push_back({slug(i), "four-point", "good", "", "", i % 2 == 1, {}});
    return article;
}

}  // namespace

TEST_CASE("any number of values and awards comes back, and what stands behind them too") {
    for (const std::size_t count : {0U, 1U, 127U, 128U, 255U, 256U, 257U, 10'000U}) {
        CAPTURE(count);
        const std::string bytes = pack_facets(article_of(count, count));
        const FacetView view(bytes);
        const FacetView::Ids ids = view.ids(facet_index(Field::provider));
        REQUIRE(ids.count == count);
        for (std::size_t i = 0; i < count; ++i) CHECK(ids.at(i) == value_id(slug(i)));
        REQUIRE(view.ids(facet_index(Field::grade)).count == 1);
        CHECK(view.ids(facet_index(Field::grade)).at(0) == value_id("good"));
        REQUIRE(view.award_count() == count);
        if (count > 0) {
            CHECK(view.award(count - 1).provider == value_id(slug(count - 1)));
            CHECK(view.award(count - 1).inferred == ((count - 1) % 2 == 1));
        }
    }
}

TEST_CASE("a packed slot that is cut off gives what is whole") {
    const std::string bytes = pack_facets(article_of(300, 2));
    for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{20}, bytes.size() - 1}) {
        const FacetView view(std::string_view(bytes).substr(0, size));
        CHECK(view.award_count() == 0);
        if (size < 1000) CHECK(view.ids(facet_index(Field::provider)).count == 0);
    }
}

TEST_CASE("the change of an area is an award of its own, of the only provider") {
    Article article = article_of(1, 1);
    article.awards.front().inferred = false;
    article.values.emplace_back(Field::change, "declined:leaders", "", Evidence{Where::declared});
    const std::string bytes = pack_facets(article);
    const FacetView view(bytes);
    REQUIRE(view.award_count() == 2);
    CHECK_FALSE(view.award(0).area);
    CHECK(view.award(1).area);
    CHECK(view.award(1).provider == view.award(0).provider);
    CHECK(view.award(1).change == value_id("declined:leaders"));
    article.awards.push_back(article.awards.front());
    CHECK(FacetView(pack_facets(article)).award_count() == 2);
}
