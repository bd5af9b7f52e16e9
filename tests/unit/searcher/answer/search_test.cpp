#include <algorithm>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

Article make_article(const std::string& id, const std::string& published, const std::string& title,
                     const std::string& text = "Children are safe.") {
    Article article;
    article.id = id;
    article.source = id + ".txt";
    article.title = title;
    article.text = text;
    article.published = published;
    return article;
}

/// Three providers, a round-up of two of them, and an undated note.
std::vector<Article> sample() {
    std::vector<Article> articles;
    Article kent = make_article("kent", "2024-05-01", "Kent home is inadequate", "Children went missing from care.");
    kent.values = {make_value(Field::provider, "kent-home", "Kent Home"), make_value(Field::grade, "inadequate"),
                   make_value(Field::region, "south-east"), make_value(Field::theme, "missing"),
                   make_value(Field::theme, "staffing")};
    kent.awards = {{"kent-home", "four-point", "inadequate", "good", "declined", false, {}}};
    Article slough = make_article("slough", "2023-03-01", "Slough is good", "Children are well cared for.");
    slough.values = {make_value(Field::provider, "slough", "Slough"), make_value(Field::grade, "good"),
                     make_value(Field::region, "south-east"), make_value(Field::theme, "staffing")};
    slough.awards = {{"slough", "four-point", "good", "", "", false, {}}};
    Article both = make_article("both", "2024-06-01", "Round-up", "One good and one inadequate care home.");
    both.values = {make_value(Field::provider, "kent-home", "Kent Home"),
                   make_value(Field::provider, "slough", "Slough"), make_value(Field::grade, "good"),
                   make_value(Field::grade, "inadequate")};
    both.awards = {{"kent-home", "four-point", "good", "inadequate", "improved", false, {}},
                   {"slough", "four-point", "inadequate", "good", "declined", false, {}}};
    Article note = make_article("note", "", "A note on care");
    note.awards = {{"slough", "four-point", "outstanding", "", "", true, {}}};
    return {note, slough, both, kent};
}

