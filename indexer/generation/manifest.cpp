#include "indexer/generation/manifest.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include <fmt/format.h>

#include "common/index/generation.hpp"
#include "indexer/io/hash_file.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/io/write_file.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWithdrawnLine = "withdrawn: ";

std::vector<fs::path> data_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_directory() && entry.path() != folder / kManifestName) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string describe_files(const fs::path& folder, const StopToken& stop_token) {
    std::string lines;
    for (const fs::path& path : data_files(folder)) {
        throw_if_stopped(stop_token);
        lines += fmt::format("{}\t{}\t{}\n", path.lexically_relative(folder).generic_string(), fs::file_size(path),
                             hash_file(path));
    }
    return lines;
}

}  // namespace

void write_manifest(const fs::path& generation, const StopToken& stop_token, std::size_t withdrawn) {
    std::string lines = describe_files(generation, stop_token);
    if (withdrawn > 0) lines += fmt::format("{}{}\n", kWithdrawnLine, withdrawn);
    write_synced(generation / kManifestName, lines);
}

std::optional<std::string> check_manifest(const fs::path& generation, const StopToken& stop_token) {
    std::ifstream file(generation / kManifestName, std::ios::binary);
    if (!file) return fmt::format("{} has no manifest", generation.string());
    std::ostringstream wanted;
    for (std::string line; std::getline(file, line);)
        if (!line.starts_with(kWithdrawnLine)) wanted << line << '\n';
    std::istringstream have(describe_files(generation, stop_token));
    std::istringstream want(wanted.str());
    if (want.str() == have.str()) return std::nullopt;
    for (std::string a, b; std::getline(want, a);) {
        if (!std::getline(have, b)) b.clear();
        if (a != b)
            return fmt::format("{}: {} is not as it was written", generation.string(), a.substr(0, a.find('\t')));
    }
    return fmt::format("{} holds more files than were written", generation.string());
}

}  // namespace findings
