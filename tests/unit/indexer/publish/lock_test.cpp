#include "indexer/publish/lock.hpp"

#include <optional>

#include <doctest/doctest.h>

#include "tests/unit/support/error_text.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {
constexpr std::chrono::seconds kLong{600};
constexpr std::chrono::seconds kNone{0};
}  // namespace

TEST_CASE("a lock that is held and then released is got by the one that waits") {
    const test::TempFolder folder;
    const auto path = folder.path() / "lock";
    std::optional<RunLock> held;
    held.emplace(path, kNone, "findings-index build a");
    CHECK(is_locked(path));
    int asked = 0;
    // Asked while it waits: the third time the other one ends.
    const RunLock second(path, kLong, "findings-index build b", [&] {
        if (++asked == 3) held.reset();
        return false;
    });
    CHECK(asked == 3);
    CHECK(is_locked(path));
    CHECK(test::read_file(path).find("findings-index build b") != std::string::npos);
}

TEST_CASE("without --wait a held lock is refused, and its holder named") {
    const test::TempFolder folder;
    const auto path = folder.path() / "lock";
    const RunLock held(path, kNone, "findings-index build a");
    const std::string error =
        test::error_text(Status::locked, [&] { const RunLock second(path, kNone, "findings-index build b"); });
    CHECK(error.find("is in use by pid ") != std::string::npos);
    CHECK(error.find("findings-index build a") != std::string::npos);
    CHECK(error.find("--wait SECONDS") != std::string::npos);
    // Who was refused has not put its own name there.
    CHECK(test::read_file(path).find("findings-index build b") == std::string::npos);
}

TEST_CASE("a request to stop ends the wait for a lock") {
    const test::TempFolder folder;
    const auto path = folder.path() / "lock";
    const RunLock held(path, kNone, "x");
    CHECK(test::error_text(Status::interrupted, [&] {
              const RunLock second(path, kLong, "y", [] { return true; });
          }).starts_with("interrupted while waiting for "));
}

TEST_CASE("a lock is gone with its holder, its file is not") {
    const test::TempFolder folder;
    const auto path = folder.path() / "lock";
    { const RunLock held(path, kNone, "x"); }
    CHECK_FALSE(is_locked(path));
    CHECK(std::filesystem::exists(path));
    CHECK_FALSE(is_locked(folder.path() / "none"));
}
