#include "indexer/io/failpoint.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

using namespace findings;

TEST_CASE("a failpoint that is armed to fail does so once, and no other does") {
    arm_failpoint("merged:fail");
    CHECK_NOTHROW(failpoint(Failpoint::written));
    try {
        failpoint(Failpoint::merged);
        FAIL("passed");
    } catch (const Error& error) {
        CHECK(error.status() == Status::io_error);
        CHECK(std::string(error.what()) == "cannot pass the failpoint merged: No space left on device");
    }
    CHECK_NOTHROW(failpoint(Failpoint::merged));
}

TEST_CASE("a failpoint or action that does not exist is a usage error with all names") {
    for (const char* text : {"nowhere", "merged:", "merged:explode", ":kill"}) {
        try {
            arm_failpoint(text);
            FAIL(text);
        } catch (const Error& error) {
            CHECK(error.status() == Status::usage);
            CHECK(error.hint().find("locked cleared") != std::string::npos);
        }
    }
    CHECK_NOTHROW(arm_failpoint(""));
}
