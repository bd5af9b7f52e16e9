#pragma once

#include <ostream>

#include "common/base/error.hpp"
#include "searcher/options/search_options.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {

/// Where a command writes.
struct CommandOutput {
    std::ostream& out;    ///< the answer
    std::ostream& notes;  ///< everything else: explanation, hints
    RenderStyle style;
};

/// Does what the command line asks for. Returns ok, no_hits, or usage after a batch with bad lines.
/// Throws: Error.
Status run_command(const SearchOptions& options, const CommandOutput& output);

/// The commands that are more than a search.
Status show_article(const SearchOptions& options, const CommandOutput& output);
Status run_batch(const SearchOptions& options, const CommandOutput& output);
Status list_fields(const SearchOptions& options, const CommandOutput& output);
Status list_values(const SearchOptions& options, const CommandOutput& output);

}  // namespace findings
