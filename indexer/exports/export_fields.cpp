#include "indexer/exports/export_fields.hpp"

#include "common/index/schema.hpp"

namespace findings {
namespace {

using Fields = std::vector<ExportField>;

void add_fields(Fields& fields, ExportType type, bool many, bool counted, std::initializer_list<const char*> names) {
    for (const char* name : names) fields.push_back({name, type, many, counted});
}

void add_facets(Fields& fields) {
    for (const Field facet : kFacets)
        fields.push_back({std::string(field_row(facet).name), ExportType::keyword, true, true});
}

Fields list_story_fields() {
    Fields fields;
    add_fields(fields, ExportType::keyword, false, true, {"generation"});
    add_fields(fields, ExportType::keyword, false, false, {"id", "source", "url", "publisher"});
    // The copies' too.
    add_fields(fields, ExportType::keyword, true, false, {"ids", "sources", "urls", "publishers"});
    add_fields(fields, ExportType::shown, false, false, {"title", "text", "licence", "attribution"});
    add_fields(fields, ExportType::flag, false, false, {"text_public"});
    add_fields(fields, ExportType::day, false, false,
               {"published", "inspected", "date", "by_inspected", "by_published"});
    add_fields(fields, ExportType::keyword, false, false, {"sort_grade", "sort_provider"});
    add_fields(fields, ExportType::number, false, false, {"order", "gone"});
    add_facets(fields);
    add_fields(fields, ExportType::keyword, true, true, {"was", "change"});
    add_fields(fields, ExportType::keyword, true, false, {"number"});
    add_fields(fields, ExportType::words, false, false,
               {"words", "stems", "title_words", "title_stems", "dropped_words", "dropped_stems"});
    return fields;
}

Fields list_finding_fields() {
    Fields fields;
    add_fields(fields, ExportType::keyword, false, false, {"id"});
    add_fields(fields, ExportType::keyword, false, true, {"form", "direction", "repeated", "addressee"});
    add_fields(fields, ExportType::shown, false, false,
               {"text", "heading", "section", "addressed_to", "due", "regulation", "reference"});
    add_fields(fields, ExportType::keyword, false, false, {"area"});
    add_fields(fields, ExportType::number, false, false, {"page", "place"});
    add_fields(fields, ExportType::keyword, true, false, {"repeats"});
    add_facets(fields);
    add_fields(fields, ExportType::words, false, false, {"words", "stems"});
    return fields;
}

Fields list_award_fields() {
    Fields fields;
    add_fields(fields, ExportType::keyword, false, true,
               {"provider", "scale", "grade", "previous", "change", "provider_grade"});
    add_fields(fields, ExportType::keyword, true, true, {"judgement"});
    add_fields(fields, ExportType::flag, false, false, {"inferred", "of_area"});
    return fields;
}

}  // namespace

const std::vector<ExportField>& export_fields(ExportUnit unit) {
    static const Fields stories = list_story_fields();
    static const Fields findings = list_finding_fields();
    static const Fields awards = list_award_fields();
    switch (unit) {
        case ExportUnit::story:
            return stories;
        case ExportUnit::finding:
            return findings;
        case ExportUnit::award:
            return awards;
    }
    return stories;
}

std::string_view unit_name(ExportUnit unit) {
    switch (unit) {
        case ExportUnit::story:
            return "story";
        case ExportUnit::finding:
            return "finding";
        case ExportUnit::award:
            return "award";
    }
    return {};
}

std::string_view nested_name(ExportUnit unit) {
    switch (unit) {
        case ExportUnit::story:
            return "";
        case ExportUnit::finding:
            return "findings";
        case ExportUnit::award:
            return "awards";
    }
    return {};
}

std::string_view engine_name(ExportEngine engine) { return engine == ExportEngine::opensearch ? "opensearch" : "solr"; }

std::optional<ExportEngine> find_engine(std::string_view name) {
    for (const ExportEngine engine : {ExportEngine::opensearch, ExportEngine::solr})
        if (engine_name(engine) == name) return engine;
    return std::nullopt;
}

}  // namespace findings
