#include "searcher/page/article_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/page/marked_text.hpp"
#include "searcher/render/describe_finding.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/name_page.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/shown_title.hpp"

namespace findings {
namespace {

constexpr std::size_t kTitleColumns = 100;
constexpr std::size_t kWholeTitle = 1000;

bool stands_in_text(const Evidence& evidence) {
    return evidence.where == Where::body || evidence.where == Where::table;
}

std::string describe_place(const Article& article, const Evidence& evidence) {
    switch (evidence.where) {
        case Where::declared:
            return "declared";
        case Where::title:
            return "title";
        case Where::path:
            return "path of the file";
        case Where::metadata:
            return "page metadata";
        default:
            return evidence.page > 0 ? name_page(evidence.page, article.ocr_confidence(evidence)) : std::string("text");
    }
}

/// Writes one article's page, part by part.
class ArticleWriter {
  public:
    ArticleWriter(std::ostream& out, const ArticlePage& page, const PageLinks& links)
        : out_(out), page_(page), article_(page.article), links_(links) {}

    void write() {
        const std::string title = shown_title(article_, kWholeTitle);
        begin_page(out_, title, &links_);
        out_ << "<article>\n<h1>" << html_text(title) << "</h1>\n";
        write_facts();
        write_awards();
        write_values();
        write_findings();
        if (page_.shows_text) {
            out_ << "<h2 id=\"text\">Text</h2>\n";
            write_marked_text(out_, article_, marks());
        } else {
            out_ << "<p>The text is its publisher's and is not shown here.</p>\n";
        }
        out_ << "</article>\n";
        write_copies();
        write_similar();
        out_ << fmt::format("<p class=\"formats\">This article as <a href=\"{}\">JSON</a></p>\n",
                            html_text(links_.as_format("json")));
        end_page(out_, page_.origin, &links_);
    }

  private:
    void fact(std::string_view name, const std::string& markup) {
        if (!markup.empty()) out_ << fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, markup);
    }

    void write_facts() {
        out_ << "<dl class=\"facts\">\n";
        std::string providers;
        for (const std::string& slug : article_.slugs(Field::provider))
            providers += fmt::format("{}<a href=\"{}\">{}</a>", providers.empty() ? "" : ", ",
                                     html_text(links_.provider(slug)), html_text(name_provider(article_, slug)));
        fact("Provider", providers);
        fact("Published", html_text(article_.published));
        fact("Inspected", html_text(article_.inspected));
        fact("Publisher", html_text(article_.publisher));
        if (is_web_address(article_.url))
            fact("Where it was published",
                 fmt::format("<a href=\"{0}\" rel=\"noreferrer\">{0}</a>", html_text(article_.url)));
        if (!page_.original.empty())
            fact("Original",
                 fmt::format("<a href=\"{}\">{}</a>", html_text(page_.original), html_text(article_.source)));
        else
            fact("Source", html_text(article_.source));
        fact("Id", "<code>" + html_text(article_.id) + "</code>");
        out_ << "</dl>\n";
    }

    void write_awards() {
        if (article_.awards.empty()) return;
        out_ << "<h2>Grades</h2>\n<ul>\n";
        for (const Award& award : article_.awards) {
            std::string line = name_provider(article_, award.provider) + ": ";
            line += award.grade.empty() ? std::string("no overall grade") : grade_label(award.grade);
            if (!award.previous.empty()) line += fmt::format(", was {}", grade_label(award.previous));
            if (!award.change.empty()) line += fmt::format(" ({}, computed)", award.change);
            if (award.inferred) line += ", inferred";
            out_ << "<li>" << html_text(line);
            for (std::size_t i = 0; i < award.judgements.size(); ++i)
                out_ << (i == 0 ? "<br>" : " · ")
                     << html_text(fmt::format("{}: {}", label_of(Field::judgement, award.judgements[i].area),
                                              grade_label(award.judgements[i].grade)));
            out_ << "</li>\n";
        }
        out_ << "</ul>\n";
    }

    // What the grade rests on first: that is what is looked up here.
    [[nodiscard]] std::vector<const FacetValue*> ordered_values() const {
        std::vector<const FacetValue*> values;
        for (const FacetValue& value : article_.values) values.push_back(&value);
        std::stable_partition(values.begin(), values.end(),
                              [](const FacetValue* value) { return value->facet() == Field::grade; });
        return values;
    }

    void write_values() {
        if (article_.values.empty()) return;
        out_ << "<h2>What was read, and where</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                "aria-label=\"What was read, and where\">\n<table class=\"values-read\">\n<thead><tr><th "
                "scope=\"col\">Value</th><th "
                "scope=\"col\">Sentence</th><th scope=\"col\">Place</th></tr></thead>\n";
        std::size_t number = 0;
        for (const FacetValue* value : ordered_values()) write_value(*value, ++number);
        out_ << "</table>\n</div>\n";
        if (!links_.contact().empty())
            out_ << fmt::format("<p><a href=\"{}\">Report a mistake in these values</a></p>\n",
                                html_text(mistake_address("the values")));
    }

