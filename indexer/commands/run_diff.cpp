#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "indexer/commands/run_command.hpp"
#include "indexer/digest/digest_files.hpp"
#include "indexer/digest/publish_digest.hpp"
#include "indexer/digest/render_digest.hpp"
#include "indexer/publish/publish.hpp"

namespace findings {
namespace {

GenerationEntry find_generation(const std::vector<GenerationEntry>& entries, const std::string& name,
                                const IndexLayout& layout) {
    const auto row =
        std::find_if(entries.begin(), entries.end(), [&](const GenerationEntry& entry) { return entry.name == name; });
    if (row == entries.end())
        throw Error(Status::unavailable, fmt::format("there is no generation {} in {}", name, layout.root.string()),
                    "see findings-index list");
    return *row;
}

GenerationEntry find_before(const std::vector<GenerationEntry>& entries, const GenerationEntry& after) {
    const auto row = std::find_if(entries.begin(), entries.end(), [&](const GenerationEntry& entry) {
        return entry.sequence > 0 && entry.sequence < after.sequence;
    });
    if (row == entries.end())
        throw Error(Status::unavailable, fmt::format("there is no generation before {}", after.name),
                    "see findings-index list");
    return *row;
}

}  // namespace

Status run_diff(const IndexOptions& options, std::ostream& out) {
    const IndexLayout& layout = options.build.layout;
    const std::vector<GenerationEntry> entries = list_generations(layout);
    const GenerationEntry after = find_generation(
        entries, options.arguments.size() > 1 ? options.arguments[1] : find_live_generation(layout), layout);
    const GenerationEntry before = options.arguments.empty() ? find_before(entries, after)
                                                             : find_generation(entries, options.arguments[0], layout);
    // As it was told that morning: the hits of saved searches are in no generation.
    if (const auto stored = load_digest(layout, before.name, after.name, options.json)) {
        out << *stored;
        return Status::ok;
    }
    const Digest digest = compare_generations(layout, before.name, after.name);
    out << (options.json ? render_digest_json(digest) : render_digest_text(digest));
    return Status::ok;
}

}  // namespace findings
