#pragma once

#include "indexer/options/build_options.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {

/// The end of a run whose sources gave no article at all: says what there was instead.
/// Throws: Error{no_input}.
[[noreturn]] void refuse_nothing(const RunReport& report, const BuildOptions& options);

/// Ends a run in which more files were rejected than --max-failures allows, unless --force.
/// Throws: Error{refused} with the first of them.
void refuse_many_failures(const RunReport& report, const BuildOptions& options);

}  // namespace findings
