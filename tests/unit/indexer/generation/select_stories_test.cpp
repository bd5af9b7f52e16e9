#include "indexer/generation/select_stories.hpp"

#include <doctest/doctest.h>

#include "indexer/deduplicate/candidate_record.hpp"

using namespace findings;

namespace {

const std::vector<SourceFile> kFiles{{"/x/a/same.txt", "a/same.txt", 2, 1, {}, 0, {}},
                                     {"/x/b/same.txt", "b/same.txt", 2, 1, {}, 1, {}},
                                     {"/x/c.jsonl", "c.jsonl", 0, 1, {}, 2, {}}};

SpooledArticle article(std::uint32_t file, std::uint32_t line, std::string id, IdOrigin origin, std::uint32_t day = 0) {
    SpooledArticle entry;
    entry.file = file;
    entry.line = line;
    entry.id_origin = origin;
    entry.day = day;
    entry.id = std::move(id);
    entry.copy_group = file * 100 + line;
    return entry;
}

std::vector<std::string> ids(const SelectedStories& selected, const SpooledArticles& articles) {
    std::vector<std::string> result;
    for (const Story& story : selected.stories) result.push_back(articles[story.leader].id);
    return result;
}

// Articles of one group have one text.
CopyCandidate read_candidate(const SpooledArticle& entry) {
    CopyCandidate candidate;
    candidate.id = entry.id;
    candidate.body_hash = entry.copy_group;
    candidate.body_length = 1000;
    return candidate;
}

}  // namespace

TEST_CASE("stories stand newest first, undated last, equal days by id") {
    SpooledArticles articles{article(2, 1, "b", IdOrigin::declared, 20240101), article(2, 2, "u", IdOrigin::declared),
                             article(2, 3, "a", IdOrigin::declared, 20240101),
                             article(2, 4, "n", IdOrigin::declared, 20250630)};
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    CHECK(ids(selected, articles) == std::vector<std::string>{"n", "a", "b", "u"});
}

TEST_CASE("a declared id that repeats is rejected with its record, the first stays") {
    SpooledArticles articles{article(2, 1, "a", IdOrigin::declared), article(2, 7, "a", IdOrigin::declared)};
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    CHECK(selected.stories.size() == 1);
    REQUIRE(selected.rejections.size() == 1);
    CHECK(selected.rejections[0].reason == RejectionReason::duplicate_id);
    CHECK(selected.rejections[0].line == 7);
    CHECK(selected.rejections[0].source == "c.jsonl");
    CHECK_FALSE(selected.rejections[0].hint.empty());
}

TEST_CASE("one page saved twice loses no article") {
    SpooledArticles articles{article(0, 0, "of-the-address", IdOrigin::found),
                             article(1, 0, "of-the-address", IdOrigin::found)};
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    CHECK(selected.rejections.empty());
    CHECK(selected.stories.size() == 2);
    CHECK(articles[0].id == "of-the-address");
    CHECK(articles[1].id == make_path_id("b/same.txt", 0));
}

TEST_CASE("a found id gives way to a declared one") {
    SpooledArticles articles{article(0, 0, "x", IdOrigin::found), article(2, 1, "x", IdOrigin::declared)};
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    CHECK(selected.rejections.empty());
    CHECK(articles[1].id == "x");
    CHECK(articles[0].id == make_path_id("a/same.txt", 0));
}

TEST_CASE("articles of one group are compared, and the copy goes with its leader") {
    SpooledArticles articles{article(2, 1, "b", IdOrigin::declared), article(2, 2, "a", IdOrigin::declared),
                             article(2, 3, "c", IdOrigin::declared)};
    articles[1].copy_group = articles[0].copy_group;
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    CHECK(ids(selected, articles) == std::vector<std::string>{"a", "c"});
    CHECK(selected.stories[0].copies == std::vector<std::size_t>{0});
}

TEST_CASE("a fold candidate survives the spool") {
    CopyCandidate candidate{"kent;", "2024-05-01", "good;", "2024-05-21", "x", 77, 1234, {1, 2, 3}};
    const CopyCandidate back = decode_candidate(encode_candidate(candidate));
    CHECK(back.providers == candidate.providers);
    CHECK(back.inspected == candidate.inspected);
    CHECK(back.grades == candidate.grades);
    CHECK(back.published == candidate.published);
    CHECK(back.id == candidate.id);
    CHECK(back.body_hash == candidate.body_hash);
    CHECK(back.body_length == candidate.body_length);
    CHECK(back.minhash == candidate.minhash);
}
