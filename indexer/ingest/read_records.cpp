#include "indexer/ingest/read_records.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/base/error.hpp"
#include "common/base/fnv_hash.hpp"
#include "common/index/record.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/deduplicate/candidate_record.hpp"
#include "indexer/io/bounded_queue.hpp"
#include "indexer/io/run_threads.hpp"
#include "indexer/records/body_slugs.hpp"
#include "indexer/records/make_record.hpp"
#include "indexer/records/register_days.hpp"

namespace findings {
namespace {

/// Rows handed over at once: the queue's lock is then taken once for all of them.
constexpr std::size_t kBatchRows = 256;
constexpr std::size_t kQueuedBatches = 16;
/// Refusals of one kind that are told one by one.
constexpr std::size_t kToldRefusals = 10;

/// Rows of one register on their way to the threads that make records of them.
struct RowBatch {
    std::uint32_t file = 0;
    std::shared_ptr<const RegisterTable> table;
    std::vector<std::pair<RegisterRow, RecordBody>> rows;
};

class RecordRun {
  public:
    RecordRun(const std::vector<SourceFile>& files, const RecordOptions& options, ReadArticles& read)
        : files_(files), options_(options), read_(read), queue_(kQueuedBatches) {
        context_.groups = options.groups;
        for (std::uint32_t i = 0; i < options.jobs; ++i) {
            const std::uint32_t number = options.first_spool + i;
            spools_.emplace_back(spool_path(options.spool_folder, number), number);
        }
    }

    void run() {
        read_owners();
        run_threads(
            options_.jobs + 1,
            [this](std::size_t i) {
                if (i < options_.jobs)
                    take_batches(i);
                else
                    read_files();
            },
            [this] { queue_.close(); });
        for (SpoolWriter& spool : spools_) spool.flush();
        settle();
    }

  private:
    /// A record with what decides whether it is kept and until when it is "now".
    struct Entry {
        SpooledArticle spooled;
        std::uint64_t body = 0;
    };

    std::shared_ptr<const RegisterTable> open(std::uint32_t file) {
        auto table = RegisterTable::open(files_[file].path);
        return table ? std::make_shared<const RegisterTable>(std::move(*table)) : nullptr;
    }

    // Owners first: every record asks for them.
    void read_owners() {
        for (std::uint32_t i = 0; i < files_.size(); ++i) {
            if (!files_[i].is_register) continue;
            // Its text is large: it is read again when its turn comes.
            const std::shared_ptr<const RegisterTable> table = open(i);
            if (table == nullptr) continue;
            as_at_days_[i] = table->as_at();
            if (table->kind().shape != RegisterShape::owners) continue;
            const RegisterKind& kind = table->kind();
            table->read({[&](RegisterRow&& row) {
                             if (!row.owner.empty()) context_.owners[owner_key(kind, row.number)] = row.owner;
                         },
                         {}});
        }
    }

    void read_files() {
        std::vector<std::uint32_t> registers;
        std::vector<std::string> as_at;
        for (const auto& [file, day] : as_at_days_) {
            registers.push_back(file);
            as_at.push_back(day);
        }
        for (const std::size_t place : order_newest_first(as_at)) {
            throw_if_stopped(options_.stop_token);
            read_file(registers[place]);
        }
        queue_.close();
    }

    void read_file(std::uint32_t file) {
        const std::shared_ptr<const RegisterTable> table = open(file);
        if (table == nullptr) return;  // it was one a moment ago
        as_at_[file] = {table->kind().name, day_number(table->as_at())};
        if (table->as_at().empty() && table->has_bodies())
            warn(file, "the register carries no day: its rows are never “now”; write `as-at = DAY` into its .map");
        RowBatch batch{file, table, {}};
        const auto hand_over = [&] {
            queue_.push(std::exchange(batch, {file, table, {}}));
            throw_if_stopped(options_.stop_token);
        };
        std::map<std::pair<std::string, std::string>, std::size_t> refused;
        table->read({[&](RegisterRow&& row) {
                         if (!table->has_bodies()) return;
                         RecordBody body = bodies_.name(row, table->kind());
                         batch.rows.emplace_back(std::move(row), std::move(body));
                         if (batch.rows.size() == kBatchRows) hand_over();
                     },
                     [&](RefusedCell&& cell) { refuse(file, std::move(cell), refused); }});
        if (!batch.rows.empty()) hand_over();
        for (const auto& [kind, count] : refused)
            if (count > kToldRefusals)
                warn(file,
                     fmt::format("{}{}: {} refused in all", kind.first.empty() ? "" : kind.first + ": ", kind.second,
                                 count_noun(count, kind.first.empty() ? "row" : "cell",
                                            kind.first.empty() ? "rows" : "cells")));
    }

