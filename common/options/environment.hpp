#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace findings {

/// What the programs take from the environment. Read once, by main; empty stands for unset.
struct Environment {
    std::string findings_index;
    std::string xdg_config_home;
    std::string home;
    std::string no_color;
    std::string term;
    std::string fault;  ///< FINDINGS_FAULT, for tests only: see indexer/failpoint
};

/// The environment of this process.
Environment read_environment();

/// Where the configuration file may stand when --config does not say, first match wins:
/// `$XDG_CONFIG_HOME/findings/findings.conf` (XDG_CONFIG_HOME defaults to ~/.config), then /etc.
std::vector<std::filesystem::path> config_candidates(const Environment& environment);

}  // namespace findings
