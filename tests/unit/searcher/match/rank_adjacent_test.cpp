#include "searcher/match/rank_adjacent.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/index/schema.hpp"
#include "tests/unit/support/pack_tokens.hpp"

namespace findings::testing {
namespace {

Xapian::WritableDatabase make_database(const std::vector<std::vector<std::string>>& documents) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& words : documents) {
        Xapian::Document document;
        std::vector<Token> tokens;
        for (const std::string& word : words) {
            document.add_term(word);
            tokens.push_back({word, static_cast<std::uint32_t>(tokens.size() + 1), 0, 0, false});
        }
        document.add_value(kSlotPositions, pack_tokens(tokens));
        database.add_document(document);
    }
    return database;
}

std::vector<Xapian::docid> ids(const std::vector<FoundStory>& stories) {
    std::vector<Xapian::docid> ids;
    for (const FoundStory& story : stories) ids.push_back(story.id);
    return ids;
}

using Ids = std::vector<Xapian::docid>;

}  // namespace

TEST_CASE("a story where the words stand side by side in the order asked for goes first") {
    const auto database = make_database({{"care", "for", "leavers", "here"},
                                         {"leavers", "care", "about", "it"},
                                         {"care", "leavers", "do", "well"},
                                         {"nothing", "of", "the", "kind"}});
    std::vector<FoundStory> stories{{1, 1.0}, {2, 1.0}, {3, 1.0}};
    rank_adjacent({{"care", "leavers"}}, database, stories);
    CHECK(ids(stories) == Ids{3, 1, 2});
    CHECK(stories[0].weight > 1.0);
    CHECK(stories[1].weight == 1.0);
}

TEST_CASE("the bonus of a pair is less than a clear lead, and ties stay in document order") {
    const auto database = make_database(
        {{"care", "x", "leavers"}, {"care", "leavers", "y"}, {"care", "leavers", "z"}, {"a"}, {"b"}, {"c"}});
    std::vector<FoundStory> stories{{1, 50.0}, {2, 1.0}, {3, 1.0}};
    rank_adjacent({{"care", "leavers"}}, database, stories);
    CHECK(ids(stories) == Ids{1, 2, 3});
    CHECK(stories[1].weight == doctest::Approx(stories[2].weight));
}

TEST_CASE("without pairs, or with words no story has, the order is as found") {
    const auto database = make_database({{"care"}, {"leavers"}});
    std::vector<FoundStory> stories{{2, 2.0}, {1, 1.0}};
    rank_adjacent({}, database, stories);
    rank_adjacent({{"no", "such"}}, database, stories);
    CHECK(ids(stories) == Ids{2, 1});
}

TEST_CASE("stories beyond those ranked again keep their places behind them") {
    std::vector<std::vector<std::string>> documents(kRerankedStories + 1, {"care", "x", "leavers"});
    documents.back() = {"care", "leavers"};
    const auto database = make_database(documents);
    std::vector<FoundStory> stories;
    for (std::size_t i = 1; i <= documents.size(); ++i) stories.push_back({static_cast<Xapian::docid>(i), 1.0});
    rank_adjacent({{"care", "leavers"}}, database, stories);
    CHECK(stories.back().id == documents.size());
    CHECK(stories.back().weight == 1.0);
}

}  // namespace findings::testing
