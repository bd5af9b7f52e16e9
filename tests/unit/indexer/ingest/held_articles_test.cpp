#include "indexer/ingest/held_articles.hpp"

#include <string>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "indexer/clean/counted_lines.hpp"
#include "indexer/clean/line.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

const std::string kBox = "Every story here is paid for by the people of the marshes, who give three pounds a month.";

RawArticle make_story(int number, ContentType type = ContentType::html) {
    RawArticle raw;
    raw.type = type;
    raw.title = "Story " + std::to_string(number);
    raw.blocks.push_back({BlockRole::paragraph, 0,
                          "Paragraph number " + std::to_string(number) + " of one story alone, and of no other."});
    raw.blocks.push_back({BlockRole::paragraph, 0, kBox});
    return raw;
}

}  // namespace

TEST_CASE("pages are held, records only when they name their site, documents and mail never") {
    for (const ContentType type : {ContentType::text, ContentType::markdown, ContentType::html})
        CHECK(HeldArticles::may_hold(make_story(1, type)));
    for (const ContentType type : {ContentType::pdf, ContentType::office, ContentType::image, ContentType::mail})
        CHECK_FALSE(HeldArticles::may_hold(make_story(1, type)));
    for (const ContentType type : {ContentType::json, ContentType::json_lines, ContentType::table}) {
        RawArticle record = make_story(1, type);
        CHECK_FALSE(HeldArticles::may_hold(record));
        record.declared["url"] = {"https://ledger.example/1"};
        CHECK(HeldArticles::may_hold(record));
    }
}

TEST_CASE("what was held comes back whole, with its file and its sites, and what recurs is learned") {
    const test::TempFolder folder;
    const std::uint64_t site = hash_site("host ledger.example");
    {
        HeldArticles held(folder.path(), 2);
        for (int i = 0; i < 6; ++i)
            held.hold(static_cast<std::size_t>(i) % 2, make_story(i), static_cast<std::uint32_t>(i + 10),
                      i == 5 ? std::vector<std::uint64_t>{site, 7, 9} : std::vector<std::uint64_t>{site});
        const RecurringLines learned = held.learn();
        CHECK(learned.percent(site, hash_counted_line(make_line(BlockRole::paragraph, 0, kBox))) == 100);
        REQUIRE(held.size() == 6);
        for (std::size_t i = 0; i < 6; ++i) {
            const HeldArticles::Article article = held.take(i);
            CHECK(article.file == i + 10);
            CHECK(article.raw == make_story(static_cast<int>(i)));
            // Two sites at most.
            CHECK(article.sites == (i == 5 ? std::vector<std::uint64_t>{site, 7} : std::vector<std::uint64_t>{site}));
        }
        CHECK(std::filesystem::exists(folder.path() / "held-0"));
        CHECK(std::filesystem::exists(folder.path() / "lines-1"));
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a held article whose file changed meanwhile is an error of the disk") {
    const test::TempFolder folder;
    HeldArticles held(folder.path(), 1);
    held.hold(0, make_story(1), 0, {});
    static_cast<void>(held.learn());
    folder.write("held-0", std::string(4096, '\xff'));
    CHECK_THROWS_AS(static_cast<void>(held.take(0)), Error);
}
