#include "indexer/generation/story_fields.hpp"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "common/index/schema.hpp"
#include "common/index/terms.hpp"
#include "common/index/vocabulary.hpp"

using namespace findings;

namespace {

void add(Article& article, Field facet, const std::string& slug, const std::string& label) {
    article.values.emplace_back(facet, slug, label, Evidence{Where::declared, label, "declared"});
}

std::map<std::uint32_t, std::string> slots(const Article& article) {
    std::map<std::uint32_t, std::string> values;
    for (auto& [slot, value] : make_slot_values(article)) CHECK(values.emplace(slot, value).second);
    return values;
}

bool has(const Article& article, const std::string& term) {
    const auto terms = make_filter_terms(article);
    return std::find(terms.begin(), terms.end(), term) != terms.end();
}

}  // namespace

TEST_CASE("the order of browsing is the day turned round, then the identifier as far as a key may be long") {
    Article article;
    article.id = "a1";
    CHECK(slots(article)[kSlotOrder] == "99999999a1");
    article.published = "2023-03-17";
    CHECK(slots(article)[kSlotOrder] == "79769682a1");
    article.id = std::string(60, 'x');
    CHECK(slots(article)[kSlotOrder] == "79769682" + std::string(60, 'x'));
    article.id += "y";
    CHECK(slots(article)[kSlotOrder] == "79769682" + std::string(60, 'x'));
}

TEST_CASE("days stand in slots of their own; the day of a story is its publication, else its inspection") {
    const auto day = [](const Article& article, Field field) { return slots(article)[field_row(field).slot]; };
    Article article;
    CHECK(slots(article)[kSlotOldest] == "\xff");
    for (const Field field : {Field::published, Field::inspected, Field::date})
        CHECK_FALSE(slots(article).contains(field_row(field).slot));
    article.inspected = "2022-01-02";
    CHECK(day(article, Field::inspected) == "20220102");
    CHECK(day(article, Field::date) == "20220102");
    CHECK(day(article, Field::published).empty());
    article.published = "2023-03-17";
    CHECK(day(article, Field::inspected) == "20220102");
    CHECK(day(article, Field::published) == "20230317");
    CHECK(day(article, Field::date) == "20230317");
    CHECK(slots(article)[kSlotOldest] == "20230317");
}

TEST_CASE("a story sorts by its worst grade and by its first provider's folded name; without any it is last") {
    Article article;
    const std::string none = slots(article)[kSlotGrade];
    CHECK(none == "\xff");
    CHECK(slots(article)[kSlotProvider] == "\xff");
    add(article, Field::grade, "good", "Good");
    const std::string good = slots(article)[kSlotGrade];
    CHECK(good < none);
    add(article, Field::grade, "inadequate", "Inadequate");
    add(article, Field::grade, "outstanding", "Outstanding");
    CHECK(slots(article)[kSlotGrade] < good);
    CHECK(slots(article)[kSlotGrade] == grade_sort_key("inadequate"));
    add(article, Field::theme, "aa", "Aa");
    add(article, Field::provider, "leeds", "Leeds");
    add(article, Field::provider, "kent", "K\u00c9NT");
    add(article, Field::provider, "medway", "Medway");
    CHECK(slots(article)[kSlotProvider] == "kent");
    add(article, Field::provider, "a", std::string(59, 'A') + "bc");
    CHECK(slots(article)[kSlotProvider] == std::string(59, 'a') + "b");
}

TEST_CASE("what an award says of before is a filter only when the award is not inferred and says something") {
    Article article;
    article.awards.push_back({"p", "s", "good", "inadequate", "improved", false, {}});
    article.awards.push_back({"q", "s", "good", "outstanding", "declined", true, {}});
    article.awards.push_back({"r", "s", "good", "", "", false, {}});
    CHECK(has(article, facet_term(Field::was, "inadequate")));
    CHECK(has(article, facet_term(Field::change, "improved")));
    CHECK_FALSE(has(article, facet_term(Field::was, "outstanding")));
    CHECK_FALSE(has(article, facet_term(Field::change, "declined")));
    CHECK(make_filter_terms(article).size() == 2);
    // An award that says one of both has one term.
    article.awards = {{"p", "s", "good", "", "first", false, {}}, {"q", "s", "good", "good", "", false, {}}};
    CHECK(make_filter_terms(article).size() == 2);
}

TEST_CASE("a story answers to each identifier, address, path and publisher of its own and of its copies") {
    Article article;
    CHECK(make_filter_terms(article).empty());
    article.id = "i";
    article.url = "u";
    article.source = "s";
    article.publisher = "p";
    article.copies.push_back({"ci", "cs", "cu", "title", "cp", "2024-01-01"});
    article.copies.push_back({"di", "ds", "", "", "", ""});
    add(article, Field::theme, "staffing", "Staffing");
    for (const auto& [field, value] : {std::pair{Field::id, "i"},
                                       {Field::url, "u"},
                                       {Field::source, "s"},
                                       {Field::publisher, "p"},
                                       {Field::id, "ci"},
                                       {Field::url, "cu"},
                                       {Field::source, "cs"},
                                       {Field::publisher, "cp"},
                                       {Field::id, "di"},
                                       {Field::source, "ds"}})
        CHECK(has(article, exact_term(field, value)));
    CHECK(has(article, facet_term(Field::theme, "staffing")));
    CHECK(make_filter_terms(article).size() == 11);
}
