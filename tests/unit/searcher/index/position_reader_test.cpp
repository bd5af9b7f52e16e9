#include "searcher/index/position_reader.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"
#include "tests/unit/support/pack_tokens.hpp"

namespace findings::testing {
namespace {

using Positions = std::vector<std::uint32_t>;

Xapian::WritableDatabase make_stories(const std::vector<std::vector<std::string>>& stories, std::uint32_t title_end) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& words : stories) {
        std::vector<Token> tokens;
        for (const std::string& word : words)
            tokens.push_back({word, static_cast<std::uint32_t>(tokens.size() + 1), 0, 0, false});
        Xapian::Document document;
        document.add_value(kSlotPositions, pack_tokens(tokens, title_end));
        database.add_document(document);
    }
    return database;
}

Xapian::WritableDatabase make_findings(const std::vector<FindingPlace>& places) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const FindingPlace& place : places) {
        Xapian::Document document;
        document.add_value(kSlotStory, pack_finding_place(place));
        if (place.ranges.empty()) document.add_value(kSlotPositions, pack_tokens({{"own", 5, 0, 0, false}}));
        database.add_document(document);
    }
    return database;
}

Positions find(PositionReader& reader, const std::string& word) {
    Positions places;
    const bool found = reader.find(hash_word(word), places);
    CHECK(found == !places.empty());
    return places;
}

}  // namespace

TEST_CASE("the words of a story are read from its slot, its title's up to the title's end") {
    const auto stories = make_stories({{"care", "for", "care"}, {"leavers"}}, 1);
    PositionReader reader(stories, {});
    reader.skip_to(1);
    CHECK(find(reader, "care") == Positions{1, 3});
    Positions places;
    CHECK(reader.find_in_title(hash_word("care"), places));
    CHECK(places == Positions{1});
    CHECK_FALSE(reader.find_in_title(hash_word("for"), places));
    reader.skip_to(2);
    CHECK(reader.document() == 2);
    CHECK(find(reader, "care").empty());
    reader.skip_to(3);
    CHECK(reader.at_end());
}

TEST_CASE("the words of a finding are its part of its story, counted on from piece to piece") {
    const auto stories = make_stories({{"care", "a", "b", "care", "c", "d", "care", "e"}, {"care", "x", "care"}}, 1);
    const auto findings = make_findings(
        {{1, 1, 0, {{2, 3}}}, {1, 2, 0, {{4, 1}, {7, 2}}}, {1, 3, 0, {}}, {2, 1, 0, {{2, 1}}}, {2, 2, 0, {{2, 2}}}});
    PositionReader reader(findings, {{findings, stories}});
    reader.skip_to(1);
    CHECK(find(reader, "care") == Positions{3});
    CHECK(find(reader, "a") == Positions{1});
    CHECK(find(reader, "d").empty());
    Positions places;
    CHECK(reader.find_in_title(hash_word("care"), places));
    CHECK(places == Positions{1});
    reader.skip_to(2);
    CHECK(find(reader, "care") == Positions{1, 2});
    CHECK(find(reader, "e") == Positions{3});
    reader.skip_to(3);
    CHECK(find(reader, "care").empty());
    CHECK(find(reader, "own") == Positions{5});
    CHECK(reader.find_in_title(hash_word("care"), places));
    reader.skip_to(4);
    CHECK(find(reader, "care").empty());
    CHECK(find(reader, "x") == Positions{1});
    reader.skip_to(5);
    CHECK(find(reader, "care") == Positions{2});
}

TEST_CASE("of several indexes each one's findings are asked of its own stories") {
    const auto first = make_stories({{"care", "leavers"}}, 0);
    const auto second = make_stories({{"leavers", "care"}}, 0);
    const auto a = make_findings({{1, 1, 0, {{1, 2}}}});
    const auto b = make_findings({{1, 1, 0, {{1, 2}}}});
    const std::vector<FindingStories> generations{{a, first}, {b, second}};
    PositionReader of_a(a, generations);
    PositionReader of_b(b, generations);
    of_a.skip_to(1);
    of_b.skip_to(1);
    CHECK(find(of_a, "leavers") == Positions{2});
    CHECK(find(of_b, "leavers") == Positions{1});
    CHECK_THROWS_AS(PositionReader(first, generations), Error);
}

}  // namespace findings::testing
