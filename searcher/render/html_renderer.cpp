#include <fmt/format.h>

#include "searcher/render/describe_hit.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{}</title>
<style>
body {{ font: 1rem/1.5 sans-serif; max-width: 48rem; margin: 1rem auto; padding: 0 1rem; }}
li {{ margin-bottom: 1rem; }} h2 {{ font-size: 1rem; margin: 0; }} p {{ margin: 0; }}
td, th {{ padding-right: 1rem; text-align: left; }} td.count {{ text-align: right; }} .about {{ color: #555; }}
</style>
</head>
<body>
)";

std::string escape(std::string_view text) { return escape_html(printable(text)); }

// Only what a browser may follow safely becomes a link: an article may declare `javascript:` as its address.
bool is_web_address(const std::string& url) { return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0; }

class HtmlRenderer : public HitSink {
  public:
    HtmlRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const SearchResult& result) override {
        const std::string query = result.query_text.empty() ? "Stories" : escape(result.query_text);
        out_ << fmt::format(kHead, query) << "<h1>" << query << "</h1>\n";
        if (!style_.quiet) {
            out_ << fmt::format("<p>{} from {}</p>\n", count_of(result.total, "story", "stories"),
                                count_of(result.providers, "provider", "providers"));
            for (const std::string& note : result.notes) out_ << "<p>" << escape(note) << "</p>\n";
            if (!result.suggestion.empty()) out_ << "<p>Did you mean: " << escape(result.suggestion) << "</p>\n";
        }
        out_ << fmt::format("<ol start=\"{}\">\n", result.offset + 1);
    }

    void add(const Hit& hit) override {
        const Article& article = hit.article;
        const std::string title = article.title.empty() ? "(no title)" : escape(article.title);
        out_ << "<li><h2>";
        if (is_web_address(article.url))
            out_ << "<a href=\"" << escape(article.url) << "\">" << title << "</a>";
        else
            out_ << title;
        out_ << "</h2>\n<p class=\"about\">" << escape_html(describe_hit(article)) << "</p>\n<p>";
        for (const SnippetPiece& piece : hit.snippet)
            out_ << (piece.marked ? "<mark>" + escape(piece.text) + "</mark>" : escape(piece.text));
        out_ << "</p></li>\n";
    }

    void end(const SearchResult& result) override {
        out_ << "</ol>\n";
        if (result.table) write_table(*result.table);
        for (const FacetResult& facet : result.facets) write_facet(facet);
        out_ << fmt::format("<p class=\"about\">Index of {}, generation {}</p>\n</body>\n</html>\n",
                            escape(result.built_at), escape(result.generation));
    }

  private:
    void write_facet(const FacetResult& facet) {
        if (facet.values.empty() && facet.none == 0) return;
        out_ << fmt::format("<table><caption>{} (known: {} of {})</caption>\n", field_row(facet.facet).label,
                            group_digits(facet.known), group_digits(facet.known + facet.none));
        for (const FacetCount& value : facet.values) {
            const std::string label = escape(value.label);
            out_ << fmt::format("<tr><td>{}</td><td class=\"count\">{}</td></tr>\n",
                                value.selected ? "<strong>" + label + "</strong>" : label, group_digits(value.count));
        }
        if (facet.none > 0)
            out_ << fmt::format("<tr><td>(none)</td><td class=\"count\">{}</td></tr>\n", group_digits(facet.none));
        out_ << "</table>\n";
        if (facet.total_values > facet.values.size())
            out_ << fmt::format("<p class=\"about\">showing {} of {}</p>\n", facet.values.size(), facet.total_values);
    }

    void write_table(const TableResult& table) {
        out_ << fmt::format("<table>\n<tr><th>{}</th><th>stories</th>", field_row(table.row_facet).label);
        for (const FacetCount& column : table.columns) out_ << "<th>" << escape(column.label) << "</th>";
        out_ << "</tr>\n";
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            out_ << fmt::format("<tr><th>{}</th><td class=\"count\">{}</td>", escape(table.rows[i].label),
                                group_digits(table.rows[i].count));
            for (const std::size_t cell : table.cells[i])
                out_ << fmt::format("<td class=\"count\">{}</td>", group_digits(cell));
            out_ << "</tr>\n";
        }
        out_ << "</table>\n";
    }

    std::ostream& out_;
    RenderStyle style_;
};

}  // namespace

std::unique_ptr<HitSink> make_html_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<HtmlRenderer>(out, std::move(style));
}

}  // namespace findings
