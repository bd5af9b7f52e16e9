#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace findings {

/// Gives up, for the rest of this process, what reading a file handed over by its descriptor does not need: the
/// network, other processes and programs, files of the system but for libraries and those in `folder` (which may be
/// empty), and writing of any. The kernel refuses with an error, so that a parser of strangers' files that was taken
/// over can do no more than give a wrong text. Returns what this kernel or build does not hold back, one clause each;
/// empty when all of it is held back. Requires: all libraries are loaded, and no other thread runs.
std::vector<std::string> confine_process(const std::filesystem::path& folder = {});

}  // namespace findings
