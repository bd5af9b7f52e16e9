#include "searcher/options/refuse_combinations.hpp"

#include <fmt/format.h>

#include "common/base/error.hpp"

namespace findings {
namespace {

// What chooses findings means nothing to stories; a history is of stories.
void refuse_finding_options(const SearchRequest& request) {
    if (request.findings || !request.similar_to.empty()) return;
    for (const FieldFilter& filter : request.filters)
        if (is_finding_field(filter.field))
            throw Error(
                Status::usage,
                fmt::format("--{}{} chooses findings", filter.exclude ? "not-" : "", field_row(filter.field).name),
                "add --findings");
    if (request.include_news)
        throw Error(Status::usage, "--include-news searches the findings of news too", "add --findings");
}

// A table of CSV has no column for it.
void refuse_citation(const SearchRequest& request, OutputFormat format) {
    if (format == OutputFormat::trec || format == OutputFormat::paths0 ||
        (format == OutputFormat::csv && (request.table || request.rate)))
        throw Error(Status::usage, "--cite has no place in this format", "leave out --format, or take json or html");
}

void refuse_beside(const SearchRequest& request, OutputFormat format) {
    if (format != OutputFormat::text && format != OutputFormat::json && format != OutputFormat::html &&
        format != OutputFormat::csv)
        throw Error(Status::usage, "--beside has the formats text, json, csv and html");
    if (request.findings) throw Error(Status::usage, "--beside compares the grades of stories", "leave out --findings");
}

}  // namespace

void refuse_combinations(const SearchRequest& request, OutputFormat format, bool asks_stories, bool cite) {
    if (asks_stories) refuse_finding_options(request);
    if (cite) refuse_citation(request, format);
    if (!request.beside.empty()) refuse_beside(request, format);
}

}  // namespace findings
