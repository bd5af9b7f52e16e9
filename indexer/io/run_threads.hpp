#pragma once

#include <cstddef>
#include <functional>

namespace findings {

/// Runs `work` with 0 to count-1, each on a thread of its own, and waits for all of them. When one throws, or one
/// cannot be started, `stop` is called once, for the others to end soon; what was thrown first is thrown on when all
/// have. Throws: Error{io_error} when the system gives no thread; what `work` throws.
void run_threads(std::size_t count, const std::function<void(std::size_t)>& work,
                 const std::function<void()>& stop = {});

}  // namespace findings
