#include "searcher/page/page_frame.hpp"

#include <embedded/page_style.hpp>
#include <fmt/format.h>

#include "searcher/page/html_text.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
)";

// A file's policy stands in the file. It forbids what the page does not need, should an article ever get markup past
// the escaping. The reading room sends its own, which is stricter, as a header.
constexpr std::string_view kFilePolicy =
    R"(<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
)";

void write_site_header(std::ostream& out, const PageLinks& links) {
    out << "<a class=\"skip\" href=\"#main\">Skip to the answer</a>\n<header class=\"site\">\n"
        << fmt::format("<p class=\"site-name\"><a href=\"{}\">Findings</a></p>\n<nav aria-label=\"Site\"><ul>\n",
                       html_text(links.page("")));
    for (const auto& [name, label] : {std::pair{"table", "Tables"}, {"map", "Map"}, {"about", "About"}})
        out << fmt::format("<li><a href=\"{}\">{}</a></li>\n", html_text(links.page(name)), label);
    out << "</ul></nav>\n</header>\n";
}

}  // namespace

void begin_page(std::ostream& out, const std::string& title, const PageLinks* links) {
    out << kHead;
    if (links == nullptr) {
        out << kFilePolicy
            << fmt::format("<title>{}</title>\n<style>\n{}</style>\n", html_text(title), embedded::page_style());
    } else {
        out << fmt::format(
            "<meta name=\"robots\" content=\"noindex, noarchive\">\n<title>{} - Findings</title>\n<link "
            "rel=\"stylesheet\" href=\"{}\">\n",
            html_text(title), html_text(links->style()));
    }
    out << "</head>\n<body>\n";
    if (links != nullptr) write_site_header(out, *links);
    out << "<main id=\"main\">\n";
}

void end_page(std::ostream& out, const PageOrigin& origin, const PageLinks* links) {
    out << "</main>\n<footer>\n";
    if (!origin.citation.empty())
        out << "<p class=\"about\">To cite this page: <code>" << html_text(origin.citation) << "</code></p>\n";
    if (links != nullptr && !origin.generation.empty())
        out << fmt::format(
            "<p class=\"about\"><a href=\"{}\">This answer as of generation {}</a>, whatever is published "
            "later</p>\n",
            html_text(links->of_generation(origin.generation)), html_text(origin.generation));
    if (!origin.built_at.empty())
        out << fmt::format("<p class=\"about\">Index of {}, generation {}.</p>\n", html_text(origin.built_at),
                           html_text(origin.generation));
    out << fmt::format(
        "<p class=\"about\">{} News stories belong to their publishers. Values that say “computed” were worked out by "
        "this program.</p>\n",
        kAttribution);
    if (links != nullptr && !links->contact().empty())
        out << fmt::format("<p class=\"about\"><a href=\"{0}\">Report a mistake</a></p>\n",
                           html_text(links->contact()));
    out << "</footer>\n</body>\n</html>\n";
}

void write_formats(std::ostream& out, std::string_view what, bool feed, const PageLinks& links) {
    out << "<p class=\"formats\">" << what << " as ";
    const auto write_link = [&](std::string_view format, std::string_view label) {
        out << fmt::format("<a href=\"{}\">{}</a> ", html_text(links.as_format(format)), label);
    };
    write_link("csv", "CSV");
    write_link("json", "JSON");
    if (feed) write_link("atom", "Atom feed");
    out << "</p>\n";
}

}  // namespace findings
