#include "indexer/ingest/own_files.hpp"

#include <string_view>

#include <doctest/doctest.h>

#include "tests/unit/support/temp_folder.hpp"

using namespace findings;
namespace fs = std::filesystem;

TEST_CASE("of an index root's entries the program's are told from a user's by name") {
    using enum IndexPlace;
    for (const std::string_view ours :
         {"current", "current.new", "generations", "building", "lock", "lists.lock", "cache.sqlite",
          "cache.sqlite-journal", "cache.sqlite-wal", "cache.sqlite-shm", "state.sqlite", "state.sqlite-wal",
          "state.sqlite.damaged-20260101T000000Z", "withdrawn.csv", "kept.csv", "arrivals.csv"}) {
        INFO(ours);
        CHECK(OwnFiles::place_of_entry(root, ours) == inside);
        CHECK(OwnFiles::place_of_entry(outside, ours) == outside);
        CHECK(OwnFiles::place_of_entry(inside, ours) == inside);
    }
    for (const std::string_view users :
         {"current.old", "generation", "Lock", "cache.sqlite-", "cache.sqlite-walx", "xcache.sqlite",
          "state.sqlite.damaged", "corrections.csv", "providers.csv", "letter.txt", "reports.txt", ""}) {
        INFO(users);
        CHECK(OwnFiles::place_of_entry(root, users) == outside);
        CHECK(OwnFiles::place_of_entry(inside, users) == inside);
    }
    CHECK(OwnFiles::place_of_entry(root, "reports") == reports);
}

TEST_CASE("in the folder of reports a report is told by its name's shape") {
    using enum IndexPlace;
    for (const std::string_view ours : {"20261122T020000Z-1a2b3c4d.json", "20261122T020000Z-00000000.csv",
                                        "20261122T020000Z-0123abef.x", "last-run.json", "last-run.json.new"})
        CHECK(OwnFiles::place_of_entry(reports, ours) == inside);
    for (const std::string_view users :
         {"20261122T020000Z-1a2b3c4d", "20261122T020000Z-1a2b3c4g.json", "20261122T020000Z-1A2B3C4D.json",
          "2026112xT020000Z-1a2b3c4d.json", "20261122 020000Z-1a2b3c4d.json", "20261122T020000Z-1a2b3c4d5.json",
          "20261122T020000Z-1a2b3c4d-json", "last-run", "kent-2024.pdf", ""}) {
        INFO(users);
        CHECK(OwnFiles::place_of_entry(reports, users) == outside);
    }
}

TEST_CASE("a folder looks like an index root when it was published, or when a run was tried in it") {
    const test::TempFolder folder;
    const OwnFiles files({});
    const auto place = [&](std::string_view name) { return files.place_of(folder.path() / name); };
    fs::create_directories(folder.path() / "bare");
    CHECK(place("bare") == IndexPlace::outside);
    CHECK(place("none") == IndexPlace::outside);
    // A lock alone is any program's; with a cache or the report of a run beside it, it is ours.
    folder.write("locked/lock", "");
    CHECK(place("locked") == IndexPlace::outside);
    folder.write("cached/lock", "");
    folder.write("cached/cache.sqlite", "");
    CHECK(place("cached") == IndexPlace::root);
    folder.write("cacheonly/cache.sqlite", "");
    CHECK(place("cacheonly") == IndexPlace::outside);
    folder.write("ran/lock", "");
    folder.write("ran/reports/last-run.json", "{}");
    CHECK(place("ran") == IndexPlace::root);
    // `current` must name a generation.
    fs::create_directories(folder.path() / "users/generations");
    folder.write("users/current", "a user's note");
    CHECK(place("users") == IndexPlace::outside);
    folder.write("nogenerations/current", "auto generations/20261122T020000Z-1a2b3c4d\n");
    CHECK(place("nogenerations") == IndexPlace::outside);
    fs::create_directories(folder.path() / "published/generations/20261122T020000Z-1a2b3c4d");
    folder.write("published/current", "auto generations/20261122T020000Z-1a2b3c4d\n");
    CHECK(place("published") == IndexPlace::root);
}

TEST_CASE("the root of this run is known by its name alone, and a path by all of its folders") {
    const test::TempFolder folder;
    folder.write("ix/letter.txt", "a user's");
    fs::create_directory_symlink(folder.path() / "ix", folder.path() / "link");
    const OwnFiles files(folder.path() / "link");
    CHECK(files.place_of(folder.path() / "ix") == IndexPlace::root);
    CHECK(files.place_of(folder.path()) == IndexPlace::outside);
    const fs::path root = fs::canonical(folder.path()) / "ix";
    CHECK(files.place_of_path(root) == IndexPlace::root);
    CHECK(files.place_of_path(root / "letter.txt") == IndexPlace::outside);
    CHECK(files.place_of_path(root / "reports") == IndexPlace::reports);
    CHECK(files.place_of_path(root / "reports/last-run.json") == IndexPlace::inside);
    CHECK(files.place_of_path(root / "generations/g/iamglass") == IndexPlace::inside);
    CHECK(files.place_of_path(root.parent_path() / "other/lock") == IndexPlace::outside);
}
