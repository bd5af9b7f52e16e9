#include "indexer/ingest/cache.hpp"

#include <atomic>
#include <mutex>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>
#include <sqlite3.h>
#include <xxhash.h>

#include "common/base/error.hpp"
#include "common/base/little_endian.hpp"
#include "common/text/ascii.hpp"
#include "indexer/article/file_types.hpp"
#include "indexer/io/hash_file.hpp"
#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/protocol.hpp"

namespace findings {
namespace {

// Frames of a reading are kept in parts of about this size: SQLite's blobs have a limit, and memory has too.
constexpr std::size_t kPartBytes = 4U << 20U;
constexpr std::string_view kShape = "findings-cache-3";

constexpr std::string_view kSchema =
    "CREATE TABLE IF NOT EXISTS shape(name TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS reading(key TEXT NOT NULL, part INTEGER NOT NULL, frames BLOB NOT NULL,"
    " PRIMARY KEY(key, part)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS page(key TEXT PRIMARY KEY, file TEXT NOT NULL, reading BLOB NOT NULL) WITHOUT ROWID;";

constexpr std::string_view kDeleteReading = "DELETE FROM reading WHERE key = ?1";
constexpr std::string_view kDeletePages = "DELETE FROM page WHERE file = ?1";

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

[[noreturn]] void fail(sqlite3* database, const std::filesystem::path& path) {
    throw Error(Status::io_error, fmt::format("cannot use {}: {}", path.string(), sqlite3_errmsg(database)),
                "free disk space or delete the file (it is only a cache), then build again; the index people search "
                "is as it was");
}

std::size_t read_length(std::string_view bytes) { return read_little_endian(bytes.substr(0, 4)); }

// SQLite does not notice a changed byte inside a blob, and here it would change what people find.
constexpr std::size_t kSumBytes = 8;

std::string make_sum(std::string_view bytes, std::size_t part) {
    XXH64_canonical_t sum{};
    XXH64_canonicalFromHash(&sum, XXH3_64bits_withSeed(bytes.data(), bytes.size(), part));
    return {reinterpret_cast<const char*>(sum.digest), sizeof sum.digest};
}

// The frames behind their sum; nullopt when they are not as they were stored.
std::optional<std::string> check_sum(std::string_view blob, std::size_t part) {
    if (blob.size() < kSumBytes || make_sum(blob.substr(kSumBytes), part) != blob.substr(0, kSumBytes))
        return std::nullopt;
    return std::string(blob.substr(kSumBytes));
}

/// The part of a file's key that is its content's: pages outlast a new version of the reader.
std::string content_of(const std::string& key) { return key.substr(0, key.find_first_of(". ")); }

bool may_hold_pictures(std::string_view extension) {
    const FileType* row = find_file_type(extension);
    return row != nullptr &&
           (row->type == ContentType::pdf || row->type == ContentType::image || row->type == ContentType::mail);
}

bool is_damage(int code) { return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB; }

}  // namespace

struct ReadCache::Impl {
    std::filesystem::path path;
    bool full = false;
    std::atomic<bool> damaged = false;
    Database database;
    std::mutex mutex;
    std::unordered_set<std::string> used;
    std::unordered_set<std::string> used_contents;  ///< see content_of()

    void use(const std::string& key) {
        used.insert(key);
        used_contents.insert(content_of(key));
    }

    bool open() {
        sqlite3* handle = nullptr;
        const int opened = sqlite3_open(path.c_str(), &handle);
        database.reset(handle);
        if (opened != SQLITE_OK) return false;
        // A lost cache costs a night's reading, so commits need not wait for the disk; the journal keeps it whole when
        // the run is killed. Not WAL, which writes everything twice. Nobody else opens it: a build holds the index's
        // lock, and so the journal need not be made anew for each file. Pages are larger than usual, for parts of
        // megabytes.
        return run("PRAGMA page_size=16384") && run("PRAGMA locking_mode=EXCLUSIVE") &&
               run("PRAGMA journal_mode=DELETE") && run("PRAGMA synchronous=OFF") && run(std::string(kSchema)) &&
               has_our_shape();
    }

