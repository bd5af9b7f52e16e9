#include "indexer/readers/office/zip_parts.hpp"

#include <charconv>
#include <memory>
#include <new>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace findings {
namespace {

// More parts than any document has: a list of a million empty ones is an attack.
constexpr std::size_t kMaxParts = 20'000;

struct FreeArchive {
    void operator()(archive* handle) const { archive_read_free(handle); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

/// Read by the list at its end alone: an archive that is cut short has none, and half a document is no document.
Archive open_archive(std::string_view bytes) {
    Archive handle(archive_read_new());
    if (!handle) throw std::bad_alloc();
    archive_read_support_format_zip_seekable(handle.get());
    if (archive_read_open_memory(handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return nullptr;
    return handle;
}

std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? std::string() : std::string(name);
}

}  // namespace

ZipParts::ZipParts(std::string_view bytes, std::uint64_t part_limit) : bytes_(bytes), left_(part_limit) {
    list_parts();
}

void ZipParts::list_parts() {
    const Archive handle = open_archive(bytes_);
    if (!handle) return fail(RejectionReason::corrupt, "the ZIP archive inside is cut short or damaged");
    archive_entry* entry = nullptr;
    int code = ARCHIVE_OK;
    while ((code = archive_read_next_header(handle.get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
        if (archive_entry_is_data_encrypted(entry) != 0)
            return fail(RejectionReason::encrypted, "the archive asks for a password");
        sizes_.emplace(name_of(entry), static_cast<std::uint64_t>(archive_entry_size(entry)));
        if (sizes_.size() > kMaxParts) return fail(RejectionReason::too_large, "an archive of too many parts");
    }
    if (code != ARCHIVE_EOF || sizes_.empty())
        fail(RejectionReason::corrupt, "the ZIP archive inside is cut short or damaged");
}

void ZipParts::fail(RejectionReason reason, std::string detail) {
    failure_ = Rejection{{}, reason, std::move(detail)};
    sizes_.clear();
}

std::vector<std::string> ZipParts::names() const {
    std::vector<std::string> list;
    list.reserve(sizes_.size());
    for (const auto& [name, size] : sizes_) list.push_back(name);
    return list;
}

std::optional<std::string> ZipParts::read(const std::string& name) {
    if (!has(name)) return std::nullopt;
    const Archive handle = open_archive(bytes_);
    archive_entry* entry = nullptr;
    while (handle && archive_read_next_header(handle.get(), &entry) >= ARCHIVE_WARN) {
        if (name_of(entry) != name) continue;
        std::string bytes;
        constexpr std::size_t kStep = 256U << 10U;
        for (;;) {
            const std::size_t have = bytes.size();
            bytes.resize(have + kStep);
            const la_ssize_t got = archive_read_data(handle.get(), bytes.data() + have, kStep);
            bytes.resize(have + static_cast<std::size_t>(got < 0 ? 0 : got));
            if (got < 0) {
                fail(RejectionReason::corrupt, "its part " + name + " is damaged");
                return std::nullopt;
            }
            if (bytes.size() > left_) {
                fail(RejectionReason::too_large, "its parts are too large when inflated");
                return std::nullopt;
            }
            if (got == 0) break;
        }
        left_ -= bytes.size();
        return bytes;
    }
    fail(RejectionReason::corrupt, "its part " + name + " cannot be read");
    return std::nullopt;
}

std::string resolve_part(std::string_view base, std::string_view relative) {
    relative = relative.substr(0, relative.find('#'));
    std::string path;
    if (!relative.starts_with('/'))
        path = base.substr(0, base.rfind('/') == std::string_view::npos ? 0 : base.rfind('/'));
    while (!relative.empty()) {
        const std::size_t end = relative.find('/');
        const std::string_view step = relative.substr(0, end);
        relative = end == std::string_view::npos ? std::string_view{} : relative.substr(end + 1);
        if (step == "..") {
            const std::size_t cut = path.rfind('/');
            path.erase(cut == std::string::npos ? 0 : cut);
        } else if (!step.empty() && step != ".") {
            if (!path.empty()) path.push_back('/');
            path.append(step);
        }
    }
    std::string plain;
    for (std::size_t i = 0; i < path.size(); ++i) {
        unsigned char code = 0;
        if (path[i] == '%' && i + 2 < path.size() &&
            std::from_chars(path.data() + i + 1, path.data() + i + 3, code, 16).ptr == path.data() + i + 3) {
            plain.push_back(static_cast<char>(code));
            i += 2;
        } else {
            plain.push_back(path[i]);
        }
    }
    return plain;
}

}  // namespace findings
