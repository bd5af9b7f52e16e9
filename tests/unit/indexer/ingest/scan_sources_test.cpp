#include "indexer/ingest/scan_sources.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {
std::vector<std::string> names(const SourceScan& scan) {
    std::vector<std::string> result;
    for (const SourceFile& file : scan.files) result.push_back(file.source);
    return result;
}

void make_socket(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(path.native().copy(address.sun_path, sizeof address.sun_path - 1) == path.native().size());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    ::close(descriptor);
}
}  // namespace

TEST_CASE("a folder is walked in the order of names, hidden ones left out, other types counted") {
    const test::TempFolder folder;
    for (const char* name : {"b/z.HTML", "a.txt", "b/a.pdf", "b/c.jsonl.gz", ".hidden/x.txt", "b/.x.txt", "n.psd",
                             "m.psd", "README", "d.tar.gz"})
        folder.write(name, "x");
    const SourceScan scan = scan_sources({folder.path()});
    CHECK(names(scan) == std::vector<std::string>{"a.txt", "b/a.pdf", "b/c.jsonl.gz", "b/z.HTML"});
    CHECK(scan.unsupported.at(".psd") == 2);
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
    folder.write("elsewhere/a.txt", "x");
    std::filesystem::create_directories(folder.path() / "src");
    std::filesystem::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "src/loop");
    std::filesystem::create_symlink(folder.path() / "elsewhere/a.txt", folder.path() / "src/link.txt");
    CHECK(names(scan_sources({folder.path() / "src"})) == std::vector<std::string>{"link.txt"});
}

TEST_CASE("what is no file of bytes is counted by its kind and never listed to be opened") {
    const test::TempFolder folder;
    folder.write("a.txt", "x");
    REQUIRE(::mkfifo((folder.path() / "p.txt").c_str(), 0600) == 0);
    REQUIRE(::mkfifo((folder.path() / "q").c_str(), 0600) == 0);
    make_socket(folder.path() / "s.json");
    std::filesystem::create_symlink("/dev/zero", folder.path() / "z.html");
    const SourceScan scan = scan_sources({folder.path()});
    CHECK(names(scan) == std::vector<std::string>{"a.txt"});
    CHECK(scan.rejections.empty());
    CHECK(scan.unsupported == std::map<std::string, std::size_t>{{"named pipe", 2}, {"socket", 1}, {"device", 1}});
}

TEST_CASE("a pipe, a socket or a device is no SOURCE, and the message says what is") {
    const test::TempFolder folder;
    REQUIRE(::mkfifo((folder.path() / "p.txt").c_str(), 0600) == 0);
    make_socket(folder.path() / "s.txt");
    const auto error = [](const std::filesystem::path& source) {
        return test::error_text(Status::no_input, [&] { scan_sources({source}); });
    };
    CHECK(error(folder.path() / "p.txt").find("p.txt is a named pipe, and only files and folders") !=
          std::string::npos);
    CHECK(error(folder.path() / "s.txt").find("s.txt is a socket") != std::string::npos);
    CHECK(error("/dev/null").find("/dev/null is a device") != std::string::npos);
}

TEST_CASE("a file that several SOURCEs hold is one, of the outermost SOURCE, however it is written") {
    const test::TempFolder folder;
    folder.write("all/kent/a.txt", "x");
    folder.write("all/b.txt", "x");
    const auto all = folder.path() / "all";
    std::filesystem::create_directory_symlink(all / "kent", folder.path() / "link");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "around");
    const std::vector<std::string> wanted{"b.txt", "kent/a.txt"};
    for (const auto& other : {all, all / "kent", all / "kent" / "a.txt", all / "." / "", all / "kent" / ".." / "kent",
                              folder.path() / "link", folder.path() / "around" / "all" / "kent"}) {
        CAPTURE(other);
        CHECK(names(scan_sources({all, other})) == wanted);
        CHECK(names(scan_sources({other, all})) == wanted);
    }
    const SourceScan scan = scan_sources({all / "kent", all});
    REQUIRE(scan.files.size() == 2);
    CHECK(scan.files[1].given == 1);
    CHECK(scan.files[1].also_given == std::vector<std::size_t>{0});
    CHECK(scan.files[0].also_given.empty());
}

TEST_CASE("hard links of a file are one over two SOURCEs, and two in one") {
    const test::TempFolder folder;
    const auto file = folder.write("monday/a.txt", "x");
    std::filesystem::create_directories(folder.path() / "tuesday");
    std::filesystem::create_hard_link(file, folder.path() / "tuesday/a.txt");
    CHECK(names(scan_sources({folder.path() / "tuesday", folder.path() / "monday"})) ==
          std::vector<std::string>{"a.txt"});
    CHECK(names(scan_sources({folder.path()})) == std::vector<std::string>{"monday/a.txt", "tuesday/a.txt"});
}

