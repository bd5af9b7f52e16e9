#include "common/options/environment.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "common/base/error.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

// Source: XDG base directory specification: relative paths are invalid and to be ignored.
std::string folder_variable(const char* name) {
    std::string value = variable(name);
    return fs::path(value).is_absolute() ? value : std::string();
}

std::string expand_home(const std::string& option, const std::string& typed, const Environment& environment) {
    if (typed.empty()) throw Error(Status::usage, fmt::format("{} is empty", option), "write the path");
    if (typed.front() != '~') return typed;
    const std::size_t end = std::min(typed.find('/'), typed.size());
    if (end > 1)
        throw Error(Status::usage, fmt::format("{} {}: another user's home is not looked up", option, typed),
                    fmt::format("write the whole path, or ./{} for a folder of that name", typed));
    if (environment.home.empty())
        throw Error(Status::usage, fmt::format("{} {}: HOME is not set", option, typed), "write the whole path");
    return environment.home + typed.substr(end);
}

}  // namespace

Environment read_environment() {
    Environment environment;
    environment.findings_index = variable("FINDINGS_INDEX");
    environment.xdg_config_home = folder_variable("XDG_CONFIG_HOME");
    environment.xdg_data_home = folder_variable("XDG_DATA_HOME");
    environment.home = folder_variable("HOME");
    environment.no_color = variable("NO_COLOR");
    environment.term = variable("TERM");
    environment.listen_pid = variable("LISTEN_PID");
    environment.listen_fds = variable("LISTEN_FDS");
    environment.fault = variable("FINDINGS_FAULT");
    return environment;
}

fs::path default_index_root(const Environment& environment) {
    if (!environment.findings_index.empty())
        return expand_home("FINDINGS_INDEX", environment.findings_index, environment);
    if (!environment.xdg_data_home.empty()) return fs::path(environment.xdg_data_home) / "findings";
    if (!environment.home.empty()) return fs::path(environment.home) / ".local" / "share" / "findings";
    throw Error(Status::usage, "no index is named, and HOME is not set to a folder where it would be",
                "name it with --index DIR or in FINDINGS_INDEX; cron and services often have no HOME");
}

ParsedArguments expand_paths(ParsedArguments arguments, const std::vector<OptionSpec>& table,
                             const Environment& environment) {
    for (GivenOption& given : arguments.options) {
        const OptionSpec* row = find_option(table, given.name);
        if (row == nullptr || (row->argument != "DIR" && row->argument != "FILE")) continue;
        try {
            given.value = expand_home("--" + given.name, given.value, environment);
        } catch (const Error& error) {
            if (given.place.empty()) throw;
            throw Error(Status::bad_config, fmt::format("{}: {}", given.place, error.what()), error.hint());
        }
    }
    return arguments;
}

std::vector<std::filesystem::path> config_candidates(const Environment& environment) {
    std::vector<std::filesystem::path> paths;
    if (!environment.xdg_config_home.empty())
        paths.push_back(std::filesystem::path(environment.xdg_config_home) / "findings" / "findings.conf");
    else if (!environment.home.empty())
        paths.push_back(std::filesystem::path(environment.home) / ".config" / "findings" / "findings.conf");
    paths.emplace_back("/etc/findings/findings.conf");
    return paths;
}

}  // namespace findings
