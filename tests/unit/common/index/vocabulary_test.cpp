#include "common/index/vocabulary.hpp"

#include <set>

#include <doctest/doctest.h>

#include "common/index/facet_pack.hpp"
#include "common/text/slug.hpp"

using namespace findings;

TEST_CASE("every closed vocabulary but the gazetteer's has its values") {
    for (const FieldRow& row : kFields)
        if (row.vocabulary == Vocabulary::closed && row.field != Field::authority)
            CHECK_MESSAGE(!vocabulary(row.field).empty(), row.name);
    CHECK(vocabulary(Field::theme).size() == 31);
    CHECK(vocabulary(Field::region).size() == 13);
}

TEST_CASE("slugs are slugs, and neither they nor their packed ids repeat") {
    for (const FieldRow& row : kFields) {
        std::set<std::string> slugs;
        std::set<ValueId> ids;
        for (const Term& term : vocabulary(row.field)) {
            CHECK(make_slug(term.slug) == term.slug);
            CHECK(slugs.insert(term.slug).second);
            CHECK(ids.insert(value_id(term.slug)).second);
        }
    }
}

TEST_CASE("a grade is found by slug, label or alias, and nothing else") {
    REQUIRE(resolve_term(Field::grade, "RI") != nullptr);
    CHECK(resolve_term(Field::grade, "RI")->slug == "requires-improvement");
    CHECK(resolve_term(Field::grade, "Requires improvement to be good")->slug == "requires-improvement");
    CHECK(resolve_term(Field::was, "Good")->slug == "good");
    CHECK(resolve_term(Field::grade, "goodish") == nullptr);
}

TEST_CASE("grades sort worst first inside their scale and ungraded last") {
    CHECK(grade_sort_key("inadequate") < grade_sort_key("requires-improvement"));
    CHECK(grade_sort_key("requires-improvement") < grade_sort_key("outstanding"));
    CHECK(grade_sort_key("outstanding") < grade_sort_key("send-widespread-failings"));
    CHECK(grade_sort_key("estyn-good") < grade_sort_key("declared-by-hand"));
    CHECK(grade_sort_key("declared-by-hand") < grade_sort_key(""));
}

TEST_CASE("change is computed inside one scale only") {
    CHECK(grade_change("good", "inadequate") == "declined");
    CHECK(grade_change("inadequate", "good") == "improved");
    CHECK(grade_change("good", "good") == "unchanged");
    CHECK(grade_change("adequate", "requires-improvement").empty());
    CHECK(grade_change("good", "strong-standard").empty());
}

TEST_CASE("a slug has the vocabulary's label, one outside it itself") {
    CHECK(label_of(Field::grade, "requires-improvement") == "Requires improvement");
    CHECK(label_of(Field::was, "good") == "Good");
    CHECK(label_of(Field::grade, "splendid") == "splendid");
}
