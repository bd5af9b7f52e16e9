#include "searcher/commands/run_command.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/options/nearest_name.hpp"
#include "common/options/program_version.hpp"
#include "searcher/answer/count_beside.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/commands/text_lines.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/render/describe_finding.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

// Formats without room for notes leave them to standard error.
class NotesOnTheSide : public HitSink {
  public:
    NotesOnTheSide(std::unique_ptr<HitSink> inner, std::ostream& notes, bool wants_notes)
        : inner_(std::move(inner)), notes_(notes), wants_notes_(wants_notes) {}

    void begin(const SearchResult& result) override {
        for (const std::string& line : result.explanation) notes_ << line << '\n';
        if (wants_notes_)
            for (const std::string& note : result.notes) notes_ << "findings-search: " << note << '\n';
        notes_.flush();
        inner_->begin(result);
    }
    void add(const Hit& hit) override { inner_->add(hit); }
    void end(const SearchResult& result) override { inner_->end(result); }

  private:
    std::unique_ptr<HitSink> inner_;
    std::ostream& notes_;
    bool wants_notes_;
};

// "missing · grade: inadequate: 5 stories from 6 providers"
Status cite(const SearchOptions& options, const CommandOutput& output) {
    SearchContext context(open_index_for(options.request));
    SearchRequest request = options.request;
    // The head alone: how many, of how many providers, by which filters.
    request.snippets = false;
    request.limit = 0;
    request.facets.clear();
    request.phrases.clear();
    KeptAnswer sink;
    const std::size_t total = run_search(request, context, sink);
    const std::string what = fmt::format("{}: {}", describe_question(sink.result), describe_total(sink.result));
    output.out << make_citation(what, context.index, request, output.style.command) << '\n';
    return total > 0 ? Status::ok : Status::no_hits;
}

bool carries_notes(OutputFormat format) {
    return format == OutputFormat::text || format == OutputFormat::json || format == OutputFormat::html;
}

// Throws: Error{io_error} when the file cannot be read.
std::vector<std::string> read_ids(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw Error(Status::io_error, "cannot read " + path, "--ids takes a file with one id a line");
    TextLines lines(file, path);
    std::vector<std::string> ids;
    for (std::string line; lines.next(line);)
        if (!line.empty()) ids.push_back(std::move(line));
    return ids;
}

// Throws: Error{usage} for a column that does not exist.
void check_columns(const std::vector<std::string>& columns) {
    const std::vector<std::string> known = csv_columns();
    for (const std::string& column : columns) {
        if (std::find(known.begin(), known.end(), column) != known.end()) continue;
        const std::string nearest = nearest_name(column, known);
        throw Error(Status::usage, "--columns: there is no column " + column,
                    nearest.empty() ? fmt::format("the columns are {}", fmt::join(known, ", "))
                                    : fmt::format("did you mean {}?", nearest));
    }
}

// --similar with the id of a finding asks for findings, --findings or not.
bool is_like_finding(const SearchRequest& request) {
    if (request.findings || !split_finding_id(request.similar_to)) return false;
    return !has_article(open_index(request.indexes, request.generation), request.similar_to);
}

// Throws: Error{usage} for what only findings have, asked of stories.
void refuse_finding_columns(const SearchOptions& options) {
    const std::vector<std::string> own = csv_finding_columns();
    for (const std::string& column : options.columns)
        if (!options.request.findings && std::find(own.begin(), own.end(), column) != own.end())
            throw Error(Status::usage, fmt::format("--columns: {} is a column of findings", column), "add --findings");
}

Status search(const SearchOptions& options, const CommandOutput& output) {
    check_columns(options.columns);
    refuse_finding_columns(options);
    if (options.cite && options.format == OutputFormat::text) return cite(options, output);
    SearchContext context(open_index_for(options.request));
    RenderStyle style = output.style;
    if (options.cite || options.format == OutputFormat::html)
        style.citation = [&](const SearchResult& result) {
            return make_citation(fmt::format("{}: {}", describe_question(result), describe_total(result)),
                                 context.index, options.request, output.style.command);
        };
    style.columns = options.columns;
    style.bars = options.counts_asked;
    style.timeline = options.command == Command::timeline;
    NotesOnTheSide sink(style.timeline && options.format == OutputFormat::text
                            ? make_timeline_renderer(output.out, style)
                            : make_renderer(options.format, output.out, style),
                        output.notes, !options.quiet && !carries_notes(options.format));
    return run_search_beside(options.request, context, sink) > 0 ? Status::ok : Status::no_hits;
}

Status run_loaded(const SearchOptions& options, const CommandOutput& output) {
    switch (options.command) {
        case Command::help:
            output.out << search_help();
            return Status::ok;
        case Command::version:
            output.out << describe_program_version("findings-search");
            return Status::ok;
        case Command::list_fields:
            return list_fields(options, output);
        case Command::list_values:
            return list_values(options, output);
        case Command::batch:
            return run_batch(options, output);
        case Command::replay:
            return replay_answer(options, output);
        case Command::show:
            return show_article(options, output);
        default:
            return search(options, output);
    }
}

}  // namespace

OpenIndex open_index_for(const SearchRequest& request) {
    return open_index(request.indexes, request.generation,
                      request.findings ? SearchedUnit::findings : SearchedUnit::stories);
}

Status run_command(const SearchOptions& options, const CommandOutput& output) {
    const bool alike = is_like_finding(options.request);
    if (options.ids_file.empty() && !alike) return run_loaded(options, output);
    SearchOptions loaded = options;
    if (alike) {
        loaded.request.findings = true;
        loaded.request.count = CountUnit::findings;
    }
    if (!options.ids_file.empty()) loaded.request.ids = read_ids(options.ids_file);
    return run_loaded(loaded, output);
}

}  // namespace findings
