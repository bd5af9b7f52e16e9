#pragma once

#include <filesystem>

namespace findings {

/// Whether a file is a register, by its name and its first rows or its mapping.
/// Throws: Error{bad_config} for a wrong mapping beside it.
bool is_register_file(const std::filesystem::path& path);

}  // namespace findings
