#include "indexer/publish/publish.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <xapian.h>

#include "common/index/root_lists.hpp"
#include "indexer/digest/digest_files.hpp"
#include "indexer/io/failpoint.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/publish/lock.hpp"
#include "indexer/report/last_run.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReportsKept = 100;

fs::path next_stub(const IndexLayout& layout) { return layout.root / "current.new"; }

fs::path announcement(const IndexLayout& layout) { return layout.building() / "publishing"; }

GenerationEntry read_entry(const fs::path& folder) {
    GenerationEntry entry;
    entry.name = folder.filename().string();
    try {
        const Xapian::Database database(folder.string());
        const std::string sequence = database.get_metadata(std::string(metadata::kSequence));
        std::from_chars(sequence.data(), sequence.data() + sequence.size(), entry.sequence);
        entry.built_at = database.get_metadata(std::string(metadata::kBuiltAt));
        entry.stories = database.get_doccount();
    } catch (const Xapian::Error&) {
        // A damaged generation is listed with sequence 0: it sorts last and is the first to be pruned.
        entry.sequence = 0;
    }
    return entry;
}

}  // namespace

std::string readable_live_generation(const IndexLayout& layout) {
    try {
        return live_generation(layout);
    } catch (const Error&) {
        return {};
    }
}

Error make_no_index_error(const IndexLayout& layout, std::string_view remark) {
    return {Status::unavailable, fmt::format("there is no index in {}{}", layout.root.string(), remark),
            "run findings-index build FOLDER, or name another with --index"};
}

std::string find_live_generation(const IndexLayout& layout, std::string_view remark) {
    std::string live = live_generation(layout);
    if (live.empty()) throw make_no_index_error(layout, remark);
    return live;
}

std::vector<GenerationEntry> list_generations(const IndexLayout& layout) {
    std::vector<GenerationEntry> entries;
    std::error_code error;
    const std::string live = readable_live_generation(layout);
    const std::vector<KeptGeneration> kept = read_kept(layout.root);
    for (const fs::directory_entry& folder : fs::directory_iterator(layout.generations(), error)) {
        if (!folder.is_directory()) continue;
        entries.push_back(read_entry(folder.path()));
        entries.back().live = entries.back().name == live;
        for (const KeptGeneration& row : kept)
            if (row.generation == entries.back().name) {
                entries.back().is_kept = true;
                entries.back().note = row.note;
            }
    }
    std::sort(entries.begin(), entries.end(), [](const GenerationEntry& a, const GenerationEntry& b) {
        return std::tie(b.sequence, b.name) < std::tie(a.sequence, a.name);
    });
    return entries;
}

void make_live(const IndexLayout& layout, const std::string& generation) {
    const fs::path next = next_stub(layout);
    write_synced(next, make_stub(generation));
    failpoint(Failpoint::stub_written);
    if (::rename(next.c_str(), layout.current().c_str()) != 0)
        throw make_io_error("replace", layout.current().string(), errno);
}

void announce_generation(const IndexLayout& layout, const std::string& generation) {
    write_synced(announcement(layout), generation);
    sync_entries(layout.building());
}

void remove_unpublished(const IndexLayout& layout) {
    std::error_code ignored;
    fs::remove(next_stub(layout), ignored);
    std::ifstream file(announcement(layout));
    std::string name;
    if (!std::getline(file, name) || name.empty() || name.find('/') != std::string::npos) return;
    if (name == readable_live_generation(layout)) return;
    fs::remove_all(layout.generation(name), ignored);
    fs::remove(layout.reports() / (name + ".json"), ignored);
}

void add_generation(const IndexLayout& layout, const fs::path& built, const std::string& generation) {
    std::error_code error;
    fs::create_directories(layout.generations(), error);
    if (error) throw make_io_error("create", layout.generations().string(), error.value());
    if (::rename(built.c_str(), layout.generation(generation).c_str()) != 0)
        throw make_io_error("move to", layout.generation(generation).string(), errno);
    sync_entries(layout.generations());
}

void delete_generation(const IndexLayout& layout, const std::string& generation) {
    std::error_code error;
    fs::remove_all(layout.generation(generation), error);
    if (error) throw make_io_error("delete", layout.generation(generation).string(), error.value());
    remove_digest(layout, generation);
}

std::vector<std::string> prune_generations(const IndexLayout& layout, std::size_t keep) {
    std::vector<std::string> deleted;
    std::size_t kept = 0;
    // `keep` must not promise what is being deleted.
    const RunLock lists(layout.lists_lock(), kListsWait, "pruning");
    for (const GenerationEntry& entry : list_generations(layout)) {
        if (entry.is_kept) continue;
        if (kept < keep || entry.live) {
            ++kept;
            continue;
        }
        delete_generation(layout, entry.name);
        deleted.push_back(entry.name);
        failpoint(Failpoint::pruning);
    }
    return deleted;
}

void prune_reports(const IndexLayout& layout) {
    // A generation's files share its name up to the first dot: <name>.json, <name>.digest.txt.
    const auto name_of = [](const fs::path& path) {
        const std::string file = path.filename().string();
        return file.substr(0, file.find('.'));
    };
    std::error_code error;
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(layout.reports(), error))
        if (entry.path().filename() != kLastRunName) files.push_back(entry.path());
    std::set<std::string, std::greater<>> names;
    for (const fs::path& path : files) names.insert(name_of(path));
    if (names.size() <= kReportsKept) return;
    const std::string oldest_kept = *std::next(names.begin(), kReportsKept - 1);
    for (const fs::path& path : files)
        if (name_of(path) < oldest_kept) fs::remove(path, error);
}

}  // namespace findings
