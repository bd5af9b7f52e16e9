// Commands about generations that exist: list, verify, rollback, prune, failures.
#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/digest/state_store.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/publish/lock.hpp"
#include "indexer/publish/publish.hpp"
#include "indexer/publish/verify_generation.hpp"
#include "indexer/report/run_report.hpp"
#include "indexer/report/unread_types.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

// The newest one before the live one; when the live one is too damaged to say where it stands, the newest other.
std::vector<GenerationEntry>::const_iterator find_previous(const std::vector<GenerationEntry>& entries) {
    std::uint64_t live_sequence = 0;
    for (const GenerationEntry& entry : entries)
        if (entry.live) live_sequence = entry.sequence;
    return std::find_if(entries.begin(), entries.end(), [&](const GenerationEntry& entry) {
        return !entry.live && entry.sequence > 0 && (live_sequence == 0 || entry.sequence < live_sequence);
    });
}

Json to_json(const GenerationEntry& entry) {
    return {{"generation", entry.name},
            {"sequence", entry.sequence},
            {"built_at", entry.built_at.empty() ? Json(nullptr) : Json(entry.built_at)},
            {"stories", entry.stories},
            {"live", entry.live},
            {"kept", entry.is_kept},
            {"note", entry.note.empty() ? Json(nullptr) : Json(entry.note)}};
}

}  // namespace

std::string existing_generation(const IndexLayout& layout, const std::string& name) {
    if (name.find('/') == std::string::npos && name.front() != '.' &&
        std::filesystem::is_directory(layout.generation(name)))
        return name;
    throw Error(Status::unavailable, fmt::format("there is no generation {} in {}", name, layout.root.string()),
                "see findings-index list");
}

Status run_list(const IndexOptions& options, std::ostream& out) {
    const std::vector<GenerationEntry> entries = list_generations(options.build.layout);
    Json list = Json::array();
    for (const GenerationEntry& entry : entries) {
        list.push_back(to_json(entry));
        if (!options.json)
            out << fmt::format(
                "{} {} {}\n", entry.live ? "*" : " ", entry.name,
                (entry.sequence == 0 ? "damaged" : fmt::format("{} {} stories", entry.built_at, entry.stories)) +
                    (entry.is_kept ? ", kept" : "") + (entry.note.empty() ? "" : ": " + entry.note));
    }
    if (options.json) out << dump_json_document(list);
    if (entries.empty()) throw make_no_index_error(options.build.layout);
    return Status::ok;
}

Status run_verify(const IndexOptions& options, std::ostream& out) {
    const IndexLayout& layout = options.build.layout;
    const std::string name = options.arguments.empty() ? find_live_generation(layout)
                                                       : existing_generation(layout, options.arguments.front());
    existing_generation(layout, name);
    const auto damage = verify_generation(layout.generation(name));
    if (options.json)
        out << dump_json_document(
            {{"generation", name}, {"sound", !damage.has_value()}, {"damage", damage ? Json(*damage) : Json()}});
    else if (!options.quiet)
        out << fmt::format("{}: {}\n", name, damage.value_or("sound"));
    return damage ? Status::refused : Status::ok;
}

Status run_rollback(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    const IndexLayout& layout = options.build.layout;
    if (list_generations(layout).empty()) find_live_generation(layout);
    const RunLock lock(layout.lock(), options.build.wait, "findings-index rollback");
    // Read under the lock: a build may have published while this one waited.
    const std::string live = readable_live_generation(layout);
    const std::vector<GenerationEntry> entries = list_generations(layout);
    std::string target;
    if (options.arguments.empty()) {
        const auto row = find_previous(entries);
        if (row == entries.end())
            throw Error(Status::unavailable, fmt::format("there is no generation before {}", live),
                        "see findings-index list");
        target = row->name;
    } else {
        target = existing_generation(layout, options.arguments.front());
    }
    if (const auto damage = verify_generation(layout.generation(target)))
        throw Error(Status::unavailable, *damage, "name another generation; see findings-index list");
    close_to_signals();
    make_live(layout, target);
    try {
        sync_entries(layout.root);
    } catch (const Error& error) {
        messages << fmt::format("findings-index: warning: {} is live, but {}\n", target, error.what());
    }
    print_after_commit(out, messages, fmt::format("{} is live", target), [&] {
        if (options.json) return dump_json_document({{"generation", target}, {"before", live}});
        return options.quiet ? std::string() : fmt::format("{} is live again (before: {})\n", target, live);
    });
    return Status::ok;
}

Status run_prune(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    const IndexLayout& layout = options.build.layout;
    find_live_generation(layout);
    const RunLock lock(layout.lock(), options.build.wait, "findings-index prune");
    const std::vector<std::string> deleted = prune_generations(layout, options.build.keep);
    close_to_signals();
    print_after_commit(out, messages, "old generations are deleted", [&] {
        if (options.json) return dump_json_document({{"deleted", deleted}});
        std::string text;
        if (!options.quiet)
            for (const std::string& name : deleted) text += fmt::format("deleted {}\n", name);
        return text;
    });
    return Status::ok;
}

Status run_failures(const IndexOptions& options, std::ostream& out) {
    const IndexLayout& layout = options.build.layout;
    RunReport report = load_report(layout.reports(), find_live_generation(layout));
    if (const auto state = StateStore::read(layout.state()))
        for (Rejection& rejection : report.rejections) rejection.since = state->failing_since(rejection);
    if (!options.json && report.rejections.empty()) out << "every file read can be searched\n";
    std::move(report.poor_scans.begin(), report.poor_scans.end(), std::back_inserter(report.rejections));
    for (Rejection& row : list_unread_types(report.unsupported)) report.rejections.push_back(std::move(row));
    out << (options.json ? format_failures_json(report.rejections) : format_failures_text(report.rejections));
    return Status::ok;
}

}  // namespace findings
