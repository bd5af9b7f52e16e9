#pragma once

#include <iosfwd>

#include "common/base/error.hpp"
#include "indexer/options/index_options.hpp"

namespace findings {

/// Runs the command asked for; results to `out`, progress and warnings to `messages`.
/// Throws: Error, for main to print.
Status run_command(const IndexOptions& options, std::ostream& out, std::ostream& messages);

/// `build`: fills in clock, randomness, progress and signals, then builds.
Status run_build(const IndexOptions& options, std::ostream& out, std::ostream& messages);

/// `inspect FILE`: what each step made of it.
Status run_inspect(const IndexOptions& options, std::ostream& out);

/// `status`, `list`, `verify`, `rollback`, `prune`, `failures`.
Status run_status(const IndexOptions& options, std::ostream& out);
Status run_list(const IndexOptions& options, std::ostream& out);
Status run_verify(const IndexOptions& options, std::ostream& out);
Status run_rollback(const IndexOptions& options, std::ostream& out);
Status run_prune(const IndexOptions& options, std::ostream& out);
Status run_failures(const IndexOptions& options, std::ostream& out);

/// `diff [OLD [NEW]]`: the digest of a publication as it was told, or computed for any two generations.
Status run_diff(const IndexOptions& options, std::ostream& out);

}  // namespace findings
