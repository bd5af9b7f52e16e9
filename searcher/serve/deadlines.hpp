#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>

namespace findings {

/// When each open connection is cut off. The library knows only pauses: who sends a byte now and then would hold a
/// connection for ever.
class Deadlines {
  public:
    using Clock = std::chrono::steady_clock;
    /// `cut` is told the socket of a connection that is too late. Called under the lock: the socket is still open.
    explicit Deadlines(std::function<void(int)> cut) : cut_(std::move(cut)) {}

    /// A connection is opened: its first request must be answered by then. `connection` is any key that is unique while
    /// it is open.
    void open(const void* connection, int socket, Clock::time_point deadline);
    /// The first line of a request is there: a later one than the first must be answered by then.
    void begin_request(const void* connection, Clock::time_point deadline);
    /// A request was answered: the first line of the next one must come by then.
    void end_request(const void* connection, Clock::time_point deadline);
    void remove(const void* connection);
    /// Cuts off all that are late; each once. Returns how many.
    std::size_t cut_late(Clock::time_point now);
    [[nodiscard]] std::size_t size() const;

  private:
    struct Entry {
        int socket = -1;
        Clock::time_point deadline;
        bool first = true;  ///< no request was answered yet
        bool cut = false;
    };
    std::function<void(int)> cut_;
    mutable std::mutex mutex_;
    std::map<const void*, Entry> open_;
};

}  // namespace findings
