#pragma once

#include <filesystem>

#include <system_error>

#include "indexer/io/io_error.hpp"

namespace findings {

/// The folder, made where it is not there. Throws: Error{io_error}.
inline std::filesystem::path make_folder(std::filesystem::path folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw make_io_error("create", folder.string(), error.value());
    return folder;
}

}  // namespace findings
