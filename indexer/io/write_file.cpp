#include "indexer/io/write_file.hpp"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include "indexer/io/io_error.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

void sync_path(const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) throw make_io_error("open", path.string(), errno);
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (error != 0) throw make_io_error("sync", path.string(), error);
}

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
    // A signal may cut a write short, and so may a disk with a few free blocks: the next write tells which.
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

void write_synced(const fs::path& path, std::string_view text) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) throw make_io_error("create", path.string(), errno);
    int error = write_all(descriptor, text);
    if (error == 0 && ::fsync(descriptor) != 0) error = errno;
    ::close(descriptor);
    if (error == 0) return;
    std::error_code ignored;
    fs::remove(path, ignored);
    throw make_io_error("write", path.string(), error);
}

void replace_file(const fs::path& path, std::string_view text) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) throw make_io_error("create", path.parent_path().string(), error.value());
    const fs::path next = path.string() + ".new";
    write_synced(next, text);
    fs::rename(next, path, error);
    if (error) {
        std::error_code ignored;
        fs::remove(next, ignored);
        throw make_io_error("replace", path.string(), error.value());
    }
    sync_entries(path.parent_path());
}

void exchange_folders(const fs::path& next, const fs::path& place, const fs::path& aside) {
    if (::renameat2(AT_FDCWD, next.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) return;
    if (errno != EINVAL && errno != ENOSYS) throw make_io_error("replace", place.string(), errno);
    if (::rename(place.c_str(), aside.c_str()) != 0 || ::rename(next.c_str(), place.c_str()) != 0)
        throw make_io_error("replace", place.string(), errno);
    ::rename(aside.c_str(), next.c_str());
}

void sync_folder(const fs::path& folder) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file())
            sync_path(entry.path(), O_RDONLY);
        else if (entry.is_directory())
            sync_folder(entry.path());
    sync_entries(folder);
}

void sync_entries(const fs::path& folder) { sync_path(folder, O_RDONLY | O_DIRECTORY); }

}  // namespace findings
