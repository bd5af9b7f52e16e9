#pragma once

#include <filesystem>
#include <string>

#include <sys/types.h>

#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {

/// A worker that runs, and the socket to it.
struct WorkerProcess {
    pid_t pid = -1;
    int fd = -1;
};

/// Starts findings-read. Throws: Error{bug} when it cannot be started at all, Error{io_error} when the system has no
/// process, memory or descriptor for it.
WorkerProcess start_worker(const std::filesystem::path& program, const ReaderLimits& limits);

/// Throws: Error{bug}.
[[noreturn]] void throw_worker_error(const std::filesystem::path& program, const std::string& why);

}  // namespace findings
