#include <algorithm>
#include <cmath>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/index/finding.hpp"
#include "common/index/schema.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/facets/provider/choose_bodies.hpp"
#include "indexer/generation/generation_metadata.hpp"
#include "indexer/ingest/corrections.hpp"
#include "indexer/ingest/held_articles.hpp"
#include "indexer/ingest/name_sites.hpp"
#include "indexer/ingest/process_article.hpp"
#include "indexer/ingest/reader_pool.hpp"
#include "indexer/publish/publish.hpp"
#include "indexer/records/provider_tables.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 8> kRoleNames{"paragraph", "heading", "list item",  "table row",
                                                     "caption",   "byline",  "navigation", "boilerplate"};
constexpr std::array<std::string_view, 10> kTypeNames{"text",       "markdown", "html",  "pdf",  "json",
                                                      "json-lines", "office",   "table", "mail", "image"};
constexpr std::array<std::string_view, 6> kWhereNames{"declared", "title", "body", "table", "path", "metadata"};

std::string_view role_name(BlockRole role) { return kRoleNames.at(static_cast<std::size_t>(role)); }

/// One article on its way through the steps.
struct Inspection {
    RawArticle raw;
    ProcessedArticle done;
    std::vector<ConsideredBody> bodies;
};

constexpr std::array<std::string_view, 3> kPolarityNames{"", "strength", "weakness"};

/// An offset as the search prints it: null where the evidence is no part of title or text.
Json offset_of(const Evidence& evidence, std::size_t byte) {
    const bool inside =
        evidence.where == Where::title || evidence.where == Where::body || evidence.where == Where::table;
    return inside ? Json(byte) : Json(nullptr);
}

Json describe_value(const FacetValue& value) {
    const Evidence& evidence = value.evidence();
    const std::string_view polarity = kPolarityNames.at(static_cast<std::size_t>(evidence.polarity));
    return {{"facet", field_row(value.facet()).name},
            {"value", value.slug()},
            {"label", value.label()},
            {"role", evidence.role},
            {"rule", evidence.rule},
            {"where", kWhereNames.at(static_cast<std::size_t>(evidence.where))},
            {"page", evidence.page},
            {"begin", offset_of(evidence, evidence.begin)},
            {"end", offset_of(evidence, evidence.end)},
            {"confidence", evidence.confidence},
            {"polarity", polarity.empty() ? Json(nullptr) : Json(polarity)},
            {"quote", evidence.quote}};
}

Json describe_award(const Award& award) {
    Json json{{"provider", award.provider}, {"scale", award.scale},   {"grade", award.grade},
              {"previous", award.previous}, {"change", award.change}, {"inferred", award.inferred}};
    json["judgements"] = Json::array();
    for (const Judgement& judgement : award.judgements)
        json["judgements"].push_back({{"area", judgement.area}, {"grade", judgement.grade}});
    return json;
}

Json describe_body(const ConsideredBody& body) {
    Json json{{"provider", body.slug},
              {"type", body.type},
              {"score", std::round(body.score * 1e4) / 1e4},
              {"story_score", std::round(body.story_score * 1e4) / 1e4},
              {"chosen", body.chosen},
              {"features", Json::object()}};
    for (const auto& part : body.parts)
        json["features"][std::string(part.feature)] = std::round(part.value * 1e4) / 1e4;
    return json;
}

std::string finding_text(const CleanArticle& article, const Finding& finding) {
    std::string text;
    for (const auto& [begin, end] : finding.pieces)
        text.append(text.empty() ? "" : " ").append(article.text_of({begin, end}));
    return text;
}

Json describe_finding(const CleanArticle& article, const Finding& finding) {
    const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"form", form_name(finding.form)},
            {"direction", direction_name(finding.direction)},
            {"text", finding_text(article, finding)},
            {"heading", or_null(finding.heading)},
            {"section", or_null(finding.section)},
            {"page", finding.page},
            {"begin", finding.begin()},
            {"end", finding.end()},
            {"addressee", or_null(finding.addressee)},
            {"other_body", finding.other_body},
            {"due", or_null(finding.due)},
            {"regulation", or_null(finding.regulation)},
            {"reference", or_null(finding.reference)},
            {"area", or_null(finding.area)},
            {"theme", finding.themes}};
}

