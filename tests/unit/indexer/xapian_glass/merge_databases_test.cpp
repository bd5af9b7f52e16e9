#include "indexer/xapian_glass/merge_databases.hpp"

#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"
#include "indexer/xapian_glass/encode.hpp"
#include "indexer/xapian_glass/table_reader.hpp"
#include "indexer/xapian_glass/write_version.hpp"
#include "tests/unit/support/segment.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;
using namespace findings::glass;

namespace {

namespace fs = std::filesystem;

/// Stories with a few words in nearly all of them, many in one alone, and some without any.
std::vector<Article> make_stories(std::size_t count) {
    std::mt19937 random(11);
    std::vector<Article> stories;
    for (std::size_t i = 0; i < count; ++i) {
        Article& story = stories.emplace_back();
        story.id = "id" + std::to_string(random() % 100000) + "-" + std::to_string(i);
        if (i % 17 == 3) continue;
        story.title = "Report " + std::to_string(i % 9);
        for (std::size_t words = random() % 200; words > 0; --words) {
            const auto draw = static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
            story.text += "w" + std::to_string(static_cast<int>(2000 * draw * draw * draw)) + ' ';
        }
        if (i % 40 == 7)
            for (int word = 0; word < 5000; ++word) story.text += std::to_string(random()) + ' ';
        story.published = i % 3 == 0 ? "" : "20" + std::to_string(10 + i % 14) + "-03-17";
    }
    return stories;
}

/// The stories in segments of these sizes, merged.
fs::path merge(const fs::path& folder, const std::vector<Article>& stories, const std::vector<std::size_t>& sizes) {
    std::vector<fs::path> segments;
    auto next = stories.begin();
    for (const std::size_t size : sizes) {
        segments.push_back(folder / ("segment" + std::to_string(segments.size())));
        const auto end = next + static_cast<std::ptrdiff_t>(size);
        test::write_segment(segments.back(), {next, end});
        next = end;
    }
    REQUIRE(next == stories.end());
    merge_databases(segments, folder / "merged", {});
    return folder / "merged";
}

constexpr Xapian::valueno kSlots = 20;

/// All that can be asked of a database, as text.
std::string describe(const fs::path& folder) {
    const Xapian::Database database(folder.string());
    std::ostringstream out;
    out << database.get_doccount() << ' ' << database.get_lastdocid() << ' ' << database.get_total_length() << ' '
        << database.get_doclength_lower_bound() << ' ' << database.get_doclength_upper_bound() << '\n';
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ' '
            << database.get_wdf_upper_bound(*term) << ':';
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
            out << ' ' << *at << '/' << at.get_wdf() << '/' << at.get_doclength();
        out << '\n';
    }
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
        out << database.get_doclength(id) << ' ' << database.get_document(id).get_data();
        for (Xapian::valueno slot = 0; slot < kSlots; ++slot) out << ' ' << database.get_document(id).get_value(slot);
        out << '\n';
    }
    for (Xapian::valueno slot = 0; slot < kSlots; ++slot)
        out << database.get_value_freq(slot) << ' ' << database.get_value_lower_bound(slot) << ' '
            << database.get_value_upper_bound(slot) << '\n';
    return out.str();
}

}  // namespace

TEST_CASE("a merged database says what one of all stories says") {
    const std::vector<Article> stories = make_stories(1200);
    const test::TempFolder folder;
    test::write_segment(folder.path() / "whole", stories);
    const std::string expected = describe(folder.path() / "whole");
    int number = 0;
    for (const std::vector<std::size_t>& sizes :
         {std::vector<std::size_t>{1200}, {1, 1, 1198}, {500, 1, 200, 499}, std::vector<std::size_t>(24, 50)}) {
        const fs::path part = folder.path() / std::to_string(++number);
        const fs::path merged = merge(part, stories, sizes);
        CHECK(describe(merged) == expected);
        std::ostringstream found;
        CHECK(Xapian::Database::check(merged.string(), 0, &found) == 0);
        CAPTURE(found.str());
        // Chunks of small segments become one: a list in twenty-four pieces is not longer than in one.
        CHECK(fs::file_size(merged / "postlist.glass") <=
              fs::file_size(folder.path() / "whole" / "postlist.glass") * 21 / 20);
    }
}

TEST_CASE("what was merged can be merged again") {
    const std::vector<Article> stories = make_stories(300);
    const test::TempFolder folder;
    const fs::path first = merge(folder.path() / "a", {stories.begin(), stories.begin() + 100}, {30, 70});
    const fs::path second = merge(folder.path() / "b", {stories.begin() + 100, stories.end()}, {200});
    merge_databases({first, second}, folder.path() / "all", {});
    test::write_segment(folder.path() / "whole", stories);
    CHECK(describe(folder.path() / "all") == describe(folder.path() / "whole"));
}

TEST_CASE("a segment that is cut short is an error") {
    const test::TempFolder folder;
    test::write_segment(folder.path() / "segment", make_stories(200));
    for (const char* name : {"postlist.glass", "docdata.glass", "iamglass"}) {
        const fs::path copy = folder.path() / "copy";
        fs::remove_all(copy);
        fs::copy(folder.path() / "segment", copy);
        fs::resize_file(copy / name, fs::file_size(copy / name) / 2 + 1);
        CAPTURE(name);
        CHECK_THROWS_AS(merge_databases({copy}, folder.path() / "merged", {}), Error);
        fs::remove(copy / name);
        CHECK_THROWS_AS(merge_databases({copy}, folder.path() / "merged", {}), Error);
    }
}

TEST_CASE("a table is read as it was written, tags of many components too") {
    const test::TempFolder folder;
    const fs::path path = folder.path() / "table";
    const std::vector<std::size_t> sizes{0, 1, 2000, 2030, 5000, 100000, 3};
    {
        TableWriter table(path);
        for (std::size_t i = 0; i < sizes.size(); ++i)
            table.add("key" + std::to_string(i), std::string(sizes[i], static_cast<char>('a' + i)), i % 2 == 1);
        table.finish();
    }
    TableReader table(path);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        REQUIRE(table.next());
        CHECK(table.key() == "key" + std::to_string(i));
        CHECK(table.tag() == std::string(sizes[i], static_cast<char>('a' + i)));
        CHECK(table.deflated() == (i % 2 == 1));
    }
    CHECK_FALSE(table.next());
}

TEST_CASE("numbers of keys are read back") {
    for (const std::uint32_t number :
         {0U, 1U, 0x7fffU, 0x8000U, 0x3fffffU, 0x400000U, 0x1fffffffU, 0x20000000U, 0xffffffffU}) {
        std::string bytes;
        append_sortable(bytes, number);
        std::string_view rest = bytes;
        CHECK(take_sortable(rest) == number);
        CHECK(rest.empty());
        rest = std::string_view(bytes).substr(0, bytes.size() - 1);
        CHECK_FALSE(take_sortable(rest).has_value());
    }
}
