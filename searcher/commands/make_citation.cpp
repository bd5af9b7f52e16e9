// --cite: a line that a paper can carry and a reader can check.
#include <string>
#include <vector>

#include <fmt/format.h>

#include "searcher/commands/run_command.hpp"
#include "searcher/index/hash_manifest.hpp"
#include "searcher/render/printable.hpp"

namespace findings {

std::string make_citation(const std::string& what, const OpenIndex& index, const SearchRequest& request,
                          const std::string& command) {
    std::vector<std::string> hashes;
    for (const OpenGeneration& generation : index.generations) hashes.push_back(hash_manifest(generation));
    std::string again = command;
    constexpr std::string_view kProgram = "findings-search";
    if (index.generations.size() == 1 && request.generation.empty() && again.starts_with(kProgram))
        again.insert(kProgram.size(), " --generation " + index.generations.front().name);
    return printable(fmt::format("{}. Findings, {}. {}", what, list_manifests(index.generations, hashes), again));
}

}  // namespace findings
