#include "indexer/ingest/corrections.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/slug.hpp"
#include "indexer/facets/date/read_day.hpp"
#include "indexer/facets/declared/declared_facets.hpp"
#include "indexer/io/csv_table.hpp"

namespace findings {
namespace {

// What has answered to a row.
constexpr unsigned kById = 1;
constexpr unsigned kByAddress = 2;
constexpr unsigned kBySource = 4;
constexpr unsigned kSeveral = 8;     ///< a file of several articles
constexpr unsigned kAmbiguous = 16;  ///< a file whose path below its SOURCE others have too
constexpr unsigned kMatched = kById | kByAddress | kBySource;

// Two articles may have one address, as pages saved twice; that one's id is another's source is a mistake.
bool is_two_names(unsigned seen) { return std::popcount(seen & kMatched) > 1; }

/// What a correction may set: every facet but `year`, which follows from the date, and what a source may declare
/// besides.
const std::vector<std::string>& correctable() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Field facet : kFacets)
            if (facet != Field::year) all.emplace_back(field_row(facet).name);
        for (const char* other : {"previous_grade", "change", "published", "inspected", "title", "publisher"})
            all.emplace_back(other);
        return all;
    }();
    return names;
}

/// "Inadequate " -> "inadequate", "Previous grade" -> "previous_grade".
std::string facet_key(const std::string& typed) {
    std::string key = make_slug(typed);
    if (key == field_row(Field::was).name || key == "previous-grade") return "previous_grade";
    for (char& c : key)
        if (c == '-') c = '_';
    return key;
}

}  // namespace

Corrections Corrections::read(const std::filesystem::path& file) {
    Corrections read;
    read.name_ = file.string();
    for (CsvRow& row : read_csv(file, {{"article", "facet", "value"}, 3}))
        read.rows_.push_back({row.line, std::move(row.cells[0]), std::move(row.cells[1]), std::move(row.cells[2])});
    read.index_rows();
    return read;
}

Corrections Corrections::parse(std::string_view text, const std::string& name) {
    Corrections read;
    read.name_ = name;
    for (CsvRow& row : parse_csv(text, name, {{"article", "facet", "value"}, 3}))
        read.rows_.push_back({row.line, std::move(row.cells[0]), std::move(row.cells[1]), std::move(row.cells[2])});
    read.index_rows();
    return read;
}

void Corrections::check_row(Row& row) const {
    const auto fail = [&](const std::string& message, const std::string& hint) {
        throw Error(Status::bad_config, fmt::format("{}:{}: {}", name_, row.line, message), hint);
    };
    if (row.article.empty()) fail("no article is named", "write its id, its address or its source path");
    const std::string typed = row.key;
    row.key = facet_key(typed);
    const auto& known = correctable();
    if (std::find(known.begin(), known.end(), row.key) == known.end()) {
        const std::string nearest = nearest_name(row.key, known);
        fail(fmt::format("there is no facet “{}”", typed),
             nearest.empty() ? fmt::format("the facets are {}", fmt::join(known, ", "))
                             : fmt::format("did you mean {}?", nearest));
    }
    if (row.value.empty()) {
        if (row.key == "title") fail("a title cannot be taken away", "write the right one");
        return;
    }
    if (row.key == "title" || row.key == "publisher") return;
    if (row.key == "published" || row.key == "inspected") {
        if (!read_days(row.value)) fail(fmt::format("“{}” is not a day", row.value), "write it as 2024-03-05");
        return;
    }
    const Field facet = row.key == "previous_grade" ? Field::was : find_field(row.key)->field;
    if (is_declarable(facet, row.value)) return;
    const std::string nearest = nearest_declarable(facet, row.value);
    std::string hint = facet == Field::judgement
                           ? "write it as area:grade, for example leaders:good"
                           : fmt::format("findings-search --list-values {} lists those in use", field_row(facet).name);
    if (!nearest.empty()) hint = fmt::format("did you mean {}?", nearest);
    fail(fmt::format("{}: “{}” is not one of its values", row.key, row.value), hint);
}

