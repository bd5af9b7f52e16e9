#include "indexer/io/run_threads.hpp"

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <system_error>

#include "common/base/error.hpp"

namespace findings {
namespace {

/// The first failure of several threads.
class FirstFailure {
  public:
    explicit FirstFailure(const std::function<void()>& stop) : stop_(stop) {}

    /// To be called in a catch block. Throws nothing.
    void keep_current() {
        const std::lock_guard lock(mutex_);
        if (failure_) return;
        failure_ = std::current_exception();
        if (stop_) stop_();
    }

    void throw_on() const {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    const std::function<void()>& stop_;
    std::mutex mutex_;
    std::exception_ptr failure_;
};

}  // namespace

void run_threads(std::size_t count, const std::function<void(std::size_t)>& work, const std::function<void()>& stop) {
    FirstFailure failure(stop);
    std::vector<std::thread> threads;
    // A thread that is not joined ends the program: nothing may be thrown past them.
    try {
        threads.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            threads.emplace_back([&failure, &work, i] {
                try {
                    work(i);
                } catch (...) {
                    failure.keep_current();
                }
            });
    } catch (...) {
        failure.keep_current();
    }
    for (std::thread& thread : threads) thread.join();
    failure.throw_on();
}

}  // namespace findings
