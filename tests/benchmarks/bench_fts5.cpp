// SQLite FTS5 as a user would set it up: porter stemming, a content table, facet columns.
// usage: bench-fts5 build DATABASE ARTICLES.jsonl | bench-fts5 search DATABASE QUERIES.tsv   (milliseconds of processor
// time, one a line)
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

namespace {

// Of one thread that reads what is cached: wall time on an idle machine, and nearly the same on a busy one.
double cpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void check(int status, sqlite3* database) {
    if (status != SQLITE_OK && status != SQLITE_DONE && status != SQLITE_ROW)
        throw std::runtime_error(sqlite3_errmsg(database));
}

void run(sqlite3* database, const char* statement) {
    check(sqlite3_exec(database, statement, nullptr, nullptr, nullptr), database);
}

void build(sqlite3* database, const char* path) {
    run(database,
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;"
        "CREATE TABLE article (rowid INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, text TEXT, provider TEXT,"
        " region TEXT, grade TEXT, theme TEXT, published TEXT);"
        "CREATE VIRTUAL TABLE words USING fts5 (title, text, content='article', content_rowid='rowid',"
        " tokenize='porter unicode61');"
        "BEGIN;");
    sqlite3_stmt* article = nullptr;
    check(sqlite3_prepare_v2(database, "INSERT INTO article VALUES (NULL,?,?,?,?,?,?,?,?)", -1, &article, nullptr),
          database);
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto json = nlohmann::json::parse(line);
        int at = 0;
        for (const char* key : {"id", "title", "text", "provider", "region", "grade", "theme", "published"}) {
            const auto& value = json.at(key);
            const std::string text = value.is_array() ? value[0].get<std::string>() : value.get<std::string>();
            sqlite3_bind_text(article, ++at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
        }
        check(sqlite3_step(article), database);
        sqlite3_reset(article);
    }
    sqlite3_finalize(article);
    run(database, "INSERT INTO words (words) VALUES ('rebuild'); COMMIT;");
}

// Words are quoted, as anyone must who passes a user's words to FTS5; operators, phrases and stars stay.
std::string to_fts5(const std::string& query) {
    if (query.find('"') != std::string::npos) return query;
    std::istringstream words(query);
    std::string result;
    for (std::string word; words >> word;) {
        if (!result.empty()) result += ' ';
        if (word == "AND" || word == "OR" || word == "NOT")
            result += word;
        else if (word.back() == '*')
            result += '"' + word.substr(0, word.size() - 1) + "\"*";
        else
            result += '"' + word + '"';
    }
    return result;
}

std::size_t rows_of(sqlite3* database, const char* statement, const std::string& query) {
    sqlite3_stmt* select = nullptr;
    check(sqlite3_prepare_v2(database, statement, -1, &select, nullptr), database);
    sqlite3_bind_text(select, 1, query.data(), static_cast<int>(query.size()), SQLITE_TRANSIENT);
    std::size_t rows = 0;
    while (sqlite3_step(select) == SQLITE_ROW) ++rows;
    sqlite3_finalize(select);
    return rows;
}

void search(sqlite3* database, const char* path) {
    run(database, "PRAGMA cache_size = -200000; PRAGMA mmap_size = 4000000000;");
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::string query = to_fts5(line.substr(line.find('\t') + 1));
        const double started = cpu_ms();
        std::size_t rows = rows_of(database,
                                   "SELECT a.id, a.title FROM words w JOIN article a ON a.rowid = w.rowid"
                                   " WHERE words MATCH ?1 ORDER BY w.rank LIMIT 10",
                                   query);
        for (const char* facet : {"grade", "region", "provider"})
            rows += rows_of(database,
                            fmt::format("SELECT a.{0}, count(*) FROM words w JOIN article a ON a.rowid = w.rowid"
                                        " WHERE words MATCH ?1 GROUP BY a.{0}",
                                        facet)
                                .c_str(),
                            query);
        const double took = cpu_ms() - started;
        fmt::print("{:.4f}\t{}\t{}\n", took, rows, line);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    sqlite3* database = nullptr;
    check(sqlite3_open(argv[2], &database), database);
    if (std::string(argv[1]) == "build")
        build(database, argv[3]);
    else
        search(database, argv[3]);
    sqlite3_close(database);
}
