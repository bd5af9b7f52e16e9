#include "indexer/ingest/name_sources.hpp"

#include <set>

#include <doctest/doctest.h>

#include "indexer/ingest/scan_sources.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

std::vector<std::string> scan_names(const test::TempFolder& folder, std::vector<std::string> sources) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& source : sources) paths.push_back(folder.path() / source);
    std::vector<std::string> names;
    for (const SourceFile& file : scan_sources(paths).files) names.push_back(file.source);
    return names;
}

}  // namespace

TEST_CASE("a name is text, and no two names give the same") {
    CHECK(printable_name("Café 50%.txt") == "Café 50%.txt");
    CHECK(printable_name("a\xff"
                         "b.txt") == "a\\xFFb.txt");
    CHECK(printable_name("line\nbreak\x7f.txt") == "line\\x0Abreak\\x7F.txt");
    CHECK(printable_name("folder\\file.txt") == "folder\\file.txt");
    CHECK(printable_name("a\\xFFb.txt") == "a\\x5CxFFb.txt");
    const std::vector<std::string> hard{"a\xff", "a\xfe", "a\\xFF", "a\\xFE", "a\\x5CxFF", "a\xc3", "a\xc3\xa9",
                                        "a\n",   "a ",    "a?",     "a\\",    "a\\x",      "a\\xF"};
    std::set<std::string> texts;
    for (const std::string& name : hard) texts.insert(printable_name(name));
    CHECK(texts.size() == hard.size());
}

TEST_CASE("names that are no text are told apart and made printable") {
    const test::TempFolder folder;
    folder.write("s/line\nbreak.txt", "x");
    folder.write("s/latin\xe9.txt", "x");
    folder.write("s/latin\xe8.txt", "x");
    CHECK(scan_names(folder, {"s"}) ==
          std::vector<std::string>{"latin\\xE8.txt", "latin\\xE9.txt", "line\\x0Abreak.txt"});
}

TEST_CASE("equal paths of two SOURCEs carry their folders, in whatever order; others do not") {
    const test::TempFolder folder;
    for (const char* name : {"kent/report.txt", "essex/report.txt", "kent/only.txt"}) folder.write(name, "x");
    const std::vector<std::string> wanted{"essex/report.txt", "kent/report.txt", "only.txt"};
    CHECK(scan_names(folder, {"kent", "essex"}) == wanted);
    CHECK(scan_names(folder, {"essex", "kent"}) == wanted);
    CHECK(scan_names(folder, {"kent/report.txt", "essex/report.txt"}) ==
          std::vector<std::string>{"essex/report.txt", "kent/report.txt"});
}

TEST_CASE("SOURCEs of one name are told apart by the folders above them") {
    const test::TempFolder folder;
    for (const char* name : {"2023/kent/r.txt", "2024/kent/r.txt", "2024/essex/r.txt"}) folder.write(name, "x");
    CHECK(scan_names(folder, {"2024/kent", "2023/kent", "2024/essex"}) ==
          std::vector<std::string>{"2023/kent/r.txt", "2024/kent/r.txt", "essex/r.txt"});
}

TEST_CASE("a name with a folder before it is not that of a file whose path it happens to be") {
    const test::TempFolder folder;
    for (const char* name : {"kent/r.txt", "essex/r.txt", "all/kent/r.txt"}) folder.write(name, "x");
    const std::string above = folder.path().filename().string();
    CHECK(scan_names(folder, {"kent", "essex", "all"}) ==
          std::vector<std::string>{"all/kent/r.txt", "essex/r.txt", above + "/kent/r.txt"});
    std::vector<SourceFile> files(3);
    for (SourceFile& file : files) file.source = "r.txt";
    files[0].source = "x/r.txt";
    name_sources(files, {"/y", "/x", "/"});
    std::set<std::string> names;
    for (const SourceFile& file : files) {
        names.insert(file.source);
        CHECK(file.below_source().ends_with("r.txt"));
    }
    CHECK(names.size() == 3);
}

TEST_CASE("files stand as a walk finds them: a folder's before those of a longer name") {
    const test::TempFolder folder;
    for (const char* name : {"s/a/z.txt", "s/a.txt", "s/a-b.txt"}) folder.write(name, "x");
    CHECK(scan_names(folder, {"s"}) == std::vector<std::string>{"a/z.txt", "a-b.txt", "a.txt"});
}
