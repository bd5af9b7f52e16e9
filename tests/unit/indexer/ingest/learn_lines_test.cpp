#include "indexer/ingest/learn_lines.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "indexer/clean/counted_lines.hpp"
#include "indexer/clean/recurring_lines.hpp"

using namespace findings;

namespace {

const std::string kBox = "Every story here is paid for by the people of the marshes, who give three pounds a month.";
const std::uint64_t kLedger = hash_site("host ledger.example");
const std::uint64_t kHerald = hash_site("host herald.example");

std::string own_line(int number, const std::string& what) {
    return what + " number " + std::to_string(number) + " stands in this one story and in no other story at all.";
}

/// Articles on sites, in memory.
struct Collection {
    std::vector<std::vector<CountedLine>> articles;
    std::vector<ArticleSites> sites;

    void add(ArticleSites site, const std::vector<std::string>& lines) {
        std::vector<Block> blocks;
        for (const std::string& line : lines) blocks.push_back({BlockRole::paragraph, 0, line});
        articles.push_back(list_counted_lines(blocks));
        sites.push_back(site);
    }
    /// A story of its own with `more` below it.
    void add_story(int number, std::uint64_t site, const std::vector<std::string>& more) {
        std::vector<std::string> lines{own_line(number, "Paragraph"), own_line(number, "Sentence")};
        lines.insert(lines.end(), more.begin(), more.end());
        add({site, 0}, lines);
    }
    [[nodiscard]] RecurringLines learn(std::size_t sightings = 1000) const {
        return learn_lines({sites,
                            [this](const auto& visit) {
                                for (std::size_t i = 0; i < articles.size(); ++i) visit(i, articles[i]);
                            }},
                           sightings);
    }
};

std::uint64_t hash_text(const std::string& text) { return hash_counted_line(make_line(BlockRole::paragraph, 0, text)); }

}  // namespace

TEST_CASE("a line of five stories of a site is learned, with its share") {
    Collection collection;
    for (int i = 0; i < 5; ++i) collection.add_story(i, kLedger, {kBox});
    for (int i = 5; i < 10; ++i) collection.add_story(i, kLedger, {});
    const RecurringLines learned = collection.learn();
    CHECK(learned.percent(kLedger, hash_text(kBox)) == 50);
    CHECK(learned.percent(kHerald, hash_text(kBox)) == 0);
    CHECK(learned.percent(kLedger, hash_text(own_line(1, "Paragraph"))) == 0);
}

TEST_CASE("four stories are too few, and so is less than three of ten") {
    Collection four;
    for (int i = 0; i < 4; ++i) four.add_story(i, kLedger, {kBox});
    CHECK(four.learn().empty());
    Collection rare;
    for (int i = 0; i < 20; ++i) rare.add_story(i, kLedger, i < 5 ? std::vector{kBox} : std::vector<std::string>{});
    CHECK(rare.learn().empty());
}

TEST_CASE("the same line on two sites counts for each alone") {
    Collection collection;
    for (int i = 0; i < 4; ++i) collection.add_story(i, kLedger, {kBox});
    for (int i = 4; i < 8; ++i) collection.add_story(i, kHerald, {kBox});
    CHECK(collection.learn().empty());
}

TEST_CASE("a line that stands three times in an article counts once") {
    Collection collection;
    for (int i = 0; i < 4; ++i) collection.add_story(i, kLedger, {kBox, kBox, kBox});
    for (int i = 4; i < 8; ++i) collection.add_story(i, kLedger, {});
    CHECK(collection.learn().empty());
}

TEST_CASE("copies of one story count once, also with another first sentence") {
    Collection collection;
    for (int i = 0; i < 6; ++i) {
        std::vector<std::string> lines{"Now: " + std::to_string(i) + " is the number of this copy of the story."};
        for (int k = 0; k < 9; ++k) lines.push_back(own_line(k, "Paragraph"));
        collection.add({kLedger, 0}, lines);
    }
    for (int i = 6; i < 9; ++i) collection.add_story(100 + i, kLedger, {kBox});
    CHECK(collection.learn().empty());
}

TEST_CASE("short stories below long boilerplate are no copies") {
    Collection collection;
    std::vector<std::string> boilerplate;
    for (int k = 0; k < 3; ++k) boilerplate.push_back(own_line(k, "Boilerplate"));
    for (int i = 0; i < 12; ++i) {
        std::vector<std::string> lines = boilerplate;
        lines.push_back(own_line(100 + i, "The only sentence of a very short story"));
        collection.add({kLedger, 0}, lines);
    }
    CHECK(collection.learn().percent(kLedger, hash_text(boilerplate[0])) == 100);
}

TEST_CASE("an article of two folders counts in both") {
    Collection collection;
    const std::uint64_t paper = hash_site("folder /pages/ledger");
    for (std::uint64_t i = 0; i < 6; ++i)
        collection.add({paper, hash_site("folder /pages/ledger/" + std::to_string(i / 5))},
                       {own_line(static_cast<int>(i), "Paragraph"), kBox});
    const RecurringLines learned = collection.learn();
    CHECK(learned.percent(paper, hash_text(kBox)) == 100);
    CHECK(learned.percent(hash_site("folder /pages/ledger/0"), hash_text(kBox)) == 100);
    CHECK(learned.percent(hash_site("folder /pages/ledger/1"), hash_text(kBox)) == 0);
}

TEST_CASE("what is learned depends neither on the order of articles nor on the memory it may take") {
    Collection collection;
    for (int i = 0; i < 9; ++i) collection.add_story(i, i % 2 == 0 ? kLedger : kHerald, {kBox, "Follow the Ledger"});
    const std::string learned = collection.learn().encode();
    CHECK(learned.size() == 9 * 3);  // the box, the label and the pair of them, on the site that has five stories
    CHECK(collection.learn(3).encode() == learned);
    std::reverse(collection.articles.begin(), collection.articles.end());
    std::reverse(collection.sites.begin(), collection.sites.end());
    CHECK(collection.learn().encode() == learned);
}

TEST_CASE("articles without a line or a site teach nothing and break nothing") {
    Collection collection;
    CHECK(collection.learn().empty());
    for (int i = 0; i < 6; ++i) collection.add({0, 0}, {kBox});
    for (int i = 0; i < 6; ++i) collection.add({kLedger, 0}, {});
    CHECK(collection.learn().empty());
}