struct Fixture : SearchFixture {
    Fixture() : SearchFixture(sample()) { request.limit = 100; }
    void only(Field field, std::vector<std::string> values) {
        request.filters.push_back({field, std::move(values), false});
    }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE_FIXTURE(Fixture, "without words everything is listed, newest first and undated last") {
    const Answer answer = search();
    CHECK(answer.ids() == Ids{"both", "kent", "slough", "note"});
    CHECK(answer.result.total == 4);
    CHECK_FALSE(answer.result.scored);
    CHECK(answer.result.sort == SortOrder::newest);
}

TEST_CASE_FIXTURE(Fixture, "oldest first keeps undated stories last") {
    request.sort = SortOrder::oldest;
    CHECK(search().ids() == Ids{"slough", "kent", "both", "note"});
}

TEST_CASE_FIXTURE(Fixture, "sorting by grade puts the worst first and ungraded stories last") {
    request.sort = SortOrder::grade;
    CHECK(search().ids() == Ids{"both", "kent", "slough", "note"});
}

TEST_CASE_FIXTURE(Fixture, "sorting by provider goes from A to Z with ties newest first") {
    request.sort = SortOrder::provider;
    CHECK(search().ids() == Ids{"both", "kent", "slough", "note"});
}

TEST_CASE_FIXTURE(Fixture, "words are searched by stem and scored") {
    request.text = "child missing";
    const Answer answer = search();
    CHECK(answer.ids() == Ids{"kent"});
    CHECK(answer.result.scored);
    CHECK(answer.hits[0].score > 0);
}

TEST_CASE_FIXTURE(Fixture, "when no story has all words those with any are shown and it is said") {
    request.text = "missing outstanding";
    const Answer answer = search();
    CHECK(answer.ids() == Ids{"kent"});
    CHECK(answer.result.match == MatchMode::any);
    REQUIRE(answer.result.notes.size() == 1);
    CHECK(answer.result.notes[0] == "no story has all the words: showing stories with any of them");
}

TEST_CASE_FIXTURE(Fixture, "fewer stories with an argument's words as a phrase are told, with how to ask for them") {
    request.text = "care home";
    request.phrases = {"care home"};
    CHECK(search().result.notes ==
          Ids{"1 story has these words as a phrase: '\"care home\"', the quotes within quotes"});
    // All of them have the phrase, or none has.
    request.text = "missing from care";
    request.phrases = {"missing from care"};
    CHECK(search().result.notes.empty());
    request.text = "care missing";
    request.phrases = {"care missing"};
    CHECK(search().result.notes.empty());
}

TEST_CASE_FIXTURE(Fixture, "other formats never fall back to any word") {
    request.text = "missing outstanding";
    request.fall_back_to_any = false;
    CHECK(search().result.total == 0);
}

TEST_CASE_FIXTURE(Fixture, "offset and limit cut a page without changing the total") {
    request.offset = 1;
    request.limit = 2;
    const Answer answer = search();
    CHECK(answer.ids() == Ids{"kent", "slough"});
    CHECK(answer.hits[0].rank == 2);
    CHECK(answer.result.total == 4);
}

TEST_CASE_FIXTURE(Fixture, "limit 0 counts without showing") {
    request.limit = 0;
    request.facets = {Field::grade};
    const Answer answer = search();
    CHECK(answer.hits.empty());
    CHECK(answer.result.total == 4);
    CHECK(answer.facet(Field::grade).values.size() == 2);
}

TEST_CASE_FIXTURE(Fixture, "dates leave out undated stories and say how many") {
    request.since = PartialDate{2024, 5, 0};
    Answer answer = search();
    CHECK(answer.ids() == Ids{"both", "kent"});
    CHECK(answer.result.undated_left_out == 1);
    CHECK(answer.result.notes == std::vector<std::string>{"1 story without a date left out"});
    request.since.reset();
    request.until = PartialDate{2024, 5, 0};
    answer = search();
    CHECK(answer.ids() == Ids{"kent", "slough"});
    CHECK(answer.result.undated_left_out == 1);
}

TEST_CASE_FIXTURE(Fixture, "undated stories that fail another filter are not counted as left out") {
    request.since = PartialDate{2020, 0, 0};
    only(Field::region, {"south-east"});
    CHECK(search().result.undated_left_out == 0);
}

TEST_CASE_FIXTURE(Fixture, "a grade and a provider match only where one award has both") {
    only(Field::provider, {"kent-home"});
    CHECK(search().ids() == Ids{"both", "kent"});
    only(Field::grade, {"inadequate"});
    CHECK(search().ids() == Ids{"kent"});
}

TEST_CASE_FIXTURE(Fixture, "previous grade and change match any award, or one award together with the rest") {
    only(Field::was, {"good"});
    CHECK(search().ids() == Ids{"both", "kent"});
    only(Field::provider, {"kent-home"});
    CHECK(search().ids() == Ids{"kent"});
    request.filters.clear();
    only(Field::change, {"improved"});
    CHECK(search().ids() == Ids{"both"});
    only(Field::grade, {"inadequate"});
    CHECK(search().ids().empty());
}

TEST_CASE_FIXTURE(Fixture, "provider counts under a grade filter count only providers with that grade") {
    only(Field::grade, {"inadequate"});
    request.facets = {Field::grade, Field::provider};
    request.count_providers = true;
    const Answer answer = search();
    CHECK(answer.ids() == Ids{"both", "kent"});
    const FacetResult& provider = answer.facet(Field::provider);
    REQUIRE(provider.values.size() == 2);
    CHECK(provider.values[0].slug == "kent-home");
    CHECK(provider.values[0].label == "Kent Home");
    CHECK(provider.values[0].count == 1);
    CHECK(provider.values[1].count == 1);
    CHECK(answer.result.providers == 2);
    const FacetResult& grade = answer.facet(Field::grade);
    REQUIRE(grade.values.size() == 2);
    CHECK(grade.values[0].slug == "good");
    CHECK(grade.values[0].count == 2);
    CHECK_FALSE(grade.values[0].selected);
    CHECK(grade.values[1].slug == "inadequate");
    CHECK(grade.values[1].count == 2);
    CHECK(grade.values[1].selected);
    CHECK(grade.none == 1);
    CHECK(grade.known == 3);
}

TEST_CASE_FIXTURE(Fixture, "none finds the stories without a value, also besides another value") {
    only(Field::grade, {"none"});
    CHECK(search().ids() == Ids{"note"});
    request.filters[0].values = {"none", "good"};
    CHECK(search().ids() == Ids{"both", "slough", "note"});
    only(Field::region, {"none"});
    CHECK(search().ids() == Ids{"both", "note"});
}

TEST_CASE_FIXTURE(Fixture, "an exclusion keeps stories without a value") {
    request.filters.push_back({Field::region, {"south-east"}, true});
    CHECK(search().ids() == Ids{"both", "note"});
    request.filters.push_back({Field::grade, {"none"}, true});
    CHECK(search().ids() == Ids{"both"});
}

TEST_CASE_FIXTURE(Fixture, "several themes are alternatives unless all are asked for") {
    only(Field::theme, {"missing", "staffing"});
    CHECK(search().ids() == Ids{"kent", "slough"});
    request.all_themes = true;
    request.facets = {Field::theme};
    const Answer answer = search();
    CHECK(answer.ids() == Ids{"kent"});
    CHECK(answer.facet(Field::theme).values.size() == 2);
    CHECK(answer.facet(Field::theme).values[0].count == 1);
    CHECK(answer.facet(Field::theme).none == 0);
}

TEST_CASE_FIXTURE(Fixture, "inferred grades count only when asked for") {
    only(Field::grade, {"outstanding"});
    request.facets = {Field::grade};
    Answer answer = search();
    CHECK(answer.result.total == 0);
    REQUIRE(answer.facet(Field::grade).values.size() == 3);
    CHECK(answer.facet(Field::grade).values[0].slug == "outstanding");
    CHECK(answer.facet(Field::grade).values[0].label == "Outstanding");
    CHECK(answer.facet(Field::grade).values[0].selected);
    CHECK(answer.facet(Field::grade).values[0].count == 0);
    CHECK(answer.facet(Field::grade).total_values == 2);
    request.include_inferred = true;
    answer = search();
    CHECK(answer.ids() == Ids{"note"});
    CHECK(answer.facet(Field::grade).values[0].count == 1);
    CHECK(answer.facet(Field::grade).none == 0);
}

TEST_CASE_FIXTURE(Fixture, "that grade or worse stays within its scale and within one award") {
    request.worst = "requires improvement";
    CHECK(search().ids() == Ids{"both", "kent"});
    only(Field::provider, {"kent-home"});
    CHECK(search().ids() == Ids{"kent"});
    request.worst = "good";
    CHECK(search().ids() == Ids{"both", "kent"});
    request.worst = "godo";
    CHECK_THROWS_WITH_AS(search(), "--worst godo: there is no such grade", Error);
}

TEST_CASE_FIXTURE(Fixture, "several indexes are searched as one in one order") {
    test::TempFolder second;
    Article other = make_article("other", "2024-05-15", "Another care home");
    other.values = {make_value(Field::provider, "other", "Other Home"), make_value(Field::grade, "good")};
    write_index(second.path(), {other, make_article("twin", "2024-05-01", "Twin")});
    request.indexes.push_back(second.path());
    request.facets = {Field::provider};
    Answer answer = search();
    CHECK(answer.ids() == Ids{"both", "other", "kent", "twin", "slough", "note"});
    CHECK(answer.facet(Field::provider).total_values == 3);
    CHECK(answer.result.generation == "20261122T020000Z-00000000+20261122T020000Z-00000000");
    request.sort = SortOrder::provider;
    CHECK(search().ids() == Ids{"both", "kent", "other", "slough", "twin", "note"});
    request.sort = SortOrder::oldest;
    CHECK(search().ids() == Ids{"slough", "kent", "twin", "other", "both", "note"});
}

TEST_CASE_FIXTURE(Fixture, "latest keeps only each provider's newest graded inspection") {
    request.latest = true;
    CHECK(search().ids() == Ids{"both"});
    only(Field::grade, {"inadequate"});
    request.facets = {Field::provider};
    const Answer answer = search();
    REQUIRE(answer.facet(Field::provider).values.size() == 1);
    CHECK(answer.facet(Field::provider).values[0].slug == "slough");
    request.filters[0].values = {"outstanding"};
    CHECK(search().ids().empty());
    request.include_inferred = true;
    CHECK(search().ids().empty());
}

TEST_CASE_FIXTURE(Fixture, "a table's cells are what their two filters would find") {
    request.table = {Field::provider, Field::grade};
    request.limit = 0;
    const Answer answer = search();
    REQUIRE(answer.result.table);
    const TableResult& table = *answer.result.table;
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].label == "Kent Home");
    CHECK(table.rows[0].count == 2);
    CHECK(table.rows[2].slug == "none");
    REQUIRE(table.columns.size() == 3);
    CHECK(table.columns[0].slug == "good");
    CHECK(table.cells == std::vector<std::vector<std::size_t>>{{1, 1, 0}, {1, 1, 0}, {0, 0, 1}});
}

