#pragma once

#include <string_view>

#include "common/error.hpp"

namespace findings {

/// The error of a failed system call: "cannot write /x: No space left on device", with a way out for full disks and
/// missing rights. `error_number` is errno.
Error make_io_error(std::string_view action, std::string_view path, int error_number);

}  // namespace findings
