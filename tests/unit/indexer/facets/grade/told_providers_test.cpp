#include "indexer/facets/grade/told_providers.hpp"

#include <doctest/doctest.h>

#include "indexer/facets/extract_facets.hpp"
#include "tests/unit/indexer/facets/facet_slugs.hpp"
#include "tests/unit/indexer/facets/story_facets.hpp"

using namespace findings;
using namespace findings::story_tests;

namespace {

/// "provider=grade" of each award, joined by a space.
std::string awards_of(std::string title, std::initializer_list<std::string_view> blocks) {
    const ExtractedFacets found = read_page(std::move(title), "2024-06-20", blocks);
    std::string joined;
    for (const Award& award : found.awards)
        if (!award.grade.empty()) joined += (joined.empty() ? "" : " ") + award.provider + "=" + award.grade;
    return sorted_words(joined);
}

}  // namespace

TEST_CASE("in a round-up in prose each body that a sentence gives a grade is inspected") {
    CHECK(
        awards_of("Ofsted round-up: three councils",
                  {"Three councils have had reports from Ofsted on their children's services.",
                   "Rutland has been judged to require improvement to be good, having been inadequate since 2021.",
                   "Moving the other way is Wirral, which was good in 2020 and has been found to require improvement.",
                   "Meanwhile Barnsley retained its good rating, with inspectors praising early help."}) ==
        "barnsley=good rutland=requires-improvement wirral=requires-improvement");
}

TEST_CASE("a body that a story recalls or compares is not inspected") {
    CHECK(awards_of("Ofsted: council's services good",
                    {"Rutland Council's children's services have been rated good by Ofsted.",
                     "The council worked with Wirral, which was rated good in 2020."}) == "rutland=good");
}

TEST_CASE("the place before home or agency is where the story's own body is") {
    CHECK(awards_of("Fostering agency drops a grade", {"Hearthside Fostering has been inspected by Ofsted.",
                                                       "The Walsall agency was rated good, down from outstanding."}) ==
          "hearthside-fostering=good");
    CHECK(awards_of("Fostering agency inspected", {"Hearthside Fostering has been inspected by Ofsted.",
                                                   "Another agency, in Leeds, was also rated good."})
              .empty());
}

TEST_CASE("kitchens, pitches and inspections to come are no inspection") {
    CHECK(slugs_of(read_page("Takeaways with zero stars", "2024-06-20",
                             {"Nine takeaways in Leeds are rated zero for food hygiene.",
                              "At one, the inspector found mouse droppings in the kitchen.",
                              "Among those given top marks was the canteen at Leeds General Infirmary."}),
                   Field::provider)
              .empty());
    // Who else inspects is said; an inspector who really comes is told of with what she found.
    CHECK(slugs_of(read_page("Kitchens get new scores", "2024-06-20",
                             {"New food hygiene ratings are out for two kitchens in Leeds.",
                              "Rated five: Beech Court Residential Home, Headingley; Elm Lea Day Nursery, Armley.",
                              "The standard of care is checked by Ofsted and the Care Quality Commission."}),
                   Field::provider)
              .empty());
    CHECK(
        slugs_of(read_page("Care home rated inadequate", "2024-06-20",
                           {"Beech Court Residential Home in Leeds, whose kitchen has five stars for hygiene, has been "
                            "rated inadequate by the Care Quality Commission.",
                            "Inspectors found that medicines were not managed safely."}),
                 Field::provider) == std::vector<std::string>{"beech-court-residential-home"});
    CHECK(slugs_of(read_page("What frightens us", "2024-06-20",
                             {"Nobody, in a hospital that expects the CQC, orders new nurses. Everyone orders paint.",
                              "Inspectors see what they are shown."}),
                   Field::provider)
              .empty());
    CHECK(slugs_of(read_page("Fire authority prepares", "2024-06-20",
                             {"Humberside Fire and Rescue Service is to be inspected by HMICFRS in the spring.",
                              "The inspectorate will examine 11 areas on a scale from outstanding to inadequate."}),
                   Field::provider)
              .empty());
    CHECK(slugs_of(read_page("Fire service praised", "2024-06-20",
                             {"Humberside Fire and Rescue Service has been inspected by HMICFRS.",
                              "Inspectors found that the service was good at preventing fires."}),
                   Field::provider) == std::vector<std::string>{"humberside-fire-and-rescue-service"});
}
