#include "indexer/generation/generation_metadata.hpp"

#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/index/facet_pack.hpp"
#include "common/index/generation.hpp"
#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/xapian_glass/encode.hpp"
#include "indexer/xapian_glass/table_writer.hpp"
#include "indexer/xapian_glass/write_version.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

std::string key(std::string_view name) { return std::string(name); }

using Entries = std::map<std::string, std::string>;

void add_closed_labels(Entries& entries, const FieldRow& row, const std::map<std::string, std::string>& found) {
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
    entries[key(metadata::kLabels) + std::string(row.name)] = lines;
}

void add_open_labels(Entries& entries, const FieldRow& row, const std::map<std::string, std::string>& found) {
    std::map<ValueId, std::string> ids;
    for (const auto& [slug, label] : found) {
        const ValueId id = value_id(slug);
        const auto [place, fresh] = ids.emplace(id, slug);
        if (!fresh)
            throw Error(
                Status::refused,
                fmt::format("the values {} and {} of {} have the same packed id", slug, place->second, row.name),
                "rename one of them through a declared value; please report this");
        entries[fmt::format("{}{}.{:012x}", metadata::kLabel, row.name, id)] = slug + '\t' + label;
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

Entries describe_identity(const GenerationInfo& info) {
    return {{key(metadata::kGeneration), info.name},
            {key(metadata::kSequence), std::to_string(info.sequence)},
            {key(metadata::kBuiltAt), info.built_at},
            {key(metadata::kInputs), info.inputs}};
}

Entries describe_generation(const GenerationInfo& info, const WrittenStories& written) {
    Entries entries = describe_identity(info);
    entries[key(metadata::kFormat)] = std::to_string(kIndexFormat);
    const AnalyzerSettings& analyzer = default_analyzer_settings();
    entries[key(metadata::kAnalyzer)] = Json{{"version", analyzer.version}, {"language", analyzer.language}}.dump();
    std::string& stop_words = entries[key(metadata::kStopWords)];
    for (const std::string& word : analyzer.stop_words) stop_words += word + '\n';
    entries[key(metadata::kRecurring)] = info.recurring;
    entries[key(metadata::kSchema)] = describe_schema().dump();
    Json counts{{"stories", written.stories},
                {"copies", written.copies},
                {"records", written.records},
                {"text_bytes", written.text_bytes},
                {"findings", written.findings}};
    if (info.withdrawn > 0) counts["withdrawn"] = info.withdrawn;
    entries[key(metadata::kCounts)] = counts.dump();
    Json coverage;
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        const FieldRow& row = field_row(kFacets[facet]);
        coverage[std::string(row.name)] = written.known[facet];
        if (row.vocabulary == Vocabulary::closed)
            add_closed_labels(entries, row, written.labels[facet]);
        else
            add_open_labels(entries, row, written.labels[facet]);
    }
    entries[key(metadata::kCoverage)] = coverage.dump();
    return entries;
}

}  // namespace

void write_generation_info(Xapian::WritableDatabase& database, const GenerationInfo& info) {
    for (const auto& [name, value] : describe_identity(info)) database.set_metadata(name, value);
}

void write_metadata_segment(const std::filesystem::path& path, const GenerationInfo& info,
                            const WrittenStories& written) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) throw make_io_error("create", path.string(), error.value());
    glass::TableWriter postlist(path / "postlist.glass");
    for (const auto& [name, value] : describe_generation(info, written))
        if (!value.empty()) postlist.add(glass::metadata_key(name), value);  // to Xapian an empty value is none
    glass::TableWriter docdata(path / "docdata.glass");
    glass::write_version(path, {}, postlist.finish(), docdata.finish());
}

RecurringLines recurring_lines_of(const std::filesystem::path& generation) {
    try {
        return RecurringLines::decode(Xapian::Database(generation.string()).get_metadata(key(metadata::kRecurring)));
    } catch (const Xapian::Error&) {
        return RecurringLines();
    }
}

}  // namespace findings
