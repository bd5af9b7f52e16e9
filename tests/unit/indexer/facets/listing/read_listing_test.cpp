#include "indexer/facets/listing/read_listing.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

/// "name=grade<previous" of each entry, joined by "; ".
std::string listed(std::initializer_list<std::string_view> blocks) {
    const CleanArticle article = make_article("", blocks);
    const Reading reading = read_article(article);
    const auto text = [&](const ListedWords& words) {
        return words.empty() ? std::string() : std::string(reading.body.words_text(words.first, words.last));
    };
    std::string joined;
    for (const RoundUpEntry& entry : read_listing(reading).entries) {
        joined += (joined.empty() ? "" : "; ") + text(entry.name) + "=" + text(entry.grade);
        if (!entry.previous.empty()) joined += "<" + text(entry.previous);
        if (entry.unchanged) joined += "<same";
    }
    return joined;
}

}  // namespace

TEST_CASE("a table's header says which column is the grade and which the one before") {
    CHECK(listed({"Service | Town | Overall | Last time", "Brook View, Elland | Elland | Good | Inadequate",
                  "Moor End | Ripon | Requires improvement | Not rated"}) ==
          "Brook View=Good<Inadequate; Moor End=Requires improvement");
    CHECK(listed({"Previous | Home | Now", "Good | Brook View | Inadequate", "Outstanding | Moor End | Good"}) ==
          "Brook View=Inadequate<Good; Moor End=Good<Outstanding");
    // Of several grades the overall one; a table of areas lists no bodies.
    CHECK(listed({"Home | Safe | Caring | Overall", "Brook View | Inadequate | Good | Good",
                  "Moor End | Good | Good | Outstanding"}) == "Brook View=Good; Moor End=Outstanding");
    CHECK(listed({"Area | Rating", "Safe | Good", "Well-led | Inadequate", "Quality of education | Good"}).empty());
}

TEST_CASE("a line gives its body the grade behind a mark, with the one before in brackets or behind an arrow") {
    CHECK(listed({"Brook View, Elland – Good (was Requires Improvement)", "Moor End: Outstanding, no change",
                  "The Larches (childminder), Ripon — Inadequate ⬇ from Good"}) ==
          "Brook View=Good<Requires Improvement; Moor End=Outstanding<same; Larches=Inadequate<Good");
    CHECK(listed({"1. Brook View, 4 High Street, Elland (owner: Hill Care Ltd). Overall: good. Previously: inadequate.",
                  "2. Moor End, Ripon (owner: Mr P Dale). Overall: inadequate. Previously: not rated."}) ==
          "Brook View=good<inadequate; Moor End=inadequate");
    // "Good for caring" is an area's; an area's line is no body's.
    CHECK(listed({"Brook View – Good for caring", "Moor End – rated good for food"}).empty());
    CHECK(listed({"Personal Development: Good", "Critical Care: Inadequate", "Medical care: Good",
                  "Preventing crime: Good"})
              .empty());
}

TEST_CASE("labelled lines below a name give it the grade and the one before") {
    CHECK(listed({"Brook View Primary School", "Previous rating: Requires Improvement (2021)\nNew rating: Good",
                  "Inspectors liked what they saw there.", "Moor End Primary School", "Last time: Good",
                  "This time: Inadequate", "The school said it would improve."}) ==
          "Brook View Primary School=Good<Requires Improvement; Moor End Primary School=Inadequate<Good");
    CHECK(listed({"Brook View Primary School", "Overall rating: Good", "Moor End Primary School",
                  "Overall rating: Inadequate"}) ==
          "Brook View Primary School=Good; Moor End Primary School=Inadequate");
    CHECK(listed({"Brook View Primary School", "Previous Ofsted rating: Good", "Latest inspection: Inadequate",
                  "Moor End Primary School", "Current rating: Outstanding"}) ==
          "Brook View Primary School=Inadequate<Good; Moor End Primary School=Outstanding");
    // An area's label is none of the body's, and a label without a name above it is of no body.
    CHECK(listed({"Brook View Primary School", "Quality of education: Good", "Moor End Primary School",
                  "Leadership: Inadequate"})
              .empty());
    CHECK(listed({"Previous rating: Good", "New rating: Inadequate"}).empty());
}

TEST_CASE("a line may say the grade with a verb") {
    CHECK(listed({"Bury has been rated requires improvement, with an overall score of 55",
                  "Camden is rated good, scoring 70", "North Somerset was rated good overall"}) ==
          "Bury=requires improvement; Camden=good; North Somerset=good");
    CHECK(listed({"Brook View hopes to be rated good next year", "Moor End was not rated good"}).empty());
    CHECK(listed({"Fife nurseries have had reports, with a \"very good\" for one", "Moor End had \"good\" food"})
              .empty());
}

TEST_CASE("a grade above or before names is that of each of them") {
    CHECK(listed({"Rated good:", "Brook View, Elland", "Moor End", "Rated inadequate", "The Larches, Ripon"}) ==
          "Brook View=good; Moor End=good; Larches=inadequate");
    CHECK(listed({"The following were found to require improvement: Brook View, Moor End and Larch Court."}) ==
          "Brook View=require improvement; Moor End=require improvement; Larch Court=require improvement");
    CHECK(listed({"Good: Brook View, Elland; Moor End, Ripon.", "Inadequate: Larch Court, Leeds."}) ==
          "Brook View=Good; Moor End=Good; Larch Court=Inadequate");
    CHECK(listed({"Good", "Brook View, Elland", "Staff were away that day.", "Moor End"}).empty());
}

TEST_CASE("a name as heading is given what the paragraph below begins with") {
    CHECK(listed({"Brook View, Elland", "Rated inadequate and given a notice. It had been rated good in 2021.",
                  "Moor End, Ripon", "Outstanding, no change. One resident praised it.", "What happens next",
                  "The council will meet."}) == "Brook View=inadequate<good; Moor End=Outstanding<same");
    CHECK(listed({"Brook View, Elland", "\"Good,\" said the manager.", "Moor End", "It is a good place."}).empty());
}

TEST_CASE("a section goes up to the next entry or heading") {
    const CleanArticle article =
        make_article("", {"Brook View – Good", "Staff are kind.", "Moor End – Inadequate", "Two staff left.",
                          "A further note about homes", "All homes may appeal."});
    const Reading reading = read_article(article);
    const Listing listing = read_listing(reading);
    REQUIRE(listing.entries.size() == 2);
    const auto entry_of = [&](std::string_view text) { return listing.entry_at(article.body.find(text)); };
    CHECK(entry_of("Staff are") == &listing.entries[0]);
    CHECK(entry_of("Two staff") == &listing.entries[1]);
    CHECK(entry_of("All homes") == nullptr);
}
