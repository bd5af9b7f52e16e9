#include "indexer/ingest/worker_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/base/error.hpp"

extern char** environ;

namespace findings {
namespace {

[[noreturn]] void throw_spawn_error(const std::filesystem::path& program, int error) {
    if (error == EAGAIN || error == ENOMEM || error == EMFILE || error == ENFILE)
        throw Error(Status::io_error, fmt::format("cannot start the reader program: {}", std::strerror(error)),
                    "allow more processes, memory or open files (ulimit -u, -v, -n), or use fewer --jobs");
    throw_worker_error(program, std::string(std::strerror(error)));
}

/// Attributes for a worker: no inherited signal mask or ignored signals, and a process group of its own, so
/// that Ctrl-C reaches the indexer alone, which then ends its workers in order.
class SpawnAttributes {
  public:
    SpawnAttributes() {
        sigset_t none;
        sigset_t all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(&attributes_,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

}  // namespace

// A socket, not two pipes: a write to a dead worker then fails instead of raising SIGPIPE, without touching the
// program's signal handlers.
WorkerProcess start_worker(const std::filesystem::path& program, const ReaderLimits& limits) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw_spawn_error(program, errno);
    const std::string seconds = std::to_string(limits.seconds);
    const std::string memory = std::to_string(limits.memory_bytes);
    const std::string text = std::to_string(limits.text_bytes);
    std::vector<std::string> arguments{program.string(), seconds, memory, text, limits.ocr};
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    // Tesseract's four threads a page would wait for each other on two cores; workers are the parallel ones here.
    std::string one_thread = "OMP_THREAD_LIMIT=1";
    std::vector<char*> environment{one_thread.data()};
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (!std::string_view(*entry).starts_with("OMP_THREAD_LIMIT=")) environment.push_back(*entry);
    environment.push_back(nullptr);
    pid_t pid = -1;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const SpawnAttributes attributes;
    const int error = ::posix_spawn(&pid, program.c_str(), &actions, attributes.get(), argv.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (error == 0) return {pid, ends[0]};
    ::close(ends[0]);
    throw_spawn_error(program, error);
}

void throw_worker_error(const std::filesystem::path& program, const std::string& why) {
    throw Error(Status::bug, "cannot start the reader program " + program.string() + ": " + why,
                "install findings-read beside findings-index, or name it in FINDINGS_READER");
}

}  // namespace findings
