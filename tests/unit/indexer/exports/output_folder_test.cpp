#include "indexer/exports/output_folder.hpp"

#include <doctest/doctest.h>

#include "indexer/exports/bulk_files.hpp"
#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;
namespace fs = std::filesystem;

namespace {

const char* const kManifest = R"({"findings_export":1,"files":[{"name":"bulk-000001.json"}]})";

std::string refusal(const fs::path& folder, const fs::path& root, Status status = Status::cannot_create) {
    return test::error_text(status, [&] { const OutputFolder output(folder, root); });
}

}  // namespace

TEST_CASE("a folder is there when it is published, not before, and nothing else is left") {
    const test::TempFolder home;
    const fs::path place = home.path() / "out";
    {
        OutputFolder output(place, home.path() / "index");
        home.write("out.unfinished/manifest.json", kManifest);
        CHECK_FALSE(fs::exists(place));
        CHECK(refusal(place, home.path() / "index", Status::locked).find("another export") != std::string::npos);
        output.publish();
    }
    CHECK(fs::exists(place / "manifest.json"));
    CHECK_FALSE(fs::exists(home.path() / "out.unfinished"));
}

TEST_CASE("what is not published is gone, what was there before stays") {
    const test::TempFolder home;
    home.write("out/manifest.json", kManifest);
    home.write("out/bulk-000001.json", "old");
    {
        const OutputFolder output(home.path() / "out", home.path() / "index");
        home.write("out.unfinished/bulk-000001.json", "half");
    }
    CHECK_FALSE(fs::exists(home.path() / "out.unfinished"));
    CHECK(fs::file_size(home.path() / "out/bulk-000001.json") == 3);
}

TEST_CASE("an earlier export and an empty folder are replaced, what a killed run left is cleared") {
    const test::TempFolder home;
    home.write("out.unfinished/bulk-000009.json", "left");
    home.write("out/manifest.json", kManifest);
    home.write("out/bulk-000001.json", "old");
    fs::create_directory(home.path() / "empty");
    for (const char* name : {"out", "empty"}) {
        OutputFolder output(home.path() / name, home.path() / "index");
        CHECK(fs::is_empty(output.path()));
        home.write(std::string(name) + ".unfinished/manifest.json", kManifest);
        output.publish();
        CHECK(std::distance(fs::directory_iterator(home.path() / name), fs::directory_iterator()) == 1);
        CHECK_FALSE(fs::exists(home.path() / (std::string(name) + ".unfinished")));
    }
}

TEST_CASE("other people's files are refused by name and untouched") {
    const test::TempFolder home;
    const fs::path root = home.path() / "index";
    home.write("foreign/letter.txt", "mine");
    CHECK(refusal(home.path() / "foreign", root).find("letter.txt") != std::string::npos);
    home.write("mixed/manifest.json", kManifest);
    home.write("mixed/notes.txt", "mine");
    CHECK(refusal(home.path() / "mixed", root).find("notes.txt") != std::string::npos);
    home.write("other/manifest.json", "{\"name\":\"web app\"}");
    CHECK(refusal(home.path() / "other", root).find("manifest.json") != std::string::npos);
    home.write("x.unfinished/photo.png", "mine");
    CHECK(refusal(home.path() / "x", root).find("photo.png") != std::string::npos);
    CHECK(fs::exists(home.path() / "x.unfinished/photo.png"));
    const fs::path file = home.write("file", "mine");
    CHECK(refusal(file, root).find("no folder") != std::string::npos);
    CHECK(refusal(home.path() / "none/out", root).find("is no folder") != std::string::npos);
    fs::create_directories(root / "generations");
    CHECK(refusal(root / "generations" / "out", root).find("lies in the index root") != std::string::npos);
    CHECK(refusal(root, root).find("lies in the index root") != std::string::npos);
}

TEST_CASE("bulk files are bounded, and a document that alone is longer stands in one of its own") {
    const test::TempFolder home;
    BulkFiles files(home.path(), {".json", "[", ",", "]"}, 10);
    for (const char* document : {"1234", "567", "8", "a long document", "9"}) files.add(document);
    files.finish();
    REQUIRE(files.files().size() == 4);
    std::size_t documents = 0;
    for (const BulkFile& file : files.files()) {
        CHECK(fs::file_size(home.path() / file.name) == file.bytes);
        documents += file.documents;
    }
    CHECK(documents == 5);
    CHECK(files.files()[0].bytes == 10);
    CHECK(files.files()[2].bytes == 17);
    BulkFiles none(home.path(), {".json", "[", ",", "]"}, 10);
    none.finish();
    CHECK(none.files().empty());
}
