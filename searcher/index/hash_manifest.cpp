#include "searcher/index/hash_manifest.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <xxhash.h>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/text/count_noun.hpp"

namespace findings {

std::string hash_manifest(const OpenGeneration& generation) {
    const std::filesystem::path path = IndexLayout{generation.root}.generation(generation.name) / kManifestName;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(Status::unavailable, fmt::format("cannot read {}", path.string()), "run `findings-index verify`");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string list_manifests(const std::vector<OpenGeneration>& generations, const std::vector<std::string>& hashes) {
    std::string list;
    for (std::size_t i = 0; i < generations.size(); ++i) {
        list += fmt::format("{}generation {}, built {}, manifest XXH128 {}", list.empty() ? "" : "; ",
                            generations[i].name, generations[i].built_at, hashes[i]);
        if (generations[i].withdrawn > 0)
            list += fmt::format(", without {}",
                                count_noun(generations[i].withdrawn, "withdrawn story", "withdrawn stories"));
    }
    return list;
}

}  // namespace findings
