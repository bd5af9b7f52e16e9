#include "common/index/finding.hpp"

#include <doctest/doctest.h>

#include "common/index/finding_place.hpp"
#include "common/index/finding_values.hpp"

using namespace findings;

namespace {
Finding pieces(std::vector<std::pair<std::size_t, std::size_t>> ranges) {
    Finding finding;
    finding.pieces = std::move(ranges);
    return finding;
}

std::vector<std::string> slugs_of(const Article& article, Field field) { return article.slugs(field); }
}  // namespace

TEST_CASE("a finding's text is its pieces joined by one space, on one line") {
    const std::string text = "Visits are late.\nPage 3\nSome are\nnot made.";
    CHECK(finding_text(pieces({{0, 16}}), text) == "Visits are late.");
    CHECK(finding_text(pieces({{0, 16}, {24, 42}}), text) == "Visits are late. Some are not made.");
    CHECK(finding_text(pieces({{24, 42}}), text) == "Some are not made.");
}

TEST_CASE("a piece outside the text is left out, not read") {
    CHECK(finding_text(pieces({{0, 99}}), "short").empty());
    CHECK(finding_text(pieces({{0, 5}, {7, 6}, {2, 99}}), "short") == "short");
}

TEST_CASE("a finding's id holds article, number and four hex digits of its text") {
    const std::string id = make_finding_id("a1", 12, "Visits are late.");
    CHECK(id.starts_with("a1#12-"));
    CHECK(id.size() == std::string("a1#12-0000").size());
    CHECK(make_finding_id("a1", 12, "Visits are late.") == id);
    CHECK(make_finding_id("a1", 12, "Visits are made.") != id);
    const auto name = split_finding_id(id);
    REQUIRE(name);
    CHECK(name->article == "a1");
    CHECK(name->number == 12);
    CHECK(name->hash == id.substr(6));
}

TEST_CASE("an id splits at its last mark") {
    const auto name = split_finding_id("list.json#3-0aff#7-beef");
    REQUIRE(name);
    CHECK(name->article == "list.json#3-0aff");
    CHECK(name->number == 7);
    for (const char* other : {"a1", "a1#7", "a1#7-beefy", "a1#7-BEEF", "a1#07-beef", "a1#0-beef", "a1#-beef",
                              "a1#x-beef", "a1#7-bee", "a1-beef", "a1#9999999999-beef", ""})
        CHECK_MESSAGE(!split_finding_id(other), other);
}

TEST_CASE("the place of a finding comes back from its bytes") {
    for (const FindingPlace& place : {FindingPlace{1, 1, 0}, FindingPlace{200, 3, 0xbeef, {{103, 7}}},
                                      FindingPlace{4000000000U, 70000, 0xffff, {{103, 1}, {104, 20}, {70000, 300}}}}) {
        const std::string packed = pack_finding_place(place);
        CHECK(unpack_finding_place(packed) == place);
        CHECK(packed.starts_with(pack_finding_name(place.number, place.hash)));
        for (std::size_t size = 0; size + 1 < packed.size(); ++size)
            static_cast<void>(unpack_finding_place(packed.substr(0, size)));
    }
    for (const std::string& damaged : {std::string(), std::string("\x01"), std::string("\x81"),
                                       std::string("\x00"
                                                   "ab\x01",
                                                   4),
                                       std::string("\x01xy"), std::string("\x01xy\x81"), std::string("\x01xy\x01\x05"),
                                       std::string("\x01xy\x01\xff\xff\xff\xff\x0f\x01")})
        CHECK_MESSAGE(unpack_finding_place(damaged).story == 0, damaged);
}

TEST_CASE("a finding's name ends with the hash of its text, and what a draw depends on is story and number alone") {
    const auto name = split_finding_id(make_finding_id("a1", 12, "Caseloads are too high."));
    REQUIRE(name);
    CHECK(name->text_hash() == hash_finding_text("Caseloads are too high."));
    CHECK(make_place_key({3, 7, 1, {{5, 6}}}) == make_place_key({3, 7, 2}));
    CHECK(make_place_key({3, 7}) != make_place_key({7, 3}));
    CHECK(make_place_key({300, 7}) == std::string("\xac\x02\x07"));
}

TEST_CASE("themes of a finding are its own, everything else is its article's") {
    const auto value = [](Field field, const char* slug) {
        return FacetValue(field, slug, slug, Evidence{Where::declared, slug, "test"});
    };
    Article article;
    article.values = {value(Field::provider, "anytown"), value(Field::group, "owner"),
                      value(Field::region, "wales"),     value(Field::theme, "vetting"),
                      value(Field::weakness, "vetting"), value(Field::strength, "staffing")};
    article.awards.push_back({"anytown", "four-point", "good", "", "", false, {}});
    Finding finding = pieces({{3, 9}});
    finding.themes = {"leadership"};
    SUBCASE("a fault") {
        take_finding_values(article, finding);
        CHECK(slugs_of(article, Field::theme) == std::vector<std::string>{"leadership"});
        CHECK(slugs_of(article, Field::weakness) == std::vector<std::string>{"leadership"});
        CHECK(slugs_of(article, Field::strength).empty());
        CHECK(slugs_of(article, Field::provider) == std::vector<std::string>{"anytown"});
        CHECK(slugs_of(article, Field::region) == std::vector<std::string>{"wales"});
        CHECK(article.awards[0].provider == "anytown");
    }
    SUBCASE("praise") {
        finding.direction = FindingDirection::strength;
        take_finding_values(article, finding);
        CHECK(slugs_of(article, Field::strength) == std::vector<std::string>{"leadership"});
        CHECK(slugs_of(article, Field::weakness).empty());
    }
    SUBCASE("both") {
        finding.direction = FindingDirection::mixed;
        take_finding_values(article, finding);
        CHECK(slugs_of(article, Field::strength) == slugs_of(article, Field::weakness));
    }
    SUBCASE("told to another body: never counted as the provider's") {
        finding.other_body = true;
        take_finding_values(article, finding);
        CHECK(slugs_of(article, Field::provider).empty());
        CHECK(slugs_of(article, Field::group).empty());
        CHECK(article.awards[0].provider.empty());
        CHECK(slugs_of(article, Field::region) == std::vector<std::string>{"wales"});
    }
}
