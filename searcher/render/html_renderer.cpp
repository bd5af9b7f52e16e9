#include <optional>
#include <sstream>

#include <embedded/page_style.hpp>
#include <fmt/format.h>

#include "searcher/render/describe_hit.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/html_charts.hpp"
#include "searcher/render/html_text.hpp"
#include "searcher/render/html_timeline.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/shown_title.hpp"

namespace findings {
namespace {

// The policy forbids what the page does not need, should an article ever get markup past the escaping.
constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{}</title>
<style>
{}</style>
</head>
<body>
)";

// Titles of reports have up to 220 and differ at their beginning.
constexpr std::size_t kTitleColumns = 100;

// Only what a browser may follow safely becomes a link: an article may declare `javascript:` as its address.
bool is_web_address(const std::string& url) { return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0; }

class HtmlRenderer : public HitSink {
  public:
    HtmlRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const SearchResult& result) override {
        const std::string title = html_text(describe_question(result));
        out_ << fmt::format(kHead, title, embedded::page_style()) << "<h1>" << title << "</h1>\n";
        if (!style_.quiet) write_summary(result);
        if (style_.timeline) {
            std::vector<std::string> providers;
            for (const ResolvedFilter& filter : result.filters)
                if (filter.field == Field::provider && !filter.exclude) providers = filter.slugs;
            timeline_.emplace(providers);
        }
        if (result.table) write_html_heat_map(out_, *result.table);
        if (result.shown > 0) stories_ << fmt::format("<ol start=\"{}\">\n", result.offset + 1);
    }

    // The drawing stands above the stories and needs them all; without one they are written as they come.
    void add(const Hit& hit) override {
        if (timeline_) timeline_->add(hit.article);
        write_hit(hit);
        if (!timeline_) flush_stories();
    }

    void end(const SearchResult& result) override {
        if (timeline_) timeline_->write(out_);
        if (result.shown > 0) stories_ << "</ol>\n";
        flush_stories();
        for (const TableResult& chart : result.charts) write_html_grades(out_, chart);
        out_ << "<div class=\"facets\">\n";
        for (const FacetResult& facet : result.facets) write_html_facet(out_, facet);
        out_ << "</div>\n<hr>\n";
        if (!style_.command.empty())
            out_ << "<p class=\"about\">This page again: <code>" << html_text(style_.command) << "</code></p>\n";
        out_ << fmt::format(
            "<p class=\"about\">{} in the index of {}, generation {}. Each number is the number of stories that "
            "choosing "
            "it finds.</p>\n</body>\n</html>\n",
            count_of(result.stories_in_index, "story", "stories"), html_text(result.built_at),
            html_text(result.generation));
    }

  private:
    void write_summary(const SearchResult& result) {
        out_ << fmt::format("<p>{} from {}", count_of(result.total, "story", "stories"),
                            count_of(result.providers, "provider", "providers"));
        if (result.shown > 0 && result.shown < result.total)
            out_ << fmt::format(", showing {} to {}", group_digits(result.offset + 1),
                                group_digits(result.offset + result.shown));
        out_ << "</p>\n";
        for (const std::string& note : result.notes) out_ << "<p>" << html_text(note) << "</p>\n";
        if (!result.suggestion.empty()) out_ << "<p>Did you mean: " << html_text(result.suggestion) << "</p>\n";
        for (const std::string& line : result.blame) out_ << "<p>" << html_text(line) << "</p>\n";
    }

    void write_hit(const Hit& hit) {
        const Article& article = hit.article;
        const std::string title = html_text(shown_title(article, kTitleColumns));
        stories_ << "<li><h3>";
        if (is_web_address(article.url))
            stories_ << "<a href=\"" << html_text(article.url) << "\">" << title << "</a>";
        else
            stories_ << title;
        stories_ << "</h3>\n<p class=\"about\">" << html_text(describe_hit(hit)) << "</p>\n<p>";
        for (const SnippetPiece& piece : hit.snippet)
            stories_ << (piece.marked ? "<mark>" + html_text(piece.text) + "</mark>" : html_text(piece.text));
        stories_ << "</p></li>\n";
    }

    void flush_stories() {
        out_ << stories_.str();
        stories_.str({});
    }

    std::ostream& out_;
    RenderStyle style_;
    std::ostringstream stories_;
    std::optional<HtmlTimeline> timeline_;
};

}  // namespace

std::unique_ptr<HitSink> make_html_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<HtmlRenderer>(out, std::move(style));
}

}  // namespace findings
