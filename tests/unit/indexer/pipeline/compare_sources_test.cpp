#include "indexer/pipeline/compare_sources.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

std::string refusal(const std::vector<SourceCount>& live, const std::vector<SourceCount>& now) {
    try {
        refuse_emptied(live, now, &SourceCount::articles);
    } catch (const Error& error) {
        CHECK(error.status() == Status::no_input);
        CHECK(error.hint().find("--force") != std::string::npos);
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("a SOURCE that was full and is empty is named with what it held") {
    CHECK(refusal({{"/a", 9, 9, 100}, {"/b", 8, 7, 100}}, {{"/a", 9, 9, 100}, {"/b", 0, 0, 0}}) ==
          "SOURCE /b holds no article, 7 before");
    CHECK(refusal({{"/a", 9, 9, 100}, {"/b", 8, 7, 100}}, {{"/a", 1, 0, 5}, {"/b", 0, 0, 0}}) ==
          "SOURCE /a holds no article, 9 before; /b holds no article, 7 before");
}

TEST_CASE("a SOURCE that held next to nothing, or is new, may be empty") {
    CHECK(refusal({{"/a", 9, 9, 100}, {"/inbox", 4, kNoticedArticles - 1, 9}},
                  {{"/a", 9, 9, 100}, {"/inbox", 0, 0, 0}}) == "none");
    CHECK(refusal({{"/a", 9, 9, 100}}, {{"/a", 9, 9, 100}, {"/new", 0, 0, 0}}) == "none");
    CHECK(refusal({}, {{"/a", 0, 0, 0}}) == "none");
}

TEST_CASE("a SOURCE keeps its name however it is written") {
    CHECK(name_source("-") == "-");
    CHECK(name_source("/srv/reports/") == "/srv/reports");
    CHECK(name_source("/srv/./x/../reports") == "/srv/reports");
    CHECK(name_source("reports") == (std::filesystem::current_path() / "reports").string());
}

TEST_CASE("files and bytes are counted for each SOURCE") {
    const test::TempFolder folder;
    folder.write("one/a.txt", "12345");
    folder.write("one/b.txt", "12345");
    folder.write("two/c.txt", "123");
    const std::vector<std::filesystem::path> sources{folder.path() / "one", folder.path() / "two"};
    const auto counts = count_sources(sources, scan_sources(sources));
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].files == 2);
    CHECK(counts[0].bytes == 10);
    CHECK(counts[1].files == 1);
    CHECK(counts[1].source == (folder.path() / "two").string());
}

TEST_CASE("every SOURCE that is missing is named at once") {
    const test::TempFolder folder;
    folder.write("here/a.txt", "x");
    try {
        check_sources({"-", folder.path() / "here", "nowhere", "elsewhere"});
        FAIL("not refused");
    } catch (const Error& error) {
        CHECK(error.status() == Status::no_input);
        CHECK(std::string(error.what()) == "SOURCE nowhere is not there; SOURCE elsewhere is not there");
    }
}
