#include "indexer/exports/output_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "common/base/error.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

// The files that the manifest of an earlier export names; none where there is no such manifest.
std::set<std::string> list_own_files(const fs::path& folder) {
    std::ifstream file(folder / kExportManifestName, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto manifest = nlohmann::json::parse(text, nullptr, false);
    if (!manifest.is_object() || !manifest.contains("findings_export") || !manifest.contains("files")) return {};
    std::set<std::string> names{std::string(kExportManifestName)};
    for (const auto& entry : manifest["files"])
        if (entry.is_object() && entry.contains("name") && entry["name"].is_string())
            names.insert(entry["name"].get<std::string>());
    return names;
}

void refuse_foreign_files(const fs::path& folder) {
    std::error_code error;
    const std::set<std::string> own = list_own_files(folder);
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (!own.contains(entry.path().filename().string()) || !entry.is_regular_file(error))
            throw Error(Status::cannot_create,
                        fmt::format("{} holds {}, which is not of an export", folder.string(),
                                    entry.path().filename().string()),
                        "name a new folder, or an empty one");
    if (error) throw make_io_error("read", folder.string(), error.value());
}

bool is_within(const fs::path& folder, const fs::path& root) {
    const fs::path relative = folder.lexically_relative(root);
    return !relative.empty() && *relative.begin() != "..";
}

fs::path find_place(const fs::path& folder, const fs::path& index_root) {
    std::error_code error;
    fs::path place = fs::weakly_canonical(fs::absolute(folder), error).lexically_normal();
    if (!place.has_filename()) place = place.parent_path();
    if (error || place.empty())
        throw Error(Status::cannot_create, fmt::format("{} cannot be reached", folder.string()), "name a new folder");
    const fs::path root = fs::weakly_canonical(fs::absolute(index_root), error).lexically_normal();
    if (!error && is_within(place, root))
        throw Error(Status::cannot_create, fmt::format("{} lies in the index root {}", place.string(), root.string()),
                    "name a folder elsewhere");
    if (!fs::is_directory(place.parent_path(), error))
        throw Error(Status::cannot_create, fmt::format("{} is no folder", place.parent_path().string()),
                    fmt::format("make it, or name another place than {}", folder.string()));
    const fs::file_status status = fs::symlink_status(place, error);
    if (fs::exists(status) && !fs::is_directory(status))
        throw Error(Status::cannot_create, fmt::format("{} is there and no folder", place.string()),
                    "name a new folder");
    if (fs::is_directory(status)) refuse_foreign_files(place);
    return place;
}

}  // namespace

OutputFolder::OutputFolder(const fs::path& folder, const fs::path& index_root)
    : folder_(find_place(folder, index_root)), unfinished_(folder_.string() + ".unfinished") {
    if (::mkdir(unfinished_.c_str(), 0777) != 0 && errno != EEXIST) {
        const int number = errno;
        const Error error = make_io_error("create", unfinished_.string(), number);
        throw Error(Status::cannot_create, error.what(), "name a folder where this user may write");
    }
    lock();
    try {
        clear();
    } catch (...) {
        ::close(descriptor_);
        throw;
    }
}

void OutputFolder::lock() {
    descriptor_ = ::open(unfinished_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor_ < 0) throw make_io_error("open", unfinished_.string(), errno);
    struct stat opened {};
    struct stat named {};
    // Who waits here may hold the folder of a run that has just published it under another name.
    const bool mine = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor_, &opened) == 0 &&
                      ::stat(unfinished_.c_str(), &named) == 0 && opened.st_ino == named.st_ino;
    if (mine) return;
    ::close(descriptor_);
    throw Error(Status::locked, fmt::format("another export writes {}", folder_.string()), "wait for it to end");
}

OutputFolder::~OutputFolder() {
    if (!published_) {
        std::error_code ignored;
        fs::remove_all(unfinished_, ignored);
    }
    ::close(descriptor_);
}

void OutputFolder::clear() const {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(unfinished_, error)) {
        const std::string name = entry.path().filename().string();
        // A folder that happens to have this name is somebody's.
        if (!entry.is_regular_file() ||
            !(name.ends_with(".json") || name.ends_with(".ndjson") || name.ends_with(".xml") || name.ends_with(".tsv")))
            throw Error(Status::cannot_create,
                        fmt::format("{} holds {}, which is not of an export", unfinished_.string(), name),
                        "move it away");
        fs::remove(entry.path(), error);
    }
    if (error) throw make_io_error("clear", unfinished_.string(), error.value());
}

void OutputFolder::publish() {
    sync_folder(unfinished_);
    std::error_code error;
    if (fs::is_directory(folder_, error) && !fs::is_empty(folder_, error)) {
        refuse_foreign_files(folder_);
        exchange_folders(unfinished_, folder_, folder_.string() + ".old");
        fs::remove_all(unfinished_, error);
    } else if (::rename(unfinished_.c_str(), folder_.c_str()) != 0) {
        throw make_io_error("create", folder_.string(), errno);
    }
    published_ = true;
    sync_entries(folder_.parent_path());
}

}  // namespace findings
