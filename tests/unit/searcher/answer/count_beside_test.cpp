// A provider beside the bodies that neighbours.csv names.
#include "searcher/answer/count_beside.hpp"

#include <fstream>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "common/index/root_lists.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

Article make_council(const std::string& slug, const std::string& grade) {
    Article article;
    article.id = slug;
    article.source = slug + ".txt";
    article.text = "Words.";
    article.inspected = "2024-03-05";
    article.values = {make_value(Field::provider, slug), make_value(Field::kind, "report"),
                      make_value(Field::type, "council-services"), make_value(Field::region, "south-east"),
                      make_value(Field::grade, grade)};
    article.awards = {{slug, "four-point", grade, "", "", false, {}}};
    return article;
}

}  // namespace

TEST_CASE("statistical neighbours are the bodies that neighbours.csv names, by any of their names") {
    SearchFixture fixture({make_council("kent", "good"), make_council("medway", "inadequate"),
                           make_council("essex", "good"), make_council("surrey", "inadequate")});
    fixture.request.filters = {{Field::provider, {"kent"}, false}};
    fixture.request.beside = {BesideScope::neighbours};
    SearchContext context(open_index(fixture.request.indexes));
    const auto search = [&] {
        Answer answer;
        run_search_beside(fixture.request, context, answer);
        return answer.result.beside;
    };
    CHECK_THROWS_AS(search(), Error);
    std::ofstream(fixture.folder.path() / kNeighboursName)
        << "council,first,second\nSurrey,Kent,\nkent,Medway,nowhere\nKent,Essex,kent\n";
    const std::vector<GradesBeside> beside = search();
    REQUIRE(beside.size() == 2);
    CHECK(beside[0].grades.known == 1);
    CHECK(beside[1].neighbours);
    CHECK(beside[1].place == "Statistical neighbours (2 of 3 named are in the index)");
    CHECK(beside[1].grades.known == 2);
    fixture.request.filters = {{Field::provider, {"essex"}, false}};
    CHECK(search().size() == 1);
}

}  // namespace findings::testing
