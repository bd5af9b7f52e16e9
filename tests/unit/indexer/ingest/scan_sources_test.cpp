#include "indexer/ingest/scan_sources.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {
std::vector<std::string> names(const SourceScan& scan) {
    std::vector<std::string> result;
    for (const SourceFile& file : scan.files) result.push_back(file.source);
    return result;
}
}  // namespace

TEST_CASE("a folder is walked in the order of names, hidden ones left out, other types counted") {
    const test::TempFolder folder;
    for (const char* name : {"b/z.HTML", "a.txt", "b/a.pdf", "b/c.jsonl.gz", ".hidden/x.txt", "b/.x.txt", "n.docx",
                             "m.docx", "README", "d.tar.gz"})
        folder.write(name, "x");
    const SourceScan scan = scan_sources({folder.path()});
    CHECK(names(scan) == std::vector<std::string>{"a.txt", "b/a.pdf", "b/c.jsonl.gz", "b/z.HTML"});
    CHECK(scan.unsupported.at(".docx") == 2);
    CHECK(scan.unsupported.at("") == 1);
    CHECK(scan.unsupported.at(".tar.gz") == 1);
}

TEST_CASE("the folder beside a saved page is the page's, any other of such a name is the user's") {
    const test::TempFolder folder;
    for (const char* name : {"Home (1).html", "Home (1)_files/frame.html", "Home (1)_files/deep/x.json", "b.HTM",
                             "b-Dateien/frame.html", "case_files/story.txt", "c.html.gz", "c_fichiers/x.htm"})
        folder.write(name, "x");
    const SourceScan scan = scan_sources({folder.path()});
    CHECK(names(scan) == std::vector<std::string>{"Home (1).html", "b.HTM", "c.html.gz", "case_files/story.txt"});
    CHECK(scan.unsupported.at("(parts of saved pages)") == 4);
    CHECK(scan.rejections.empty());
}

TEST_CASE("links to folders are not followed, links to files are") {
    const test::TempFolder folder;
    folder.write("real/a.txt", "x");
    std::filesystem::create_directory_symlink(folder.path() / "real", folder.path() / "loop");
    std::filesystem::create_symlink(folder.path() / "real/a.txt", folder.path() / "link.txt");
    CHECK(names(scan_sources({folder.path()})) == std::vector<std::string>{"link.txt", "real/a.txt"});
}

TEST_CASE("a file is a SOURCE of its own, and a missing or unreadable type is an error") {
    const test::TempFolder folder;
    const auto file = folder.write("deep/a.txt", "x");
    CHECK(names(scan_sources({file})) == std::vector<std::string>{"a.txt"});
    CHECK_THROWS_AS(scan_sources({folder.path() / "nowhere"}), Error);
    CHECK_THROWS_AS(scan_sources({folder.write("a.docx", "x")}), Error);
}

TEST_CASE("names that are no text are made printable") {
    const test::TempFolder folder;
    folder.write("line\nbreak.txt", "x");
    folder.write("latin\xe9.txt", "x");
    CHECK(names(scan_sources({folder.path()})) == std::vector<std::string>{"latin?.txt", "line break.txt"});
}
