// "/about" for people, "/health" for whoever watches the machine.
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"
#include "common/base/json_text.hpp"
#include "common/index/generation.hpp"
#include "searcher/index/withdrawn.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/site/answers.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

Json read_metadata(const OpenGeneration& generation, std::string_view key) {
    const Json json = Json::parse(generation.database.get_metadata(std::string(key)), nullptr, false);
    return json.is_object() ? json : Json::object();
}

Json describe_generation(const OpenGeneration& generation) {
    return {{"generation", generation.name},
            {"built_at", generation.built_at},
            {"counts", read_metadata(generation, metadata::kCounts)},
            {"coverage", read_metadata(generation, metadata::kCoverage)}};
}

// A number a line.
std::string write_numbers(const Json& described) {
    std::string text = "generation,built_at,about,name,count\r\n";
    for (const Json& each : described)
        for (const char* about : {"counts", "coverage"})
            for (const auto& [name, value] : each[about].items())
                if (value.is_number())
                    text += fmt::format("{},{},{},{},{}\r\n", make_csv_cell(each.value("generation", "")),
                                        make_csv_cell(each.value("built_at", "")), about, make_csv_cell(name),
                                        value.get<std::size_t>());
    return text;
}

void write_coverage(std::ostream& out, const Json& described) {
    const Json& coverage = described["coverage"];
    const std::size_t stories = described["counts"].value("stories", std::size_t{0});
    if (!coverage.is_object()) return;
    out << "<table>\n<caption>How many stories have a value</caption>\n<thead><tr><th scope=\"col\">Facet</th><th "
           "scope=\"col\" class=\"count\">stories</th><th scope=\"col\" class=\"count\">of</th></tr></thead>\n";
    for (const auto& [name, value] : coverage.items()) {
        const FieldRow* row = find_field(name);
        if (row == nullptr || !value.is_number()) continue;
        out << fmt::format("<tr><th scope=\"row\">{}</th><td class=\"count\">{}</td><td class=\"count\">{}</td></tr>\n",
                           row->label, group_digits(value.get<std::size_t>()), group_digits(stories));
    }
    out << "</table>\n";
}

void write_counts(std::ostream& out, const Json& described) {
    out << "<dl class=\"facts\">\n";
    const auto line = [&](std::string_view name, const std::string& value) {
        out << fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html_text(value));
    };
    line("Generation", described.value("generation", ""));
    line("Built", described.value("built_at", ""));
    if (described["counts"].is_object())
        for (const auto& [name, value] : described["counts"].items())
            if (value.is_number()) line(name, group_digits(value.get<std::size_t>()));
    out << "</dl>\n";
}

constexpr std::string_view kWhatItIs =
    "<p>This is a search of inspection reports and of news about them. Each value is shown with the sentence it was "
    "read "
    "from. Values are read by a program: check them in the report before you rely on them.</p>\n<p>Values that say "
    "“computed” (a change of grade, a repeated point, a link between two names) were worked out by the program and are "
    "printed nowhere.</p>\n";

}  // namespace

HttpAnswer answer_about(const Asked& asked) {
    GenerationPool::Loan context = asked.pool.borrow();
    const AddressLinks links(asked.address, asked.settings);
    HttpAnswer answer;
    answer.etag = make_etag(*context, asked.target);
    Json described = Json::array();
    for (const OpenGeneration& generation : context->index.generations)
        described.push_back(describe_generation(generation));
    if (asked.address.format == "atom") throw Refusal{404, "this page has no feed", "its numbers are at /about.json"};
    if (asked.address.format == "csv") {
        answer.type = "text/csv; charset=utf-8";
        answer.body = write_numbers(described);
        return answer;
    }
    if (asked.address.format == "json") {
        answer.type = "application/json";
        answer.body = dump_json({{"version", FINDINGS_VERSION},
                                 {"source", asked.settings.source_url},
                                 {"contact", asked.settings.contact},
                                 {"attribution", kAttribution},
                                 {"indexes", described}}) +
                      '\n';
        return answer;
    }
    std::ostringstream out;
    begin_page(out, "About", &links);
    out << "<h1>About</h1>\n" << kWhatItIs << "<h2>The index</h2>\n";
    for (const Json& each : described) {
        write_counts(out, each);
        write_coverage(out, each);
    }
    out << "<h2>Mistakes and requests</h2>\n";
    if (asked.settings.contact.empty())
        out << "<p>Ask whoever runs this reading room; no address is set.</p>\n";
    else
        out << fmt::format("<p>Report a mistake, or ask for an article to be withdrawn: <a href=\"{0}\">{0}</a></p>\n",
                           html_text(asked.settings.contact));
    out << "<h2>Licences</h2>\n"
        << fmt::format(
               "<p>{} News stories belong to their publishers.</p>\n<p>The program, Findings {}, is free software "
               "under "
               "the GNU Affero General Public License, version 3 or later.</p>\n",
               kAttribution, FINDINGS_VERSION);
    if (!asked.settings.source_url.empty())
        out << fmt::format("<p>The source of this build: <a href=\"{0}\">{0}</a></p>\n",
                           html_text(asked.settings.source_url));
    end_page(out, {context->index.name(), context->index.built_at(), ""}, &links);
    answer.body = std::move(out).str();
    return answer;
}

HttpAnswer answer_health(const Asked& asked) {
    if (asked.address.format == "csv" || asked.address.format == "atom")
        throw Refusal{404, "whether all is well is said as JSON alone", "it is at /health"};
    HttpAnswer answer;
    answer.type = "application/json";
    Json health = {{"status", "ok"}};
    try {
        GenerationPool::Loan context = asked.pool.borrow();
        health["generation"] = context->index.name();
        health["built_at"] = context->index.built_at();
        health["stories"] = context->index.database.get_doccount() - count_withdrawn(context->index);
        answer.etag = make_etag(*context, asked.target);
    } catch (const Error& error) {
        answer.status = 503;
        health = {{"status", "unavailable"}, {"reason", error.what()}, {"hint", error.hint()}};
    }
    answer.body = dump_json(health) + '\n';
    return answer;
}

}  // namespace findings
