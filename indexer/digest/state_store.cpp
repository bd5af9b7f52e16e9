#include "indexer/digest/state_store.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "common/base/error.hpp"

namespace findings {
namespace {

constexpr std::string_view kShape = "findings-state-1";

constexpr std::string_view kSchema =
    "CREATE TABLE shape(name TEXT PRIMARY KEY) WITHOUT ROWID;"
    "INSERT INTO shape VALUES('findings-state-1');"
    "CREATE TABLE publication(run INTEGER PRIMARY KEY, generation TEXT NOT NULL, built_at TEXT NOT NULL,"
    " told INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE version(id INTEGER NOT NULL, content INTEGER NOT NULL, run INTEGER NOT NULL, news INTEGER NOT NULL,"
    " PRIMARY KEY(id, content)) WITHOUT ROWID;"
    "CREATE TABLE arrival(source TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY(source, day)) WITHOUT ROWID;"
    "CREATE TABLE failure(source TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, since INTEGER NOT NULL,"
    " seen INTEGER NOT NULL, PRIMARY KEY(source, line, reason)) WITHOUT ROWID;"
    "CREATE TABLE search(name TEXT PRIMARY KEY, text TEXT NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE hit(search TEXT NOT NULL, id INTEGER NOT NULL, content INTEGER NOT NULL, run INTEGER NOT NULL,"
    " payload TEXT, PRIMARY KEY(search, id, content));";

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

/// One statement: values bound in order, rows read column by column.
class Query {
  public:
    Query(sqlite3* database, const std::filesystem::path& path, std::string_view sql)
        : database_(database), path_(path) {
        if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr) != SQLITE_OK)
            fail();
    }
    ~Query() { sqlite3_finalize(statement_); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(std::int64_t value) {
        sqlite3_bind_int64(statement_, ++bound_, value);
        return *this;
    }
    Query& bind(const std::string& value) {
        sqlite3_bind_text(statement_, ++bound_, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        return *this;
    }
    /// The next row; false when there is none.
    bool next() {
        const int result = sqlite3_step(statement_);
        if (result != SQLITE_ROW && result != SQLITE_DONE) fail();
        return result == SQLITE_ROW;
    }
    /// For statements without rows; may be run again with other values.
    void run() {
        next();
        sqlite3_reset(statement_);
        bound_ = 0;
    }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] std::string text(int column) const {
        const void* bytes = sqlite3_column_blob(statement_, column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return size == 0 ? std::string() : std::string(static_cast<const char*>(bytes), size);
    }

  private:
    [[noreturn]] void fail() const {
        throw Error(Status::io_error, fmt::format("cannot use {}: {}", path_.string(), sqlite3_errmsg(database_)),
                    "free disk space and check the rights of the file");
    }
    sqlite3* database_;
    const std::filesystem::path& path_;
    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
};

}  // namespace

struct StateStore::Impl {
    std::filesystem::path path;
    std::string notice;
    bool is_new = false;
    std::unique_ptr<sqlite3, CloseDatabase> database;

    [[nodiscard]] Query query(std::string_view sql) const { return Query(database.get(), path, sql); }

    void connect(int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {
        sqlite3* handle = nullptr;
        const int opened = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
        database.reset(handle);
        if (opened != SQLITE_OK)
            throw Error(Status::io_error, fmt::format("cannot open {}: {}", path.string(), sqlite3_errmsg(handle)),
                        "check the rights of the file");
        // A reader of the file, a backup perhaps, is waited for.
        constexpr int kPatienceMs = 10'000;
        sqlite3_busy_timeout(database.get(), kPatienceMs);
    }

    [[nodiscard]] bool is_sound() const {
        try {
            Query check = query("PRAGMA quick_check(1)");
            if (!check.next() || check.text(0) != "ok") return false;
            Query shape = query("SELECT name FROM shape");
            return shape.next() && shape.text(0) == kShape;
        } catch (const Error&) {
            // No table of that name is SQLITE_ERROR. A file that is busy or may not be read is none the worse for it.
            const int code = sqlite3_errcode(database.get());
            if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR) return false;
            throw;
        }
    }

    void make() const {
        char* message = nullptr;
        const std::string sql = fmt::format("BEGIN;{}COMMIT;", kSchema);
        const bool good = sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK;
        const std::string text = message == nullptr ? "" : message;
        sqlite3_free(message);
        if (!good)
            throw Error(Status::io_error, fmt::format("cannot make {}: {}", path.string(), text),
                        "free disk space and check the rights of the folder");
    }

