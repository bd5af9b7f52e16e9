#include "indexer/clean/clean_article.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace findings;

namespace {

constexpr const char* kProse = "Inspectors found that children at the home were safe and well cared for.";
constexpr const char* kMoreProse = "The council said that it accepted every word of the report and had begun to act.";

RawArticle make_raw(const std::vector<std::string>& paragraphs) {
    RawArticle raw;
    for (const std::string& text : paragraphs) raw.blocks.push_back({BlockRole::paragraph, 0, text});
    return raw;
}

CleanArticle clean(const RawArticle& raw) { return clean_article(raw, "story.txt"); }

}  // namespace

TEST_CASE("the body joins blocks by an empty line and rows and items by a line break") {
    RawArticle raw;
    raw.title = "A title";
    raw.blocks = {{BlockRole::paragraph, 1, kProse},
                  {BlockRole::table_row, 1, "Judgement\tGrade"},
                  {BlockRole::table_row, 2, "Overall effectiveness\tGood"},
                  {BlockRole::list_item, 2, "the quality of supervision"},
                  {BlockRole::list_item, 2, "the timeliness of visits"}};
    const CleanArticle article = clean(raw);
    CHECK(article.body == std::string(kProse) +
                              "\n\nJudgement\tGrade\nOverall effectiveness\tGood\n\nthe quality of supervision\n"
                              "the timeliness of visits");
    REQUIRE(article.blocks.size() == 5);
    CHECK(article.text_of(article.blocks[2].span) == "Overall effectiveness\tGood");
    CHECK(article.blocks[2].role == BlockRole::table_row);
    CHECK(article.blocks[2].page == 2);
}

TEST_CASE("every block's span holds its text") {
    const CleanArticle article = clean(make_raw({"Home praised", kProse, "  " + std::string(kMoreProse) + "\u00a0"}));
    REQUIRE(article.blocks.size() == 2);
    CHECK(article.text_of(article.blocks[0].span) == kProse);
    CHECK(article.text_of(article.blocks[1].span) == kMoreProse);
    CHECK(article.blocks[1].span.end == article.body.size());
}

TEST_CASE("a sentence is on the page where it begins, whatever page its block began on") {
    RawArticle raw;
    raw.type = ContentType::pdf;
    raw.title = "Visit";
    raw.blocks = {{BlockRole::paragraph, 3, "  One came. Two left and three stayed. Four slept.", {{20, 4}, {39, 5}}},
                  {BlockRole::paragraph, 5, "Five went."}};
    const CleanArticle article = clean(raw);
    REQUIRE(article.body == "One came. Two left and three stayed. Four slept.\n\nFive went.");
    CHECK(article.page_at(article.body.find("One")) == 3);
    CHECK(article.page_at(article.body.find("Two")) == 3);
    CHECK(article.page_at(article.body.find("and three")) == 4);
    CHECK(article.page_at(article.body.find("Four")) == 5);
    CHECK(article.page_at(article.body.find("Five")) == 5);
}

TEST_CASE("a byte's page and sentence are found") {
    RawArticle raw;
    raw.type = ContentType::pdf;
    raw.blocks = {{BlockRole::paragraph, 3, "One came. Two left."}, {BlockRole::paragraph, 4, "Three stayed."}};
    raw.title = "Visit";
    const CleanArticle article = clean(raw);
    REQUIRE(article.body == "One came. Two left.\n\nThree stayed.");
    CHECK(article.page_at(0) == 3);
    CHECK(article.page_at(19) == 3);
    CHECK(article.page_at(21) == 4);
    CHECK(article.text_of(article.sentence_at(0)) == "One came.");
    CHECK(article.text_of(article.sentence_at(12)) == "Two left.");
    CHECK(article.text_of(article.sentence_at(33)) == "Three stayed.");
    CHECK(article.sentence_at(9) == Span{9, 10});
    CHECK(article.page_at(10'000) == 4);
    CHECK(CleanArticle{}.page_at(0) == 0);
}

TEST_CASE("navigation and boilerplate are dropped by their role and kept in the ledger") {
    RawArticle raw = make_raw({kProse, kMoreProse});
    raw.title = "A title";
    raw.blocks.insert(raw.blocks.begin(), {BlockRole::navigation, 0, "Nursery rated outstanding"});
    raw.blocks.push_back({BlockRole::boilerplate, 0, "Piccadilly Gate, Manchester"});
    const CleanArticle article = clean(raw);
    CHECK(article.body == std::string(kProse) + "\n\n" + kMoreProse);
    REQUIRE(article.dropped.size() == 2);
    CHECK(article.dropped[0].rule == "navigation");
    CHECK(article.dropped[1].rule == "boilerplate");
    CHECK(article.dropped[1].text == "Piccadilly Gate, Manchester");
}

TEST_CASE("a page that keeps its whole story inside a form keeps its prose") {
    RawArticle raw;
    raw.title = "A title";
    raw.blocks = {{BlockRole::navigation, 0, "Sport"}, {BlockRole::navigation, 0, kProse}};
    CHECK(clean(raw).body == kProse);
}

TEST_CASE("a report in PDF loses boilerplate only") {
    RawArticle raw;
    raw.type = ContentType::pdf;
    raw.title = "A title";
    raw.blocks = {{BlockRole::paragraph, 1, "Published: 12 March 2024"},
                  {BlockRole::paragraph, 1, "Related: other reports"},
                  {BlockRole::caption, 1, "Figure 1. Credit: Ofsted"},
                  {BlockRole::boilerplate, 1, "Page 1 of 2"},
                  {BlockRole::paragraph, 1, kProse}};
    const CleanArticle article = clean(raw);
    CHECK(article.blocks.size() == 4);
    REQUIRE(article.dropped.size() == 1);
    CHECK(article.dropped[0].rule == "boilerplate");
}

TEST_CASE("declared text loses only what no story contains") {
    RawArticle raw = make_raw({"By Jane Smith", "12 March 2024", "Hide Ad", kProse, "A last line of few words"});
    raw.type = ContentType::json;
    raw.title = "A title";
    const CleanArticle article = clean(raw);
    CHECK(article.blocks.size() == 4);
    REQUIRE(article.dropped.size() == 1);
    CHECK(article.dropped[0].rule == "advert");
}

TEST_CASE("declared fields, metadata and type are handed on") {
    RawArticle raw = make_raw({kProse});
    raw.type = ContentType::markdown;
    raw.declared["grade"] = {"good"};
    raw.metadata.emplace_back("og:title", "A title");
    const CleanArticle article = clean(raw);
    CHECK(article.source == "story.txt");
    CHECK(article.type == ContentType::markdown);
    CHECK(article.declared == raw.declared);
    CHECK(article.metadata == raw.metadata);
}

TEST_CASE("an article of one line of several megabytes is cleaned") {
    std::string line;
    while (line.size() < 3'000'000) line += "Children told inspectors that they felt safe. ";
    const CleanArticle article = clean(make_raw({line}));
    CHECK(article.sentences.size() == line.size() / 46);
    CHECK(article.body.size() == line.size() - 1);
}

TEST_CASE("an article without blocks is empty and no error") {
    const CleanArticle article = clean({});
    CHECK(article.body.empty());
    CHECK(article.title.empty());
    CHECK(article.sentences.empty());
    CHECK(article.sentence_at(5) == Span{5, 5});
}
