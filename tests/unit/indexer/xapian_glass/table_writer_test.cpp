#include "indexer/xapian_glass/table_writer.hpp"

#include <map>
#include <random>
#include <sstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "indexer/xapian_glass/encode.hpp"
#include "indexer/xapian_glass/write_version.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;
using namespace findings::glass;

namespace {

/// Writes entries as metadata of a database without documents: the one kind of entry that Xapian reads back whatever
/// its key and tag are.
void write_entries(const std::filesystem::path& folder, const std::map<std::string, std::string>& entries,
                   bool deflated) {
    std::filesystem::create_directories(folder);
    TableWriter postlist(folder / "postlist.glass");
    if (deflated) postlist.deflate_tags();
    for (const auto& [name, tag] : entries) postlist.add(metadata_key(name), tag);
    TableWriter docdata(folder / "docdata.glass");
    write_version(folder, {}, postlist.finish(), docdata.finish());
}

void check_entries(const std::map<std::string, std::string>& entries, bool deflated = false) {
    const test::TempFolder folder;
    write_entries(folder.path() / "db", entries, deflated);
    std::ostringstream found;
    CHECK(Xapian::Database::check((folder.path() / "db").string(), 0, &found) == 0);
    CAPTURE(found.str());
    const Xapian::Database database((folder.path() / "db").string());
    std::size_t count = 0;
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key, ++count)
        REQUIRE(entries.contains(*key));
    CHECK(count == entries.size());
    std::size_t wrong = 0;
    for (const auto& [name, tag] : entries) wrong += database.get_metadata(name) == tag ? 0U : 1U;
    CHECK(wrong == 0);
}

std::string random_bytes(std::size_t size, std::mt19937& random) {
    std::string bytes;
    for (; size > 0; --size) bytes.push_back(static_cast<char>(random()));
    return bytes;
}

}  // namespace

TEST_CASE("a table without entries is one that Xapian opens") { check_entries({}); }

TEST_CASE("entries of every size are read back, in one block or many levels of them") {
    std::mt19937 random(1);
    check_entries({{"a", "b"}});
    std::map<std::string, std::string> small;
    for (int i = 0; i < 20000; ++i) small["key" + std::to_string(i)] = std::to_string(i);
    check_entries(small);
    // Tags around the sizes at which they need another component, and one of many.
    std::map<std::string, std::string> large;
    for (std::size_t size = 1900; size < 2150; ++size) large["k" + std::to_string(size)] = random_bytes(size, random);
    for (std::size_t size = 3950; size < 4150; size += 3)
        large["k" + std::to_string(size)] = random_bytes(size, random);
    large["long"] = random_bytes(3000000, random);
    large["m"] = "after";
    check_entries(large);
}

TEST_CASE("deflated tags of every size are read back by Xapian") {
    // Of a stream whose last bytes fill Xapian's buffer of 8,192 bytes and more, Xapian loses the end.
    std::map<std::string, std::string> alike;
    for (std::size_t size = 40; size < 25'000; size += size % 8192 < 300 || size % 8192 > 8100 ? 1 : 53)
        alike["a" + std::to_string(size)] = std::string(size, 'a');
    check_entries(alike, true);
    std::mt19937 random(2);
    std::map<std::string, std::string> words;
    for (std::size_t size = 7'900; size < 9'000; ++size) {
        std::string& text = words["w" + std::to_string(size)];
        while (text.size() < size) text += "caseloads " + std::to_string(random() % 50) + ' ';
        text.resize(size);
    }
    words["x"] = random_bytes(20'000, random);
    check_entries(words, true);
}

TEST_CASE("keys of any bytes and lengths keep their order across blocks and levels") {
    std::mt19937 random(2);
    for (int round = 0; round < 5; ++round) {
        std::map<std::string, std::string> entries;
        for (int i = 0; i < 4000; ++i) {
            // Long common beginnings make long dividing keys, and so levels.
            std::string name = "x";
            if (i % 3 != 0) name.append(150, 'p');
            name += random_bytes(1 + random() % 80, random);
            entries[name] = random_bytes(1 + random() % (i % 50 == 0 ? 9000 : 90), random);
        }
        check_entries(entries);
    }
}

TEST_CASE("numbers in keys sort as they do") {
    std::string before;
    for (const std::uint32_t number :
         {0U, 1U, 0x7fffU, 0x8000U, 0x3fffffU, 0x400000U, 0x1fffffffU, 0x20000000U, 0xffffffffU}) {
        std::string bytes;
        append_sortable(bytes, number);
        CHECK(before < bytes);
        before = bytes;
    }
}

TEST_CASE("what is stored as a stream is read back by Xapian as it was, and survives a merge") {
    const test::TempFolder folder;
    std::filesystem::create_directories(folder.path() / "a");
    std::map<std::string, std::string> entries{{"empty", ""}, {"short", "abc"}};
    for (const std::size_t size : {65535U, 65536U, 300000U})
        entries["of " + std::to_string(size)] = std::string(size, 'x');
    TableWriter postlist(folder.path() / "a" / "postlist.glass");
    for (const auto& [name, tag] : entries) postlist.add(metadata_key(name), stored_stream(tag), true);
    TableWriter docdata(folder.path() / "a" / "docdata.glass");
    write_version(folder.path() / "a", {}, postlist.finish(), docdata.finish());
    Xapian::Database((folder.path() / "a").string()).compact((folder.path() / "b").string());
    for (const char* name : {"a", "b"}) {
        const Xapian::Database database((folder.path() / name).string());
        for (const auto& [key, tag] : entries) CHECK((database.get_metadata(key) == tag));
    }
}
