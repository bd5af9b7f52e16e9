#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace findings {

/// Exit statuses of both programs. Source: the contract's tables, which follow grep and sysexits.h.
enum class Status : int {
    ok = 0,
    some_rejected = 1,  ///< findings-index: published, some files rejected
    no_hits = 1,        ///< findings-search: nothing found
    usage = 2,
    refused = 65,      ///< verification said no; the old generation stays live
    no_input = 66,     ///< a SOURCE is missing or unreadable, or holds no article
    unavailable = 69,  ///< no index, or a generation that cannot be used
    bug = 70,
    cannot_create = 73,
    io_error = 74,
    locked = 75,
    bad_config = 78,
    interrupted = 130,
};

/// The operation cannot go on. Thrown anywhere, caught in `main` alone, which prints message and hint.
class Error : public std::runtime_error {
  public:
    /// `message` names the thing and the value; `hint` names the way out (may be empty).
    Error(Status status, const std::string& message, std::string hint = {})
        : std::runtime_error(message), status_(status), hint_(std::move(hint)) {}

    [[nodiscard]] Status status() const { return status_; }
    [[nodiscard]] const std::string& hint() const { return hint_; }

  private:
    Status status_;
    std::string hint_;
};

}  // namespace findings
