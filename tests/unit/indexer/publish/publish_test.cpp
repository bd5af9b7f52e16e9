#include "indexer/publish/publish.hpp"

#include <algorithm>
#include <iterator>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

/// An index root with one generation that was announced.
IndexLayout announced(const test::TempFolder& folder, const std::string& name) {
    const IndexLayout layout{folder.path()};
    folder.write("generations/" + name + "/postlist.glass", "x");
    folder.write("reports/" + name + ".json", "{}");
    std::filesystem::create_directories(layout.building());
    announce_generation(layout, name);
    return layout;
}

/// A generation of no stories, as far as it is listed and pruned.
void make_generation(const IndexLayout& layout, const std::string& name, int sequence) {
    std::filesystem::create_directories(layout.generations());
    Xapian::WritableDatabase database(layout.generation(name).string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    database.set_metadata(std::string(metadata::kSequence), std::to_string(sequence));
    database.set_metadata(std::string(metadata::kBuiltAt), "at " + name);
    database.commit();
}

std::vector<std::string> names(const IndexLayout& layout) {
    std::vector<std::string> found;
    for (const GenerationEntry& entry : list_generations(layout)) found.push_back(entry.name);
    return found;
}

std::size_t count_files(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what was announced and never became live is removed, with its report and the stub half written") {
    const test::TempFolder folder;
    const IndexLayout layout = announced(folder, "new");
    folder.write("generations/old/postlist.glass", "x");
    folder.write("current.new", "auto generations/new\n");
    make_live(layout, "old");
    folder.write("current.new", "auto generations/new\n");
    remove_unpublished(layout);
    CHECK_FALSE(std::filesystem::exists(layout.generation("new")));
    CHECK_FALSE(std::filesystem::exists(layout.reports() / "new.json"));
    CHECK_FALSE(std::filesystem::exists(layout.root / "current.new"));
    CHECK(std::filesystem::exists(layout.generation("old")));
    CHECK(live_generation(layout) == "old");
}

TEST_CASE("what was announced and did become live stays, killed right behind the rename or not") {
    const test::TempFolder folder;
    const IndexLayout layout = announced(folder, "new");
    make_live(layout, "new");
    remove_unpublished(layout);
    remove_unpublished(layout);
    CHECK(std::filesystem::exists(layout.generation("new") / "postlist.glass"));
    CHECK(std::filesystem::exists(layout.reports() / "new.json"));
    CHECK(live_generation(layout) == "new");
}

TEST_CASE("an announcement that names no generation removes nothing") {
    const test::TempFolder folder;
    const IndexLayout layout = announced(folder, "one");
    for (const char* text : {"", "\n", "../generations/one", "/one"}) {
        folder.write("building/publishing", text);
        remove_unpublished(layout);
        CHECK(std::filesystem::exists(layout.generation("one")));
    }
}

TEST_CASE("generations are listed by their sequence, newest first; of one sequence the later name; damaged ones last") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    CHECK(list_generations(layout).empty());
    for (const auto& [name, sequence] : {std::pair{"z", 2}, {"a", 10}, {"b", 3}, {"c", 3}})
        make_generation(layout, name, sequence);
    folder.write("generations/zz/iamglass", "damaged");
    folder.write("generations/file", "no generation");
    make_live(layout, "b");
    CHECK(names(layout) == Names{"a", "c", "b", "z", "zz"});
    for (const GenerationEntry& entry : list_generations(layout)) {
        CHECK(entry.live == (entry.name == "b"));
        CHECK(entry.built_at == (entry.name == "zz" ? "" : "at " + entry.name));
    }
    CHECK(list_generations(layout).front().sequence == 10);
    CHECK(list_generations(layout).back().sequence == 0);
}

TEST_CASE("pruning keeps the newest and the live one, wherever it stands, and goes on from there") {
    const auto kept = [](const char* live, std::size_t keep) {
        const test::TempFolder folder;
        const IndexLayout layout{folder.path()};
        for (int i = 1; i <= 5; ++i) make_generation(layout, std::to_string(i), i);
        make_live(layout, live);
        const Names deleted = prune_generations(layout, keep);
        const Names left = names(layout);
        CHECK(deleted.size() + left.size() == 5);
        CHECK(std::is_sorted(deleted.rbegin(), deleted.rend()));
        return left;
    };
    CHECK(kept("5", 1) == Names{"5"});
    CHECK(kept("5", 3) == Names{"5", "4", "3"});
    CHECK(kept("5", 5) == Names{"5", "4", "3", "2", "1"});
    CHECK(kept("5", 9) == Names{"5", "4", "3", "2", "1"});
    CHECK(kept("4", 2) == Names{"5", "4"});
    // The live one is spared beyond the number.
    CHECK(kept("2", 2) == Names{"5", "4", "2"});
    CHECK(kept("1", 0) == Names{"1"});
}