TEST_CASE_FIXTURE(Fixture, "similar finds stories with the same telling words, never the story itself") {
    request.similar_to = "kent";
    const Answer answer = search();
    CHECK(answer.result.scored);
    CHECK(answer.result.total > 0);
    for (const std::string& id : answer.ids()) CHECK(id != "kent");
    request.similar_to = "nobody";
    CHECK_THROWS_WITH_AS(search(), "no article has the id nobody", Error);
}

TEST_CASE_FIXTURE(Fixture, "an empty answer blames each word and filter in turn") {
    request.text = "missing wibble";
    request.fall_back_to_any = false;
    request.explain = true;
    only(Field::region, {"wales"});
    const Answer answer = search();
    CHECK(answer.result.total == 0);
    const auto& lines = answer.result.explanation;
    const auto says = [&](const std::string& line) {
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    // The fixture's numbers: what each part finds by itself is said where leaving it out does not help.
    CHECK(says("without “missing”: 0 stories, with nothing else: 1 story"));
    CHECK(says("without “wibble”: 0 stories, with nothing else: 0 stories"));
    CHECK(says("without --region wales: 0 stories, with nothing else: 0 stories"));
    request.text = "missing";
    const Answer blamed = search();
    CHECK(blamed.result.explanation.back() == "without --region wales: 1 story");
    CHECK(blamed.result.blame.empty());
    request.explain = false;
    request.blame = true;
    CHECK(search().result.blame.back() == "without --region wales: 1 story");
}

TEST_CASE_FIXTURE(Fixture, "a mistyped word is corrected when that has hits") {
    request.text = "mising";
    CHECK(search().result.suggestion == "missing");
}

TEST_CASE_FIXTURE(Fixture, "an unknown provider is an empty answer that names the nearest") {
    only(Field::provider, {"Kent Hone"});
    Answer answer = search();
    CHECK(answer.result.total == 0);
    REQUIRE(answer.result.notes.size() == 1);
    CHECK(answer.result.notes[0].rfind("no provider “kent-hone”: did you mean kent-home", 0) == 0);
    request.filters.clear();
    request.text = "provider:kent-hone";
    answer = search();
    REQUIRE(answer.result.notes.size() == 1);
    CHECK(answer.result.notes[0].rfind("no provider “kent-hone”: did you mean kent-home", 0) == 0);
}

TEST_CASE_FIXTURE(Fixture, "a slip in the name of a council that no story is about names the council") {
    const auto note = [&](const char* typed) {
        request.filters.clear();
        only(Field::provider, {typed});
        const Answer answer = search();
        return answer.result.notes.empty() ? std::string() : answer.result.notes[0];
    };
    CHECK(note("Kirkless") ==
          "no provider “kirkless”: did you mean Kirklees? It is a council; no story here is about it or its area");
    CHECK(note("Kirklees") == "no provider “kirklees”: Kirklees is a council; no story here is about it or its area");
    CHECK(note("Zqxv") == "no provider “zqxv”");
}

TEST_CASE_FIXTURE(Fixture, "an unknown value of a closed facet is an error") {
    only(Field::grade, {"inadequat"});
    CHECK_THROWS_WITH_AS(search(), "unknown grade \"inadequat\"", Error);
}

}  // namespace findings::testing
