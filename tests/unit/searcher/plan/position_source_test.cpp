#include "searcher/plan/position_source.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "common/index/schema.hpp"
#include "tests/unit/support/pack_tokens.hpp"

namespace findings::testing {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

// By the definition: every choice of one position a place.
bool near_by_hand(const Lists& places, std::size_t width, std::vector<std::uint32_t> chosen = {}) {
    if (chosen.size() == places.size()) {
        const auto [low, high] = std::minmax_element(chosen.begin(), chosen.end());
        return *high - *low < width;
    }
    for (const std::uint32_t position : places[chosen.size()]) {
        if (std::find(chosen.begin(), chosen.end(), position) != chosen.end()) continue;
        auto longer = chosen;
        longer.push_back(position);
        if (near_by_hand(places, width, longer)) return true;
    }
    return false;
}

// A database of stories; the first word of each is its title.
Xapian::WritableDatabase make_database(const std::vector<std::vector<std::string>>& stories) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& words : stories) {
        Xapian::Document document;
        std::vector<Token> tokens;
        for (const std::string& word : words) {
            document.add_term(word);
            if (tokens.empty()) document.add_term("S" + word);
            tokens.push_back({word, static_cast<std::uint32_t>(tokens.size() + 1), 0, 0, false});
        }
        document.add_value(kSlotPositions, pack_tokens(tokens, 1));
        database.add_document(document);
    }
    return database;
}

std::vector<Xapian::docid> find(const Xapian::Database& database, const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
    std::vector<Xapian::docid> ids;
    for (auto hit = found.begin(); hit != found.end(); ++hit) ids.push_back(*hit);
    return ids;
}

using Ids = std::vector<Xapian::docid>;

}  // namespace

TEST_CASE("words stand near when each has a position of its own inside the window") {
    CHECK(stand_near({{1}, {5}}, 5));
    CHECK_FALSE(stand_near({{1}, {6}}, 5));
    CHECK_FALSE(stand_near({{3}, {3}}, 5));
    CHECK(stand_near({{3, 4}, {3}}, 5));
    CHECK(stand_near({{1, 2}, {1, 3}, {1}}, 3));
    CHECK_FALSE(stand_near({{1, 2}, {1, 2}, {1, 2}}, 10));
    std::mt19937 random(3);
    for (int round = 0; round < 20000; ++round) {
        Lists places(2 + random() % 3);
        for (auto& list : places) {
            std::set<std::uint32_t> some;
            for (std::size_t n = 1 + random() % 4; n > 0; --n)
                some.insert(1 + static_cast<std::uint32_t>(random() % 12));
            list.assign(some.begin(), some.end());
        }
        const std::size_t width = 1 + random() % 6;
        REQUIRE(stand_near(places, width) == near_by_hand(places, width));
    }
}

TEST_CASE("words stand in a row in their order") {
    CHECK(stand_in_a_row({{1, 7}, {3, 8}}));
    CHECK_FALSE(stand_in_a_row({{1, 7}, {3, 9}}));
    CHECK(stand_in_a_row({{4}, {5}, {6}}));
    CHECK_FALSE(stand_in_a_row({{4}, {5}, {4}}));
}

TEST_CASE("rows and windows are found inside any query, in the title alone too") {
    const auto database = make_database({{"care", "leavers", "do", "well"},
                                         {"leavers", "care", "for", "themselves"},
                                         {"x", "care", "y", "z", "leavers"},
                                         {"care", "homes"}});
    const auto row = [&](const Alternatives& places) {
        return make_window_query(Window::row, places, places.size(), "");
    };
    CHECK(find(database, row({{"care"}, {"leavers"}})) == Ids{1});
    CHECK(find(database, row({{"care"}, {"leavers", "homes"}})) == Ids{1, 4});
    CHECK(find(database, make_window_query(Window::near, {{"care"}, {"leavers"}}, 2, "")) == Ids{1, 2});
    CHECK(find(database, make_window_query(Window::near, {{"care"}, {"leavers"}}, 4, "")) == Ids{1, 2, 3});
    CHECK(find(database, row({{"care"}, {"absent"}})).empty());
    CHECK(find(database, {Xapian::Query::OP_OR, row({{"care"}, {"homes"}}), row({{"y"}, {"z"}})}) == Ids{3, 4});
    CHECK(find(database, {Xapian::Query::OP_AND_NOT, Xapian::Query("care"), row({{"care"}, {"leavers"}})}) ==
          Ids{2, 3, 4});
    CHECK(find(database, make_window_query(Window::row, {{"care"}}, 1, "S")) == Ids{1, 4});
    CHECK(find(database, make_window_query(Window::row, {{"care"}, {"leavers"}}, 2, "S")).empty());
}

TEST_CASE("of several words for a place only those count that the story has") {
    // 3,000 absent words: some share a two-byte key with a word of the story.
    std::vector<std::string> story{"start"};
    for (int i = 0; i < 300; ++i) story.push_back("word" + std::to_string(i));
    const auto database = make_database({story});
    std::vector<std::string> absent{"word299"};
    for (int i = 0; i < 3000; ++i) absent.push_back("absent" + std::to_string(i));
    CHECK(find(database, make_window_query(Window::row, {{"start"}, absent}, 2, "")).empty());
    absent.push_back("word0");
    CHECK(find(database, make_window_query(Window::row, {{"start"}, absent}, 2, "")) == Ids{1});
}

TEST_CASE("several databases are searched as one") {
    const auto first = make_database({{"care", "leavers"}, {"leavers", "care"}});
    const auto second = make_database({{"leavers", "care"}, {"care", "leavers"}});
    Xapian::Database both;
    both.add_database(first);
    both.add_database(second);
    // Document numbers of two databases alternate.
    CHECK(find(both, make_window_query(Window::row, {{"care"}, {"leavers"}}, 2, "")) == Ids{1, 4});
}

}  // namespace findings::testing