    void write_value(const FacetValue& value, std::size_t number) {
        const Evidence& evidence = value.evidence();
        std::string place = html_text(describe_place(article_, evidence));
        if (page_.shows_text && stands_in_text(evidence) && evidence.end > evidence.begin)
            place = fmt::format("<a href=\"#e{}\">{}<span class=\"hidden\"> of {}: {}</span></a>", number, place,
                                field_row(value.facet()).label, html_text(value.label()));
        std::string role;
        if (!evidence.role.empty() && evidence.role != field_row(value.facet()).name)
            role = fmt::format(" <span class=\"about\">({})</span>", html_text(evidence.role));
        out_ << fmt::format("<tr><th scope=\"row\">{}: {}{}</th><td>{}</td><td>{}", field_row(value.facet()).label,
                            html_text(value.label()), role, html_text(evidence.quote), place);
        if (!links_.contact().empty())
            out_ << fmt::format(
                " <a class=\"mistake\" href=\"{}\">report a mistake<span class=\"hidden\"> in {}: {}</span></a>",
                html_text(mistake_address(fmt::format("{}: {}", field_row(value.facet()).label, value.label()))),
                field_row(value.facet()).label, html_text(value.label()));
        out_ << "</td></tr>\n";
    }

    // A mail says what it is about; an address of the web is left as it is.
    [[nodiscard]] std::string mistake_address(const std::string& what) const {
        std::string address = links_.contact();
        if (!address.starts_with("mailto:") || address.find('?') != std::string::npos) return address;
        return address + "?subject=" + encode_mail("Mistake in " + article_.id + ", " + what);
    }

    static std::string encode_mail(const std::string& text) {
        std::string encoded;
        for (const char c : text) {
            const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<signed char>(c) > 0;
            encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
        return encoded;
    }

    void write_findings() {
        if (article_.findings.empty()) return;
        out_ << fmt::format("<h2>Findings</h2>\n<p>{}</p>\n<ol class=\"findings\">\n",
                            count_of(article_.findings.size(), "finding", "findings"));
        for (std::size_t i = 0; i < article_.findings.size(); ++i) write_finding(article_.findings[i], i + 1);
        out_ << "</ol>\n";
    }

    void write_finding(const Finding& finding, std::size_t number) {
        out_ << "<li>";
        if (!finding.heading.empty()) out_ << "<span class=\"about\">" << html_text(finding.heading) << "</span><br>";
        out_ << html_text(finding_text(finding, article_.text));
        std::string facts = fmt::format("{}, {}", describe_form(finding.form), describe_direction(finding.direction));
        for (const std::string& theme : finding.themes) facts += ", " + label_of(Field::theme, theme);
        if (!finding.addressee.empty()) facts += ", for " + finding.addressee;
        if (!finding.due.empty()) facts += ", " + finding.due;
        for (const RepeatedFinding& repeat : finding.repeats)
            facts += repeat.computed ? ", similar point earlier (computed)" : ", repeated from an earlier inspection";
        out_ << "<br><span class=\"about\">" << html_text(facts) << "</span>";
        if (page_.shows_text)
            out_ << fmt::format(" <a href=\"#f{0}\">{1}<span class=\"hidden\"> of finding {0}</span></a>", number,
                                finding.page > 0 ? fmt::format("page {}", finding.page) : std::string("in the text"));
        out_ << "</li>\n";
    }

    [[nodiscard]] std::vector<TextMark> marks() const {
        std::vector<TextMark> marks;
        std::size_t number = 0;
        for (const FacetValue* value : ordered_values()) {
            ++number;
            const Evidence& evidence = value->evidence();
            if (stands_in_text(evidence))
                marks.push_back({evidence.begin, evidence.end, fmt::format("e{}", number),
                                 fmt::format("{}: {}", field_row(value->facet()).label, value->label())});
        }
        for (std::size_t i = 0; i < article_.findings.size(); ++i)
            for (std::size_t piece = 0; piece < article_.findings[i].pieces.size(); ++piece) {
                const auto& [begin, end] = article_.findings[i].pieces[piece];
                marks.push_back({begin, end,
                                 piece == 0 ? fmt::format("f{}", i + 1) : fmt::format("f{}-{}", i + 1, piece + 1),
                                 fmt::format("finding {}", i + 1)});
            }
        return marks;
    }

    void write_copies() {
        if (article_.copies.empty()) return;
        out_ << "<h2>Copies</h2>\n<ul>\n";
        for (const Copy& copy : article_.copies) {
            const std::string title = html_text(copy.title.empty() ? copy.source : copy.title);
            out_ << "<li>"
                 << (is_web_address(copy.url)
                         ? fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html_text(copy.url), title)
                         : title)
                 << html_text(fmt::format("{}{} · {}", copy.publisher.empty() ? "" : " · " + copy.publisher,
                                          copy.published.empty() ? "" : " · " + copy.published, copy.source))
                 << "</li>\n";
        }
        out_ << "</ul>\n";
    }

    void write_similar() {
        if (page_.similar.empty()) return;
        out_ << "<h2>Similar stories</h2>\n<ul>\n";
        for (const Hit& hit : page_.similar)
            out_ << fmt::format("<li><a href=\"{}\">{}</a> <span class=\"about\">{}</span></li>\n",
                                html_text(links_.article(hit.article.id)),
                                html_text(shown_title(hit.article, kTitleColumns)), html_text(hit.article.date()));
        out_ << "</ul>\n";
    }

    std::ostream& out_;
    const ArticlePage& page_;
    const Article& article_;
    const PageLinks& links_;
};

}  // namespace

void write_article_page(std::ostream& out, const ArticlePage& page, const PageLinks& links) {
    ArticleWriter(out, page, links).write();
}

}  // namespace findings