Json describe(const Inspection& step) {
    Json json{{"type", kTypeNames.at(static_cast<std::size_t>(step.raw.type))}, {"line", step.raw.line}};
    json["raw"] = {{"title", step.raw.title}, {"declared", step.raw.declared}, {"metadata", step.raw.metadata}};
    json["raw"]["warnings"] = step.raw.warnings;
    for (const Block& block : step.raw.blocks)
        json["raw"]["blocks"].push_back({{"role", role_name(block.role)}, {"page", block.page}, {"text", block.text}});
    json["clean"] = {{"title", step.done.clean.title},
                     {"body", step.done.clean.body},
                     {"sentences", step.done.clean.sentences.size()}};
    json["clean"]["dropped"] = Json::array();
    for (const DroppedText& dropped : step.done.clean.dropped)
        json["clean"]["dropped"].push_back({{"rule", dropped.rule}, {"text", dropped.text}});
    json["corrected"] = Json::object();
    for (const std::string& key : step.done.clean.corrected) json["corrected"][key] = step.done.clean.declared.at(key);
    json["facets"] = {{"published", step.done.facets.published},
                      {"inspected", step.done.facets.inspected},
                      {"publisher", step.done.facets.publisher},
                      {"values", Json::array()},
                      {"remarks", Json::array()},
                      {"awards", Json::array()},
                      {"warnings", step.done.facets.warnings}};
    for (const FacetValue& value : step.done.facets.values) json["facets"]["values"].push_back(describe_value(value));
    for (const FacetValue& value : step.done.facets.remarks) json["facets"]["remarks"].push_back(describe_value(value));
    for (const Award& award : step.done.facets.awards) json["facets"]["awards"].push_back(describe_award(award));
    json["facets"]["findings"] = Json::array();
    for (const Finding& finding : step.done.facets.findings)
        json["facets"]["findings"].push_back(describe_finding(step.done.clean, finding));
    json["bodies"] = Json::array();
    for (const ConsideredBody& body : step.bodies) json["bodies"].push_back(describe_body(body));
    return json;
}

void print_finding(const CleanArticle& article, const Finding& finding, std::ostream& out) {
    out << fmt::format("finding: {}, {}{}{}{}\n  {}\n", form_name(finding.form), direction_name(finding.direction),
                       finding.page == 0 ? "" : fmt::format(", p{}", finding.page), finding.themes.empty() ? "" : ", ",
                       fmt::join(finding.themes, " "), finding_text(article, finding));
    const auto print = [&out](std::string_view name, const std::string& value) {
        if (!value.empty()) out << fmt::format("    {}: {}\n", name, value);
    };
    print("heading", finding.heading);
    print("section", finding.section);
    print(finding.other_body ? "addressed to another body" : "addressee", finding.addressee);
    print("due", finding.due);
    print("regulation", finding.regulation);
    print("reference", finding.reference);
    print("area", finding.area);
}

void print_value(const FacetValue& value, std::ostream& out) {
    const Evidence& evidence = value.evidence();
    const std::string_view polarity = kPolarityNames.at(static_cast<std::size_t>(evidence.polarity));
    out << fmt::format("  {:<10} {}{}{}{}{}\n             {} {:.2f}, {}{}: {}\n", field_row(value.facet()).name,
                       value.slug(), evidence.role.empty() ? "" : ", ", evidence.role, polarity.empty() ? "" : ", ",
                       polarity, evidence.rule, evidence.confidence,
                       kWhereNames.at(static_cast<std::size_t>(evidence.where)),
                       evidence.page == 0 ? "" : fmt::format(" p{}", evidence.page), evidence.quote);
}

/// The features that weigh most; all of them are in the JSON.
void print_body(const ConsideredBody& body, std::ostream& out) {
    constexpr std::size_t kMost = 6;
    out << fmt::format("  {:+.2f} {}{}{}:", body.score, body.slug, body.type.empty() ? "" : ", " + body.type,
                       body.chosen ? ", chosen" : "");
    for (std::size_t i = 0; i < std::min(kMost, body.parts.size()); ++i)
        out << fmt::format(" {} {:+.2f}", body.parts[i].feature, body.parts[i].value * body.parts[i].weight);
    out << '\n';
}

