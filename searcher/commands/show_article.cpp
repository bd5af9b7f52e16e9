#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/index/vocabulary.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/name_page.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

std::string describe_place(const Article& article, const Evidence& evidence) {
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
    if (evidence.page > 0) parts.push_back(name_page(evidence.page, article.ocr_confidence(evidence)));
    parts.push_back(evidence.rule);
    parts.push_back(fmt::format("{:.0f} %", evidence.confidence * 100));
    return fmt::format("{}", fmt::join(parts, ", "));
}

// The values are proved by the same passage, and nothing tells them apart but what they say.
bool has_same_quote(const Evidence& one, const Evidence& other) {
    return one.where == other.where && one.begin == other.begin && one.quote == other.quote;
}

// A passage that proves several values in a row is printed once, below them.
void write_values(std::ostream& out, const Article& article, const std::vector<const FacetValue*>& values) {
    std::vector<std::string> places;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const FacetValue& value = *values[i];
        const Evidence& evidence = value.evidence();
        const std::string role = evidence.role.empty() ? "" : fmt::format(" ({})", evidence.role);
        out << fmt::format("  {}: {}{}\n", field_row(value.facet()).label, printable(value.label()), printable(role));
        if (std::string place = describe_place(article, evidence);
            std::find(places.begin(), places.end(), place) == places.end())
            places.push_back(std::move(place));
        if (i + 1 < values.size() && has_same_quote(evidence, values[i + 1]->evidence())) continue;
        out << fmt::format("      “{}” [{}]\n", printable(evidence.quote),
                           printable(fmt::format("{}", fmt::join(places, "; "))));
        places.clear();
    }
}

// What the grade rests on, then the rest: that is what is looked up here.
bool tells_grade(const FacetValue& value) {
    return value.facet() == Field::grade || value.facet() == Field::was || value.facet() == Field::change ||
           value.facet() == Field::judgement;
}

std::vector<const FacetValue*> choose_values(const std::vector<FacetValue>& values, bool telling_grade) {
    std::vector<const FacetValue*> chosen;
    for (const FacetValue& value : values)
        if (tells_grade(value) == telling_grade) chosen.push_back(&value);
    const auto is_grade = [](const FacetValue* value) { return value->facet() == Field::grade; };
    std::stable_partition(chosen.begin(), chosen.end(), is_grade);
    return chosen;
}

void write_award(std::ostream& out, const Article& article, const Award& award) {
    std::string line = name_provider(article, award.provider);
    line += ": " + (award.grade.empty() ? std::string("no grade") : grade_label(award.grade));
    if (!award.previous.empty()) line += fmt::format(" (was {})", name_previous(article, award));
    if (!award.change.empty()) line += ", " + award.change;
    if (award.inferred) line += ", inferred";
    out << "  " << line << '\n';
    for (const Judgement& judgement : award.judgements)
        out << fmt::format("      {}: {}\n", label_of(Field::judgement, judgement.area), grade_label(judgement.grade));
}

// The text with a line where a page begins; inside a paragraph that goes over the page, the page in brackets.
void write_text(std::ostream& out, const Article& article) {
    const std::string_view text = article.text;
    auto page = article.pages.begin();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        for (; page != article.pages.end() && page->begin <= begin; ++page)
            out << fmt::format("──── {} ────\n", name_page(page->page, page->ocr_confidence));
        std::size_t at = begin;
        for (; page != article.pages.end() && page->begin < end; ++page) {
            out << printable(text.substr(at, page->begin - at))
                << fmt::format("[{}] ", name_page(page->page, page->ocr_confidence));
            at = page->begin;
        }
        out << printable(text.substr(at, end - at)) << '\n';
        begin = end + 1;
    }
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
    for (const Award& award : article.awards) write_award(out, article, award);
    const auto section = [&](std::string_view heading, const std::vector<const FacetValue*>& values) {
        if (!values.empty()) out << '\n' << heading << '\n';
        write_values(out, article, values);
    };
    section("Evidence of the grade", choose_values(article.values, true));
    section("Evidence", choose_values(article.values, false));
    std::vector<const FacetValue*> remarks = choose_values(article.remarks, true);
    const std::vector<const FacetValue*> others = choose_values(article.remarks, false);
    remarks.insert(remarks.end(), others.begin(), others.end());
    section("Also read, but no value of the article", remarks);
    out << "\nText\n";
    write_text(out, article);
}

}  // namespace

Status show_article(const SearchOptions& options, const CommandOutput& output) {
    if (options.format != OutputFormat::text && options.format != OutputFormat::json)
        throw Error(Status::usage, "--show has the formats text and json");
    const OpenIndex index = open_index(options.request.indexes, options.request.generation);
    if (const auto name = split_finding_id(options.argument); name && !has_article(index, options.argument))
        return show_finding(options, *name, output);
    if (options.request.findings)
        throw Error(Status::usage, "--show with --findings takes the id of a finding",
                    "leave out --findings to see the article; its findings: findings-search --findings 'id:ARTICLE'");
    const auto article = find_article(index, options.argument);
    if (!article) {
        output.notes << fmt::format("findings-search: no article has the id, the source or the file name {}\n",
                                    printable(options.argument));
        return Status::no_hits;
    }
    if (options.cite) {
        std::string what = fmt::format("“{}”", article->title.empty() ? article->source : article->title);
        for (const std::string& part : {article->publisher, article->date()})
            if (!part.empty()) what += ", " + part;
        output.out << make_citation(what, index, options.request, output.style.command) << '\n';
        return Status::ok;
    }
    if (options.format == OutputFormat::text) {
        write_article(output.out, *article);
        return Status::ok;
    }
    output.out << dump_json(make_article_json(*article)) << '\n';
    return Status::ok;
}

}  // namespace findings
