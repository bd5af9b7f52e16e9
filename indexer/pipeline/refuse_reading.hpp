#pragma once

#include "indexer/options/build_options.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {

/// The end of a run whose sources gave no article at all: says what there was instead.
/// Throws: Error{no_input}.
[[noreturn]] void refuse_nothing(const RunReport& report, const BuildOptions& options);

/// What a build that ends without publishing leaves: the index people search, or none where there was none.
std::string describe_kept(bool has_live);

/// Ends a run in which more files were rejected than --max-failures allows, unless --force.
/// Throws: Error{refused} with the first of them.
void refuse_many_failures(const RunReport& report, const BuildOptions& options, bool has_live);

}  // namespace findings
