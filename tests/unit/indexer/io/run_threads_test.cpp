#include "indexer/io/run_threads.hpp"

#include <atomic>
#include <future>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/base/failure.hpp"

using namespace findings;

TEST_CASE("every number is worked on once") {
    std::atomic<int> sum = 0;
    run_threads(5, [&](std::size_t i) { sum += 1 << i; });
    CHECK(sum == 31);
}

TEST_CASE("the first failure stops the others and is thrown on when all have ended") {
    std::promise<void> stopped;
    const std::shared_future<void> stop = stopped.get_future().share();
    std::atomic<int> ended = 0;
    int stops = 0;
    const auto run = [&] {
        run_threads(
            3,
            [&](std::size_t i) {
                if (i == 0) throw std::runtime_error("first");
                stop.wait();
                ++ended;
                throw std::runtime_error("later");
            },
            [&] {
                ++stops;
                stopped.set_value();
            });
    };
    CHECK_THROWS_WITH_AS(run(), "first", std::runtime_error);
    CHECK(ended == 2);
    CHECK(stops == 1);
}

// The address sanitizer needs memory of its own to start a thread, and ends the process when it gets none.
#ifndef __SANITIZE_ADDRESS__
TEST_CASE("no thread to be had ends in an error that says so, and not in an abort") {
    // A process of its own: the limit is not to be the other tests'.
    const pid_t child = ::fork();
    if (child == 0) {
        // Fewer bytes than any thread's stack takes.
        const rlimit none{1, 1};
        ::setrlimit(RLIMIT_AS, &none);
        int status = 0;
        try {
            run_threads(64, [](std::size_t) {});
        } catch (const std::exception& failure) {
            status = static_cast<int>(describe_failure(failure).status());
        }
        ::_exit(status);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == static_cast<int>(Status::io_error));
}
#endif
