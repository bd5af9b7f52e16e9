#include "indexer/io/hash_file.hpp"

#include <cerrno>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "indexer/io/io_error.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {
namespace {

struct Descriptor {
    explicit Descriptor(int opened) : number(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }

    const int number;
};

}  // namespace

std::string hash_file(const std::filesystem::path& path, const StopToken& stop_token) {
    // O_NONBLOCK: a named pipe without a writer would be waited for for ever.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat info {};
    if (file.number < 0 || ::fstat(file.number, &info) != 0) throw make_io_error("read", path.string(), errno);
    if (!S_ISREG(info.st_mode)) throw Error(Status::io_error, fmt::format("{} is not a regular file", path.string()));
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    XXH3_128bits_reset(state.get());
    std::vector<char> buffer(1U << 18U);
    for (;;) {
        throw_if_stopped(stop_token);
        const ssize_t count = ::read(file.number, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw make_io_error("read", path.string(), errno);
        if (count == 0) break;
        XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(count));
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace findings
