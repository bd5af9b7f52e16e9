#include "searcher/site/original_file.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/support/temp_folder.hpp"

namespace findings::testing {
namespace {

namespace fs = std::filesystem;

struct Folder {
    Folder() {
        fs::create_directories(root / "kent");
        std::ofstream(root / "kent" / "a.pdf") << "%PDF";
        std::ofstream(root / "page.html") << "<script>";
        std::ofstream(root / "many.jsonl") << "{}";
        std::ofstream(folder.path() / "secret.txt") << "secret";
        fs::create_symlink(folder.path() / "secret.txt", root / "link.txt");
        fs::create_directory_symlink(folder.path(), root / "out");
        mkfifo((root / "pipe.txt").c_str(), 0600);
        fs::create_directory(root / "folder.txt");
    }
    OriginalFile open(const std::string& source, const std::string& path = {}) {
        Article article;
        article.source = source;
        article.path = path;
        OriginalFile file = open_original(root, article);
        if (file.descriptor >= 0) close(file.descriptor);
        return file;
    }
    test::TempFolder folder;
    fs::path root = folder.path() / "originals";
};

}  // namespace

TEST_CASE_FIXTURE(Folder, "an original is found by its source or by its path in the folder") {
    CHECK(open("kent/a.pdf").descriptor >= 0);
    CHECK(open("kent/a.pdf").type == "application/pdf");
    CHECK(open("other name", (root / "kent" / "a.pdf").string()).descriptor >= 0);
    CHECK(open("kent/a.pdf", "/elsewhere/a.pdf").descriptor >= 0);
    CHECK(open("kent/b.pdf").descriptor < 0);
}

TEST_CASE_FIXTURE(Folder, "a saved page is text, never one that runs") {
    CHECK(open("page.html").type == "text/plain; charset=utf-8");
}

TEST_CASE_FIXTURE(Folder, "nothing outside the folder, no link, no pipe, no folder, no file of several articles") {
    for (const char* source : {"../secret.txt", "kent/../../secret.txt", "link.txt", "out/secret.txt", "pipe.txt",
                               "folder.txt", "many.jsonl", "", ".", "/etc/passwd", "kent"}) {
        CAPTURE(source);
        CHECK(open(source).descriptor < 0);
    }
    CHECK(open("x", (folder.path() / "secret.txt").string()).descriptor < 0);
    CHECK(open("x", root.string() + "/../secret.txt").descriptor < 0);
    Article article;
    article.source = "secret.txt";
    CHECK(open_original({}, article).descriptor < 0);
    CHECK(open_original("/nowhere", article).descriptor < 0);
}

}  // namespace findings::testing