    void keep_aside(const std::string& suffix) {
        database.reset();
        const std::string aside = path.string() + ".damaged-" + suffix;
        std::error_code error;
        for (const char* part : {"", "-journal", "-wal", "-shm"}) {
            if (!std::filesystem::exists(path.string() + part, error)) continue;
            std::filesystem::rename(path.string() + part, aside + part, error);
            if (error)
                throw Error(Status::io_error, fmt::format("cannot rename {}: {}", path.string(), error.message()),
                            "check the rights of the folder");
        }
        notice = fmt::format("{} was damaged and is kept as {}; first-seen dates and saved searches begin afresh",
                             path.string(), std::filesystem::path(aside).filename().string());
    }
};

StateStore::StateStore(const std::filesystem::path& path, const std::string& suffix) : impl_(std::make_unique<Impl>()) {
    impl_->path = path;
    std::error_code ignored;
    // A file of no bytes is what a kill in the very first opening leaves.
    const bool there = std::filesystem::exists(path, ignored) && std::filesystem::file_size(path, ignored) > 0;
    impl_->connect();
    if (there && impl_->is_sound()) {
        impl_->is_new = !impl_->query("SELECT 1 FROM publication").next();
        return;
    }
    if (there) {
        impl_->keep_aside(suffix);
        impl_->connect();
    }
    impl_->make();
    impl_->is_new = true;
}

StateStore::StateStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

StateStore::~StateStore() = default;

std::unique_ptr<StateStore> StateStore::read(const std::filesystem::path& path) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    try {
        impl->connect(SQLITE_OPEN_READONLY);
        if (!impl->is_sound()) return nullptr;
    } catch (const Error&) {
        return nullptr;  // what is remembered adds to what is asked; it is not what is asked
    }
    return std::unique_ptr<StateStore>(new StateStore(std::move(impl)));
}

const std::string& StateStore::notice() const { return impl_->notice; }
bool StateStore::is_new() const { return impl_->is_new; }

