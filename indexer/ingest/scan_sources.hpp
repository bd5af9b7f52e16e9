#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/article/rejection.hpp"
#include "indexer/ingest/source_file.hpp"

namespace findings {

/// What a walk over the SOURCEs found.
struct SourceScan {
    std::vector<SourceFile> files;                   ///< by `source`, whatever the order of the SOURCEs
    std::map<std::string, std::size_t> unsupported;  ///< extension ("" without) or kind -> how many are not read
    std::vector<Rejection> rejections;               ///< unreadable folders
};

/// Before anything is read: is every SOURCE there, a file or a folder, and may this user read it? `-` always is.
/// Throws: Error{no_input} that names all that are not.
void check_sources(const std::vector<std::filesystem::path>& sources);

/// Where a scan meets this run's own files, and whether pictures are sources.
struct OwnPlaces {
    std::filesystem::path index_root;
    std::filesystem::path stdin_file;  ///< what `-` stands for
    bool read_pictures = true;         ///< see can_read_pictures(); those that are not read are counted by extension
};

/// Walks files and folders. Hidden files and folders are skipped, and what the program itself writes (OwnFiles); links
/// to folders are not followed. Only regular files are opened later: what is a pipe, a socket or a device is counted as
/// unsupported. A file that several SOURCEs hold, by whatever path or link, is one: of the outermost SOURCE. So is one
/// that a SOURCE holds itself and by a link.
/// Throws: Error{no_input} when a SOURCE is missing or cannot be read, is a file of a type that is not read, or is the
/// program's own.
SourceScan scan_sources(const std::vector<std::filesystem::path>& sources, const OwnPlaces& own = {});

}  // namespace findings
