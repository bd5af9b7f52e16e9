#pragma once

#include <string>
#include <string_view>

namespace findings {

/// What --version prints: the program's name and version in the first line; commit, libxapian as it is loaded and index
/// format below it.
std::string describe_program_version(std::string_view program);

}  // namespace findings
