// --cite: a line that a paper can carry and a reader can check.
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <xxhash.h>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

// As `xxh128sum generations/NAME/manifest` prints it. The manifest has the hash of every other file of the generation.
std::string hash_manifest(const OpenGeneration& generation) {
    const std::filesystem::path path = IndexLayout{generation.root}.generation(generation.name) / kManifestName;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(Status::unavailable, fmt::format("cannot read {}", path.string()), "run `findings-index verify`");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string make_citation(const std::string& what, const OpenIndex& index, const SearchRequest& request,
                          const std::string& command) {
    std::string from;
    for (const OpenGeneration& generation : index.generations)
        from += fmt::format("{}generation {}, built {}, manifest XXH128 {}", from.empty() ? "" : "; ", generation.name,
                            generation.built_at, hash_manifest(generation));
    std::string again = command;
    constexpr std::string_view kProgram = "findings-search";
    if (index.generations.size() == 1 && request.generation.empty() && again.starts_with(kProgram))
        again.insert(kProgram.size(), " --generation " + index.generations.front().name);
    return printable(fmt::format("{}. Findings, {}. {}", what, from, again));
}

}  // namespace findings
