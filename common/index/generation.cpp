#include "common/index/generation.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "common/base/error.hpp"

namespace findings {
namespace {

constexpr std::string_view kStubLine = "auto generations/";

std::filesystem::path environment_path(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

}  // namespace

std::filesystem::path default_index_root() {
    if (auto root = environment_path("FINDINGS_INDEX"); !root.empty()) return root;
    if (auto data = environment_path("XDG_DATA_HOME"); !data.empty()) return data / "findings";
    return environment_path("HOME") / ".local" / "share" / "findings";
}

std::string make_stub(std::string_view generation) { return std::string(kStubLine) + std::string(generation) + '\n'; }

std::string live_generation(const IndexLayout& layout) {
    std::ifstream file(layout.current());
    if (!file) return {};
    std::ostringstream text;
    text << file.rdbuf();
    std::string line = text.str();
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    const bool ours = line.rfind(kStubLine, 0) == 0 && line.find('\n') == std::string::npos &&
                      line.find('/', kStubLine.size()) == std::string::npos && line.size() > kStubLine.size();
    if (!ours)
        throw Error(Status::unavailable, layout.current().string() + " does not name a generation of Findings",
                    "run `findings-index rollback` or build again");
    return line.substr(kStubLine.size());
}

}  // namespace findings
