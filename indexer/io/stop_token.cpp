#include "indexer/io/stop_token.hpp"

#include "common/base/error.hpp"

namespace findings {

void throw_if_stopped(const StopToken& stop_token) {
    if (stop_token && stop_token())
        throw Error(Status::interrupted, "interrupted", "the index people search is as it was");
}

}  // namespace findings
