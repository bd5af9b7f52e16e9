#include "indexer/publish/publish.hpp"

#include <doctest/doctest.h>

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
