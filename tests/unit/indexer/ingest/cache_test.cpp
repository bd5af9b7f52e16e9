#include "indexer/ingest/cache.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "common/base/error.hpp"
#include "indexer/readers/protocol.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

/// What a replay hands out: titles, and names of rejections' reasons; "-" when there is no reading.
std::string replay(ReadCache& cache, const std::string& key) {
    std::string seen;
    const ReadSink sink{
        [&](RawArticle&& article) { seen += article.title + ';'; },
        [&](Rejection&& rejection) { seen += std::string(rejection_row(rejection.reason).name) + ';'; }};
    return cache.replay(key, sink) ? seen : "-";
}

std::string encoded(const std::string& title, std::size_t text_bytes = 0) {
    RawArticle article;
    article.title = title;
    article.line = 1;
    if (text_bytes > 0) article.blocks.push_back({BlockRole::paragraph, 0, std::string(text_bytes, 'x')});
    return encode_article(article);
}

void store(ReadCache& cache, const std::string& key, RejectionReason reason) {
    ReadCache::Entry entry(cache, key);
    entry.add({{}, reason, "why"});
    entry.finish();
}

/// Runs SQL on a cache file, as a disk or a kill might have left it.
void change(const std::filesystem::path& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

}  // namespace

TEST_CASE("a finished reading comes back, whole and in order, also from the next run") {
    const test::TempFolder folder;
    {
        ReadCache cache(folder.path() / "c", false);
        ReadCache::Entry entry(cache, "key");
        entry.add_article(encoded("One"));
        entry.add({{}, RejectionReason::bad_record, "why"});
        entry.add_article(encoded("Two"));
        entry.finish();
        CHECK(replay(cache, "other") == "-");
        CHECK(replay(cache, "") == "-");
    }
    ReadCache cache(folder.path() / "c", false);
    CHECK(replay(cache, "key") == "One;bad-record;Two;");
    CHECK_FALSE(cache.replaced());
    ReadCache full(folder.path() / "other", true);
    store(full, "key", RejectionReason::empty);
    CHECK(replay(full, "key") == "-");
}

TEST_CASE("a reading of several parts that was cut off by a kill counts as none") {
    const test::TempFolder folder;
    constexpr std::size_t kMegabyte = 1U << 20U;
    {
        ReadCache cache(folder.path() / "c", false);
        ReadCache::Entry killed(cache, "killed");
        for (int i = 0; i < 6; ++i) killed.add_article(encoded("Part", kMegabyte));
        // Four megabytes are stored; a kill comes before the rest.
        ReadCache::Entry whole(cache, "whole");
        for (int i = 0; i < 6; ++i) whole.add_article(encoded("Part", kMegabyte));
        whole.finish();
    }
    {
        ReadCache cache(folder.path() / "c", false);
        CHECK(replay(cache, "killed") == "-");
        CHECK(replay(cache, "whole") == "Part;Part;Part;Part;Part;Part;");
    }
    // Its end mark lost, or a part in the middle.
    change(folder.path() / "c",
           "DELETE FROM reading WHERE key='whole' AND part=(SELECT MAX(part) FROM reading WHERE key='whole')");
    ReadCache cache(folder.path() / "c", false);
    CHECK(replay(cache, "whole") == "-");
}

TEST_CASE("a part that is missing in the middle, or a byte that changed, makes a reading count as none") {
    const test::TempFolder folder;
    for (const char* sql :
         {"DELETE FROM reading WHERE part=0", "UPDATE reading SET frames=CAST('x' AS BLOB) WHERE part=0",
          "UPDATE reading SET frames=zeroblob(length(frames)) WHERE part=0"}) {
        {
            ReadCache cache(folder.path() / "c", false);
            ReadCache::Entry entry(cache, "key");
            for (int i = 0; i < 6; ++i) entry.add_article(encoded("Part", 1U << 20U));
            entry.finish();
        }
        change(folder.path() / "c", sql);
        ReadCache cache(folder.path() / "c", false);
        CHECK(replay(cache, "key") == "-");
    }
}

TEST_CASE("what is not the file's fault is not remembered, what is one is") {
    const test::TempFolder folder;
    ReadCache cache(folder.path() / "c", false);
    for (const RejectionRow& row : kRejections) {
        const std::string name(row.name);
        store(cache, name, row.reason);
        const bool passes = row.reason == RejectionReason::timed_out || row.reason == RejectionReason::unreadable;
        CHECK(may_pass(row.reason) == passes);
        CHECK(replay(cache, name) == (passes ? "-" : name + ';'));
    }
}

TEST_CASE("an entry that is not finished is forgotten, and so is what no file of a run used") {
    const test::TempFolder folder;
    {
        ReadCache cache(folder.path() / "c", false);
        {
            ReadCache::Entry entry(cache, "unfinished");
            entry.add_article(encoded("One"));
        }
        store(cache, "used", RejectionReason::empty);
        store(cache, "unused", RejectionReason::empty);
    }
    {
        ReadCache cache(folder.path() / "c", false);
        CHECK(replay(cache, "unfinished") == "-");
        CHECK(replay(cache, "used") == "empty;");
        cache.forget_unused();
    }
    ReadCache cache(folder.path() / "c", false);
    CHECK(replay(cache, "used") == "empty;");
    CHECK(replay(cache, "unused") == "-");
}

TEST_CASE("a file that is no cache of this shape is replaced, and that is said") {
    const test::TempFolder folder;
    folder.write("c", "no database at all, but long enough to be taken for a damaged one");
    CHECK(ReadCache(folder.path() / "c", false).replaced());
    CHECK_FALSE(ReadCache(folder.path() / "c", false).replaced());
    change(folder.path() / "c", "UPDATE shape SET name='findings-cache-1'");
    CHECK(ReadCache(folder.path() / "c", false).replaced());
}

TEST_CASE("the key of a file is its content and its ending, and a run that is asked to stop ends there") {
    const test::TempFolder folder;
    const auto file = folder.write("a.txt", "x");
    CHECK(make_cache_key(file) == make_cache_key(folder.write("b.txt", "x")));
    CHECK(make_cache_key(file) != make_cache_key(folder.write("c.txt", "y")));
    CHECK(make_cache_key(file) != make_cache_key(folder.write("a.html", "x")));
    CHECK(make_cache_key(folder.path() / "none").empty());
    CHECK(make_cache_key(folder.path()).empty());
    CHECK_THROWS_AS(make_cache_key(file, [] { return true; }), Error);
}

TEST_CASE("what is erased is erased with the pages that were read of it") {
    const test::TempFolder folder;
    ReadCache cache(folder.path() / "c", false);
    store(cache, "hash.pdf 9 ocr=eng", RejectionReason::empty);
    cache.keep_page("picture", "zebrafinch", "hash.pdf 9 ocr=eng");
    cache.keep_page("another", "sparrow", "other.pdf 9 ocr=eng");
    cache.erase({"hash.pdf 9 ocr=eng"});
    CHECK(replay(cache, "hash.pdf 9 ocr=eng") == "-");
    CHECK_FALSE(cache.recall_page("picture", "third.pdf 9 ocr=eng").has_value());
    CHECK(cache.recall_page("another", "third.pdf 9 ocr=eng") == "sparrow");
}
