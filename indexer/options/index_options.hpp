#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "common/options/environment.hpp"
#include "common/options/option_table.hpp"
#include "indexer/options/build_options.hpp"

namespace findings {

enum class IndexCommand : std::uint8_t {
    build,
    inspect,
    status,
    list,
    verify,
    rollback,
    prune,
    keep,
    release,
    withdraw,
    failures,
    diff,
    register_file,
    reconcile,
    export_index,
    help,
    version
};

/// One command of findings-index.
struct CommandRow {
    IndexCommand command;
    std::string_view name;
    std::string_view arguments;  ///< as in the usage line
    std::string_view help;
    std::size_t most_arguments;
    std::size_t least_arguments;
};

/// Every command, in the order of the help.
const std::vector<CommandRow>& index_commands();

/// The command line understood.
struct IndexOptions {
    IndexCommand command = IndexCommand::help;
    std::vector<std::string> arguments;
    BuildOptions build;  ///< `layout` is set for every command; clock, randomness and callbacks are main's
    bool json = false;
    bool csv = false;  ///< reconcile alone
    bool quiet = false;
    bool verbose = false;
    bool show_progress = true;
    double max_age_hours = 0;          ///< status: 0 when not asked
    std::string as_at;                 ///< register: ISO day, empty when not asked
    std::string note;                  ///< keep: why
    std::string reason;                ///< withdraw: why
    std::string export_to;             ///< export: opensearch or solr, empty when not asked
    std::string check;                 ///< export: address of an engine, empty when not asked
    std::chrono::seconds timeout{30};  ///< export: for one question to an engine
    std::string fault;                 ///< see arm_failpoint()
};

/// Every option of findings-index.
const std::vector<OptionSpec>& index_option_table();

/// Arguments (command first) and configuration become options. No I/O.
/// Throws: Error{usage}, Error{bad_config}.
IndexOptions parse_index_options(const ParsedArguments& given, const Environment& environment);

/// The text of --help.
std::string index_help();
/// The text of `COMMAND --help`: its own options; that of --help for no command.
std::string command_help(std::string_view command);

}  // namespace findings
