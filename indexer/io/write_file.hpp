#pragma once

#include <filesystem>
#include <string_view>

namespace findings {

/// Writes all the bytes to an open file, however often signals cut it short. Returns errno, 0 when all is written.
int write_all(int descriptor, std::string_view bytes);

/// Writes a file and flushes it to disk; on failure nothing is left of it. Throws: Error{io_error}.
void write_synced(const std::filesystem::path& path, std::string_view text);

/// Replaces a file by rename, so that readers and the next start find the old text or the new one, whole; its folder is
/// made when it is missing. When this returns, the new text is on the disk; on failure no `.new` is left beside the old
/// one. Throws: Error{io_error}.
void replace_file(const std::filesystem::path& path, std::string_view text);

/// Puts the folder `next` at `place`, and what is there where `next` was. A network file system may not exchange: then
/// what is there goes to `aside` on its way, and for a moment there is neither. Throws: Error{io_error}.
void exchange_folders(const std::filesystem::path& next, const std::filesystem::path& place,
                      const std::filesystem::path& aside);

/// Flushes every file of a folder, of the folders in it, and the folders themselves to disk. Throws: Error{io_error}.
void sync_folder(const std::filesystem::path& folder);

/// Flushes a folder's own entries (what a rename changed), not its files. Throws: Error{io_error}.
void sync_entries(const std::filesystem::path& folder);

}  // namespace findings
