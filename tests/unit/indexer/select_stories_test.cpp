#include "indexer/select_stories.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

const std::vector<SourceFile> kFiles{
    {"/x/a/same.txt", "same.txt", "a", 1}, {"/x/b/same.txt", "same.txt", "b", 1}, {"/x/c.jsonl", "c.jsonl", "x", 1}};

SpooledArticle article(std::uint32_t file, std::uint32_t line, std::string id, IdOrigin origin, std::string date = "") {
    SpooledArticle entry;
    entry.file = file;
    entry.line = line;
    entry.id_origin = origin;
    entry.date = std::move(date);
    entry.fold.id = std::move(id);
    entry.fold.body_hash = file * 100 + line;
    entry.fold.body_length = 10;
    return entry;
}

std::vector<std::string> ids(const SelectedStories& selected, const std::vector<SpooledArticle>& articles) {
    std::vector<std::string> result;
    for (const Story& story : selected.stories) result.push_back(articles[story.leader].fold.id);
    return result;
}

}  // namespace

TEST_CASE("stories stand newest first, undated last, equal days by id") {
    std::vector<SpooledArticle> articles{
        article(2, 1, "b", IdOrigin::declared, "2024-01-01"), article(2, 2, "u", IdOrigin::declared),
        article(2, 3, "a", IdOrigin::declared, "2024-01-01"), article(2, 4, "n", IdOrigin::declared, "2025-06-30")};
    const SelectedStories selected = select_stories(articles, kFiles);
    CHECK(ids(selected, articles) == std::vector<std::string>{"n", "a", "b", "u"});
}

TEST_CASE("a declared id that repeats is rejected with its record, the first stays") {
    std::vector<SpooledArticle> articles{article(2, 1, "a", IdOrigin::declared),
                                         article(2, 7, "a", IdOrigin::declared)};
    const SelectedStories selected = select_stories(articles, kFiles);
    CHECK(selected.stories.size() == 1);
    REQUIRE(selected.rejections.size() == 1);
    CHECK(selected.rejections[0].reason == RejectionReason::duplicate_id);
    CHECK(selected.rejections[0].line == 7);
    CHECK(selected.rejections[0].source == "c.jsonl");
    CHECK_FALSE(selected.rejections[0].hint.empty());
}

TEST_CASE("equal paths in two SOURCEs, or one page saved twice, lose no article") {
    const std::string path_id = make_path_id({}, "same.txt", 0);
    std::vector<SpooledArticle> articles{article(0, 0, path_id, IdOrigin::found),
                                         article(1, 0, path_id, IdOrigin::found)};
    const SelectedStories selected = select_stories(articles, kFiles);
    CHECK(selected.rejections.empty());
    CHECK(selected.stories.size() == 2);
    CHECK(articles[0].fold.id == path_id);
    CHECK(articles[1].fold.id == make_path_id("b", "same.txt", 0));
}

TEST_CASE("a found id gives way to a declared one") {
    std::vector<SpooledArticle> articles{article(0, 0, "x", IdOrigin::found), article(2, 1, "x", IdOrigin::declared)};
    const SelectedStories selected = select_stories(articles, kFiles);
    CHECK(selected.rejections.empty());
    CHECK(articles[1].fold.id == "x");
    CHECK(articles[0].fold.id == make_path_id({}, "same.txt", 0));
}