void StateStore::transact(const std::function<void()>& work) {
    impl_->query("BEGIN IMMEDIATE").run();
    try {
        work();
        impl_->query("COMMIT").run();
    } catch (...) {
        sqlite3_exec(impl_->database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

std::int64_t StateStore::add_publication(const std::string& generation, const std::string& built_at) {
    impl_->query("INSERT INTO publication(generation, built_at) VALUES(?, ?)").bind(generation).bind(built_at).run();
    return sqlite3_last_insert_rowid(impl_->database.get());
}

std::optional<Publication> StateStore::last_told() const {
    Query rows = impl_->query("SELECT run, generation, built_at FROM publication WHERE told ORDER BY run DESC LIMIT 1");
    if (!rows.next()) return std::nullopt;
    return Publication{rows.number(0), rows.text(1), rows.text(2)};
}

std::vector<Publication> StateStore::list_untold() const {
    std::vector<Publication> untold;
    Query rows = impl_->query("SELECT run, generation, built_at FROM publication WHERE NOT told ORDER BY run");
    while (rows.next()) untold.push_back({rows.number(0), rows.text(1), rows.text(2)});
    return untold;
}

void StateStore::set_told(std::int64_t run) {
    impl_->query("UPDATE publication SET told = 1 WHERE run <= ?").bind(run).run();
    impl_->query("UPDATE hit SET payload = NULL WHERE run <= ? AND payload IS NOT NULL").bind(run).run();
}

std::vector<StoryPrint> StateStore::add_versions(const std::vector<StoryPrint>& stories, std::int64_t run,
                                                 const std::function<bool(const StoryPrint&)>& is_news) {
    std::vector<StoryPrint> fresh;
    {
        Query known = impl_->query("SELECT id, content FROM version ORDER BY id");
        bool more = known.next();
        for (const StoryPrint& story : stories) {
            while (more && known.number(0) < story.id) more = known.next();
            bool seen = false;
            // Every version of a story has a row; the next story's rows begin behind them.
            for (; more && known.number(0) == story.id; more = known.next())
                seen = seen || known.number(1) == story.content;
            if (!seen) fresh.push_back(story);
        }
    }
    Query insert = impl_->query("INSERT INTO version VALUES(?, ?, ?, ?)");
    for (const StoryPrint& story : fresh)
        insert.bind(story.id).bind(story.content).bind(run).bind(std::int64_t{is_news(story) ? 1 : 0}).run();
    return fresh;
}

std::vector<StoryVersion> StateStore::list_versions_after(std::int64_t run) const {
    std::vector<StoryVersion> versions;
    Query rows = impl_->query("SELECT id, content, run FROM version WHERE run > ? AND news ORDER BY id");
    rows.bind(run);
    while (rows.next()) versions.push_back({rows.number(0), rows.number(1), rows.number(2)});
    return versions;
}

std::string StateStore::first_seen(std::int64_t id) const {
    Query rows =
        impl_->query("SELECT built_at FROM version JOIN publication USING(run) WHERE id = ? ORDER BY run LIMIT 1");
    rows.bind(id);
    return rows.next() ? rows.text(0) : std::string();
}

std::vector<std::pair<std::int64_t, std::string>> StateStore::list_first_seen(const std::string& time,
                                                                              std::size_t most) const {
    Query rows = impl_->query(
        "SELECT id, built_at FROM (SELECT id, MIN(run) AS run FROM version GROUP BY id) JOIN publication USING(run)"
        " WHERE built_at >= ? AND run > (SELECT MIN(run) FROM publication) ORDER BY run DESC, id LIMIT ?");
    rows.bind(time).bind(static_cast<std::int64_t>(most));
    std::vector<std::pair<std::int64_t, std::string>> stories;
    while (rows.next()) stories.emplace_back(rows.number(0), rows.text(1));
    return stories;
}

void StateStore::add_arrival(const std::string& source, const std::string& day) {
    impl_->query("INSERT OR IGNORE INTO arrival VALUES(?, ?)").bind(source).bind(day).run();
}

Arrivals StateStore::list_arrivals() const {
    Arrivals arrivals;
    Query rows = impl_->query("SELECT source, day FROM arrival ORDER BY source, day");
    while (rows.next()) arrivals[rows.text(0)].push_back(rows.text(1));
    return arrivals;
}

void StateStore::set_failures(const std::vector<Rejection>& rejections, std::int64_t run) {
    Query insert = impl_->query(
        "INSERT INTO failure VALUES(?, ?, ?, ?4, ?4) ON CONFLICT(source, line, reason) DO UPDATE SET seen = ?4");
    for (const Rejection& rejection : rejections)
        insert.bind(rejection.source)
            .bind(static_cast<std::int64_t>(rejection.line))
            .bind(std::string(rejection_row(rejection.reason).name))
            .bind(run)
            .run();
    impl_->query("DELETE FROM failure WHERE seen <> ?").bind(run).run();
}

std::string StateStore::failing_since(const Rejection& rejection) const {
    Query rows = impl_->query(
        "SELECT built_at FROM failure JOIN publication ON publication.run = since"
        " WHERE source = ? AND line = ? AND reason = ?");
    rows.bind(rejection.source)
        .bind(static_cast<std::int64_t>(rejection.line))
        .bind(std::string(rejection_row(rejection.reason).name));
    return rows.next() ? rows.text(0) : std::string();
}

std::optional<SearchPosition> StateStore::find_search(const std::string& name) const {
    Query rows = impl_->query("SELECT text, run FROM search WHERE name = ?");
    rows.bind(name);
    if (!rows.next()) return std::nullopt;
    return SearchPosition{rows.text(0), rows.number(1)};
}

void StateStore::set_search(const std::string& name, const SearchPosition& position) {
    const auto known = find_search(name);
    if (known && known->text != position.text) impl_->query("DELETE FROM hit WHERE search = ?").bind(name).run();
    impl_->query("INSERT OR REPLACE INTO search VALUES(?, ?, ?)")
        .bind(name)
        .bind(position.text)
        .bind(position.run)
        .run();
}

bool StateStore::add_hit(const SearchHit& hit, std::int64_t run) {
    impl_->query("INSERT OR IGNORE INTO hit VALUES(?, ?, ?, ?, ?)")
        .bind(hit.search)
        .bind(hit.version.id)
        .bind(hit.version.content)
        .bind(run)
        .bind(hit.payload)
        .run();
    return sqlite3_changes(impl_->database.get()) > 0;
}

std::vector<SearchHit> StateStore::list_untold_hits() const {
    std::vector<SearchHit> hits;
    // Rows keep the order in which they came, which is that of the searches and of their hits.
    Query rows =
        impl_->query("SELECT search, id, content, run, payload FROM hit WHERE payload IS NOT NULL ORDER BY rowid");
    while (rows.next()) hits.push_back({rows.text(0), {rows.number(1), rows.number(2), rows.number(3)}, rows.text(4)});
    return hits;
}

}  // namespace findings
