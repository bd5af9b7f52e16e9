#include "indexer/io/failpoint.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "indexer/io/io_error.hpp"

namespace findings {
namespace {

enum class FaultAction : std::uint8_t { kill, fail, stop };

constexpr std::array<std::string_view, 3> kActionNames{"kill", "fail", "stop"};
constexpr int kNothing = -1;

// State that is not passed along: a parameter through every step of a build would cost each reader of the code more
// than these two variables do. tests/lint/check_messages lists the other files that keep any.
std::atomic<int> armed_point = kNothing;
std::atomic<FaultAction> armed_action = FaultAction::kill;

template <std::size_t Count>
int find_name(const std::array<std::string_view, Count>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? kNothing : static_cast<int>(found - names.begin());
}

}  // namespace

void arm_failpoint(const std::string& text) {
    if (text.empty()) return;
    const std::size_t colon = std::min(text.find(':'), text.size());
    const int point = find_name(kFailpointNames, std::string_view(text).substr(0, colon));
    const int action = colon == text.size() ? 0 : find_name(kActionNames, std::string_view(text).substr(colon + 1));
    if (point == kNothing || action == kNothing)
        throw Error(Status::usage, fmt::format("FINDINGS_FAULT={}: there is no such failpoint", text),
                    fmt::format("unset it, it is for tests only; the points: {}; each alone or with :{}",
                                fmt::join(kFailpointNames, " "), fmt::join(kActionNames, " :")));
    armed_action = static_cast<FaultAction>(action);
    armed_point = point;
}

void failpoint(Failpoint point) {
    int expected = static_cast<int>(point);
    if (armed_point.load(std::memory_order_relaxed) != expected) return;
    // Several threads may come past: one of them is enough.
    if (!armed_point.compare_exchange_strong(expected, kNothing)) return;
    switch (armed_action.load()) {
        case FaultAction::kill:
            ::kill(::getpid(), SIGKILL);
            return;
        case FaultAction::fail:
            throw make_io_error("pass the failpoint", std::string(kFailpointNames.at(static_cast<std::size_t>(point))),
                                ENOSPC);
        case FaultAction::stop:
            ::kill(::getpid(), SIGSTOP);
            return;
    }
}

}  // namespace findings
