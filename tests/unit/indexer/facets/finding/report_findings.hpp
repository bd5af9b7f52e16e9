#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/finding/find_findings.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

/// A report of the tests: each line is a block. "# " opens a heading, "* " an item of a list, "| " a row of a table
/// whose cells stand between " | "; "=== " begins a page.
inline findings::CleanArticle make_report(std::initializer_list<std::string_view> lines) {
    findings::CleanArticle report;
    report.source = "report.pdf";
    report.type = findings::ContentType::pdf;
    report.title = "Inspection of Anyshire County Council";
    int page = 1;
    for (std::string_view line : lines) {
        if (line == "===") {
            ++page;
            continue;
        }
        auto role = findings::BlockRole::paragraph;
        if (line.starts_with("# ")) role = findings::BlockRole::heading;
        if (line.starts_with("* ")) role = findings::BlockRole::list_item;
        if (line.starts_with("| ")) role = findings::BlockRole::table_row;
        std::string text(role == findings::BlockRole::paragraph ? line : line.substr(2));
        for (std::size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | "))
            text.replace(at, 3, "\t");
        if (!report.body.empty()) report.body += "\n\n";
        const std::size_t begin = report.body.size();
        report.body += text;
        report.blocks.push_back({role, page, {begin, report.body.size()}});
        std::size_t start = begin;
        for (std::size_t at = begin; at < report.body.size(); ++at)
            if (at + 1 == report.body.size() || (report.body[at] == '.' && report.body[at + 1] == ' ')) {
                report.sentences.push_back({start, at + 1});
                start = at + 2;
            }
    }
    return report;
}

/// The findings of a report on one body.
inline std::vector<findings::Finding> findings_of(const findings::CleanArticle& report,
                                                  std::string regulator = "ofsted",
                                                  std::string type = "council-services") {
    const findings::Reading reading = findings::read_article(report);
    findings::FacetContext context{report, std::move(regulator), "report", {}, {}, {}, {}, {}};
    context.providers.push_back({.slug = "anyshire",
                                 .label = "Anyshire",
                                 .type = std::move(type),
                                 .group = {},
                                 .evidence = {},
                                 .mentions = {}});
    context.reading = &reading;
    return findings::find_findings(context);
}

inline std::string text_of(const findings::CleanArticle& report, const findings::Finding& finding) {
    std::string text;
    for (const auto& [begin, end] : finding.pieces)
        text.append(text.empty() ? "" : " ").append(report.text_of({begin, end}));
    return text;
}

/// Texts of the findings of lists.
inline std::vector<std::string> listed_texts(const findings::CleanArticle& report, std::string regulator = "ofsted",
                                             std::string type = "council-services") {
    std::vector<std::string> texts;
    for (const findings::Finding& finding : findings_of(report, std::move(regulator), std::move(type)))
        if (finding.form != findings::FindingForm::sentence) texts.push_back(text_of(report, finding));
    return texts;
}
