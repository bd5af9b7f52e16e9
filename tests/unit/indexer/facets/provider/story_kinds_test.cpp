#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/facets/extract_facets.hpp"
#include "tests/unit/indexer/facets/facet_slugs.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

/// The values of a facet of a story that a publisher brought.
Slugs find_values(Field facet, std::string publisher, std::string title,
                  std::initializer_list<std::string_view> blocks) {
    CleanArticle article = make_article(std::move(title), blocks, ContentType::html);
    article.metadata.emplace_back("jsonld:datePublished", "2024-03-05");
    if (!publisher.empty()) article.declared["publisher"] = {std::move(publisher)};
    return slugs_of(extract_facets(article), facet);
}

/// The providers of a letter that names no school.
Slugs letter_of(std::string publisher) {
    return find_values(
        Field::provider, std::move(publisher), "A letter to parents",
        {"Dear parents, our inspection report has been published by Ofsted today and we are delighted.",
         "Our school has been rated good. Inspectors praised our staff and said that our pupils behave well.",
         "We thank our governors. We will now work on attendance, as inspectors asked us to."});
}

}  // namespace

TEST_CASE("a school's letter is about the school that publishes it") {
    CHECK(letter_of("Ferncliff Primary School") == Slugs{"ferncliff-primary-school"});
}

TEST_CASE("a paper that prints a letter is not what was inspected") {
    CHECK(letter_of("Ferncliff Gazette") != Slugs{"ferncliff-gazette"});
}

TEST_CASE("the possessive of a place is no part of its service's name") {
    CHECK(find_values(Field::provider, "", "Youth justice team goes up two grades",
                      {"Plymouth's Youth Justice Service has been rated good by HM Inspectorate of Probation.",
                       "Inspectors found that children trust the people who work with them."}) ==
          Slugs{"plymouth-youth-justice-service"});
}

TEST_CASE("a possessive that is the body's own stays") {
    CHECK(find_values(Field::provider, "", "School goes up",
                      {"Bishop's Green Primary School in Leeds has been rated good by Ofsted.",
                       "Inspectors found that pupils enjoy reading."}) == Slugs{"bishops-green-primary-school"});
}

TEST_CASE("of two names behind both each is a body") {
    CHECK(find_values(Field::provider, "", "Sister homes marked down",
                      {"Two care homes in Weston-super-Mare have been criticised by inspectors.",
                       "Both Highfield and Brookside Lodge were rated requires improvement by the Care Quality "
                       "Commission."}) == Slugs{"highfield", "brookside-lodge"});
}

TEST_CASE("who runs the inspected home is no second body") {
    CHECK(
        find_values(Field::provider, "", "Home told to improve",
                    {"Pellgate Healthcare Ltd, which runs nine homes in Kent, has been told to improve one of them.",
                     "The Care Quality Commission has rated Ferncliffe Lodge, in Deal, inadequate. It was good before.",
                     "Inspectors found that call bells at Ferncliffe Lodge were out of reach."}) ==
        Slugs{"ferncliffe-lodge"});
}

TEST_CASE("the letter of a class is no name; a name before the same kind is one") {
    CHECK(find_values(Field::provider, "", "Inspectors condemn jail",
                      {"HMP Fenbrook, a category C training prison near Boston, was found unsafe by HM Inspectorate of "
                       "Prisons.",
                       "Inspectors found that drugs were easy to get at Fenbrook."}) == Slugs{"hmp-fenbrook"});
    CHECK(find_values(Field::provider, "", "Nursing home told to improve",
                      {"Glenview nursing home in Boston was rated inadequate by the Care Quality Commission.",
                       "Inspectors found that call bells were out of reach."}) == Slugs{"glenview"});
}

TEST_CASE(
    "a village far away does not take the name of a home whose place is told behind; a town's own home has none") {
    const auto told_of = [](std::string name) {
        return find_values(Field::provider, "", "Nursing home told to improve",
                           {name + " nursing home in Boston was rated inadequate by the Care Quality Commission.",
                            "Inspectors found that call bells were out of reach."});
    };
    CHECK(told_of("Larchfield") == Slugs{"larchfield"});
    CHECK(told_of("Lincolnshire").empty());
    CHECK(told_of("Walsall").empty());
}

TEST_CASE("a road of a town tells the town, a road of that name does not") {
    CHECK(find_values(Field::region, "", "Dentist told to improve",
                      {"A dental surgery on Penzance's Morrab Road has been told to improve by the CQC.",
                       "Inspectors found that Seagull Dental Care did not meet the regulations."}) ==
          Slugs{"south-west"});
    CHECK(find_values(Field::region, "", "Dentist told to improve",
                      {"A dental surgery in Durham Road, Ipswich, has been told to improve by the CQC.",
                       "Inspectors found that Seagull Dental Care did not meet the regulations."}) ==
          Slugs{"east-of-england"});
}

TEST_CASE("the town before the kind of a body is where it is, whatever place its name holds") {
    CHECK(
        find_values(Field::region, "", "Academy's grades",
                    {"Ridgeway Bank Academy has been graded in four areas by Ofsted.",
                     "The Rotherham secondary was inspected in December. Inspectors found that pupils behave well."}) ==
        Slugs{"yorkshire-and-the-humber"});
}

TEST_CASE("an inspectorate's name goes before the watchdog it is called") {
    CHECK(find_values(Field::regulator, "", "Nursing home served with notices",
                      {"The health watchdog has issued two notices to a nursing home outside Ballymena.",
                       "RQIA inspectors visited Braidwater House on 27 May and found poor records."}) == Slugs{"rqia"});
    CHECK(find_values(Field::regulator, "", "Nursing home served with notices",
                      {"The health watchdog has issued two notices to a nursing home outside Ipswich.",
                       "Inspectors visited Braidwater House on 27 May and found poor records."}) == Slugs{"cqc"});
}
