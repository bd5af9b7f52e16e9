#include "indexer/facets/provider/known_providers.hpp"

#include <doctest/doctest.h>

#include "indexer/facets/extract_facets.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"
#include "tests/unit/support/error_text.hpp"

using namespace findings;

namespace {

constexpr const char* kTable =
    "provider,alias,type,region,authority,group\n"
    "The Pines,Pines Lodge; Old Pines,childrens-home,,Kent,Acme Care Ltd\n"
    "The Pines,Pinetree,,,,\n"
    "Bluebird,,home-care,Wales,,\n";

/// "facet=value rule" of each value of a facet.
std::string values_of(const CleanArticle& article, Field facet) {
    const KnownProviders known = KnownProviders::parse(kTable, "p.csv");
    std::string text;
    for (const FacetValue& value : extract_facets(article, &known).values)
        if (value.facet() == facet) text += (text.empty() ? "" : " ") + value.slug() + " " + value.evidence().rule;
    return text;
}

std::string error_of(const std::string& rows) {
    return test::error_text(Status::bad_config, [&] {
        KnownProviders::parse("provider,alias,type,region,authority,group\n" + rows, "p.csv");
    });
}

}  // namespace

TEST_CASE("a known provider is found by its name alone and gets what the table says of it") {
    const auto article =
        make_article("Pinetree gets a bad report",
                     {"Ofsted inspectors have published their report on Pinetree.", "It was rated inadequate."});
    CHECK(values_of(article, Field::provider) == "pines known-provider");
    CHECK(values_of(article, Field::type) == "childrens-home known-providers");
    CHECK(values_of(article, Field::authority) == "kent known-providers");
    CHECK(values_of(article, Field::region) == "south-east known-providers");
    CHECK(values_of(article, Field::group) == "acme-care known-providers");
}

TEST_CASE("a provider that the rules found is called by its name in the table") {
    const auto article =
        make_article("Home is good",
                     {"Pines Lodge, a children's home in Dover, was rated good by Ofsted.", "Inspectors praised it."});
    CHECK(values_of(article, Field::provider).starts_with("pines "));
}

TEST_CASE("a known provider named far down, or in an article about no inspection, is not the provider") {
    CHECK(
        values_of(make_article("Fete", {"Bluebird won the tombola on Sunday in the park."}), Field::provider).empty());
    CHECK(values_of(make_article("Budget", {"Ofsted has published its yearly accounts for the year.",
                                            "They show a small surplus after many lean years.",
                                            "The money will be spent on new desks for the staff.",
                                            "Bluebird will print the accounts in colour this time."}),
                    Field::provider)
              .empty());
}

TEST_CASE("a region is enough of a place") {
    const auto article =
        make_article("Bluebird rated good", {"The inspectorate rated Bluebird good after an inspection."});
    CHECK(values_of(article, Field::region) == "wales known-providers");
}

TEST_CASE("a bad line of known providers is named, with the way out") {
    CHECK(error_of("A,,schol,,,\n") == "p.csv:2: type: “schol” is not one of its values | did you mean school?");
    CHECK(error_of("A,,,Mordor,,\n").find("p.csv:2: region: “Mordor” is not one of its values") == 0);
    CHECK(error_of("A,,,,Atlantis,\n").find("write the council's everyday name") != std::string::npos);
    CHECK(error_of(",B,,,,\n").find("p.csv:2: no provider is named") == 0);
    CHECK(error_of("A,X,,,,\nB,X,,,,\n").find("p.csv:3: X is A and B") == 0);
    CHECK(error_of("A,,school,,,\nA,,nursery,,,\n").find("p.csv:3: A has the type school and nursery") == 0);
}