void Corrections::check_empty_values() const {
    std::map<std::pair<std::string, std::string>, const Row*> first;
    for (const Row& row : rows_) {
        const auto [place, fresh] = first.try_emplace({row.article, row.key}, &row);
        const Row& before = *place->second;
        if (!fresh && (row.key == "title" || row.value.empty() != before.value.empty()))
            throw Error(Status::bad_config,
                        fmt::format("{}:{}: says otherwise than line {} about {} of {}", name_, row.line, before.line,
                                    row.key, row.article),
                        "an empty value means that there is none; keep one of the two lines");
    }
}

void Corrections::index_rows() {
    for (Row& row : rows_) check_row(row);
    check_empty_values();
    for (std::size_t i = 0; i < rows_.size(); ++i) by_article_[rows_[i].article].push_back(i);
    seen_ = std::make_unique<std::atomic<unsigned>[]>(rows_.size());
}

CorrectedValues Corrections::find(const ArticleNames& names, const std::string& source, std::size_t line,
                                  std::string_view below) const {
    CorrectedValues values;
    if (rows_.empty()) return values;
    const auto mark = [&](const std::string& called, unsigned how) {
        if (const auto rows = by_article_.find(called); rows != by_article_.end())
            for (const std::size_t i : rows->second) seen_[i] |= how;
    };
    const auto take = [&](const std::string& called, unsigned how) {
        const auto rows = by_article_.find(called);
        if (rows == by_article_.end()) return;
        for (const std::size_t i : rows->second) {
            auto& row_values = values[rows_[i].key];
            if (!rows_[i].value.empty()) row_values.push_back(rows_[i].value);
        }
        mark(called, how);
    };
    const std::string record = line == 0 ? std::string() : fmt::format("#{}", line);
    take(names.id, kById);
    if (names.url != names.id) take(names.url, kByAddress);
    if (source + record != names.id) take(source + record, kBySource);
    if (line > 0) mark(source, kSeveral);
    if (!below.empty() && below != source) mark(std::string(below) + record, kAmbiguous);
    return values;
}

void put_right(CleanArticle& article, CorrectedValues&& values) {
    for (auto& [key, list] : values) {
        if (key == "title") {
            article.title = list.front();
            continue;
        }
        // `was` would outrank the correction.
        if (key == "previous_grade") article.declared.erase(std::string(field_row(Field::was).name));
        article.declared[key] = std::move(list);
        article.corrected.insert(key);
    }
}

std::filesystem::path corrections_file(const std::filesystem::path& named, const std::filesystem::path& root) {
    if (!named.empty()) return named;
    const std::filesystem::path usual = root / "corrections.csv";
    std::error_code error;
    return std::filesystem::exists(usual, error) ? usual : std::filesystem::path();
}

Corrections load_corrections(const std::filesystem::path& named, const std::filesystem::path& root) {
    const std::filesystem::path file = corrections_file(named, root);
    return file.empty() ? Corrections() : Corrections::read(file);
}

std::vector<std::string> Corrections::list_unmatched() const {
    std::vector<std::string> warnings;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        const unsigned seen = seen_[i];
        const std::string place = fmt::format("{}:{}", name_, row.line);
        if (is_two_names(seen))
            warnings.push_back(
                fmt::format("{}: {} is the id or address of one article and the source of another; the "
                            "correction was applied to both",
                            place, row.article));
        if ((seen & kMatched) != 0) continue;
        if ((seen & kSeveral) != 0)
            warnings.push_back(
                fmt::format("{}: {} holds several articles; the correction was not applied: write {}#1 "
                            "for the first, or the article's id",
                            place, row.article, row.article));
        else if ((seen & kAmbiguous) != 0)
            warnings.push_back(
                fmt::format("{}: several SOURCEs hold a {}; the correction was not applied: write the "
                            "source as a search prints it, or the article's id",
                            place, row.article));
        else
            warnings.push_back(
                fmt::format("{}: no article has the id, address or source path {}; the correction was not applied",
                            place, row.article));
    }
    return warnings;
}

}  // namespace findings
