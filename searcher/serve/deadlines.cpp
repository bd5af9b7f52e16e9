#include "searcher/serve/deadlines.hpp"

namespace findings {

void Deadlines::open(const void* connection, int socket, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    open_[connection] = {socket, deadline};
}

void Deadlines::begin_request(const void* connection, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    const auto entry = open_.find(connection);
    if (entry != open_.end() && !entry->second.first) entry->second.deadline = deadline;
}

void Deadlines::end_request(const void* connection, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    const auto entry = open_.find(connection);
    if (entry == open_.end()) return;
    entry->second.first = false;
    entry->second.deadline = deadline;
}

void Deadlines::remove(const void* connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
}

std::size_t Deadlines::cut_late(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    std::size_t count = 0;
    for (auto& [connection, entry] : open_) {
        if (entry.cut || entry.deadline > now) continue;
        entry.cut = true;
        cut_(entry.socket);
        ++count;
    }
    return count;
}

std::size_t Deadlines::size() const {
    const std::lock_guard lock(mutex_);
    return open_.size();
}

}  // namespace findings
