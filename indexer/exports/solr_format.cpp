#include "indexer/exports/solr_format.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "indexer/exports/export_json.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

/// Offsets of a text in UTF-16 units, as Java counts. Quick for offsets that ascend.
class Utf16Offsets {
  public:
    explicit Utf16Offsets(std::string_view text) : text_(text) {}

    std::size_t at(std::size_t byte) {
        if (byte < byte_) byte_ = units_ = 0;
        for (; byte_ < byte; ++byte_) {
            const auto value = static_cast<unsigned char>(text_[byte_]);
            if ((value & 0xC0U) != 0x80U) units_ += value >= 0xF0U ? 2 : 1;
        }
        return units_;
    }

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t units_ = 0;
};

bool is_stored(const ExportField& field) { return field.name == "words" || field.name == "title_words"; }

// By hand: a tree of JSON for each word takes ten times as long as the words themselves.
std::string print_words(const ExportWords& words, bool stored) {
    std::string json = R"({"v":"1")";
    if (stored) json += ",\"str\":" + dump_json(words.text);
    json += ",\"tokens\":[";
    Utf16Offsets begins(words.text);
    Utf16Offsets ends(words.text);
    std::uint32_t last = 0;
    for (const Token& token : words.tokens) {
        if (json.back() == '}') json += ',';
        json += fmt::format(R"({{"t":{},"s":{},"e":{},"i":{}}})", dump_json(token.term), begins.at(token.begin),
                            ends.at(token.end), token.position - last);
        last = token.position;
    }
    return json + "]}";
}

// The text has its own field in other engines; here the stored value of `words` is title and text.
bool is_left_out(ExportUnit unit, const ExportField& field) {
    return unit == ExportUnit::story && field.name == "text";
}

void add_fields(Json& json, ExportUnit unit, const ExportValues& values,
                const std::map<std::string, ExportWords>& words, bool text_public) {
    for (const ExportField& field : export_fields(unit)) {
        if (is_left_out(unit, field)) continue;
        const std::string name = solr_field_name(unit, field.name);
        if (field.type == ExportType::words) {
            const ExportWords& stream = words.at(field.name);
            const bool stored = is_stored(field) && (text_public || field.name == "title_words");
            if (!stream.tokens.empty()) json[name] = print_words(stream, stored);
            continue;
        }
        const auto found = values.find(field.name);
        if (found == values.end() || found->second.empty()) continue;
        // Solr's days are times.
        if (field.type == ExportType::day)
            json[name] = found->second.front() + "T00:00:00Z";
        else
            json[name] = make_field_json(field, found->second);
    }
}

Json make_parts(ExportUnit unit, const ExportedStory& story, const std::vector<ExportedPart>& parts) {
    Json list = Json::array();
    std::size_t number = 0;
    for (const ExportedPart& part : parts) {
        Json& json = list.emplace_back();
        json["key"] = fmt::format("{}/{}/{}", unit_name(unit), story.id, ++number);
        json["unit"] = unit_name(unit);
        add_fields(json, unit, part.values, part.words, story.text_public);
    }
    return list;
}

std::string_view type_name(ExportType type) {
    switch (type) {
        case ExportType::keyword:
            return "keyword";
        case ExportType::day:
            return "day";
        case ExportType::number:
            return "number";
        case ExportType::flag:
            return "flag";
        case ExportType::shown:
            return "shown";
        case ExportType::words:
            return "words";
    }
    return {};
}

}  // namespace

std::string solr_field_name(ExportUnit unit, const std::string& name) {
    return unit == ExportUnit::story ? name : std::string(unit_name(unit)) + '_' + name;
}

std::string make_solr_document(const ExportedStory& story) {
    Json json;
    json["key"] = std::string(unit_name(ExportUnit::story)) + '/' + story.id;
    json["unit"] = unit_name(ExportUnit::story);
    add_fields(json, ExportUnit::story, story.values, story.words, story.text_public);
    if (!story.awards.empty()) json["awards"] = make_parts(ExportUnit::award, story, story.awards);
    if (!story.findings.empty()) json["findings"] = make_parts(ExportUnit::finding, story, story.findings);
    return dump_json(json);
}

std::string make_solr_schema() {
    std::string xml = R"(<?xml version="1.0" encoding="UTF-8"?>
<schema name="findings" version="1.6">
  <uniqueKey>key</uniqueKey>
  <fieldType name="keyword" class="solr.StrField" docValues="true" sortMissingLast="true"/>
  <fieldType name="day" class="solr.DatePointField" docValues="true" sortMissingLast="true"/>
  <fieldType name="number" class="solr.LongPointField" docValues="true" sortMissingLast="true"/>
  <fieldType name="flag" class="solr.BoolField" docValues="true"/>
  <fieldType name="shown" class="solr.StrField" indexed="false" docValues="false"/>
  <fieldType name="words" class="solr.PreAnalyzedField" parserImpl="org.apache.solr.schema.JsonPreAnalyzedParser" storeOffsetsWithPositions="true">
    <analyzer type="query"><tokenizer class="solr.WhitespaceTokenizerFactory"/></analyzer>
  </fieldType>
  <fieldType name="_nest_path_" class="solr.NestPathField"/>
  <field name="_version_" type="number" indexed="false" stored="false"/>
  <field name="_root_" type="keyword" indexed="true" stored="false" docValues="false"/>
  <field name="_nest_path_" type="_nest_path_"/>
  <field name="key" type="keyword" indexed="true" stored="true" required="true"/>
  <field name="unit" type="keyword" indexed="true" stored="true"/>
)";
    for (const ExportUnit unit : {ExportUnit::story, ExportUnit::award, ExportUnit::finding})
        for (const ExportField& field : export_fields(unit)) {
            if (is_left_out(unit, field)) continue;
            const bool words = field.type == ExportType::words;
            xml += fmt::format(R"(  <field name="{}" type="{}" indexed="{}" stored="{}" multiValued="{}"/>)",
                               solr_field_name(unit, field.name), type_name(field.type),
                               field.type != ExportType::shown, !words || is_stored(field), field.many);
            xml += '\n';
        }
    return xml + "</schema>\n";
}

}  // namespace findings
