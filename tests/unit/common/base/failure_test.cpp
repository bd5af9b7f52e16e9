#include "common/base/failure.hpp"

#include <new>
#include <stdexcept>

#include <doctest/doctest.h>
#include <system_error>

using namespace findings;

TEST_CASE("what reaches main is told by what helps: the user's error, the machine's want, a bug") {
    CHECK(describe_failure(Error(Status::locked, "in use", "wait")).status() == Status::locked);
    CHECK(describe_failure(Error(Status::locked, "in use", "wait")).hint() == "wait");
    CHECK(describe_failure(std::bad_alloc()).status() == Status::io_error);
    CHECK(std::string(describe_failure(std::bad_alloc()).what()) == "there is not enough memory");
    const Error thread = describe_failure(std::system_error(EAGAIN, std::generic_category()));
    CHECK(thread.status() == Status::io_error);
    CHECK(thread.hint().find("ulimit -u") != std::string::npos);
    CHECK(describe_failure(std::logic_error("x")).status() == Status::bug);
}
