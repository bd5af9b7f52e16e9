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

TEST_CASE("a found id whose path's own identifier is taken too is rejected, and says by whom") {
    const std::string path_id = make_path_id("b/same.txt", 0);
    SpooledArticles articles{article(0, 0, "x", IdOrigin::found), article(1, 0, "x", IdOrigin::found),
                             article(2, 3, path_id, IdOrigin::declared)};
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    CHECK(selected.stories.size() == 2);
    REQUIRE(selected.rejections.size() == 1);
    CHECK(selected.rejections[0].source == "b/same.txt");
    CHECK(selected.rejections[0].detail == "id x is taken by a/same.txt");
    // Of a list the record is told.
    SpooledArticles list{article(2, 1, "y", IdOrigin::declared), article(2, 2, "y", IdOrigin::declared),
                         article(2, 9, "y", IdOrigin::declared)};
    const SelectedStories one = select_stories(list, kFiles, read_candidate);
    REQUIRE(one.rejections.size() == 2);
    CHECK(one.rejections[0].detail == "id y is taken by c.jsonl, record 1");
    CHECK(one.rejections[0].line == 2);
    CHECK(one.rejections[1].line == 9);
}

TEST_CASE("of several found ids each but the first is replaced, and two of one path only once") {
    SpooledArticles articles{article(1, 0, "x", IdOrigin::found), article(0, 0, "x", IdOrigin::found),
                             article(0, 0, "x", IdOrigin::found)};
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    CHECK(selected.stories.size() == 2);
    CHECK(selected.rejections.size() == 1);
    CHECK(articles[0].id == "x");
    CHECK(articles[1].id == make_path_id("a/same.txt", 0));
}

TEST_CASE("what is rejected leads no story and is nobody's copy") {
    SpooledArticles articles{article(2, 1, "a", IdOrigin::declared), article(2, 2, "a", IdOrigin::declared),
                             article(2, 3, "b", IdOrigin::declared)};
    for (SpooledArticle& entry : articles) entry.copy_group = 5;
    const SelectedStories selected = select_stories(articles, kFiles, read_candidate);
    REQUIRE(selected.stories.size() == 1);
    CHECK(selected.stories[0].leader == 0);
    CHECK(selected.stories[0].copies == std::vector<std::size_t>{2});
    CHECK(selected.rejections.size() == 1);
}

TEST_CASE("copies are looked for in each group, and only where there are two") {
    SpooledArticles articles;
    for (std::uint32_t i = 0; i < 7; ++i)
        articles.push_back(article(2, i + 1, std::string(1, static_cast<char>('g' - i)), IdOrigin::declared));
    // Groups of 3, 1, 2 and 1, in no order.
    const std::uint64_t groups[] = {9, 4, 9, 7, 1, 4, 9};
    for (std::size_t i = 0; i < 7; ++i) articles[i].copy_group = groups[i];
    std::size_t asked = 0;
    const SelectedStories selected = select_stories(articles, kFiles, [&](const SpooledArticle& entry) {
        ++asked;
        return read_candidate(entry);
    });
    CHECK(asked == 5);
    CHECK(ids(selected, articles) == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(selected.stories[0].copies == std::vector<std::size_t>{0, 2});
    CHECK(selected.stories[1].copies == std::vector<std::size_t>{1});
    CHECK(selected.stories[2].copies.empty());
    SpooledArticles none;
    CHECK(select_stories(none, kFiles, read_candidate).stories.empty());
}
