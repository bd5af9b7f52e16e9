#include "indexer/readers/confine.hpp"

#include <cerrno>
#include <fstream>
#include <functional>
#include <thread>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

// A sanitizer needs what is refused.
#if !defined(__SANITIZE_ADDRESS__)

namespace {

constexpr int kNotConfined = 99;

/// Status of a confined process that does this; kNotConfined where the kernel cannot hold back `what`.
int run_confined(std::string_view what, const std::function<int()>& act) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        for (const std::string& lack : confine_process())
            if (lack.find(what) != std::string::npos) ::_exit(kNotConfined);
        ::_exit(act());
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool is_refused(std::string_view what, const std::function<bool()>& succeeds) {
    const int status = run_confined(what, [&] { return succeeds() ? 1 : 0; });
    if (status == kNotConfined) MESSAGE("not on this machine: ", std::string(what));
    return status == 0 || status == kNotConfined;
}

}  // namespace

TEST_CASE("a confined process has no network") {
    CHECK(is_refused("network", [] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }));
    CHECK(is_refused("network", [] { return ::socket(AF_UNIX, SOCK_DGRAM, 0) >= 0; }));
}

TEST_CASE("a confined process starts no other and signals none") {
    CHECK(is_refused("processes", [] {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(0);
        return child > 0;
    }));
    CHECK(is_refused("processes", [] {
        ::execl("/bin/true", "true", static_cast<char*>(nullptr));
        return errno != EPERM && errno != EACCES;
    }));
    CHECK(is_refused("processes", [] { return ::kill(::getppid(), 0) == 0; }));
}

TEST_CASE("a confined process reads no file but the one it was handed") {
    const TempFolder folder;
    const auto file = folder.write("secret.txt", "secret");
    CHECK(is_refused("other files", [&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC) >= 0; }));
    CHECK(is_refused("other files", [] { return ::open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0; }));
    const int handed = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    CHECK(run_confined("nothing", [handed] {
              char c = 0;
              return ::read(handed, &c, 1) == 1 && c == 's' ? 0 : 1;
          }) == 0);
    ::close(handed);
}

TEST_CASE("a confined process writes, makes and removes no file") {
    const TempFolder folder;
    const auto file = folder.write("a.txt", "text");
    const std::string other = (folder.path() / "b.txt").string();
    CHECK(is_refused("processes", [&] { return ::open(file.c_str(), O_WRONLY | O_CLOEXEC) >= 0; }));
    CHECK(is_refused("processes", [&] { return ::open(other.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600) >= 0; }));
    CHECK(is_refused("processes", [&] { return ::unlink(file.c_str()) == 0; }));
    CHECK(is_refused("processes", [&] { return ::rename(file.c_str(), other.c_str()) == 0; }));
    CHECK(std::filesystem::exists(file));
    CHECK_FALSE(std::filesystem::exists(other));
}

TEST_CASE("a confined process may have threads and memory") {
    CHECK(run_confined("nothing", [] {
              int sum = 0;
              std::thread([&sum] { sum = static_cast<int>(std::string(1U << 20U, 'a').size() >> 20U); }).join();
              return sum == 1 ? 0 : 1;
          }) == 0);
}

#endif
