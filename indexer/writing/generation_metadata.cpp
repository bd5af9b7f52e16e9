#include "indexer/writing/generation_metadata.hpp"

#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/facet_pack.hpp"
#include "common/generation.hpp"
#include "common/schema.hpp"
#include "common/text/analyzer.hpp"
#include "common/vocabulary.hpp"
#include "indexer/io_error.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

std::string key(std::string_view name) { return std::string(name); }

void write_closed_labels(Xapian::WritableDatabase& database, const FieldRow& row,
                         const std::map<std::string, std::string>& found) {
    std::string lines;
    std::set<std::string> known;
    // The areas of `judgement` are not values; its values are area:grade as found.
    if (row.field != Field::judgement)
        for (const Term& term : vocabulary(row.field)) {
            lines += fmt::format("{}\t{}\n", term.slug, term.label);
            known.insert(term.slug);
        }
    for (const auto& [slug, label] : found)
        if (!known.contains(slug)) lines += fmt::format("{}\t{}\n", slug, label);
    database.set_metadata(key(metadata::kLabels) + std::string(row.name), lines);
}

void write_open_labels(Xapian::WritableDatabase& database, const FieldRow& row,
                       const std::map<std::string, std::string>& found) {
    std::map<ValueId, std::string> ids;
    for (const auto& [slug, label] : found) {
        const ValueId id = value_id(slug);
        const auto [place, fresh] = ids.emplace(id, slug);
        if (!fresh)
            throw Error(
                Status::refused,
                fmt::format("the values {} and {} of {} have the same packed id", slug, place->second, row.name),
                "rename one of them through a declared value; please report this");
        database.set_metadata(fmt::format("{}{}.{:012x}", metadata::kLabel, row.name, id), slug + '\t' + label);
    }
}

Json describe_schema() {
    Json rows = Json::array();
    for (const FieldRow& row : kFields) {
        Json json{{"name", row.name}, {"prefix", row.prefix}};
        if (row.slot != kNoSlot) json["slot"] = row.slot;
        rows.push_back(std::move(json));
    }
    return rows;
}

}  // namespace

void write_generation_info(Xapian::WritableDatabase& database, const GenerationInfo& info) {
    database.set_metadata(key(metadata::kGeneration), info.name);
    database.set_metadata(key(metadata::kSequence), std::to_string(info.sequence));
    database.set_metadata(key(metadata::kBuiltAt), info.built_at);
    database.set_metadata(key(metadata::kInputs), info.inputs);
}

void write_metadata_segment(const std::filesystem::path& path, const GenerationInfo& info,
                            const WrittenStories& written) {
    try {
        Xapian::WritableDatabase database(
            path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST);
        database.set_metadata(key(metadata::kFormat), std::to_string(kIndexFormat));
        write_generation_info(database, info);
        const AnalyzerSettings& analyzer = default_analyzer_settings();
        database.set_metadata(key(metadata::kAnalyzer),
                              Json{{"version", analyzer.version}, {"language", analyzer.language}}.dump());
        std::string stop_words;
        for (const std::string& word : analyzer.stop_words) stop_words += word + '\n';
        database.set_metadata(key(metadata::kStopWords), stop_words);
        database.set_metadata(key(metadata::kRecurring), info.recurring);
        database.set_metadata(key(metadata::kSchema), describe_schema().dump());
        database.set_metadata(
            key(metadata::kCounts),
            Json{{"stories", written.stories}, {"copies", written.copies}, {"text_bytes", written.text_bytes}}.dump());
        Json coverage;
        for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
            const FieldRow& row = field_row(kFacets[facet]);
            coverage[std::string(row.name)] = written.known[facet];
            if (row.vocabulary == Vocabulary::closed)
                write_closed_labels(database, row, written.labels[facet]);
            else
                write_open_labels(database, row, written.labels[facet]);
        }
        database.set_metadata(key(metadata::kCoverage), coverage.dump());
        database.commit();
    } catch (const Xapian::DatabaseError& error) {
        throw make_io_error("write", path.string() + " (" + error.get_msg() + ")",
                            find_error_number(error.get_error_string()));
    }
}

RecurringLines recurring_lines_of(const std::filesystem::path& generation) {
    try {
        return RecurringLines::decode(Xapian::Database(generation.string()).get_metadata(key(metadata::kRecurring)));
    } catch (const Xapian::Error&) {
        return RecurringLines();
    }
}

}  // namespace findings
