#pragma once

#include <string_view>

#include "common/base/error.hpp"

namespace findings {

/// The error of a failed system call: "cannot write /x: No space left on device", with a way out for full disks and
/// missing rights. `error_number` is errno.
Error make_io_error(std::string_view action, std::string_view path, int error_number);

/// The errno whose message `text` is, EIO when it is none that asks for a remedy of its own. For Xapian's exceptions,
/// which keep the message alone; errno itself has changed on the way out of the library. nullptr gives EIO.
int find_error_number(const char* text);

}  // namespace findings
