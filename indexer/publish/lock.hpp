#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "indexer/io/stop_token.hpp"

namespace findings {

/// Keeps other builds, rollbacks and prunes out for as long as it lives. The file stays when the lock goes: deleting
/// it would let two writers in. The kernel frees the lock when the process ends, however it ends.
class RunLock {
  public:
    /// `command`: what the holder is doing, for the message another one prints.
    /// `stop_token` is asked while it waits.
    /// Throws: Error{locked} naming pid, start time and command of the holder after `wait`; Error{cannot_create};
    /// Error{interrupted}.
    RunLock(const std::filesystem::path& path, std::chrono::seconds wait, const std::string& command,
            const StopToken& stop_token = {});
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

  private:
    int descriptor_ = -1;
};

/// Whether some process holds the lock just now. False when that cannot be found out.
bool is_locked(const std::filesystem::path& path);

}  // namespace findings
