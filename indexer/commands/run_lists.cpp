// Commands that write the lists of an index root: withdraw, keep, release.
#include <algorithm>
#include <ctime>
#include <ostream>
#include <set>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/base/json_text.hpp"
#include "common/index/finding.hpp"
#include "common/index/record.hpp"
#include "common/index/root_lists.hpp"
#include "common/index/terms.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/publish/lock.hpp"
#include "indexer/publish/publish.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

std::string now_utc() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

// The ids of the stories that have this id, or a copy with it, in any generation: a copy says what the article says.
std::set<std::string> list_story_ids(const IndexLayout& layout, const std::string& id) {
    std::set<std::string> ids;
    for (const GenerationEntry& entry : list_generations(layout)) {
        try {
            const Xapian::Database database(layout.generation(entry.name).string());
            const std::string term = exact_term(Field::id, id);
            for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
                const Article article = decode_record(database.get_document(*at).get_data(), RecordPart::head);
                ids.insert(article.id);
                for (const Copy& copy : article.copies) ids.insert(copy.id);
            }
        } catch (const Xapian::Error&) {
            continue;  // a damaged generation answers nobody
        }
    }
    return ids;
}

void refuse_unknown_id(const std::string& id) {
    const auto finding = split_finding_id(id);
    throw Error(Status::unavailable, fmt::format("no generation has an article with the id {}", id),
                finding ? fmt::format("a finding goes with its article: findings-index withdraw {}", finding->article)
                        : "give the whole id, as the address of its page and --format json have it");
}

}  // namespace

Status run_withdraw(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    const IndexLayout& layout = options.build.layout;
    const std::string& id = options.arguments.front();
    if (options.reason.empty())
        throw Error(Status::usage, "withdraw needs --reason", "for example: --reason 'asked by the family'");
    find_live_generation(layout);
    const RunLock lock(layout.lists_lock(), kListsWait, "findings-index withdraw");
    std::vector<Withdrawal> rows = read_withdrawn(layout.root);
    std::set<std::string> ids = list_story_ids(layout, id);
    const auto has_row = [&](const std::string& other) {
        return std::any_of(rows.begin(), rows.end(), [&](const Withdrawal& row) { return row.id == other; });
    };
    if (ids.empty() && !has_row(id)) refuse_unknown_id(id);
    std::erase_if(ids, has_row);
    for (const std::string& each : ids) rows.push_back({each, options.reason, now_utc()});
    close_to_signals();
    if (!ids.empty()) replace_file(layout.root / kWithdrawnName, print_withdrawn(rows));
    print_after_commit(out, messages, fmt::format("{} is withdrawn", id), [&] {
        if (options.json) return dump_json_document({{"withdrawn", ids}, {"reason", options.reason}});
        if (options.quiet) return std::string();
        if (ids.empty()) return fmt::format("{} was withdrawn before\n", id);
        std::string text = fmt::format("{} is withdrawn: no answer has it any more, of no generation\n", id);
        ids.erase(id);
        for (const std::string& copy : ids) text += fmt::format("  so is {}, which says the same\n", copy);
        return text + "the next build erases it from the cache and from every generation\n";
    });
    return Status::ok;
}

Status run_keep(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    const IndexLayout& layout = options.build.layout;
    const RunLock lock(layout.lists_lock(), kListsWait, "findings-index keep");
    const std::string name = existing_generation(layout, options.arguments.front());
    std::vector<KeptGeneration> rows = read_kept(layout.root);
    std::erase_if(rows, [&](const KeptGeneration& row) { return row.generation == name; });
    rows.push_back({name, options.note});
    close_to_signals();
    replace_file(layout.root / kKeptName, print_kept(rows));
    print_after_commit(out, messages, fmt::format("{} is kept", name), [&] {
        if (options.json) return dump_json_document({{"kept", name}, {"note", options.note}});
        return options.quiet ? std::string() : fmt::format("{} is kept until it is released\n", name);
    });
    return Status::ok;
}

Status run_release(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    const IndexLayout& layout = options.build.layout;
    const RunLock lock(layout.lists_lock(), kListsWait, "findings-index release");
    const std::string& name = options.arguments.front();
    std::vector<KeptGeneration> rows = read_kept(layout.root);
    if (std::erase_if(rows, [&](const KeptGeneration& row) { return row.generation == name; }) == 0)
        throw Error(Status::unavailable, fmt::format("generation {} is not kept", name), "see findings-index list");
    close_to_signals();
    replace_file(layout.root / kKeptName, print_kept(rows));
    print_after_commit(out, messages, fmt::format("{} is released", name), [&] {
        if (options.json) return dump_json_document({{"released", name}});
        return options.quiet ? std::string() : fmt::format("{} is pruned with the others from now on\n", name);
    });
    return Status::ok;
}

}  // namespace findings
