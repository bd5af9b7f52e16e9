#pragma once

#include <exception>

#include "common/base/error.hpp"

namespace findings {

/// What a program says about an exception that reaches `main`: an Error as it is; no memory or no thread to be had as
/// io_error, with what helps; everything else as a bug.
Error describe_failure(const std::exception& failure);

/// From here on an exception in a place that cannot pass it on, for which memory running out suffices, ends the program
/// with a message and status 70 instead of an abort, and no file takes the place of a closed standard stream. To be
/// called first in `main`. `program`: its name, a literal.
void prepare_for_failures(const char* program);

/// Whether that was called.
bool is_prepared_for_failures();

/// Ends the program with a message and status 70. Allocates nothing.
[[noreturn]] void end_without_memory();

}  // namespace findings
