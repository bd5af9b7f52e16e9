#include "searcher/render/hit_json.hpp"

#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "common/index/vocabulary.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

// The order of the contract's example.
constexpr std::array kHitFacets{Field::provider,  Field::region,   Field::authority, Field::grade,
                                Field::theme,     Field::strength, Field::weakness,  Field::regulator,
                                Field::kind,      Field::visit,    Field::type,      Field::group,
                                Field::judgement, Field::action,   Field::framework, Field::line};

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json page_or_null(int page) { return page == 0 ? Json() : Json(page); }

Json make_labels(const Article& article) {
    Json labels = Json::object();
    for (const FacetValue& value : article.values)
        if (!labels.contains(value.slug())) labels[value.slug()] = value.label();
    for (const Award& award : article.awards)
        for (const std::string* grade : {&award.grade, &award.previous})
            if (const Term* term = find_term(Field::grade, *grade); term != nullptr && !labels.contains(*grade))
                labels[*grade] = term->label;
    return labels;
}

Json make_awards(const Article& article) {
    Json awards = Json::array();
    for (const Award& award : article.awards) {
        Json judgements = Json::array();
        for (const Judgement& judgement : award.judgements)
            judgements.push_back({{"area", judgement.area}, {"grade", judgement.grade}});
        awards.push_back({{"provider", text_or_null(award.provider)},
                          {"scale", text_or_null(award.scale)},
                          {"grade", text_or_null(award.grade)},
                          {"previous", text_or_null(award.previous)},
                          {"change", text_or_null(award.change)},
                          {"inferred", award.inferred},
                          {"judgements", std::move(judgements)}});
    }
    return awards;
}

Json make_copies(const Article& article) {
    Json copies = Json::array();
    for (const Copy& copy : article.copies)
        copies.push_back({{"id", copy.id},
                          {"source", copy.source},
                          {"url", text_or_null(copy.url)},
                          {"title", copy.title},
                          {"publisher", text_or_null(copy.publisher)},
                          {"published", text_or_null(copy.published)}});
    return copies;
}

std::string_view where_name(Where where) {
    switch (where) {
        case Where::declared:
            return "declared";
        case Where::title:
            return "title";
        case Where::body:
            return "body";
        case Where::table:
            return "table";
        case Where::path:
            return "path";
        case Where::metadata:
            return "metadata";
    }
    return "declared";
}

Json polarity_or_null(Polarity polarity) {
    if (polarity == Polarity::none) return {};
    return polarity == Polarity::strength ? "strength" : "weakness";
}

}  // namespace

Json make_repeat_json(const RepeatedFinding& repeat) {
    return {{"id", repeat.id},
            {"extent", repeat.full ? "full" : "partial"},
            {"source", repeat.computed ? "computed" : "printed"}};
}

/// Where a text was read from a picture, that, and how surely: 0 to 1.
void mark_ocr(Json& json, int confidence) {
    if (confidence == 0) return;
    json["ocr"] = true;
    json["page_confidence"] = confidence / 100.0;
}

Json make_finding_json(const FoundFinding& found) {
    const Finding& finding = found.finding;
    Json repeats = Json::array();
    for (const RepeatedFinding& repeat : finding.repeats) repeats.push_back(make_repeat_json(repeat));
    return {{"id", found.id},
            {"form", form_name(finding.form)},
            {"direction", direction_name(finding.direction)},
            {"text", found.text},
            {"heading", text_or_null(finding.heading)},
            {"section", text_or_null(finding.section)},
            {"page", page_or_null(finding.page)},
            {"begin", finding.begin()},
            {"end", finding.end()},
            {"addressee", text_or_null(finding.addressee)},
            {"due", text_or_null(finding.due)},
            {"regulation", text_or_null(finding.regulation)},
            {"reference", text_or_null(finding.reference)},
            {"area", text_or_null(finding.area)},
            {"theme", finding.themes},
            {"repeats", std::move(repeats)},
            {"compared_with", text_or_null(finding.compared_with)}};
}

Json make_hit_json(const Hit& hit, bool scored) {
    const Article& article = hit.article;
    Json json;
    json["rank"] = hit.rank;
    // Four decimals tell any two ranks apart and keep lines short.
    json["score"] = scored ? Json(std::round(hit.score * 1e4) / 1e4) : Json();
    json["id"] = article.id;
    json["source"] = article.source;
    json["url"] = text_or_null(article.url);
    json["title"] = article.title;
    json["publisher"] = text_or_null(article.publisher);
    json["date"] = text_or_null(article.date());
    json["date_basis"] = article.date().empty() ? Json() : Json(article.published.empty() ? "inspected" : "published");
    json["published"] = text_or_null(article.published);
    json["inspected"] = text_or_null(article.inspected);
    for (const Field facet : kHitFacets) json[std::string(field_row(facet).name)] = article.slugs(facet);
    json["labels"] = make_labels(article);
    json["awards"] = make_awards(article);
    json["snippet"] = hit.snippet.empty() ? Json() : Json(mark_snippet(hit.snippet));
    json["page"] = page_or_null(hit.page);
    mark_ocr(json, article.ocr_confidence(hit.page));
    json["copies"] = make_copies(article);
    if (hit.finding) json["finding"] = make_finding_json(*hit.finding);
    return json;
}

Json make_evidence_json(const Article& article) {
    Json list = Json::array();
    for (const auto* values : {&article.values, &article.remarks})
        for (const FacetValue& value : *values) {
            const Evidence& evidence = value.evidence();
            const bool placed =
                evidence.where == Where::title || evidence.where == Where::body || evidence.where == Where::table;
            list.push_back({{"facet", field_row(value.facet()).name},
                            {"value", value.slug()},
                            {"role", text_or_null(evidence.role)},
                            {"quote", evidence.quote},
                            {"where", where_name(evidence.where)},
                            {"page", page_or_null(evidence.page)},
                            {"begin", placed ? Json(evidence.begin) : Json()},
                            {"end", placed ? Json(evidence.end) : Json()},
                            {"rule", evidence.rule},
                            {"confidence", evidence.confidence},
                            {"polarity", polarity_or_null(evidence.polarity)}});
            mark_ocr(list.back(), article.ocr_confidence(evidence));
        }
    return list;
}

Json make_article_json(const Article& article) {
    Hit hit;
    hit.rank = 1;
    hit.article = article;
    Json json = make_hit_json(hit, false);
    json["text"] = article.text;
    json["evidence"] = make_evidence_json(article);
    return json;
}

std::string escape_html(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    for (const char c : text) switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            default:
                html += c;
        }
    return html;
}

std::string mark_snippet(const std::vector<SnippetPiece>& snippet) {
    std::string html;
    for (const SnippetPiece& piece : snippet)
        html += piece.marked ? "<mark>" + escape_html(piece.text) + "</mark>" : escape_html(piece.text);
    return html;
}

}  // namespace findings
