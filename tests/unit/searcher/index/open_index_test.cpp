#include "searcher/index/open_index.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/index/schema.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

/// "status: message" of the error that opening causes.
std::string failure(const std::filesystem::path& root) {
    try {
        open_index({root});
    } catch (const Error& error) {
        return std::to_string(static_cast<int>(error.status())) + ": " + error.what();
    }
    return "none";
}

Article make_article() {
    Article article;
    article.id = "a";
    return article;
}

}  // namespace

TEST_CASE("a folder without an index says how to make one") {
    const test::TempFolder folder;
    CHECK(failure(folder.path()) == "69: no index in " + folder.path().string());
    CHECK(failure(folder.path() / "missing") == "69: no index in " + (folder.path() / "missing").string());
    try {
        open_index({folder.path()});
    } catch (const Error& error) {
        CHECK(error.hint().find("findings-index build") != std::string::npos);
    }
}

TEST_CASE("a stub that names no generation of ours is refused") {
    const test::TempFolder folder;
    std::ofstream(IndexLayout{folder.path()}.current()) << "auto /elsewhere\n";
    CHECK(failure(folder.path()).rfind("69: ", 0) == 0);
}

TEST_CASE("a generation that is gone is an error that names it") {
    const test::TempFolder folder;
    std::ofstream(IndexLayout{folder.path()}.current()) << make_stub("20261122T020000Z-00000000");
    CHECK(failure(folder.path()).rfind("69: cannot open generation 20261122T020000Z-00000000", 0) == 0);
}

TEST_CASE("a generation of another format asks for a rebuild") {
    const test::TempFolder folder;
    write_index(folder.path(), {make_article()}, "20261122T020000Z-00000000", 99);
    CHECK(failure(folder.path()) ==
          fmt::format("69: generation 20261122T020000Z-00000000 has format 99, this program reads {}", kIndexFormat));
}

TEST_CASE("a Xapian database that is none of ours asks for a rebuild") {
    const test::TempFolder folder;
    write_index(folder.path(), {make_article()}, "20261122T020000Z-00000000", 0);
    CHECK(failure(folder.path()) == "69: 20261122T020000Z-00000000 is not a generation of Findings");
    const IndexLayout layout{folder.path()};
    CHECK(failure(layout.generation("20261122T020000Z-00000000")).find("is a Xapian database, not an index root") !=
          std::string::npos);
}

TEST_CASE("a generation whose facet columns are missing, damaged or another's is refused") {
    const test::TempFolder folder;
    write_index(folder.path(), {make_article()});
    const std::filesystem::path generation =
        IndexLayout{folder.path()}.generation(live_generation(IndexLayout{folder.path()}));
    const std::filesystem::path columns = generation / kFacetColumnsName;
    CHECK(failure(folder.path()) == "none");
    const test::TempFolder other;
    write_index(other.path(), {make_article(), make_article()});
    const IndexLayout elsewhere{other.path()};
    std::filesystem::copy_file(elsewhere.generation(live_generation(elsewhere)) / kFacetColumnsName, columns,
                               std::filesystem::copy_options::overwrite_existing);
    CHECK(failure(folder.path()) == "69: the facet columns of the index are damaged");
    std::filesystem::resize_file(columns, 20);
    CHECK(failure(folder.path()) == "69: " + columns.string() + " is damaged");
    std::filesystem::remove(columns);
    CHECK(failure(folder.path()).rfind("69: cannot open " + columns.string(), 0) == 0);
}

TEST_CASE("one index under several names is searched once") {
    const test::TempFolder folder;
    const auto root = folder.path() / "index";
    std::filesystem::create_directory(root);
    write_index(root, {make_article()});
    const auto link = folder.path() / "link";
    std::filesystem::create_symlink(root, link);
    CHECK(open_index({root, root}).database.get_doccount() == 1);
    CHECK(open_index({root, root / ""}).generations.size() == 1);
    CHECK(open_index({root, root / "." / "generations" / ".."}).generations.size() == 1);
    CHECK(open_index({link, root}).generations.size() == 1);
    CHECK(open_index({link, root}).name() == "20261122T020000Z-00000000");
}

TEST_CASE("a copy of an index is searched once, another index of the same name is not") {
    const test::TempFolder folder;
    const std::string name = "20261122T020000Z-00000000";
    const auto make_root = [&](const char* root, const char* manifest) {
        std::filesystem::create_directory(folder.path() / root);
        write_index(folder.path() / root, {make_article()}, name);
        std::ofstream(IndexLayout{folder.path() / root}.generation(name) / kManifestName) << manifest;
        return folder.path() / root;
    };
    const auto one = make_root("one", "hash 1");
    const auto copy = make_root("copy", "hash 1");
    const auto other = make_root("other", "hash 2");
    const auto unsigned_one = make_root("unsigned", "");
    CHECK(open_index({one, copy}).generations.size() == 1);
    CHECK(open_index({one, other}).generations.size() == 2);
    CHECK(open_index({one, other, copy}).database.get_doccount() == 2);
    CHECK(open_index({unsigned_one, one}).generations.size() == 2);
}

TEST_CASE("an open index keeps answering when its generation is replaced and deleted") {
    const test::TempFolder folder;
    write_index(folder.path(), {make_article()});
    const OpenIndex index = open_index({folder.path()});
    write_index(folder.path(), {}, "20261123T020000Z-00000000");
    std::filesystem::remove_all(IndexLayout{folder.path()}.generation("20261122T020000Z-00000000"));
    CHECK(index.database.get_doccount() == 1);
    CHECK(index.name() == "20261122T020000Z-00000000");
    CHECK(open_index({folder.path()}).database.get_doccount() == 0);
}

}  // namespace findings::testing
