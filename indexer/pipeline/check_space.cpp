#include "indexer/pipeline/check_space.hpp"

#include <algorithm>
#include <cerrno>

#include <fmt/format.h>
#include <sys/statvfs.h>

#include "common/base/error.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/pipeline/refuse_reading.hpp"

namespace findings {
namespace {

// Segments and the generation merged from them stand side by side; before small chunks are joined they are up to twice
// its size.
constexpr std::uint64_t kPeakPerIndexByte = 3;

std::string format_bytes(std::uint64_t bytes) {
    const auto size = static_cast<double>(bytes);
    if (bytes >= 10'000'000'000U) return fmt::format("{:.0f} GB", size / 1e9);
    if (bytes >= 10'000'000U) return fmt::format("{:.0f} MB", size / 1e6);
    return fmt::format("{:.0f} kB", size / 1e3);
}

}  // namespace

std::uint64_t estimate_build_bytes(const RunReport& live, std::uint64_t live_index_bytes, std::uint64_t source_bytes) {
    const std::uint64_t last = live.peak_disk_bytes > 0 ? live.peak_disk_bytes : kPeakPerIndexByte * live_index_bytes;
    if (last == 0) return source_bytes;
    std::uint64_t sources_before = 0;
    for (const SourceCount& source : live.sources) sources_before += source.bytes;
    if (sources_before == 0) return last;
    const double growth = static_cast<double>(source_bytes) / static_cast<double>(sources_before);
    // Sources that shrank are no reason to hope: what is left may be what takes the room.
    return static_cast<std::uint64_t>(static_cast<double>(last) * std::max(1.0, growth));
}

void check_space(const std::filesystem::path& folder, std::uint64_t needed_bytes, bool has_live) {
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0) throw make_io_error("ask for the free space of", folder.string(), errno);
    const std::uint64_t free_bytes = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
    if (free_bytes >= needed_bytes) return;
    throw Error(Status::io_error,
                fmt::format("{} has {} free, this build needs about {}", folder.string(), format_bytes(free_bytes),
                            format_bytes(needed_bytes)),
                fmt::format("free space{}, choose another --index, or try all the same with --force; {}",
                            has_live ? " (findings-index prune --keep 1 removes old generations)" : "",
                            describe_kept(has_live)));
}

}  // namespace findings
