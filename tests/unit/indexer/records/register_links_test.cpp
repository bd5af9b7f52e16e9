#include "indexer/records/register_links.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

constexpr std::string_view kRegister =
    "URN,Provision type,Name,Local authority,Sector,Organisation which owns the provider,Event type\n"
    "1900001,Independent Fostering Agency,Lantern Fostering,Kent,Private,Lantern Group Limited\n"
    "1900002,Independent Fostering Agency,Harbour Families,Medway,Private,Harbour Ltd\n"
    "1900003,Independent Fostering Agency,Harbour Families,Wigan,Private,Harbour North Ltd\n"
    "1900004,Residential Family Centre,Bridge House,Kent,Voluntary,Bridge Trust\n"
    "1900005,Independent Fostering Agency,Bridge House,Kent,Private,Bridge Care Ltd\n"
    "SC900006,Children's home,REDACTED,Kent,Private,Fernbank Care Limited\n";

RegisterLinks links_of(std::string_view text, OwnerGroups groups = {}) {
    const auto table = RegisterTable::recognise(text, "providers-2025-03-31.csv", {});
    REQUIRE(table);
    RegisterLinks links(std::move(groups));
    links.add(*table);
    return links;
}

Article story_of(const std::string& label, const std::string& slug) {
    Article article;
    Evidence evidence;
    evidence.rule = "title-name";
    evidence.quote = label + " was inspected.";
    article.values.emplace_back(Field::provider, slug, label, evidence);
    article.inspected = "2024-05-01";
    Award award;
    award.provider = slug;
    award.grade = "good";
    article.awards.push_back(award);
    return article;
}

void state(Article& article, Field facet, const std::string& slug) {
    Evidence evidence;
    evidence.rule = "text";
    article.values.emplace_back(facet, slug, slug, evidence);
}

std::string provider_of(const Article& article) { return article.slugs(Field::provider).at(0); }

}  // namespace

TEST_CASE("a name, a kind and a place that agree are the register's body; who owns it is declared by the register") {
    const RegisterLinks links = links_of(kRegister, OwnerGroups::parse("group,pattern\nLantern,Lantern Group\n", "g"));
    Article story = story_of("Lantern Fostering", "lantern-fostering");
    state(story, Field::type, "fostering-agency");
    state(story, Field::authority, "kent");
    CHECK(links.link(story) == 1);
    CHECK(provider_of(story) == "lantern-fostering-1900001");
    CHECK(story.awards[0].provider == "lantern-fostering-1900001");
    CHECK(story.values[0].evidence().quote == "Lantern Fostering was inspected.");
    CHECK(story.slugs(Field::group) == std::vector<std::string>{"lantern"});
    bool numbered = false;
    for (const FacetValue& remark : story.remarks)
        if (remark.facet() == Field::number && remark.slug() == "1900001")
            numbered = remark.evidence().rule == "register";
    CHECK(numbered);
}

TEST_CASE("kind or place will do where the other is not stated; a name alone will not") {
    const RegisterLinks links = links_of(kRegister);
    Article by_kind = story_of("Lantern Fostering", "lantern-fostering");
    state(by_kind, Field::type, "fostering-agency");
    CHECK(links.link(by_kind) == 1);
    CHECK(by_kind.slugs(Field::authority) == std::vector<std::string>{"kent"});
    Article by_name = story_of("Lantern Fostering", "lantern-fostering");
    CHECK(links.link(by_name) == 0);
    CHECK(provider_of(by_name) == "lantern-fostering");
    CHECK(by_name.remarks.empty());
}

TEST_CASE("what the article says against a body keeps it apart") {
    const RegisterLinks links = links_of(kRegister);
    for (const auto& [facet, slug] : {std::pair(Field::authority, "wigan"), std::pair(Field::type, "school"),
                                      std::pair(Field::regulator, "cqc"), std::pair(Field::region, "north-west")}) {
        Article story = story_of("Lantern Fostering", "lantern-fostering");
        state(story, facet == Field::type ? Field::authority : Field::type,
              facet == Field::type ? "kent" : "fostering-agency");
        state(story, facet, slug);
        CAPTURE(slug);
        CHECK(links.link(story) == 0);
    }
}

TEST_CASE("a name of two bodies is neither's until place or kind tells them apart") {
    const RegisterLinks links = links_of(kRegister);
    Article either = story_of("Harbour Families", "harbour-families");
    state(either, Field::type, "fostering-agency");
    CHECK(links.link(either) == 0);
    Article one = story_of("Harbour Families", "harbour-families");
    state(one, Field::type, "fostering-agency");
    state(one, Field::region, "north-west");
    CHECK(links.link(one) == 1);
    CHECK(provider_of(one) == "harbour-families-1900003");
    Article in_kent = story_of("Bridge House", "bridge-house");
    state(in_kent, Field::authority, "kent");
    CHECK(links.link(in_kent) == 0);
    state(in_kent, Field::type, "fostering-agency");
    CHECK(links.link(in_kent) == 1);
    CHECK(provider_of(in_kent) == "bridge-house-1900005");
}

TEST_CASE("a name that the newest register keeps back is joined to nothing, though an older one printed it") {
    const auto newer = RegisterTable::recognise(
        "URN,Provision type,Name,Local authority,Sector,Event type\nSC900007,Children's home,REDACTED,Kent,Private\n"
        "SC900008,Children's home,Elm Lodge,Kent,Private\n",
        "homes-2025-03-31.csv", {});
    const auto older = RegisterTable::recognise(
        "URN,Provision type,Name,Local authority,Sector,Event type\nSC900007,Children's home,Oak Lodge,Kent,Private\n"
        "SC900008,Children's home,Old Elm,Kent,Private\n",
        "homes-2015-03-31.csv", {});
    REQUIRE(newer);
    REQUIRE(older);
    RegisterLinks links;
    links.add(*newer);
    links.add(*older);
    Article hidden = story_of("Oak Lodge", "oak-lodge");
    state(hidden, Field::authority, "kent");
    CHECK(links.link(hidden) == 0);
    Article renamed = story_of("Old Elm", "old-elm");
    state(renamed, Field::authority, "kent");
    CHECK(links.link(renamed) == 1);
    CHECK(provider_of(renamed) == "elm-lodge-sc900008");
    CHECK(renamed.values[0].label() == "Elm Lodge");
}
