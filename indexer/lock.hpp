#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace findings {

/// Keeps other builds, rollbacks and prunes out for as long as it lives. The file stays when the lock goes: deleting
/// it would let two writers in. The kernel frees the lock when the process ends, however it ends.
class RunLock {
  public:
    /// `command`: what the holder is doing, for the message another one prints.
    /// Throws: Error{locked} naming pid, start time and command of the holder after `wait`; Error{cannot_create}.
    RunLock(const std::filesystem::path& path, std::chrono::seconds wait, const std::string& command);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

  private:
    int descriptor_ = -1;
};

}  // namespace findings