    bool run(const std::string& sql) {
        return sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    // What the cache cannot do for want of room or rights is an error; a file that is no cache of ours is replaced.
    [[nodiscard]] bool worth_replacing() const {
        const int code = sqlite3_errcode(database.get()) & 0xff;
        return is_damage(code) || code == SQLITE_OK || code == SQLITE_ERROR || code == SQLITE_ROW ||
               code == SQLITE_DONE;
    }

    void remove_files() {
        database.reset();
        std::error_code ignored;
        for (const char* suffix : {"", "-journal", "-wal", "-shm"})
            std::filesystem::remove(path.string() + suffix, ignored);
    }

    void run_or_fail(const std::string& sql) {
        if (!run(sql)) fail(database.get(), path);
    }

    bool has_our_shape() {
        if (!run(fmt::format("INSERT OR IGNORE INTO shape SELECT '{}' WHERE NOT EXISTS (SELECT 1 FROM shape)", kShape)))
            return false;
        const Statement found = prepare("SELECT name FROM shape");
        if (!found || sqlite3_step(found.get()) != SQLITE_ROW) return false;
        const void* name = sqlite3_column_blob(found.get(), 0);
        return std::string_view(static_cast<const char*>(name),
                                static_cast<std::size_t>(sqlite3_column_bytes(found.get(), 0))) == kShape;
    }

    Statement prepare(std::string_view sql) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(database.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
        return Statement(statement);
    }

    /// The texts that a query gives and `known` does not hold.
    std::vector<std::string> list_others(std::string_view sql, const std::unordered_set<std::string>& known) {
        std::vector<std::string> others;
        const Statement query = prepare(sql);
        while (query && sqlite3_step(query.get()) == SQLITE_ROW) {
            const void* bytes = sqlite3_column_blob(query.get(), 0);
            std::string text(static_cast<const char*>(bytes),
                             static_cast<std::size_t>(sqlite3_column_bytes(query.get(), 0)));
            if (!known.contains(text)) others.push_back(std::move(text));
        }
        return others;
    }

    /// Runs a statement with one parameter. False when it fails.
    bool run_for(std::string_view sql, const std::string& parameter) {
        const Statement statement = prepare(sql);
        if (!statement) return false;
        sqlite3_bind_text(statement.get(), 1, parameter.data(), static_cast<int>(parameter.size()), SQLITE_TRANSIENT);
        return sqlite3_step(statement.get()) == SQLITE_DONE;
    }

    // `blob`: frames behind their sum.
    void store(const std::string& key, std::size_t part, std::string_view blob) {
        const std::lock_guard lock(mutex);
        if (damaged) return;
        const Statement insert = prepare("INSERT OR REPLACE INTO reading VALUES(?1, ?2, ?3)");
        if (!insert) fail(database.get(), path);
        sqlite3_bind_text(insert.get(), 1, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
        sqlite3_bind_int64(insert.get(), 2, static_cast<sqlite3_int64>(part));
        sqlite3_bind_blob64(insert.get(), 3, blob.data(), blob.size(), SQLITE_STATIC);
        if (sqlite3_step(insert.get()) == SQLITE_DONE) return;
        // Found out only now: this run goes on without it, the next begins a new one.
        if (!is_damage(sqlite3_errcode(database.get()))) fail(database.get(), path);
        damaged = true;
    }
};

ReadCache::ReadCache(const std::filesystem::path& path, bool full) : impl_(std::make_unique<Impl>()) {
    impl_->path = path;
    impl_->full = full;
    if (impl_->open()) return;
    if (!impl_->worth_replacing()) fail(impl_->database.get(), path);
    impl_->remove_files();
    replaced_ = true;
    if (!impl_->open()) fail(impl_->database.get(), path);
}

ReadCache::~ReadCache() {
    if (impl_->damaged) impl_->remove_files();
}

bool ReadCache::replaced() const { return replaced_ || impl_->damaged; }

// The last part of a finished reading is empty: without it the reading was cut off and counts as none.
bool ReadCache::replay(const std::string& key, const ReadSink& sink) {
    if (impl_->full || key.empty()) return false;
    std::vector<std::string> parts;
    {
        const std::lock_guard lock(impl_->mutex);
        const Statement select = impl_->prepare("SELECT frames FROM reading WHERE key = ?1 ORDER BY part");
        if (!select) return false;
        sqlite3_bind_text(select.get(), 1, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(select.get())) == SQLITE_ROW) {
            const void* bytes = sqlite3_column_blob(select.get(), 0);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(select.get(), 0));
            auto frames = check_sum({size == 0 ? "" : static_cast<const char*>(bytes), size}, parts.size());
            if (!frames) return false;  // read again, and stored over the damage
            parts.push_back(std::move(*frames));
        }
        if (is_damage(code)) impl_->damaged = true;
        if (code != SQLITE_DONE) return false;
    }
    if (parts.empty() || !parts.back().empty()) return false;
    for (const std::string& part : parts) {
        std::string_view rest = part;
        while (rest.size() >= kFrameHead) {
            const std::size_t length = read_length(rest);
            const auto kind = static_cast<FrameKind>(rest[4]);
            const std::string_view payload = rest.substr(kFrameHead, length);
            rest.remove_prefix(kFrameHead + payload.size());
            if (kind == FrameKind::article) {
                if (auto article = decode_article(payload)) sink.article(std::move(*article));
            } else if (auto rejection = decode_rejection(payload)) {
                sink.rejection(std::move(*rejection));
            }
        }
    }
    const std::lock_guard lock(impl_->mutex);
    impl_->use(key);
    return true;
}

ReadCache::Entry::Entry(ReadCache& cache, std::string key)
    : cache_(cache), key_(std::move(key)), frames_(kSumBytes, '\0') {}
ReadCache::Entry::~Entry() = default;

void ReadCache::Entry::store() {
    const std::string sum = make_sum(std::string_view(frames_).substr(kSumBytes), part_);
    frames_.replace(0, kSumBytes, sum);
    cache_.impl_->store(key_, part_++, frames_);
    frames_.resize(kSumBytes);
}

void ReadCache::Entry::add_article(std::string_view encoded) {
    if (key_.empty()) return;
    append_frame(frames_, FrameKind::article, encoded);
    if (frames_.size() >= kPartBytes) store();
}

void ReadCache::Entry::add(const Rejection& rejection) {
    if (may_pass(rejection.reason)) worth_keeping_ = false;
    append_frame(frames_, FrameKind::rejection, encode_rejection(rejection));
}

void ReadCache::Entry::finish() {
    if (key_.empty() || !worth_keeping_) return;
    if (frames_.size() > kSumBytes) store();
    store();  // an empty part: the reading is whole
    const std::lock_guard lock(cache_.impl_->mutex);
    cache_.impl_->use(key_);
}

std::optional<std::string> ReadCache::recall_page(const std::string& key, const std::string& file) {
    std::optional<std::string> reading;
    if (impl_->full) return reading;
    {
        const std::lock_guard lock(impl_->mutex);
        const Statement select = impl_->prepare("SELECT reading FROM page WHERE key = ?1");
        if (!select) return reading;
        sqlite3_bind_text(select.get(), 1, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
        const int code = sqlite3_step(select.get());
        if (is_damage(code)) impl_->damaged = true;
        if (code != SQLITE_ROW) return reading;
        const void* bytes = sqlite3_column_blob(select.get(), 0);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(select.get(), 0));
        reading = check_sum({size == 0 ? "" : static_cast<const char*>(bytes), size}, 0);
    }
    if (reading) keep_page(key, *reading, file);  // the file it is from may be another one now
    return reading;
}

void ReadCache::keep_page(const std::string& key, std::string_view reading, const std::string& file) {
    const std::string blob = make_sum(reading, 0) + std::string(reading);
    const std::string owner = content_of(file);
    const std::lock_guard lock(impl_->mutex);
    if (impl_->damaged) return;
    impl_->used_contents.insert(owner);
    const Statement insert = impl_->prepare("INSERT OR REPLACE INTO page VALUES(?1, ?2, ?3)");
    if (!insert) fail(impl_->database.get(), impl_->path);
    sqlite3_bind_text(insert.get(), 1, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
    sqlite3_bind_text(insert.get(), 2, owner.data(), static_cast<int>(owner.size()), SQLITE_TRANSIENT);
    sqlite3_bind_blob64(insert.get(), 3, blob.data(), blob.size(), SQLITE_STATIC);
    if (sqlite3_step(insert.get()) == SQLITE_DONE) return;
    if (!is_damage(sqlite3_errcode(impl_->database.get()))) fail(impl_->database.get(), impl_->path);
    impl_->damaged = true;
}

void ReadCache::erase(const std::vector<std::string>& keys) {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->damaged) return;  // the whole file is deleted
    impl_->run_or_fail("PRAGMA secure_delete=ON");
    for (const std::string& key : keys) {
        if (!impl_->run_for(kDeleteReading, key) || !impl_->run_for(kDeletePages, content_of(key)))
            fail(impl_->database.get(), impl_->path);
        impl_->used.erase(key);
    }
    impl_->run_or_fail("PRAGMA secure_delete=OFF");
}

void ReadCache::forget_unused() {
    const std::lock_guard lock(impl_->mutex);
    const std::vector<std::string> unused = impl_->list_others("SELECT DISTINCT key FROM reading", impl_->used);
    const std::vector<std::string> gone = impl_->list_others("SELECT DISTINCT file FROM page", impl_->used_contents);
    impl_->run_or_fail("BEGIN");
    for (const std::string& file : gone) impl_->run_for(kDeletePages, file);
    for (const std::string& key : unused) impl_->run_for(kDeleteReading, key);
    impl_->run_or_fail("COMMIT");
}

std::string make_cache_key(const std::filesystem::path& file, const StopToken& stop_token, std::string_view ocr) {
    try {
        std::string ending = file.extension().string();
        std::string type = ending;
        if (ending == ".gz") {
            type = file.stem().extension().string();
            ending = type + ending;
        }
        return fmt::format("{}{} {}{}", hash_file(file, stop_token), ending, kReaderVersion,
                           may_hold_pictures(lower_case(type)) ? ocr : "");
    } catch (const Error& error) {
        if (error.status() == Status::interrupted) throw;
        return {};  // the reader will say why
    }
}

}  // namespace findings
