#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace findings {

/// Hands items from threads that make them to threads that use them, never more than `capacity` at a time.
template <typename Item>
class BoundedQueue {
  public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room. False when the queue was closed: the item is dropped.
    bool push(Item item) {
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [this] { return items_.size() < capacity_ || closed_; });
        if (closed_) return false;
        items_.push_back(std::move(item));
        has_items_.notify_one();
        return true;
    }

    /// Waits for an item; nullopt when the queue is closed and empty.
    std::optional<Item> pop() {
        std::unique_lock lock(mutex_);
        has_items_.wait(lock, [this] { return !items_.empty() || closed_; });
        if (items_.empty()) return std::nullopt;
        Item item = std::move(items_.front());
        items_.pop_front();
        has_room_.notify_one();
        return item;
    }

    /// No more items will come; what is queued is still handed out.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        has_items_.notify_all();
        has_room_.notify_all();
    }

  private:
    std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable has_room_;
    std::condition_variable has_items_;
    std::deque<Item> items_;
    bool closed_ = false;
};

}  // namespace findings
