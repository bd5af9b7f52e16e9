#include "indexer/pipeline/check_space.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {
RunReport report(std::uint64_t peak, std::uint64_t source_bytes) {
    RunReport result;
    result.peak_disk_bytes = peak;
    result.sources = {{"/a", 1, 1, source_bytes}};
    return result;
}
}  // namespace

TEST_CASE("a build needs what the last one took, grown as its sources have") {
    CHECK(estimate_build_bytes(report(1000, 100), 400, 100) == 1000);
    CHECK(estimate_build_bytes(report(1000, 100), 400, 150) == 1500);
    CHECK(estimate_build_bytes(report(1000, 100), 400, 10) == 1000);
}

TEST_CASE("without the last build's figures its generation is the measure, and without one the sources are") {
    CHECK(estimate_build_bytes(RunReport(), 400, 100) == 1200);
    CHECK(estimate_build_bytes(RunReport(), 0, 100) == 100);
    CHECK(estimate_build_bytes(report(1000, 0), 400, 100) == 1000);
}

TEST_CASE("a disk without room is refused with both sizes and a way out") {
    const test::TempFolder folder;
    CHECK_NOTHROW(check_space(folder.path(), 1, true));
    for (const bool has_live : {true, false}) {
        CAPTURE(has_live);
        try {
            check_space(folder.path(), 1'000'000'000'000'000'000U, has_live);
            FAIL("not refused");
        } catch (const Error& error) {
            CHECK(error.status() == Status::io_error);
            CHECK(std::string(error.what()).find(" free, this build needs about 1000000000 GB") != std::string::npos);
            // Without an index there is no generation to remove, and none that is as it was.
            CHECK((error.hint().find("prune --keep 1") != std::string::npos) == has_live);
            CHECK((error.hint().find("the index people search is as it was") != std::string::npos) == has_live);
        }
    }
}
