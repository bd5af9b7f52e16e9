#include "indexer/exports/opensearch_format.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/index/terms.hpp"
#include "indexer/exports/export_json.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDefaultNestedLimit = 10'000;
// Lucene's limit of 32,766 bytes, in characters of four.
constexpr int kMostCharacters = 8191;

// A list of values: within one, each word stands a place behind the one before; between two lies the gap.
Json join_words(const ExportWords& words) {
    Json values = Json::array();
    std::string value;
    std::uint32_t last = 0;
    for (const Token& token : words.tokens) {
        if (token.joined) continue;
        const std::uint32_t step = token.position - last;
        std::uint32_t holes = step - 1;
        if (last > 0 && step > kPositionGap) {
            values.push_back(std::move(value));
            value.clear();
            holes = step - 1 - kPositionGap;
        } else if (last == 0) {
            holes = 0;
        }
        for (; holes > 0; --holes) value += value.empty() ? "*" : " *";
        if (!value.empty()) value += ' ';
        value += token.term;
        last = token.position;
    }
    if (!value.empty()) values.push_back(std::move(value));
    return values;
}

Json list_joined(const ExportWords& words) {
    Json values = Json::array();
    for (const Token& token : words.tokens)
        if (token.joined && std::find(values.begin(), values.end(), token.term) == values.end())
            values.push_back(token.term);
    return values;
}

std::string joined_name(const std::string& words) { return words + "_joined"; }

void add_fields(Json& json, ExportUnit unit, const ExportValues& values,
                const std::map<std::string, ExportWords>& words) {
    for (const ExportField& field : export_fields(unit)) {
        if (field.type == ExportType::words) {
            const ExportWords& stream = words.at(field.name);
            if (Json joined = join_words(stream); !joined.empty()) json[field.name] = std::move(joined);
            if (Json joined = list_joined(stream); !joined.empty()) json[joined_name(field.name)] = std::move(joined);
        } else if (const auto found = values.find(field.name); found != values.end() && !found->second.empty()) {
            json[field.name] = make_field_json(field, found->second);
        }
    }
}

Json make_parts(ExportUnit unit, const std::vector<ExportedPart>& parts) {
    Json list = Json::array();
    for (const ExportedPart& part : parts) add_fields(list.emplace_back(Json::object()), unit, part.values, part.words);
    return list;
}

Json describe_words() {
    return {{"type", "text"}, {"analyzer", "whitespace"}, {"position_increment_gap", kPositionGap}};
}

Json describe_type(ExportType type) {
    switch (type) {
        case ExportType::keyword:
            return {{"type", "keyword"}, {"ignore_above", kMostCharacters}};
        case ExportType::day:
            return {{"type", "date"}, {"format", "strict_date"}};
        case ExportType::number:
            return {{"type", "long"}};
        case ExportType::flag:
            return {{"type", "boolean"}};
        case ExportType::shown:
            return {{"type", "text"}, {"index", false}};
        case ExportType::words:
            return describe_words();
    }
    return {};
}

Json describe_fields(ExportUnit unit) {
    Json fields = Json::object();
    for (const ExportField& field : export_fields(unit)) {
        fields[field.name] = describe_type(field.type);
        if (field.type == ExportType::words) fields[joined_name(field.name)] = describe_words();
    }
    return fields;
}

Json describe_nested(ExportUnit unit) {
    return {{"type", "nested"}, {"dynamic", "strict"}, {"properties", describe_fields(unit)}};
}

// What is searched and never shown. Without it an answer would carry every text twice, and the words of news.
Json list_unkept() {
    Json names = Json::array();
    for (const ExportUnit unit : {ExportUnit::story, ExportUnit::finding})
        for (const ExportField& field : export_fields(unit)) {
            if (field.type != ExportType::words) continue;
            names.push_back(opensearch_field_path(unit, field.name));
            names.push_back(opensearch_field_path(unit, joined_name(field.name)));
        }
    return names;
}

}  // namespace

std::string opensearch_field_path(ExportUnit unit, const std::string& name) {
    return unit == ExportUnit::story ? name : std::string(nested_name(unit)) + '.' + name;
}

std::string make_opensearch_lines(const ExportedStory& story) {
    const std::string id = exact_term(Field::id, story.id).substr(field_row(Field::id).prefix.size());
    Json json = Json::object();
    add_fields(json, ExportUnit::story, story.values, story.words);
    json["awards"] = make_parts(ExportUnit::award, story.awards);
    json["findings"] = make_parts(ExportUnit::finding, story.findings);
    return dump_json({{"index", {{"_id", id}}}}) + '\n' + dump_json(json) + '\n';
}

std::string make_opensearch_index(std::size_t most_nested) {
    Json properties = describe_fields(ExportUnit::story);
    properties["awards"] = describe_nested(ExportUnit::award);
    properties["findings"] = describe_nested(ExportUnit::finding);
    Json json;
    json["settings"]["index"]["mapping"]["nested_objects"]["limit"] = std::max(most_nested, kDefaultNestedLimit);
    json["mappings"]["dynamic"] = "strict";
    json["mappings"]["_source"]["excludes"] = list_unkept();
    json["mappings"]["properties"] = std::move(properties);
    return dump_json_document(json);
}

}  // namespace findings