TEST_CASE("a link to a file that the SOURCE holds itself is not a second file") {
    const test::TempFolder folder;
    const auto file = folder.write("z/report.txt", "x");
    std::filesystem::create_symlink(file, folder.path() / "latest.txt");
    CHECK(names(scan_sources({folder.path()})) == std::vector<std::string>{"z/report.txt"});
    const auto outside = folder.write(".hidden/far.txt", "x");
    for (const char* name : {"one.txt", "two.txt"}) std::filesystem::create_symlink(outside, folder.path() / name);
    CHECK(names(scan_sources({folder.path()})) == std::vector<std::string>{"one.txt", "z/report.txt"});
}

TEST_CASE("a folder that cannot be read is rejected once, however many SOURCEs hold it") {
    const test::TempFolder folder;
    folder.write("all/a.txt", "x");
    folder.write("all/shut/a.txt", "x");
    // Root may read everything: a folder that vanishes under the walk would need luck, one in place of a link loop not.
    std::filesystem::permissions(folder.path() / "all/shut", std::filesystem::perms::none);
    if (::access((folder.path() / "all/shut").c_str(), R_OK) == 0) return;
    CHECK(scan_sources({folder.path() / "all", folder.path() / "all"}).rejections.size() == 1);
    std::filesystem::permissions(folder.path() / "all/shut", std::filesystem::perms::owner_all);
}

TEST_CASE("what a program wrote into an index root is no source, whatever else lies there") {
    const test::TempFolder folder;
    const std::string name = "20261122T020000Z-1a2b3c4d";
    for (const char* root : {"ix", "other"}) {
        const std::string at = std::string(root) + '/';
        folder.write(at + "current", "auto generations/" + name + "\n");
        folder.write(at + "lock", "");
        for (const std::string& own :
             {"generations/" + name + "/x.json", std::string("building/stdin.jsonl"), "reports/" + name + ".json",
              "reports/" + name + ".digest.txt", std::string("reports/last-run.json")})
            folder.write(at + own, "{}");
        folder.write(at + "reports/kent.txt", "a user's");
        folder.write(at + "mine/a.txt", "a user's");
        folder.write(at + "current.txt", "a user's");
    }
    const std::vector<std::string> wanted{"ix/current.txt",    "ix/mine/a.txt",    "ix/reports/kent.txt",
                                          "other/current.txt", "other/mine/a.txt", "other/reports/kent.txt"};
    const OwnPlaces own{folder.path() / "ix", {}};
    CHECK(names(scan_sources({folder.path()}, own)) == wanted);
    // The root itself, a folder of it, a link to it.
    std::filesystem::create_directory_symlink(folder.path() / "ix", folder.path() / "link");
    for (const char* root : {"ix", "link"})
        CHECK(names(scan_sources({folder.path() / root}, own)) ==
              std::vector<std::string>{"current.txt", "mine/a.txt", "reports/kent.txt"});
    CHECK(names(scan_sources({folder.path() / "ix/reports"}, own)) == std::vector<std::string>{"kent.txt"});
    CHECK(names(scan_sources({folder.path() / "ix/mine"}, own)) == std::vector<std::string>{"a.txt"});
    for (const char* part : {"ix/generations", "ix/building/stdin.jsonl", "other/reports/last-run.json"})
        CHECK(test::error_text(Status::no_input, [&] {
                  scan_sources({folder.path() / part}, own);
              }).find("is part of an index") != std::string::npos);
    // A link from outside.
    std::filesystem::create_symlink(folder.path() / "other/reports/last-run.json", folder.path() / "last.json");
    CHECK(names(scan_sources({folder.path()}, own)) == wanted);
}

TEST_CASE("the index root of this run is known before it looks like one, and of others a failed first run") {
    const test::TempFolder folder;
    folder.write("ix/lock", "");
    folder.write("ix/building/stdin.jsonl", "{}");
    folder.write("failed/lock", "");
    folder.write("failed/reports/last-run.json", "{}");
    folder.write("canal/lock", "a lock on a canal");
    folder.write("canal/building/a.txt", "x");
    folder.write("river/current", "a current");
    folder.write("river/generations/a.txt", "x");
    CHECK(names(scan_sources({folder.path()}, {folder.path() / "ix", {}})) ==
          std::vector<std::string>{"canal/building/a.txt", "river/generations/a.txt"});
}

TEST_CASE("a file is a SOURCE of its own, and a missing or unreadable type is an error") {
    const test::TempFolder folder;
    const auto file = folder.write("deep/a.txt", "x");
    CHECK(names(scan_sources({file})) == std::vector<std::string>{"a.txt"});
    CHECK_THROWS_AS(scan_sources({folder.path() / "nowhere"}), Error);
    CHECK_THROWS_AS(scan_sources({folder.write("a.psd", "x")}), Error);
}

TEST_CASE("what came on standard input is one file, however often it is asked for") {
    const test::TempFolder folder;
    const auto file = folder.write("ix/building/stdin.jsonl", "{}");
    const SourceScan scan = scan_sources({"-", "-"}, {folder.path() / "ix", file});
    REQUIRE(names(scan) == std::vector<std::string>{"stdin.jsonl"});
    CHECK(scan.files.front().is_stdin);
}
