#include "searcher/page/provider_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searcher/page/html_beside.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/page/html_timeline.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/shown_title.hpp"

namespace findings {
namespace {

constexpr std::size_t kTitleColumns = 100;
constexpr std::size_t kMostFindings = 30;

void write_facts(std::ostream& out, const ProviderPage& page, const PageLinks& links) {
    out << "<dl class=\"facts\">\n";
    for (const FacetResult& facet : page.result.facets) {
        const bool told = facet.facet == Field::type || facet.facet == Field::region ||
                          facet.facet == Field::authority || facet.facet == Field::group;
        if (!told || facet.values.empty()) continue;
        out << fmt::format("<dt>{}</dt><dd>", field_row(facet.facet).label);
        for (std::size_t i = 0; i < facet.values.size(); ++i)
            out << (i == 0 ? "" : ", ")
                << fmt::format("<a href=\"{}\">{}</a>", html_text(links.stories({{facet.facet, facet.values[i].slug}})),
                               html_text(facet.values[i].label));
        out << "</dd>\n";
    }
    out << fmt::format("<dt>Stories</dt><dd><a href=\"{}\">{}</a></dd>\n</dl>\n",
                       html_text(links.stories({{Field::provider, page.slug}})),
                       count_of(page.result.total, "story", "stories"));
}

void write_findings(std::ostream& out, const Article& article, bool repeated, const PageLinks& links) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < article.findings.size() && written < kMostFindings; ++i) {
        const Finding& finding = article.findings[i];
        if (repeated && finding.repeats.empty()) continue;
        if (!repeated && finding.form == FindingForm::sentence) continue;
        if (written++ == 0) out << "<ul>\n";
        std::string heading = finding.heading.empty() ? "" : finding.heading + ": ";
        std::string tail;
        for (const RepeatedFinding& repeat : finding.repeats)
            tail = repeat.computed ? " (similar point at an earlier inspection, computed)"
                                   : " (repeated from an earlier inspection)";
        out << fmt::format("<li><span class=\"about\">{}</span>{}{} <a href=\"{}#f{}\">{}</a></li>\n",
                           html_text(heading), html_text(finding_text(finding, article.text)), html_text(tail),
                           html_text(links.article(article.id)), i + 1,
                           finding.page > 0 ? fmt::format("page {}", finding.page) : std::string("in the text"));
    }
    if (written > 0) out << "</ul>\n";
}

// The newest story with findings: what was said last.
const Article* newest_with_findings(const std::vector<Hit>& hits, bool repeated) {
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        const auto fits = [&](const Finding& finding) {
            return repeated ? !finding.repeats.empty() : finding.form != FindingForm::sentence;
        };
        const auto& findings = hit->article.findings;
        if (std::any_of(findings.begin(), findings.end(), fits)) return &hit->article;
    }
    return nullptr;
}

void write_stories(std::ostream& out, const ProviderPage& page, const PageLinks& links) {
    out << "<h2>Stories, newest first</h2>\n<ol class=\"hits\">\n";
    for (auto hit = page.hits.rbegin(); hit != page.hits.rend(); ++hit)
        out << fmt::format("<li><a href=\"{}\">{}</a> <span class=\"about\">{}</span></li>\n",
                           html_text(links.article(hit->article.id)),
                           html_text(shown_title(hit->article, kTitleColumns)), html_text(describe_hit(*hit)));
    out << "</ol>\n";
}

}  // namespace

void write_provider_page(std::ostream& out, const ProviderPage& page, const PageLinks& links) {
    begin_page(out, page.label, &links);
    out << "<h1>" << html_text(page.label) << "</h1>\n";
    write_facts(out, page, links);
    HtmlTimeline timeline({page.slug});
    for (const Hit& hit : page.hits) timeline.add(hit.article);
    timeline.write(out);
    write_html_beside(out, page.beside, &links);
    for (const bool repeated : {false, true})
        if (const Article* article = newest_with_findings(page.hits, repeated)) {
            out << fmt::format("<h2>{}</h2>\n<p class=\"about\">{}, {}</p>\n",
                               repeated ? "Repeated findings" : "Latest findings",
                               html_text(shown_title(*article, kTitleColumns)), html_text(article->date()));
            write_findings(out, *article, repeated, links);
        }
    write_stories(out, page, links);
    write_formats(out, "This provider", true, links);
    end_page(out, page.origin, &links);
}

}  // namespace findings
