// The table and the help; what the options mean is in search_options.cpp.
#include <fmt/format.h>

#include "searcher/options/search_options.hpp"

namespace findings {
namespace {

// The commands that take an option, as OptionSpec::commands has them; without them, every command does.
constexpr const char* kFinds = "search, timeline, batch, list-values";
constexpr const char* kRanks = "search, timeline, batch";
constexpr const char* kPrints = "search, timeline";
constexpr const char* kFindings = "search, batch, list-values";

void add_filters(std::vector<OptionSpec>& table) {
    const std::string only = "Filters (short name or label, any case; repeat for OR; `none`: without a value)";
    for (const Field facet : kFacets) {
        const FieldRow& row = field_row(facet);
        table.push_back({std::string(row.name), "VALUE", std::string(row.help), only, true, kFinds});
    }
    for (const Field field : {Field::was, Field::change}) {
        const FieldRow& row = field_row(field);
        table.push_back({std::string(row.name), "VALUE", std::string(row.help), only, true, kFinds});
    }
    table.push_back({"worst", "GRADE", "that grade or a worse one of its scale", only, false, kFinds});
    table.push_back({"all-themes", "", "stories that have every --theme, not any", only, false, kFinds});
    table.push_back({"latest", "", "only each provider's newest full inspection", only, false, kFinds});
    table.push_back({"at", "DATE", "with --latest: newest as of that day (today)", only, false, kFinds});
    table.push_back(
        {"since", "DATE", "2024, 2024-03, 2024-03-05, 5 March 2024 or 05/03/2024 and later", only, false, kFinds});
    table.push_back({"until", "DATE", "that day, month or year and earlier", only, false, kFinds});
    table.push_back(
        {"by", "DAY", "dates go by inspected or published (published; records: inspected)", only, false, kFinds});
    table.push_back({"not-since", "DATE", "bodies without a full inspection from that day on", only, false, kFinds});
    table.push_back(
        {"include-records", "", "rows of registers too (--kind record: nothing else)", only, false, kFinds});
    table.push_back({"include-inferred", "", "count inferred grades too", only, false, kFinds});
    table.push_back({"ids", "FILE", "only stories whose id is a line of FILE", only, false, kFinds});
    const std::string of_findings = "Findings";
    table.push_back({"findings", "", "answer in findings instead of stories", of_findings, false,
                     "search, batch, list-values, show"});
    for (const Field field : {Field::form, Field::direction, Field::addressee})
        table.push_back({std::string(field_row(field).name), "VALUE", std::string(field_row(field).help), of_findings,
                         true, kFindings});
    for (const Field field : {Field::form, Field::direction})
        table.push_back({fmt::format("not-{}", field_row(field).name), "VALUE",
                         fmt::format("leave out this {}", field_row(field).name), of_findings, true, kFindings});
    table.push_back({"repeated", "", "only findings that earlier inspections of the same body made too", of_findings,
                     false, kFindings});
    table.push_back(
        {"include-news", "", "findings of news stories too (--kind news implies it)", of_findings, false, kFindings});
    const std::string without = "Exclusions (stories without a value stay)";
    for (const Field facet : kFacets) {
        const FieldRow& row = field_row(facet);
        table.push_back({fmt::format("not-{}", row.name), "VALUE", fmt::format("leave out this {}", row.name), without,
                         true, kFinds});
    }
}

std::vector<OptionSpec> make_table() {
    std::vector<OptionSpec> table{
        {"index", "DIR", "index root; several are searched as one", "Index", true},
        {"generation", "ID", "a kept generation instead of the live one", "Index"},
        {"config", "FILE", "configuration file, `key = value` lines", "Index"},
        {"match", "all|any", "stories with all the words, or with any", "Query", false, kFinds},
        {"plain", "", "QUERY is words only: no operators, fields or quotes", "Query", false, kFinds},
        {"include-dropped", "", "search menus, adverts and other boilerplate too", "Query", false, kFinds},
        {"explain", "", "say how the query was understood", "Query", false, kPrints},
    };
    add_filters(table);
    const std::vector<OptionSpec> rest{
        {"sort", "ORDER", "relevance, newest, oldest, grade (worst first) or provider", "Answer", false, kRanks},
        {"limit", "N|all", "stories printed (text, html, json: 10; other formats: all)", "Answer", false, kRanks},
        {"offset", "N", "stories skipped first", "Answer", false, kRanks},
        {"sample", "N", "N stories drawn at random", "Answer", false, kRanks},
        {"seed", "S", "which ones --sample draws: the same for the same index and seed (0)", "Answer", false, kRanks},
        {"facets", "LIST|all|none", "facets counted (grade,region,provider,weakness)", "Answer", false, kPrints},
        {"facet-limit", "N", "values printed of each facet (10)", "Answer", false, kPrints},
        {"table", "F,G", "counts by two facets", "Answer", false, kPrints},
        {"count", "UNIT", "counted in stories, inspections, providers or findings (stories; of findings: findings)",
         "Answer", false, kPrints},
        {"share", "", "each cell of a table as a share of its row, too", "Answer", false, kPrints},
        {"rate", "FIELD:VALUE|...", "how many of the bodies with a known value have these, by the rows of --table",
         "Answer", false, kPrints},
        {"format", "FORMAT", "text, json, jsonl, csv, html, trec or paths0", "Answer"},
        {"beside", "LIST", "one provider's grades beside those of its region, nation, neighbours", "Answer", false,
         kPrints},
        {"columns", "LIST", "columns of csv, in that order (all)", "Answer", false, kPrints},
        {"cite", "", "a line to cite: what, how many, generation, its hash, the command", "Answer", false,
         "search, timeline, show"},
        {"color", "WHEN", "auto, always or never", "Answer"},
        {"no-pager", "", "never start a pager", "Answer"},
        {"quiet", "", "print the answer and errors, nothing else", "Answer"},
        {"show", "ID", "one whole article with its evidence, or one finding", "Instead of a search"},
        {"similar", "ID", "stories like this one, or findings like this finding", "Instead of a search"},
        {"timeline", "PROVIDER", "a provider's history, oldest first", "Instead of a search"},
        {"replay", "FILE", "ask a saved JSON answer's question again; what has changed", "Instead of a search"},
        {"batch", "FILE", "run a file of `id<TAB>query` lines, printed as trec", "Instead of a search"},
        {"list-fields", "", "the fields of the query language", "Instead of a search"},
        {"list-values", "FACET", "a facet's values with counts", "Instead of a search"},
        {"help", "", "this text", "Instead of a search"},
        {"version", "", "the version", "Instead of a search"},
    };
    table.insert(table.end(), rest.begin(), rest.end());
    return table;
}

}  // namespace

const std::vector<OptionSpec>& search_option_table() {
    static const std::vector<OptionSpec> table = make_table();
    return table;
}

std::string search_help() {
    return "Usage: findings-search [OPTIONS] [QUERY...]\n"
           "Search inspection reports. Without QUERY: everything the filters allow, newest first.\n\n" +
           format_options(search_option_table()) +
           "\nExamples:\n"
           "  findings-search children missing\n"
           "  findings-search --grade inadequate --region south-east --since 2024\n"
           "  findings-search '\"not effective\" OR safeguard*' --format csv >hits.csv\n"
           "  findings-search --weakness staffing --format html >page.html\n"
           "  findings-search --provider torbay --was good --change declined\n"
           "\nExit status: 0 stories found, 1 none found, 2 usage or query error, 69 no usable index,\n"
           "70 a bug, 74 input or output failed, 78 bad configuration.\n";
}

}  // namespace findings