    void refuse(std::uint32_t file, RefusedCell&& cell,
                std::map<std::pair<std::string, std::string>, std::size_t>& refused) {
        if (++refused[{cell.column, cell.reason}] > kToldRefusals) return;
        const std::string what = fmt::format("“{}”: {}", cell.value, cell.reason);
        warn(file, cell.column.empty() ? fmt::format("line {}: {}", cell.line, what)
                                       : fmt::format("line {}, {}: {}", cell.line, cell.column, what));
    }

    void warn(std::uint32_t file, const std::string& text) {
        const std::lock_guard lock(mutex_);
        warnings_.push_back(fmt::format("{}: {}", files_[file].source, text));
    }

    void take_batches(std::size_t thread) {
        while (std::optional<RowBatch> batch = queue_.pop()) {
            std::vector<Entry> made;
            made.reserve(batch->rows.size());
            for (const auto& [row, body] : batch->rows) {
                Article article = make_record(row, body, *batch->table, context_, files_[batch->file].source);
                article.path = files_[batch->file].path.string();
                Entry& entry = made.emplace_back();
                entry.body = hash_record_body(row, body, batch->table->kind());
                entry.spooled.file = batch->file;
                entry.spooled.line = static_cast<std::uint32_t>(row.line);
                entry.spooled.day = day_number(row.inspection.day());
                entry.spooled.id_origin = IdOrigin::declared;
                entry.spooled.id = article.id;
                // Alone in its group: a record is never folded.
                entry.spooled.copy_group = fnv_hash(fmt::format("record\t{}\t{}", article.id, row.line));
                CopyCandidate candidate;
                candidate.id = article.id;
                spools_[thread].append(encode_record(article), encode_candidate(candidate), {}, entry.spooled);
            }
            const std::lock_guard lock(mutex_);
            std::move(made.begin(), made.end(), std::back_inserter(entries_));
        }
    }

    // Which records are kept, and from which day on each body is gone.
    void settle() {
        std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.spooled.file, a.spooled.line) < std::tie(b.spooled.file, b.spooled.line);
        });
        RegisterDays days;
        for (const Entry& entry : entries_) {
            const auto& [kind, as_at] = as_at_.at(entry.spooled.file);
            days.add(kind, as_at, entry.body);
        }
        std::unordered_map<std::string_view, std::size_t> best;
        std::size_t repeated = 0;
        std::vector<bool> dropped(entries_.size());
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const auto [place, fresh] = best.try_emplace(entries_[i].spooled.id, i);
            if (fresh) continue;
            const SpooledArticle& known = entries_[place->second].spooled;
            const SpooledArticle& other = entries_[i].spooled;
            if (known.file == other.file) continue;  // twice in one register: a fault of its own, told as such
            const bool newer = as_at_.at(other.file).second > as_at_.at(known.file).second;
            dropped[newer ? place->second : i] = true;
            if (newer) place->second = i;
            ++repeated;
        }
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (dropped[i]) continue;
            Entry& entry = entries_[i];
            entry.spooled.gone_from = days.find_gone(as_at_.at(entry.spooled.file).first, entry.body);
            read_.articles.push_back(std::move(entry.spooled));
        }
        if (repeated > 0)
            warnings_.push_back(fmt::format("{} of older registers tell of an inspection that a newer one tells of",
                                            count_noun(repeated, "row", "rows")));
        read_.warnings.insert(read_.warnings.end(), warnings_.begin(), warnings_.end());
    }

    const std::vector<SourceFile>& files_;
    const RecordOptions& options_;
    ReadArticles& read_;
    RecordContext context_;
    BoundedQueue<RowBatch> queue_;
    std::deque<SpoolWriter> spools_;
    std::map<std::uint32_t, std::string> as_at_days_;                       ///< of each register; empty: unknown
    BodySlugs bodies_;                                                      ///< used by the thread that reads alone
    std::map<std::uint32_t, std::pair<std::string, std::uint32_t>> as_at_;  ///< file -> kind and day of its register
    std::mutex mutex_;
    std::deque<Entry> entries_;
    std::vector<std::string> warnings_;
};

}  // namespace

std::uint32_t read_records(const std::vector<SourceFile>& files, const RecordOptions& options, ReadArticles& read) {
    if (std::none_of(files.begin(), files.end(), [](const SourceFile& file) { return file.is_register; })) return 0;
    RecordRun(files, options, read).run();
    return static_cast<std::uint32_t>(options.jobs);
}

}  // namespace findings
