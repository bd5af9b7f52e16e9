#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "common/base/error.hpp"
#include "indexer/options/index_options.hpp"

namespace findings {

/// Runs the command asked for; results to `out`, progress and warnings to `messages`.
/// Throws: Error, for main to print.
Status run_command(const IndexOptions& options, std::ostream& out, std::ostream& messages);

/// `build`: fills in clock, randomness, progress and signals, then builds.
Status run_build(const IndexOptions& options, std::ostream& out, std::ostream& messages);

/// Prints what a command did that cannot be undone: the exit status tells of the index, so an output that is full or
/// closed is only a warning, "<done>, but ...". Throws nothing.
void print_after_commit(std::ostream& out, std::ostream& messages, std::string_view done,
                        const std::function<std::string()>& make_text);

/// Right before what cannot be undone: from here on no signal ends the program with a status that says otherwise.
void close_to_signals();

/// `inspect FILE`: what each step made of it.
Status run_inspect(const IndexOptions& options, std::ostream& out);

/// `status`, `list`, `verify`, `rollback`, `prune`, `failures`.
Status run_status(const IndexOptions& options, std::ostream& out);
Status run_list(const IndexOptions& options, std::ostream& out);
Status run_verify(const IndexOptions& options, std::ostream& out);
Status run_rollback(const IndexOptions& options, std::ostream& out, std::ostream& messages);
Status run_prune(const IndexOptions& options, std::ostream& out, std::ostream& messages);
Status run_failures(const IndexOptions& options, std::ostream& out);

/// The name, when there is a generation of that name. Throws: Error{unavailable}.
std::string existing_generation(const IndexLayout& layout, const std::string& name);

/// `withdraw ID --reason TEXT`, `keep GENERATION [--note TEXT]`, `release GENERATION`: the lists of an index root.
Status run_withdraw(const IndexOptions& options, std::ostream& out, std::ostream& messages);
Status run_keep(const IndexOptions& options, std::ostream& out, std::ostream& messages);
Status run_release(const IndexOptions& options, std::ostream& out, std::ostream& messages);

/// `diff [OLD [NEW]]`: the digest of a publication as it was told, or computed for any two generations.
Status run_diff(const IndexOptions& options, std::ostream& out);

/// `register FILE`: what would be read of a register, its columns, and every row and cell refused.
Status run_register(const IndexOptions& options, std::ostream& out);

/// `reconcile`: each grade of a register beside the newest graded article of its body.
Status run_reconcile(const IndexOptions& options, std::ostream& out);

/// `export --to ENGINE DIR`, `export --check URL DIR`: the live generation for another search engine, and whether that
/// engine counts the same.
Status run_export(const IndexOptions& options, std::ostream& out, std::ostream& messages);

}  // namespace findings
