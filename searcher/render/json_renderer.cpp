#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/text/ascii.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOutputFormatVersion = 1;

// A number where the option is one; dates stay text.
Json make_option(std::string_view name, const std::string& value) {
    constexpr std::array<std::string_view, 5> kNumbers{"limit", "offset", "facet-limit", "sample", "seed"};
    if (value.empty()) return true;
    const bool number =
        is_one_of(kNumbers, name) && value.size() < 10 && value.find_first_not_of("0123456789") == std::string::npos;
    return number ? Json(std::stoul(value)) : Json(value);
}

Json make_query(const SearchResult& result) {
    Json filters = Json::array();
    for (const ResolvedFilter& filter : result.filters)
        filters.push_back(
            {{"field", field_row(filter.field).name}, {"values", filter.slugs}, {"exclude", filter.exclude}});
    Json query = {{"text", result.query_text},
                  {"match", match_name(result.match)},
                  {"filters", std::move(filters)},
                  {"sort", sort_name(result.sort)}};
    // The options as given, so that the answer can be asked for again: {"since":"2024","latest":true,"limit":5}.
    for (const auto& [name, value] : result.given) {
        std::string key = name;
        std::replace(key.begin(), key.end(), '-', '_');
        if (!query.contains(key)) query[key] = make_option(name, value);
    }
    return query;
}

Json make_facets(const SearchResult& result) {
    Json facets = Json::object();
    for (const FacetResult& facet : result.facets) {
        Json values = Json::array();
        for (const FacetCount& value : facet.values)
            values.push_back(
                {{"value", value.slug}, {"label", value.label}, {"count", value.count}, {"selected", value.selected}});
        facets[std::string(field_row(facet.facet).name)] = {
            {"values", std::move(values)}, {"none", facet.none}, {"total_values", facet.total_values}};
    }
    return facets;
}

Json make_axis(const std::vector<FacetCount>& values) {
    Json axis = Json::array();
    for (const FacetCount& value : values)
        axis.push_back({{"value", value.slug}, {"label", value.label}, {"count", value.count}});
    return axis;
}

Json share_or_null(std::size_t part, std::size_t whole) {
    return whole == 0 ? Json(nullptr) : Json(std::stod(share_of(part, whole)));
}

Json make_table(const TableResult& table) {
    Json json{{"row_facet", field_row(table.row_facet).name},
              {"column_facet", field_row(table.column_facet).name},
              {"unit", name_unit(table.unit)},
              {"rows", make_axis(table.rows)},
              {"columns", make_axis(table.columns)},
              {"cells", table.cells}};
    if (!table.line.empty()) json["line"] = table.line;
    if (!table.share) return json;
    Json shares = Json::array();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        Json row = Json::array();
        for (const std::size_t cell : table.cells[i]) row.push_back(share_or_null(cell, table.rows[i].count));
        shares.push_back(std::move(row));
    }
    json["shares"] = std::move(shares);
    return json;
}

Json make_rates(const std::vector<RateResult>& rates) {
    const auto make_row = [](const RateRow& row) {
        return Json{{"value", row.slug},
                    {"label", row.label},
                    {"count", row.count},
                    {"known", row.known},
                    {"share", share_or_null(row.count, row.known)},
                    {"unknown", row.unknown},
                    {"few", row.known < kFewBodies}};
    };
    Json all = Json::array();
    for (const RateResult& rate : rates) {
        Json rows = Json::array();
        for (const RateRow& row : rate.rows) rows.push_back(make_row(row));
        Json json{{"rate", rate.what},
                  {"unit", name_unit(rate.unit)},
                  {"rows", std::move(rows)},
                  {"all", make_row(rate.all)}};
        if (!rate.line.empty()) json["line"] = rate.line;
        all.push_back(std::move(json));
    }
    return all;
}

Json make_beside(const std::vector<GradesBeside>& beside) {
    Json places = Json::array();
    for (const GradesBeside& each : beside) {
        Json grades = make_axis(each.grades.values);
        places.push_back({{"place", each.place},
                          {"kind", each.kind},
                          {"grades", std::move(grades)},
                          {"known", each.grades.known},
                          {"none", each.grades.none}});
    }
    return places;
}

// The object is written in three pieces, because its hits never stand in memory together.
class JsonRenderer : public HitSink {
  public:
    JsonRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const SearchResult& result) override {
        Json head;
        head["format_version"] = kOutputFormatVersion;
        head["generation"] = result.generation;
        head["index_built_at"] = result.built_at;
        head["query"] = make_query(result);
        head["matches"] = {{"total", result.total},
                           {"providers", result.providers},
                           {"exact", true},
                           {"undated_left_out", result.undated_left_out}};
        if (style_.citation) head["citation"] = style_.citation(result);
        if (result.findings && result.stories > 0) head["matches"]["stories"] = result.stories;
        std::string text = dump_json(head);
        text.pop_back();
        out_ << text << ",\"hits\":[";
        scored_ = result.scored;
    }

    void add(const Hit& hit) override {
        out_ << (first_ ? "\n" : ",\n") << dump_json(make_hit_json(hit, scored_));
        first_ = false;
    }

    void end(const SearchResult& result) override {
        Json tail;
        tail["facets"] = make_facets(result);
        if (result.table && result.further_tables.empty()) tail["table"] = make_table(*result.table);
        if (!result.further_tables.empty()) {
            tail["tables"] = {make_table(*result.table)};
            for (const TableResult& table : result.further_tables) tail["tables"].push_back(make_table(table));
        }
        if (!result.rates.empty()) tail["rates"] = make_rates(result.rates);
        if (!result.beside.empty()) tail["beside"] = make_beside(result.beside);
        tail["suggestion"] = result.suggestion.empty() ? Json() : Json(result.suggestion);
        tail["notes"] = result.notes;
        tail["licence"] = kLicence;
        tail["attribution"] = fmt::format("{} News stories belong to their publishers.", kAttribution);
        tail["elapsed_ms"] = std::round(style_.elapsed_ms() * 1e3) / 1e3;
        out_ << "],\n" << dump_json(tail).substr(1) << '\n';
    }

  private:
    std::ostream& out_;
    RenderStyle style_;
    bool first_ = true;
    bool scored_ = false;
};

class JsonLinesRenderer : public HitSink {
  public:
    JsonLinesRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}
    void begin(const SearchResult& result) override {
        scored_ = result.scored;
        if (style_.citation) citation_ = style_.citation(result);
    }
    void add(const Hit& hit) override {
        Json json = make_hit_json(hit, scored_);
        if (!citation_.empty()) json["citation"] = citation_;
        out_ << dump_json(json) << '\n';
    }
    void end(const SearchResult&) override {}

  private:
    std::ostream& out_;
    RenderStyle style_;
    bool scored_ = false;
    std::string citation_;
};

}  // namespace

std::unique_ptr<HitSink> make_json_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<JsonRenderer>(out, std::move(style));
}

std::unique_ptr<HitSink> make_jsonl_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<JsonLinesRenderer>(out, std::move(style));
}

}  // namespace findings
