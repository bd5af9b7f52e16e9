#pragma once

#include <ostream>

#include "common/base/error.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/options/search_options.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {

/// Where a command writes.
struct CommandOutput {
    std::ostream& out;    ///< the answer
    std::ostream& notes;  ///< everything else: explanation, hints
    RenderStyle style;
};

/// Opens what the request searches: the stories or the findings of its indexes. Throws: as open_index().
OpenIndex open_index_for(const SearchRequest& request);

/// Does what the command line asks for. Returns ok, no_hits, or usage after a batch with bad lines.
/// Throws: Error.
Status run_command(const SearchOptions& options, const CommandOutput& output);

/// The line of --cite: `what`, and where it is from: generation, when it was built, the hash of its manifest, the
/// command, which names the generation where there is one. Throws: Error{unavailable} when a manifest cannot be read.
std::string make_citation(const std::string& what, const OpenIndex& index, const SearchRequest& request,
                          const std::string& command);

/// The commands that are more than a search.
Status show_article(const SearchOptions& options, const CommandOutput& output);
/// `name`: the argument taken apart.
Status show_finding(const SearchOptions& options, const FindingName& name, const CommandOutput& output);
/// Returns ok when nothing has changed, else no_hits.
Status replay_answer(const SearchOptions& options, const CommandOutput& output);
Status run_batch(const SearchOptions& options, const CommandOutput& output);
Status list_fields(const SearchOptions& options, const CommandOutput& output);
Status list_values(const SearchOptions& options, const CommandOutput& output);

}  // namespace findings
