#include "indexer/facets/provider/find_providers.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

std::vector<FoundProvider> providers(const CleanArticle& article, std::string_view kind, std::string_view day = {}) {
    return find_providers(read_article(article), kind, day);
}

std::string only_slug(const std::vector<FoundProvider>& found) { return found.size() == 1 ? found.front().slug : ""; }

}  // namespace

TEST_CASE("every dress of a council's name is one provider") {
    for (const char* name : {"London Borough of Barnet", "Barnet", "Barnet Council", "Barnet London Borough Council"}) {
        const auto article = make_article(std::string("Inspection of ") + name + " local authority children’s services",
                                          {"Children are safe."});
        CHECK(only_slug(providers(article, "report")) == "barnet");
    }
    const auto hull =
        make_article("Kingston upon Hull Inspection of services for children in need of help and protection",
                     {"Children are safe."});
    CHECK(only_slug(providers(hull, "report")) == "hull");
}

TEST_CASE("an abolished council is a provider of its own time only") {
    const auto article =
        make_article("Inspection of Northamptonshire local authority children’s services", {"Children wait."});
    CHECK(only_slug(providers(article, "report", "2018-12-14")) == "northamptonshire");
    CHECK(providers(article, "report", "2024-12-14").empty());
}

TEST_CASE("an area inspection's provider is the council, as a partnership") {
    const auto found = providers(
        make_article("Area SEND inspection of Halton Local Area Partnership", {"The partnership knows children."}),
        "report");
    REQUIRE(found.size() == 1);
    CHECK(found.front().slug == "halton");
    CHECK(found.front().type == "area-partnership");
}

TEST_CASE("news names its provider in title or lead") {
    const auto found = providers(
        make_article("Bright Willow Fostering criticised by Ofsted inspectors",
                     {"A fostering service in Leeds has been criticised for failures.",
                      "Ofsted inspectors visited Bright Willow Fostering last month. The agency was told to improve."}),
        "news");
    REQUIRE(found.size() == 1);
    CHECK(found.front().slug == "bright-willow-fostering");
    CHECK(found.front().type == "fostering-agency");
    CHECK(found.front().mentions.size() == 2);
}

TEST_CASE("a home that is not named is its owner's unnamed home") {
    const auto found = providers(
        make_article(
            "Children's home rated inadequate",
            {"A children's home in Oldham, owned by Quiet Harbour Care Ltd, has been rated inadequate by Ofsted."}),
        "news");
    REQUIRE(found.size() == 1);
    CHECK(found.front().label == "Unnamed home, Quiet Harbour Care");
    CHECK(found.front().group == "Quiet Harbour Care");
}

TEST_CASE("a home without a type word is found by what is told of it") {
    const auto found = providers(
        make_article("Walsall children’s home rated inadequate by Ofsted",
                     {"A girl was held on a landing, inspectors said.",
                      "Thornapple, in Bloxwich, is run by the Meadow Group and is registered for five children."}),
        "news");
    REQUIRE(found.size() == 1);
    CHECK(found.front().slug == "thornapple");
    CHECK(found.front().group == "Meadow Group");
}

TEST_CASE("an article that only mentions an inspectorate has no provider") {
    CHECK(
        providers(make_article("Old pub to become a nursery", {"The Swan, once run by a chef, is to become a nursery. "
                                                               "It had stood empty for years. The garden will be kept.",
                                                               "Little Acorns Nursery Limited will take over the site. "
                                                               "It currently has an outstanding Ofsted rating."}),
                  "news")
            .empty());
    CHECK(providers(make_article("Library wins outstanding praise",
                                 {"There was an outstanding turnout at Sandwich library on Tuesday."}),
                    "news")
              .empty());
}

TEST_CASE("a neighbour that a story names is not its provider") {
    const auto found = providers(make_article("Families wait too long, inspectors tell council",
                                              {"Ofsted has written to Thurrock Council after a focused visit.",
                                               "Neighbouring Southend had made the same mistakes."}),
                                 "news");
    CHECK(only_slug(found) == "thurrock");
}

TEST_CASE("a round-up has every body it grades") {
    const auto found = providers(
        make_article(
            "Ofsted latest: how three schools and nurseries fared",
            {"The education watchdog has published three reports this week. Here is what it found.",
             "Elm Street Nursery, Bury: Outstanding", "Children there listen with shining eyes, inspectors said.",
             "Millrace College, Rochdale: Requires improvement", "The college slipped from good.",
             "Oakfield Academy, Bolton: Inadequate", "The academy has been put into special measures."}),
        "news");
    CHECK(found.size() == 3);
}

TEST_CASE("two bodies joined by and are two providers") {
    const auto found = providers(make_article("The latest Ofsted inspections of schools",
                                              {"Elm Street Primary School and Oak Lane Academy in Rochdale also got "
                                               "requires improvement ratings, Ofsted said."}),
                                 "news");
    CHECK(found.size() == 2);
}

TEST_CASE("a charity that runs something else is not the owner") {
    const auto found =
        providers(make_article("HMP Anytown",
                               {"Report on an unannounced inspection by HM Chief Inspector of Prisons",
                                "A visitors’ centre run by a charity in Darlington was the best that we have seen."},
                               ContentType::pdf),
                  "report");
    REQUIRE(found.size() == 1);
    CHECK(found.front().slug == "hmp-anytown");
    CHECK(found.front().group.empty());
}
