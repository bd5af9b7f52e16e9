#pragma once

#include <string>

#include <doctest/doctest.h>

#include "common/base/error.hpp"

namespace findings::test {

/// "message | hint" of the error that `work` ends in, "" when it ends in none. Checks the error's status.
template <typename Work>
std::string error_text(Status expected, Work work) {
    try {
        work();
    } catch (const Error& error) {
        CHECK(error.status() == expected);
        return std::string(error.what()) + " | " + error.hint();
    }
    return {};
}

}  // namespace findings::test
