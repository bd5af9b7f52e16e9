#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/article/rejection.hpp"

namespace findings {

/// A file to read.
struct SourceFile {
    std::filesystem::path path;  ///< absolute
    std::string source;          ///< relative to its SOURCE, '/' between folders; UTF-8 made valid
    std::string root_name;       ///< last part of its SOURCE, tells equal relative paths apart
    std::uint64_t size_bytes = 0;
    std::string content_key;  ///< see make_cache_key(); filled in by hash_sources(), empty when unreadable
    std::size_t given = 0;    ///< which SOURCE, counted from 0
};

/// What a walk over the SOURCEs found.
struct SourceScan {
    std::vector<SourceFile> files;                   ///< in the order of the SOURCEs, then by path
    std::map<std::string, std::size_t> unsupported;  ///< extension ("" without) -> files of other types
    std::vector<Rejection> rejections;               ///< unreadable folders and files
};

/// Before anything is read: is every SOURCE there, and may this user read it? `-` always is.
/// Throws: Error{no_input} that names all that are not.
void check_sources(const std::vector<std::filesystem::path>& sources);

/// Walks files and folders. Hidden files and folders are skipped; links to folders are not followed.
/// Throws: Error{no_input} when a SOURCE is missing or cannot be read, or is a file of a type that is not read.
SourceScan scan_sources(const std::vector<std::filesystem::path>& sources);

}  // namespace findings
