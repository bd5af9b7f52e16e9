// Names in a query, the filters they are labels of, and what a score is made of: from the index to the answer.
#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

Article make_article(const std::string& id, const std::string& provider, const std::string& title,
                     const std::string& text, const std::string& grade = {}) {
    Article article;
    article.id = id;
    article.source = id + ".txt";
    article.title = title;
    article.text = text;
    article.published = "2024-01-0" + id;
    if (!provider.empty()) article.values.push_back(make_value(Field::provider, provider));
    if (!grade.empty()) article.values.push_back(make_value(Field::grade, grade));
    return article;
}

/// Stories that speak much of a name, and the one that is about it.
std::vector<Article> sample() {
    return {make_article("1", "manor-house", "Report", "The lift of the manor house in which people live is mended.",
                         "requires-improvement"),
            make_article("2", "other-home", "Manor house lift, manor house stairs", "Manor house lift. Manor house.",
                         "good"),
            make_article("3", "reading", "Council", "Lessons on reading.", "good"),
            make_article("4", "", "Reading lessons", "Reading lessons for all: reading lessons, reading lessons."),
            make_article("5", "", "A pie", "The pie requires improvement."),
            make_article("6", "", "Weather", "Rain.")};
}

struct Fixture : SearchFixture {
    Fixture() : SearchFixture(sample()) {
        request.limit = kNoLimit;
        request.fall_back_to_any = false;
    }
    Answer search(const std::string& text) {
        request.text = text;
        return SearchFixture::search();
    }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the stories of a provider that the query names come first, page by page") {
    Fixture fixture;
    CHECK(fixture.search("manor house lift").ids() == Ids{"1", "2"});
    fixture.request.limit = 1;
    fixture.request.offset = 1;
    CHECK(fixture.search("manor house lift").ids() == Ids{"2"});
}

TEST_CASE("a name changes neither what is found nor how much of it") {
    Fixture fixture;
    fixture.request.facets = {Field::grade};
    const Answer named = fixture.search("manor house lift");
    CHECK(named.result.total == 2);
    CHECK(named.facet(Field::grade).values.size() == 2);
    CHECK(fixture.search("manor house pie").result.total == 0);
    fixture.request.match = MatchMode::any;
    CHECK(fixture.search("manor house pie").ids() == Ids{"1", "2", "5"});
}

TEST_CASE("a name does not disturb an order asked for") {
    Fixture fixture;
    fixture.request.sort = SortOrder::newest;
    CHECK(fixture.search("manor house lift").ids() == Ids{"2", "1"});
}

TEST_CASE("the stories of a named provider come first over several indexes") {
    Fixture fixture;
    const test::TempFolder other;
    write_index(other.path(), {make_article("7", "manor-house", "News", "The lift of the manor house. Nothing else.")});
    fixture.request.indexes.push_back(other.path());
    const Ids ids = fixture.search("manor house lift").ids();
    REQUIRE(ids.size() == 3);
    CHECK(ids.back() == "2");
}

TEST_CASE("a provider with the name of an everyday word does not take over a longer query") {
    Fixture fixture;
    CHECK(fixture.search("reading lessons").ids() == Ids{"4", "3"});
    CHECK(fixture.search("reading").ids().front() == "3");
}

TEST_CASE("a hyphenated word that hardly any story has weighs no more than other words do") {
    Fixture fixture;
    std::vector<Article> articles = sample();
    articles.push_back(
        make_article("7", "", "Records", "The record-keeping of the home. Each record and its keeping."));
    for (int i = 0; i < 40; ++i) {
        Article other = make_article("8", "", "Rain", i % 2 == 0 ? "A record." : "Good keeping.");
        other.id = "x" + std::to_string(i);
        articles.push_back(other);
    }
    const test::TempFolder folder;
    write_index(folder.path(), articles);
    fixture.request.indexes = {folder.path()};
    for (const MatchMode match : {MatchMode::all, MatchMode::any}) {
        fixture.request.match = match;
        const Answer answer = fixture.search("record-keeping home");
        REQUIRE(!answer.hits.empty());
        CHECK(answer.hits.front().article.id == "7");
        CHECK(answer.hits.front().score < 100);
    }
}

TEST_CASE("words that are the label of a filter that finds something are told so") {
    Fixture fixture;
    CHECK(fixture.search("requires improvement").result.notes.empty());
    fixture.request.suggest_filters = true;
    const std::vector<std::string> note{"“requires improvement” is also a grade: --grade requires-improvement"};
    CHECK(fixture.search("requires improvement").result.notes == note);
    CHECK(fixture.search("pie requires improvement").result.notes == note);
    CHECK(fixture.search("Good").result.notes == std::vector<std::string>{"“Good” is also a grade: --grade good"});
    // One everyday word among others, a value no story has, a query of several parts.
    CHECK(fixture.search("good reading").result.notes.empty());
    CHECK(fixture.search("outstanding").result.notes.empty());
    CHECK(fixture.search("requires OR improvement").result.notes.empty());
}

TEST_CASE("no filter is suggested on a facet that has one, or that would find nothing beside the others") {
    Fixture fixture;
    fixture.request.suggest_filters = true;
    fixture.request.filters = {{Field::grade, {"good"}, false}};
    CHECK(fixture.search("requires improvement").result.notes.empty());
    fixture.request.filters = {{Field::provider, {"reading"}, false}};
    CHECK(fixture.search("requires improvement").result.notes.empty());
    fixture.request.filters = {{Field::provider, {"manor-house"}, false}};
    CHECK(fixture.search("requires improvement").result.notes.size() == 1);
}

TEST_CASE("--explain says what a score is made of, and the parts add up") {
    Fixture fixture;
    fixture.request.explain = true;
    const Answer answer = fixture.search("manor house lift");
    std::vector<std::string> lines;
    for (const std::string& line : answer.result.explanation)
        if (line.rfind("hit ", 0) == 0) lines.push_back(line);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].rfind("hit 1: score 10", 0) == 0);
    for (const char* part : {" name “manor house” 1000.0", " manor ", " house ", " lift ", " side by side "})
        CHECK(lines[0].find(part) != std::string::npos);
    CHECK(lines[1].find("name") == std::string::npos);
    CHECK(lines[1].find("rounding") == std::string::npos);
    fixture.request.sort = SortOrder::newest;
    for (const std::string& line : fixture.search("manor house").result.explanation)
        CHECK(line.find("score") == std::string::npos);
}

}  // namespace findings::testing
