#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "common/base/error.hpp"

/// What every target shares: the input as text, and a check that ends the program as a crash does.
namespace findings::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Ends the run when what must hold does not.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "fuzz: %s\n", what);
    std::abort();
}

/// Calls what may refuse its input with an Error of any status but `bug`; every other exception ends the run.
template <typename Call>
void may_refuse(Call call) {
    try {
        call();
    } catch (const Error& error) {
        require(error.status() != Status::bug, error.what());
    }
}

}  // namespace findings::fuzz