TEST_CASE("a pruned generation's digest goes with it, its report and those of others stay") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    for (const char* name : {"1", "2"}) {
        make_generation(layout, name, *name - '0');
        for (const char* ending : {".json", ".digest.txt", ".digest.json"})
            folder.write(std::string("reports/") + name + ending, "x");
    }
    make_live(layout, "2");
    CHECK(prune_generations(layout, 1) == Names{"1"});
    for (const char* file : {"1.json", "2.json", "2.digest.txt", "2.digest.json"})
        CHECK(std::filesystem::exists(layout.reports() / file));
    CHECK_FALSE(std::filesystem::exists(layout.reports() / "1.digest.txt"));
    CHECK_FALSE(std::filesystem::exists(layout.reports() / "1.digest.json"));
}

TEST_CASE("the reports of a hundred generations are kept, and the last run's whatever its name") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    prune_reports(layout);
    folder.write("reports/last-run.json", "{}");
    const auto name = [](int i) { return fmt::format("202601{:02}T{:06}Z-0000000a", 1 + i / 50, i); };
    for (int i = 0; i < 100; ++i) folder.write("reports/" + name(i) + ".json", "{}");
    prune_reports(layout);
    CHECK(count_files(layout.reports()) == 101);
    folder.write("reports/" + name(100) + ".json", "{}");
    folder.write("reports/" + name(0) + ".digest.txt", "x");
    prune_reports(layout);
    CHECK(count_files(layout.reports()) == 101);
    CHECK_FALSE(std::filesystem::exists(layout.reports() / (name(0) + ".json")));
    CHECK_FALSE(std::filesystem::exists(layout.reports() / (name(0) + ".digest.txt")));
    CHECK(std::filesystem::exists(layout.reports() / (name(1) + ".json")));
    CHECK(std::filesystem::exists(layout.reports() / "last-run.json"));
}

TEST_CASE("a generation is moved in whole; a name that is taken is an error that names it") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    folder.write("building/generation/postlist.glass", "x");
    add_generation(layout, layout.building() / "generation", "new");
    CHECK(test::read_file(layout.generation("new") / "postlist.glass") == "x");
    CHECK_FALSE(std::filesystem::exists(layout.building() / "generation"));
    folder.write("building/generation/postlist.glass", "y");
    const std::string taken =
        test::error_text(Status::io_error, [&] { add_generation(layout, layout.building() / "generation", "new"); });
    CHECK(taken.find("cannot move to " + layout.generation("new").string()) != std::string::npos);
    CHECK(test::read_file(layout.generation("new") / "postlist.glass") == "x");
}

TEST_CASE("a stub that cannot be replaced is an error, and so is a folder of generations that cannot be made") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    folder.write("current/file", "a folder in its place");
    CHECK(test::error_text(Status::io_error, [&] { make_live(layout, "new"); }).find("cannot replace ") !=
          std::string::npos);
    folder.write("generations", "a file in its place");
    folder.write("building/generation/x", "x");
    CHECK(test::error_text(Status::io_error, [&] {
              add_generation(layout, layout.building() / "generation", "new");
          }).find("cannot create ") != std::string::npos);
}

TEST_CASE("without an index there is no live generation, and the error says how to make one") {
    const test::TempFolder folder;
    const IndexLayout layout{folder.path()};
    CHECK(readable_live_generation(layout).empty());
    const std::string error =
        test::error_text(Status::unavailable, [&] { find_live_generation(layout, ": nothing to roll back"); });
    CHECK(error.starts_with("there is no index in " + folder.path().string() + ": nothing to roll back | "));
    CHECK(error.find("findings-index build FOLDER") != std::string::npos);
    make_live(layout, "one");
    CHECK(find_live_generation(layout, "") == "one");
    folder.write("current", "remote localhost:1\n");
    CHECK(readable_live_generation(layout).empty());
}
