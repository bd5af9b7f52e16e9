#include <algorithm>
#include <optional>
#include <sstream>

#include <fmt/format.h>

#include "searcher/page/filter_form.hpp"
#include "searcher/page/html_beside.hpp"
#include "searcher/page/html_charts.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/page/html_timeline.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/shown_title.hpp"

namespace findings {
namespace {

// Titles of reports have up to 220 and differ at their beginning.
constexpr std::size_t kTitleColumns = 100;

// Where a finding stands in its article's page.
std::string anchor_of(const Hit& hit) {
    if (!hit.finding) return {};
    const std::optional<FindingName> name = split_finding_id(hit.finding->id);
    return name ? fmt::format("#f{}", name->number) : std::string();
}

class SearchPage : public HitSink {
  public:
    SearchPage(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)), links_(style_.links) {}

    void begin(const SearchResult& result) override {
        const std::string question = describe_question(result);
        begin_page(out_, links_ == nullptr ? question : fmt::format("{}: {}", count_found(result), question), links_);
        out_ << "<h1>" << (links_ == nullptr ? html_text(question) : "Inspection reports and news") << "</h1>\n";
        if (links_ != nullptr) {
            write_query_box(out_, result, *links_);
            out_ << "<p class=\"jump\"><a href=\"#results\">Skip to the results</a></p>\n<div class=\"columns\">\n";
            write_filters(out_, result, *links_);
            out_ << "<section class=\"results\" id=\"results\">\n";
        }
        if (!style_.quiet) write_summary(result);
        if (style_.timeline) {
            std::vector<std::string> providers;
            for (const ResolvedFilter& filter : result.filters)
                if (filter.field == Field::provider && !filter.exclude) providers = filter.slugs;
            timeline_.emplace(providers);
        }
        if (result.table) write_html_heat_map(out_, *result.table, links_);
        for (const TableResult& table : result.further_tables) write_html_heat_map(out_, table, links_);
        if (result.shown > 0) stories_ << fmt::format("<ol class=\"hits\" start=\"{}\">\n", result.offset + 1);
    }

    // The drawing stands above the stories and needs them all; without one they are written as they come.
    void add(const Hit& hit) override {
        if (timeline_) timeline_->add(hit.article);
        write_hit(hit);
        if (!timeline_) flush_stories();
    }

    void end(const SearchResult& result) override {
        if (timeline_) timeline_->write(out_);
        write_html_beside(out_, result.beside, links_);
        if (result.shown > 0) stories_ << "</ol>\n";
        flush_stories();
        if (links_ != nullptr) {
            write_paging(result);
            write_formats(out_, "This answer", true, *links_);
            out_ << "</section>\n</div>\n";
        } else {
            for (const TableResult& chart : result.charts) write_html_grades(out_, chart);
            out_ << "<div class=\"facets\">\n";
            for (const FacetResult& facet : result.facets) write_html_facet(out_, facet);
            out_ << "</div>\n";
        }
        out_ << "<hr>\n";
        if (!style_.command.empty())
            out_ << "<p class=\"about\">This page again: <code>" << html_text(style_.command) << "</code></p>\n";
        out_ << fmt::format(
            "<p class=\"about\">{} in the index. Each number is the number of stories that choosing it finds.</p>\n",
            count_of(result.stories_in_index, "story", "stories"));
        end_page(out_, {result.generation, result.built_at, style_.citation ? style_.citation(result) : std::string()},
                 links_);
    }

  private:
    void write_summary(const SearchResult& result) {
        std::string line = count_found(result);
        if (result.shown > 0 && result.shown < result.total)
            line += fmt::format(", showing {} to {}", group_digits(result.offset + 1),
                                group_digits(result.offset + result.shown));
        out_ << (links_ == nullptr ? "<p>" : "<h2>") << line << (links_ == nullptr ? "</p>\n" : "</h2>\n");
        if (links_ != nullptr) {
            write_view(result);
            write_chips(out_, result, *links_);
        }
        for (const std::string& note : result.notes) out_ << "<p>" << html_text(note) << "</p>\n";
        if (!result.suggestion.empty()) write_suggestion(result.suggestion);
        for (const std::string& line_of_blame : result.blame) out_ << "<p>" << html_text(line_of_blame) << "</p>\n";
    }

    // Stories and findings are two views of one question.
    void write_view(const SearchResult& result) {
        out_ << fmt::format(
            "<p class=\"view\"><a href=\"{}\">{}</a></p>\n",
            html_text(result.findings ? links_->without_option("findings") : links_->with_option("findings", "1")),
            result.findings ? "Show the stories" : "Show the findings: what was praised and faulted");
    }

    void write_suggestion(const std::string& suggestion) {
        std::string text = html_text(suggestion);
        if (links_ != nullptr)
            text = fmt::format("<a href=\"{}\">{}</a>", html_text(links_->with_option("q", suggestion)), text);
        out_ << "<p>Did you mean: " << text << "</p>\n";
    }

    void write_hit(const Hit& hit) {
        const Article& article = hit.article;
        const std::string title = html_text(shown_title(article, kTitleColumns));
        stories_ << "<li><h3>";
        if (links_ != nullptr)
            stories_ << "<a href=\"" << html_text(links_->article(article.id) + anchor_of(hit)) << "\">" << title
                     << "</a>";
        else if (is_web_address(article.url))
            stories_ << "<a href=\"" << html_text(article.url) << "\">" << title << "</a>";
        else
            stories_ << title;
        stories_ << "</h3>\n<p class=\"about\">" << html_text(describe_hit(hit)) << "</p>\n<p>";
        if (hit.finding && !hit.finding->finding.heading.empty())
            stories_ << "<span class=\"about\">" << html_text(hit.finding->finding.heading) << ":</span> ";
        if (hit.finding && hit.snippet.empty()) stories_ << html_text(hit.finding->text);
        for (const SnippetPiece& piece : hit.snippet)
            stories_ << (piece.marked ? "<mark>" + html_text(piece.text) + "</mark>" : html_text(piece.text));
        stories_ << "</p></li>\n";
    }

    void write_paging(const SearchResult& result) {
        const std::size_t step = std::max<std::size_t>(1, style_.page_size);
        const bool before = result.offset > 0;
        const bool after = result.shown > 0 && result.offset + result.shown < result.total;
        if (!before && !after) return;
        out_ << "<nav class=\"paging\" aria-label=\"Pages of results\"><ul>\n";
        const auto write_link = [&](std::size_t offset, std::string_view label, std::string_view relation) {
            out_ << fmt::format("<li><a rel=\"{}\" href=\"{}\">{}</a></li>\n", relation,
                                html_text(links_->with_option("offset", std::to_string(offset))), label);
        };
        if (before) write_link(result.offset > step ? result.offset - step : 0, "Previous page", "prev");
        out_ << fmt::format("<li>Page {} of {}</li>\n", group_digits(result.offset / step + 1),
                            group_digits((result.total + step - 1) / step));
        if (after) write_link(result.offset + step, "Next page", "next");
        out_ << "</ul></nav>\n";
    }

    void flush_stories() {
        out_ << stories_.str();
        stories_.str({});
    }

    std::ostream& out_;
    RenderStyle style_;
    const PageLinks* links_;
    std::ostringstream stories_;
    std::optional<HtmlTimeline> timeline_;
};

}  // namespace

std::unique_ptr<HitSink> make_html_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<SearchPage>(out, std::move(style));
}

}  // namespace findings
