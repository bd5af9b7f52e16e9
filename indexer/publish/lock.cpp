#include "indexer/publish/lock.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <thread>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {
namespace {

constexpr auto kPollInterval = std::chrono::milliseconds(50);
// Even without --wait: `status` holds the lock for a moment to see whether it is free, and so does a worker that a
// killed build had just forked.
constexpr auto kGrace = std::chrono::milliseconds(250);

std::string read_holder(int descriptor) {
    std::array<char, 512> text{};
    const ssize_t got = ::pread(descriptor, text.data(), text.size(), 0);
    std::string holder(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    while (!holder.empty() && holder.back() == '\n') holder.pop_back();
    return holder.empty() ? "another process" : holder;
}

void write_holder(int descriptor, const std::string& command) {
    const std::string holder =
        fmt::format("pid {}, since {:%Y-%m-%dT%H:%M:%SZ}, {}\n", ::getpid(), fmt::gmtime(std::time(nullptr)), command);
    // Only words for a message: a full disk must not keep a rollback from running.
    const bool written = ::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, holder.data(), holder.size(), 0) > 0;
    static_cast<void>(written);
}

}  // namespace

RunLock::RunLock(const std::filesystem::path& path, std::chrono::seconds wait, const std::string& command,
                 const StopToken& stop_token) {
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0)
        throw Error(Status::cannot_create, fmt::format("cannot create {}: {}", path.string(), std::strerror(errno)),
                    "give this user the right to write there, or choose another --index");
    const auto deadline = std::chrono::steady_clock::now() + std::max<std::chrono::milliseconds>(wait, kGrace);
    // flock and not a lock file: it goes with the process, so there are no stale locks to delete.
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            const int error = errno;
            ::close(descriptor_);
            throw Error(Status::io_error, fmt::format("cannot lock {}: {}", path.string(), std::strerror(error)),
                        "the file system must support locks; choose another --index");
        }
        if (std::chrono::steady_clock::now() >= deadline) {
            const std::string holder = read_holder(descriptor_);
            ::close(descriptor_);
            throw Error(Status::locked, fmt::format("{} is in use by {}", path.parent_path().string(), holder),
                        "wait for it (--wait SECONDS) or stop that process; never delete the lock file");
        }
        if (stop_token && stop_token()) {
            ::close(descriptor_);
            throw Error(Status::interrupted, fmt::format("interrupted while waiting for {}", path.string()));
        }
        std::this_thread::sleep_for(kPollInterval);
    }
    write_holder(descriptor_, command);
}

RunLock::~RunLock() { ::close(descriptor_); }

bool is_locked(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    // Shared and given back at once: see kGrace.
    const bool locked = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return locked;
}

}  // namespace findings
