#include "indexer/io/fault_point.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

using namespace findings;

TEST_CASE("a fault point that is armed to fail does so once, and no other does") {
    arm_fault_point("merged:fail");
    CHECK_NOTHROW(fault_point(FaultPoint::written));
    try {
        fault_point(FaultPoint::merged);
        FAIL("passed");
    } catch (const Error& error) {
        CHECK(error.status() == Status::io_error);
        CHECK(std::string(error.what()) == "cannot pass the fault point merged: No space left on device");
    }
    CHECK_NOTHROW(fault_point(FaultPoint::merged));
}

TEST_CASE("a fault point or action that does not exist is a usage error with all names") {
    for (const char* text : {"nowhere", "merged:", "merged:explode", ":kill"}) {
        try {
            arm_fault_point(text);
            FAIL(text);
        } catch (const Error& error) {
            CHECK(error.status() == Status::usage);
            CHECK(error.hint().find("locked cleared") != std::string::npos);
        }
    }
    CHECK_NOTHROW(arm_fault_point(""));
}
