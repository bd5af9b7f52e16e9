// What columns tell against looking at one document after the other: --latest by column and by key, and what registers
// add.
#include "searcher/facets/column_judge.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

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

// A day after every visit: a question with a day is answered by a pass over the documents.
constexpr const char* kAfterAll = "99999999";

template <typename Values>
const std::string& pick(Random& random, const Values& values) {
    return values[draw(random, values.size())];
}

// Articles of several kinds, lines and visits, rows of registers among them.
std::vector<Article> generate_inspections(std::size_t count, Random& random) {
    static const std::vector<std::string> kinds{"report", "letter", "news", "record", "record"};
    static const std::vector<std::string> lines{"council-services", "childrens-home"};
    static const std::vector<std::string> visits{"full", "monitoring", "short"};
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        Article article = generate_article(random, i);
        article.values.push_back(make_value(Field::kind, pick(random, kinds)));
        if (draw(random, 3) != 0) article.values.push_back(make_value(Field::line, pick(random, lines)));
        if (draw(random, 3) != 0) article.values.push_back(make_value(Field::visit, pick(random, visits)));
        if (draw(random, 3) == 0) article.inspected = fmt::format("202{}-0{}-11", draw(random, 4), 1 + draw(random, 3));
        articles.push_back(std::move(article));
    }
    return articles;
}

std::string describe(const Matches& matches) {
    std::string text = fmt::format("total {}, providers {}\n", matches.total, matches.counts.providers);
    for (const FoundStory& story : matches.hits) text += fmt::format("{} {:a}\n", story.id, story.weight);
    for (const FacetTally& tally : matches.counts.facets) {
        text += fmt::format("{}: known {}, none {}", field_row(tally.facet).name, tally.known, tally.none);
        auto entries = tally.counts.entries();
        std::sort(entries.begin(), entries.end());
        for (const auto& [id, number] : entries) text += fmt::format(", {:x} {}", id, number);
        text += '\n';
    }
    return text;
}

constexpr LatestAwards LatestInspections::*kSets[] = {&LatestInspections::newest, &LatestInspections::ungraded,
                                                      &LatestInspections::behind, &LatestInspections::never};

}  // namespace

TEST_CASE(
    "columns judge, count and order as looking at one document after the other does, --latest and registers too") {
    Random random(41);
    const std::vector<Article> articles = generate_inspections(600, random);
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    SearchContext context(open_index({folder.path()}));
    const std::vector<std::string> texts{"", "alpha", "alpha OR gamma", "alp*", "\"alpha gamma\""};
    std::size_t found = 0;
    for (int i = 0; i < 300; ++i) {
        SearchRequest request = generate_request(random);
        request.text = pick(random, texts);
        request.include_inferred = false;
        request.include_records = draw(random, 2) == 0;
        request.latest = draw(random, 3) != 0;
        if (draw(random, 2) == 0) request.facets.push_back(Field::kind);
        if (draw(random, 4) == 0) request.until = PartialDate{2022, 6, 0};
        if (draw(random, 4) == 0) request.by = DateBasis::inspected;
        if (draw(random, 6) == 0) request.filters.push_back({Field::kind, {"record"}, false});
        INFO(testing::describe(request));
        const auto filters = resolve_filters(request.filters, context.vocabulary);
        const RecordScope among = draw(random, 2) == 0 ? RecordScope::hidden : RecordScope::only;
        const LatestInspections told = find_latest_inspections(context.index, false, {}, among);
        const LatestInspections computed = find_latest_inspections(context.index, false, {}, among, kAfterAll);
        REQUIRE(told.newest.column != nullptr);
        REQUIRE(computed.newest.column == nullptr);
        const auto set = kSets[draw(random, std::size(kSets))];
        const FilterPlan by_column = plan_filters(request, filters, request.latest ? &(told.*set) : nullptr);
        const FilterPlan by_key = plan_filters(request, filters, request.latest ? &(computed.*set) : nullptr);
        const BuiltQuery text = build_text_query(parse_text(request, context), request, request.match, context);
        for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest}) {
            const Matches quick = match_stories(text.query, by_column, request, sort, context.index, text.ranking);
            const Matches slow = match_one_by_one(text.query, by_key, request, sort, context.index, text.ranking);
            CHECK(describe(quick) == describe(slow));
            found += slow.total;
        }
        CHECK(count_stories(text.query, by_column, context.index) ==
              match_one_by_one(text.query, by_key, request, SortOrder::newest, context.index).total);
    }
    CHECK(found > 1000);
}

TEST_CASE("a column tells every provider's newest inspection, and who was never inspected") {
    Random random(43);
    for (int i = 0; i < 20; ++i) {
        const test::TempFolder folder;
        write_index(folder.path(), generate_inspections(40, random));
        SearchContext context(open_index({folder.path()}));
        for (const RecordScope among : {RecordScope::hidden, RecordScope::only, RecordScope::all}) {
            const LatestInspections told = find_latest_inspections(context.index, false, {}, among);
            const LatestInspections computed = find_latest_inspections(context.index, false, {}, among, kAfterAll);
            for (const auto set : kSets) {
                SearchRequest request;
                request.latest = true;
                request.include_records = true;
                request.limit = kNoLimit;
                const auto find = [&](const LatestAwards& latest) {
                    return describe(match_one_by_one(Xapian::Query(std::string()), plan_filters(request, {}, &latest),
                                                     request, SortOrder::newest, context.index));
                };
                CHECK(find(told.*set) == find(computed.*set));
            }
        }
    }
}

}  // namespace findings::testing
