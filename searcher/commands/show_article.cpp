#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

std::string describe_place(const Evidence& evidence) {
    std::vector<std::string> parts;
    switch (evidence.where) {
        case Where::declared:
            parts.emplace_back("declared");
            break;
        case Where::title:
            parts.emplace_back("title");
            break;
        case Where::body:
            break;
        case Where::table:
            parts.emplace_back("table");
            break;
        case Where::path:
            parts.emplace_back("path");
            break;
        case Where::metadata:
            parts.emplace_back("page metadata");
            break;
    }
    if (evidence.page > 0) parts.push_back(fmt::format("page {}", evidence.page));
    parts.push_back(evidence.rule);
    parts.push_back(fmt::format("{:.0f} %", evidence.confidence * 100));
    return fmt::format("{}", fmt::join(parts, ", "));
}

void write_values(std::ostream& out, const std::vector<FacetValue>& values) {
    for (const FacetValue& value : values) {
        const Evidence& evidence = value.evidence();
        const std::string role = evidence.role.empty() ? "" : fmt::format(" ({})", evidence.role);
        out << fmt::format("  {}: {}{}\n", field_row(value.facet()).label, printable(value.label()), printable(role));
        out << fmt::format("      “{}” [{}]\n", printable(evidence.quote), printable(describe_place(evidence)));
    }
}

void write_award(std::ostream& out, const Award& award) {
    std::string line = award.provider.empty() ? "(unknown provider)" : printable(award.provider);
    line += ": " + (award.grade.empty() ? std::string("no grade") : grade_label(award.grade));
    if (!award.previous.empty()) line += fmt::format(" (was {})", grade_label(award.previous));
    if (!award.change.empty()) line += ", " + award.change;
    if (award.inferred) line += ", inferred";
    out << "  " << line << '\n';
    for (const Judgement& judgement : award.judgements)
        out << fmt::format("      {}: {}\n", printable(judgement.area), grade_label(judgement.grade));
}

void write_article(std::ostream& out, const Article& article) {
    out << (article.title.empty() ? std::string("(no title)") : printable(article.title)) << '\n';
    const auto line = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out << fmt::format("  {:<10} {}\n", name, printable(value));
    };
    line("id", article.id);
    line("source", article.source);
    line("url", article.url);
    line("publisher", article.publisher);
    line("published", article.published);
    line("inspected", article.inspected);
    for (const Copy& copy : article.copies) line("copy", copy.id + "  " + copy.source);
    if (!article.awards.empty()) out << "\nAwards\n";
    for (const Award& award : article.awards) write_award(out, award);
    if (!article.values.empty()) out << "\nEvidence\n";
    write_values(out, article.values);
    if (!article.remarks.empty()) out << "\nAlso read, but no value of the article\n";
    write_values(out, article.remarks);
    out << "\nText\n";
    for (std::string_view rest = article.text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        out << printable(rest.substr(0, end)) << '\n';
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

}  // namespace

Status show_article(const SearchOptions& options, const CommandOutput& output) {
    if (options.format != OutputFormat::text && options.format != OutputFormat::json)
        throw Error(Status::usage, "--show has the formats text and json");
    const OpenIndex index = open_index(options.request.indexes);
    const auto article = find_article(index, options.argument);
    if (!article) {
        output.notes << "findings-search: no article has the id " << printable(options.argument) << '\n';
        return Status::no_hits;
    }
    if (options.format == OutputFormat::text) {
        write_article(output.out, *article);
        return Status::ok;
    }
    Hit hit;
    hit.rank = 1;
    hit.article = *article;
    nlohmann::ordered_json json = make_hit_json(hit, false);
    json["text"] = article->text;
    json["evidence"] = make_evidence_json(*article);
    output.out << dump_json(json) << '\n';
    return Status::ok;
}

}  // namespace findings