void print_text(const Inspection& step, std::ostream& out) {
    out << fmt::format("read: {}{}, {} blocks\n", kTypeNames.at(static_cast<std::size_t>(step.raw.type)),
                       step.raw.line == 0 ? "" : fmt::format(", record {}", step.raw.line), step.raw.blocks.size());
    for (const auto& [key, values] : step.raw.declared)
        out << fmt::format("  declared {} = {}\n", key, fmt::join(values, "; "));
    for (const std::string& key : step.done.clean.corrected)
        out << fmt::format("  corrected {} = {}\n", key, fmt::join(step.done.clean.declared.at(key), "; "));
    for (const auto& [key, value] : step.raw.metadata) out << fmt::format("  metadata {} = {}\n", key, value);
    out << fmt::format("clean: title \"{}\", {} sentences, {} bytes\n", step.done.clean.title,
                       step.done.clean.sentences.size(), step.done.clean.body.size());
    for (const BodyBlock& block : step.done.clean.blocks)
        out << fmt::format("  {}{}: {}\n", role_name(block.role),
                           block.page == 0 ? "" : fmt::format(" p{}", block.page), step.done.clean.text_of(block.span));
    for (const DroppedText& dropped : step.done.clean.dropped)
        out << fmt::format("  dropped ({}): {}\n", dropped.rule, dropped.text);
    out << fmt::format("facets: published {}, inspected {}, publisher {}\n",
                       step.done.facets.published.empty() ? "none" : step.done.facets.published,
                       step.done.facets.inspected.empty() ? "none" : step.done.facets.inspected,
                       step.done.facets.publisher.empty() ? "none" : step.done.facets.publisher);
    for (const FacetValue& value : step.done.facets.values) print_value(value, out);
    if (!step.done.facets.remarks.empty()) out << "considered, not counted as a facet:\n";
    for (const FacetValue& value : step.done.facets.remarks) print_value(value, out);
    for (const Award& award : step.done.facets.awards)
        out << fmt::format("award: {} {} ({}), was {}, change {}{}\n", award.provider,
                           award.grade.empty() ? "no grade" : award.grade, award.scale,
                           award.previous.empty() ? "unknown" : award.previous,
                           award.change.empty() ? "unknown" : award.change, award.inferred ? ", inferred" : "");
    for (const Finding& finding : step.done.facets.findings) print_finding(step.done.clean, finding, out);
    if (!step.bodies.empty()) out << "bodies named, the one most surely inspected first:\n";
    for (const ConsideredBody& body : step.bodies) print_body(body, out);
    for (const auto* warnings : {&step.raw.warnings, &step.done.facets.warnings})
        for (const std::string& warning : *warnings) out << "warning: " << warning << '\n';
}

/// A build knows a file by its path below a SOURCE, which nobody has named here: every end of its path may be meant.
CorrectedValues find_corrections(const Corrections& corrections, const std::filesystem::path& file, std::size_t line,
                                 const CleanArticle& clean) {
    CorrectedValues values;
    std::filesystem::path source;
    std::filesystem::path rest = file.relative_path();
    for (; rest.has_filename(); rest = rest.parent_path()) {
        source = source.empty() ? rest.filename() : rest.filename() / source;
        CleanArticle named;
        named.source = source.string();
        named.declared = clean.declared;
        named.metadata = clean.metadata;
        for (auto& [key, list] : corrections.find(name_article(named, line), named.source, line))
            values[key] = std::move(list);
    }
    return values;
}

/// What the last build learned about sites; nothing where there is no index.
RecurringLines find_recurring_lines(const IndexLayout& layout) {
    const std::string live = readable_live_generation(layout);
    return live.empty() ? RecurringLines() : recurring_lines_of(layout.generation(live));
}

/// Here too nobody has named the SOURCE: the file may belong to any folder above it.
SiteLines find_site_lines(const RecurringLines& recurring, const RawArticle& raw, const std::filesystem::path& file) {
    if (!HeldArticles::may_hold(raw)) return {};
    return {&recurring, name_possible_sites(raw, file), names_site(raw)};
}

}  // namespace

Status run_inspect(const IndexOptions& options, std::ostream& out) {
    const std::filesystem::path file = std::filesystem::absolute(options.arguments.front());
    if (!std::filesystem::is_regular_file(file))
        throw Error(Status::no_input, fmt::format("{} is not a file that can be read", options.arguments.front()),
                    "name one file");
    const Corrections corrections = load_corrections(options.build.corrections, options.build.layout.root);
    const ProviderTables providers =
        read_provider_tables(options.build.providers, OwnerGroups::load(options.build.layout.root));
    const RecurringLines recurring = find_recurring_lines(options.build.layout);
    ReaderWorker worker(find_reader_program(), options.build.limits);
    std::vector<Rejection> rejections;
    Json articles = Json::array();
    worker.read(file, {[&](RawArticle&& raw) {
                           Inspection step;
                           step.raw = std::move(raw);
                           step.done = process_article(
                               step.raw, {file.filename().string(), find_site_lines(recurring, step.raw, file),
                                          &providers.known, [&](const CleanArticle& clean, std::size_t line) {
                                              return find_corrections(corrections, file, line, clean);
                                          }});
                           const ExtractedFacets& facets = step.done.facets;
                           step.bodies = explain_bodies(step.done.clean,
                                                        facets.inspected.empty() ? facets.published : facets.inspected);
                           if (options.json)
                               articles.push_back(describe(step));
                           else
                               print_text(step, out);
                       },
                       [&](Rejection&& rejection) {
                           rejection.source = file.filename().string();
                           if (rejection.hint.empty()) rejection.hint = rejection_row(rejection.reason).hint;
                           rejections.push_back(std::move(rejection));
                       }});
    if (options.json)
        out << dump_json_document(
            {{"articles", articles}, {"rejected", Json::parse(format_failures_json(rejections))}});
    else
        out << format_failures_text(rejections);
    return rejections.empty() ? Status::ok : Status::some_rejected;
}

}  // namespace findings
