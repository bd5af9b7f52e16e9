#include "indexer/facets/extract_facets.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/facet_slugs.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

CleanArticle focused_visit() {
    return make_article("Families wait too long, inspectors tell council",
                        {"Ofsted has written to Thurrock Council after a focused visit last month.",
                         "It found that families wait too long for early help because referrals sit unread.",
                         "Senior leaders were praised for their openness, the inspector said."});
}

}  // namespace

TEST_CASE("every quote is the text between its offsets") {
    const CleanArticle article = focused_visit();
    const ExtractedFacets found = extract_facets(article);
    CHECK(found.values.size() > 6);
    for (const FacetValue& value : found.values) {
        const Evidence& evidence = value.evidence();
        CHECK(!evidence.rule.empty());
        if (evidence.where == Where::body)
            CHECK(article.body.substr(evidence.begin, evidence.end - evidence.begin) == evidence.quote);
        if (evidence.where == Where::title) CHECK(article.title == evidence.quote);
    }
}

TEST_CASE("a focused visit in the news has regulator, kind, visit, place and directions of its findings") {
    const ExtractedFacets found = extract_facets(focused_visit());
    using List = std::vector<std::string>;
    CHECK(slugs_of(found, Field::regulator) == List{"ofsted"});
    CHECK(slugs_of(found, Field::kind) == List{"news"});
    CHECK(slugs_of(found, Field::visit) == List{"focused"});
    CHECK(slugs_of(found, Field::provider) == List{"thurrock"});
    CHECK(slugs_of(found, Field::authority) == List{"thurrock"});
    CHECK(slugs_of(found, Field::region) == List{"east-of-england"});
    const auto weak = slugs_of(found, Field::weakness);
    const auto strong = slugs_of(found, Field::strength);
    CHECK(std::count(weak.begin(), weak.end(), "early-help") == 1);
    CHECK(std::count(weak.begin(), weak.end(), "waiting-times") == 1);
    CHECK(std::count(strong.begin(), strong.end(), "leadership") == 1);
}

TEST_CASE("a declared key replaces what would be extracted, and an empty one declares none") {
    CleanArticle article = focused_visit();
    article.declared["region"] = {"London"};
    article.declared["theme"] = {};
    article.declared["published"] = {"5 March 2024"};
    const ExtractedFacets found = extract_facets(article);
    CHECK(slugs_of(found, Field::region) == std::vector<std::string>{"london"});
    CHECK(slugs_of(found, Field::theme).empty());
    CHECK(found.published == "2024-03-05");
    CHECK(slugs_of(found, Field::year) == std::vector<std::string>{"2024"});
}

TEST_CASE("where everything is declared, nothing is looked for, and the award is the declared one") {
    CleanArticle article = focused_visit();
    for (const Field facet : kFacets) article.declared[std::string(field_row(facet).name)] = {};
    article.declared["published"] = {"2024-03-05"};
    article.declared["inspected"] = {};
    article.declared["provider"] = {"Acme House"};
    article.declared["grade"] = {"inadequate"};
    article.declared["previous_grade"] = {"good"};
    article.declared["judgement"] = {"leaders:inadequate"};
    const ExtractedFacets found = extract_facets(article);
    using List = std::vector<std::string>;
    CHECK(slugs_of(found, Field::provider) == List{"acme-house"});
    CHECK(slugs_of(found, Field::theme).empty());
    CHECK(slugs_of(found, Field::regulator).empty());
    CHECK(slugs_of(found, Field::year) == List{"2024"});
    CHECK(found.published == "2024-03-05");
    REQUIRE(found.awards.size() == 1);
    CHECK(found.awards[0].provider == "acme-house");
    CHECK(found.awards[0].grade == "inadequate");
    CHECK(found.awards[0].previous == "good");
    CHECK(found.awards[0].change == "declined");
    REQUIRE(found.awards[0].judgements.size() == 1);
    CHECK(found.awards[0].judgements[0].area == "leaders");
    // One key less, and the text is read: everything else must be as it was.
    article.declared.erase("weakness");
    const ExtractedFacets read = extract_facets(article);
    for (const Field facet : {Field::provider, Field::grade, Field::judgement, Field::theme, Field::year})
        CHECK(slugs_of(read, facet) == slugs_of(found, facet));
    REQUIRE(read.awards.size() == 1);
    CHECK(read.awards[0].change == "declined");
}

