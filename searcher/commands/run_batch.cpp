#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "searcher/answer/run_search.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/commands/text_lines.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/query/resolve_values.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

struct BatchLine {
    std::string id;
    std::string query;
};

// Throws: Error{usage} for a line of another shape.
BatchLine parse_batch_line(const std::string& line) {
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string::npos) throw Error(Status::usage, "expected id, a tab and a query");
    std::string query = line.substr(tab + 1);
    if (query.find_first_not_of(" \t") == std::string::npos) throw Error(Status::usage, "the query is empty");
    return {line.substr(0, tab), std::move(query)};
}

}  // namespace

Status run_batch(const SearchOptions& options, const CommandOutput& output) {
    std::ifstream file(options.argument);
    const bool from_stdin = options.argument == "-";
    if (!from_stdin && !file) throw Error(Status::io_error, fmt::format("cannot read {}", options.argument));
    TextLines lines(from_stdin ? std::cin : file, options.argument);
    SearchContext context(open_index_for(options.request));
    resolve_filters(options.request.filters, context.vocabulary);  // an error here is one of all lines
    std::size_t number = 0;
    std::size_t found = 0;
    bool failed = false;
    for (std::string line; lines.next(line);) {
        ++number;
        if (line.empty()) continue;
        try {
            const BatchLine asked = parse_batch_line(line);
            SearchRequest request = options.request;
            request.text = asked.query;
            RenderStyle style = output.style;
            style.query_id = asked.id;
            found += run_search(request, context, *make_trec_renderer(output.out, style));
        } catch (const Error& error) {
            if (error.status() != Status::usage) throw;
            failed = true;
            output.notes << fmt::format("findings-search: {}:{}: {}\n", printable(options.argument), number,
                                        error.what());
        }
    }
    if (failed) return Status::usage;
    return found > 0 ? Status::ok : Status::no_hits;
}

}  // namespace findings
