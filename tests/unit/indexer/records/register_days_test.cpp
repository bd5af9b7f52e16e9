#include "indexer/records/register_days.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("a body is gone from the day of the first register that has it no more") {
    RegisterDays days;
    days.add("homes", 20230331, 1);
    days.add("homes", 20240331, 1);
    days.add("homes", 20230331, 2);
    days.add("homes", 20250331, 3);
    days.add("schools", 20990101, 9);
    CHECK(days.find_gone("homes", 1) == 20250331);
    CHECK(days.find_gone("homes", 2) == 20240331);
    CHECK(days.find_gone("homes", 3) == 0);
}

TEST_CASE("without a register that carries a day nothing is now") {
    RegisterDays days;
    days.add("homes", 0, 1);
    days.add("homes", 20240331, 2);
    days.add("homes", 0, 2);
    CHECK(days.find_gone("homes", 1) == RegisterDays::kNeverNow);
    CHECK(days.find_gone("homes", 2) == 0);
    CHECK(days.find_gone("other", 2) == RegisterDays::kNeverNow);
}
