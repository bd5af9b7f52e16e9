#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/options/option_table.hpp"

namespace findings {

/// What the programs take from the environment. Read once, by main; empty stands for unset.
struct Environment {
    std::string findings_index;
    std::string xdg_config_home;  ///< these three absolute or empty: a relative one is to be ignored
    std::string xdg_data_home;
    std::string home;
    std::string no_color;
    std::string term;
    std::string listen_pid;  ///< LISTEN_PID and LISTEN_FDS: the socket that systemd hands over
    std::string listen_fds;
    std::string fault;  ///< FINDINGS_FAULT, for tests only: see indexer/failpoint
};

/// The environment of this process.
Environment read_environment();

/// The index root when no option and no configuration names one: `$FINDINGS_INDEX`, else `$XDG_DATA_HOME/findings`,
/// else `~/.local/share/findings`. Throws: Error{usage} without a home.
std::filesystem::path default_index_root(const Environment& environment);

/// The values of options that are paths (those whose value the table calls DIR or FILE), each with the home folder in
/// place of `~` before its first '/': shells leave that alone behind a `=`, and configuration files know no shell.
/// Throws: Error{usage} for an empty path, for another user's home, for `~` without a home; Error{bad_config} where it
/// stands in a file.
ParsedArguments expand_paths(ParsedArguments arguments, const std::vector<OptionSpec>& table,
                             const Environment& environment);

/// Where the configuration file may stand when --config does not say, first match wins:
/// `$XDG_CONFIG_HOME/findings/findings.conf` (XDG_CONFIG_HOME defaults to ~/.config), then /etc.
std::vector<std::filesystem::path> config_candidates(const Environment& environment);

}  // namespace findings