TEST_CASE("provider, grade and previous grade declared together form an award") {
    CleanArticle article = focused_visit();
    article.declared["provider"] = {"Medway Council"};
    article.declared["grade"] = {"Requires improvement to be good"};
    article.declared["previous_grade"] = {"Inadequate"};
    const ExtractedFacets found = extract_facets(article);
    REQUIRE(found.awards.size() == 1);
    CHECK(found.awards.front() ==
          Award{"medway", "four-point", "requires-improvement", "inadequate", "improved", false, {}});
    CHECK(slugs_of(found, Field::provider) == std::vector<std::string>{"medway"});
}

TEST_CASE("a declared value outside its vocabulary is ignored with a warning that names the nearest") {
    CleanArticle article = focused_visit();
    article.declared["theme"] = {"Swimming pools", "Vetting"};
    article.declared["authority"] = {"st-helen"};
    ExtractedFacets found = extract_facets(article);
    CHECK(slugs_of(found, Field::theme) == std::vector<std::string>{"vetting"});
    REQUIRE(found.warnings.size() == 2);
    CHECK(found.warnings[0] ==
          "authority: “st-helen” is not one of its values and is ignored; did you mean st-helens?");
    CHECK(found.warnings[1].starts_with("theme: “Swimming pools” is not one of its values and is ignored"));
}

TEST_CASE("a key of which no value is known counts as not declared, an empty one as none") {
    const ExtractedFacets bare = extract_facets(focused_visit());
    REQUIRE_FALSE(slugs_of(bare, Field::regulator).empty());
    CleanArticle article = focused_visit();
    article.declared["regulator"] = {"Ofsteed"};
    CHECK(slugs_of(extract_facets(article), Field::regulator) == slugs_of(bare, Field::regulator));
    article.declared["regulator"] = {""};
    CHECK(slugs_of(extract_facets(article), Field::regulator).empty());
    CHECK(extract_facets(article).warnings.empty());
}

TEST_CASE("slugs and labels of councils, grades and judgements are declared alike") {
    for (const auto& [typed, slug] :
         std::vector<std::pair<std::string, std::string>>{{"stockton-on-tees", "stockton-on-tees"},
                                                          {"Stockton-on-Tees", "stockton-on-tees"},
                                                          {"Stockton on Tees", "stockton-on-tees"},
                                                          {"st-helens", "st-helens"},
                                                          {"Medway Council", "medway"}}) {
        CleanArticle article = focused_visit();
        article.declared["authority"] = {typed};
        const ExtractedFacets found = extract_facets(article);
        CHECK(slugs_of(found, Field::authority) == std::vector<std::string>{slug});
        CHECK(found.warnings.empty());
    }
    CleanArticle article = focused_visit();
    article.declared["judgement"] = {"leaders:good", "Stables and paddocks: Requires improvement", "leaders:splendid"};
    const ExtractedFacets found = extract_facets(article);
    CHECK(slugs_of(found, Field::judgement) ==
          std::vector<std::string>{"leaders:good", "stables-and-paddocks:requires-improvement"});
    CHECK(found.warnings.size() == 1);
}

TEST_CASE("a story that mentions an inspectorate in passing has no visit, provider or theme") {
    const ExtractedFacets found = extract_facets(make_article(
        "Library wins praise for toddler mornings", {"There was an outstanding turnout at Sandwich library on Tuesday.",
                                                     "The organiser said that Ofsted once came with a clipboard."}));
    CHECK(slugs_of(found, Field::provider).empty());
    CHECK(slugs_of(found, Field::visit).empty());
    CHECK(slugs_of(found, Field::theme).empty());
}

TEST_CASE("a text file that reports an inspection is a story, one that only mentions an inspectorate is not") {
    const ExtractedFacets story = extract_facets(make_article(
        "", {"A children's home in Leeds has been rated inadequate by Ofsted. Inspectors visited Oakley Lodge "
             "in May and found that staff were not trained."}));
    CHECK(slugs_of(story, Field::kind) == std::vector<std::string>{"news"});
    CHECK(slugs_of(story, Field::provider) == std::vector<std::string>{"oakley-lodge"});
    CHECK(slugs_of(story, Field::grade) == std::vector<std::string>{"inadequate"});
    const ExtractedFacets minutes = extract_facets(
        make_article("", {"The clerk said that the bus shelter had been mended. Mrs Hall said that the school had done "
                          "well in its Ofsted. The next meeting is in the village hall."}));
    CHECK(slugs_of(minutes, Field::provider).empty());
}
