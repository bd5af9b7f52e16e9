#include "indexer/ingest/spool_stdin.hpp"

#include <array>
#include <cerrno>
#include <fstream>

#include <poll.h>
#include <unistd.h>

#include "indexer/io/io_error.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {
namespace {
constexpr int kPollMilliseconds = 200;
constexpr std::size_t kReadBytes = 64U << 10U;
}  // namespace

void spool_stdin(const std::filesystem::path& path, const StopToken& stop_token) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    std::array<char, kReadBytes> buffer{};
    while (file) {
        throw_if_stopped(stop_token);
        // A scraper may be silent for minutes, and a read would sleep through Ctrl-C.
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, kPollMilliseconds) <= 0) continue;
        const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got < 0) throw make_io_error("read", "standard input", errno);
        if (got == 0) break;
        file.write(buffer.data(), got);
    }
    file.close();
    if (!file) throw make_io_error("write", path.string(), errno);
}

}  // namespace findings
