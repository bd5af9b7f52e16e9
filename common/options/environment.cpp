#include "common/options/environment.hpp"

#include <cstdlib>

namespace findings {
namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Environment read_environment() {
    return {variable("FINDINGS_INDEX"), variable("XDG_CONFIG_HOME"), variable("HOME"), variable("NO_COLOR"),
            variable("TERM"),           variable("FINDINGS_FAULT")};
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
