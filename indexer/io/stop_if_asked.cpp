#include "indexer/io/stop_if_asked.hpp"

#include "common/base/error.hpp"

namespace findings {

void stop_if_asked(const std::function<bool()>& should_stop) {
    if (should_stop && should_stop())
        throw Error(Status::interrupted, "interrupted", "the index people search is as it was");
}

}  // namespace findings
