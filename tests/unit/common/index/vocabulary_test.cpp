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

TEST_CASE("a grade sorts behind every worse one of its scale and before every scale that stands later") {
    const std::vector<Term>& grades = vocabulary(Field::grade);
    for (std::size_t i = 0; i < grades.size(); ++i)
        for (std::size_t j = 0; j < grades.size(); ++j) {
            if (grades[i].scale == grades[j].scale) {
                CHECK((grade_sort_key(grades[i].slug) < grade_sort_key(grades[j].slug)) ==
                      (grades[i].rank > grades[j].rank));
                CHECK(grade_change(grades[i].slug, grades[j].slug) == (grades[i].rank == grades[j].rank  ? "unchanged"
                                                                       : grades[j].rank < grades[i].rank ? "improved"
                                                                                                         : "declined"));
            } else {
                CHECK(grade_change(grades[i].slug, grades[j].slug).empty());
                CHECK(grade_sort_key(grades[i].slug)[0] != grade_sort_key(grades[j].slug)[0]);
            }
        }
    CHECK(grade_change("good", "").empty());
    CHECK(grade_change("", "good").empty());
}

TEST_CASE("a council is found by its formal name, without what stands around it, and no other value is") {
    REQUIRE(resolve_term(Field::authority, "Kent County Council") != nullptr);
    CHECK(resolve_term(Field::authority, "Kent County Council") == resolve_term(Field::authority, "kent"));
    CHECK(resolve_term(Field::authority, "London Borough of Sutton")->slug == "sutton");
    CHECK(resolve_term(Field::authority, "nowhere") == nullptr);
    CHECK(resolve_term(Field::region, "the-london-council") == nullptr);
    CHECK(find_term(Field::authority, "kent")->label == "Kent");
    CHECK(find_term(Field::authority, "Kent") == nullptr);
    CHECK(vocabulary_owner(Field::strength) == Field::theme);
    CHECK(vocabulary_owner(Field::weakness) == Field::theme);
    CHECK(vocabulary_owner(Field::was) == Field::grade);
    CHECK(vocabulary_owner(Field::region) == Field::region);
}
