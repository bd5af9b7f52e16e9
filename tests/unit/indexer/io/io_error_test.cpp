#include "indexer/io/io_error.hpp"

#include <cerrno>
#include <cstring>
#include <string>

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("an error of the system names the action, the path and the cause, and each cause its way out") {
    for (const int full : {ENOSPC, EDQUOT, EFBIG}) {
        const Error error = make_io_error("write", "/x/y", full);
        CHECK(error.status() == Status::io_error);
        CHECK(std::string(error.what()) == std::string("cannot write /x/y: ") + std::strerror(full));
        CHECK(error.hint().starts_with("free disk space (findings-index prune removes old generations)"));
    }
    for (const int denied : {EACCES, EPERM, EROFS})
        CHECK(make_io_error("create", "/x", denied).hint() ==
              "give this user the right to write there, or choose another --index");
    for (const int other : {EIO, ENOENT, EMFILE})
        CHECK(make_io_error("read", "/x", other).hint() ==
              "the index people search is as it was; mend the cause and build again");
}

TEST_CASE("the number of a message is found for what has a remedy, and is EIO for all else") {
    for (const int number : {ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS, EMFILE, ENFILE})
        CHECK(find_error_number(std::strerror(number)) == number);
    CHECK(find_error_number(std::strerror(ENOENT)) == EIO);
    CHECK(find_error_number("") == EIO);
    CHECK(find_error_number(nullptr) == EIO);
}
