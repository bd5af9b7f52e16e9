#include "searcher/page/filter_form.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"
#include "common/text/ascii.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/render/describe_finding.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

// What the form asks by fields of its own; everything else of the state goes along hidden.
constexpr std::array<std::string_view, 5> kOwnFields{"q", "sort", "since", "until", "offset"};

std::string state_value(const PageLinks& links, std::string_view name) {
    for (const auto& [known, value] : links.state())
        if (known == name) return value;
    return {};
}

bool has_box(const SearchResult& result, std::string_view name, std::string_view value) {
    return std::any_of(result.facets.begin(), result.facets.end(), [&](const FacetResult& facet) {
        if (field_row(facet.facet).name != name) return false;
        if (value == "none") return facet.none > 0;
        return std::any_of(facet.values.begin(), facet.values.end(),
                           [&](const FacetCount& count) { return count.slug == value; });
    });
}

bool is_chosen_none(const PageLinks& links, Field facet) {
    const auto& state = links.state();
    return std::find(state.begin(), state.end(), std::pair<std::string, std::string>(field_row(facet).name, "none")) !=
           state.end();
}

// A row: the box belongs to the form, the count is the link, for it counts what choosing this value alone finds.
void write_value(std::ostream& out, Field facet, const FacetCount& value, const PageLinks& links) {
    const std::string_view name = field_row(facet).name;
    const std::string id = fmt::format("f-{}-{}", name, value.slug);
    out << fmt::format(
        "<li><input type=\"checkbox\" form=\"search\" name=\"{}\" value=\"{}\" id=\"{}\"{}><label "
        "for=\"{}\">{}</label> <a class=\"only\" href=\"{}\"><span class=\"hidden\">only {}: </span>{}</a></li>\n",
        name, html_text(value.slug), html_text(id), value.selected ? " checked" : "", html_text(id),
        html_text(value.label), html_text(links.only(facet, value.slug)), html_text(value.label),
        group_digits(value.count));
}

void write_facet(std::ostream& out, const FacetResult& facet, bool open, const PageLinks& links) {
    if (facet.known + facet.none == 0 && facet.values.empty()) return;
    const FieldRow& row = field_row(facet.facet);
    const auto chosen =
        std::count_if(facet.values.begin(), facet.values.end(), [](const FacetCount& value) { return value.selected; });
    out << fmt::format("<details{}>\n<summary><h3>{}</h3>{}</summary>\n", open || chosen > 0 ? " open" : "", row.label,
                       chosen > 0 ? fmt::format(" <span class=\"about\">{} chosen</span>", chosen) : std::string());
    out << fmt::format("<fieldset>\n<legend class=\"hidden\">{}</legend>\n<ul class=\"values\">\n", row.label);
    for (const FacetCount& value : facet.values) write_value(out, facet.facet, value, links);
    if (facet.none > 0)
        write_value(out, facet.facet, {"none", "(none)", facet.none, is_chosen_none(links, facet.facet)}, links);
    out << fmt::format("</ul>\n<p class=\"about\">known: {} of {}</p>\n", group_digits(facet.known),
                       group_digits(facet.known + facet.none));
    if (facet.total_values > facet.values.size())
        out << fmt::format(
            "<p class=\"about\"><a href=\"{}\">Show all {} values<span class=\"hidden\"> of {}</span></a></p>\n",
            html_text(links.with_option("facet-limit", std::to_string(facet.total_values))),
            group_digits(facet.total_values), row.label);
    out << "</fieldset>\n</details>\n";
}

void write_day(std::ostream& out, std::string_view name, std::string_view label, const PageLinks& links) {
    out << fmt::format(
        "<p><label for=\"f-{0}\">{1}</label><input class=\"day\" form=\"search\" id=\"f-{0}\" name=\"{0}\" "
        "value=\"{2}\" "
        "aria-describedby=\"day-hint\"></p>\n",
        name, label, html_text(state_value(links, name)));
}

void write_dates(std::ostream& out, const PageLinks& links) {
    const bool asked = !state_value(links, "since").empty() || !state_value(links, "until").empty();
    out << fmt::format(
        "<details{}>\n<summary><h3>Date</h3></summary>\n<fieldset>\n<legend class=\"hidden\">Date</legend>\n",
        asked ? " open" : "");
    out << "<p class=\"about\" id=\"day-hint\">For example 2024, 2024-03 or 5 March 2024</p>\n";
    write_day(out, "since", "From", links);
    write_day(out, "until", "To", links);
    out << "</fieldset>\n</details>\n";
}

void write_order(std::ostream& out, const SearchResult& result) {
    out << "<p><label for=\"f-sort\">Order</label><select form=\"search\" id=\"f-sort\" name=\"sort\">\n";
    for (const SortOrder sort :
         {SortOrder::relevance, SortOrder::newest, SortOrder::oldest, SortOrder::grade, SortOrder::provider})
        out << fmt::format("<option value=\"{0}\"{1}>{2}</option>\n", sort_name(sort),
                           result.sort == sort ? " selected" : "",
                           sort == SortOrder::grade ? "grade, worst first" : sort_name(sort));
    out << "</select></p>\n";
}

std::string describe_option(std::string_view name, const std::string& value) {
    if (name == "q") return "Words: " + value;
    if (name == "since") return "From " + value;
    if (name == "until") return "To " + value;
    if (name == "generation") return "Generation " + value;
    if (name == "worst") return value + " or worse";
    std::string text(name);
    std::replace(text.begin(), text.end(), '-', ' ');
    return value == "1" ? text : fmt::format("{}: {}", text, value);
}

// How the answer is shown is no filter.
bool is_filter(std::string_view name) {
    constexpr std::array<std::string_view, 11> kShown{"rows",   "columns",     "facet", "sort",  "limit", "offset",
                                                      "facets", "facet-limit", "count", "share", "match"};
    return !is_one_of(kShown, name);
}

std::string label_in(const SearchResult& result, Field field, const std::string& slug) {
    if (slug == "none") return "(none)";
    for (const FacetResult& facet : result.facets)
        if (facet.facet == field)
            for (const FacetCount& value : facet.values)
                if (value.slug == slug) return value.label;
    return label_of(field, slug);
}

void write_chip(std::ostream& out, const std::string& text, const std::string& address) {
    out << fmt::format(
        "<li><a href=\"{}\"><span class=\"hidden\">Remove </span>{} <span aria-hidden=\"true\">×</span></a></li>\n",
        html_text(address), html_text(text));
}

}  // namespace

void write_query_box(std::ostream& out, const SearchResult& result, const PageLinks& links) {
    out << fmt::format(
        "<form id=\"search\" action=\"{}\" method=\"get\" role=\"search\" class=\"query\">\n<label for=\"q\">Search "
        "reports and news</label>\n<div><input type=\"search\" id=\"q\" name=\"q\" "
        "value=\"{}\"><button>Search</button></div>\n",
        html_text(links.page("")), html_text(result.query_text));
    for (const auto& [name, value] : links.state()) {
        if (is_one_of(kOwnFields, name) || has_box(result, name, value)) continue;
        out << fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", html_text(name), html_text(value));
    }
    out << "</form>\n";
}

void write_filters(std::ostream& out, const SearchResult& result, const PageLinks& links) {
    out << "<div class=\"filters\">\n<h2>Filters</h2>\n<p class=\"about\">Each number leads to what choosing that "
           "value "
           "alone finds.</p>\n";
    bool open = true;
    for (const FacetResult& facet : result.facets) {
        write_facet(out, facet, open, links);
        open = false;
    }
    write_dates(out, links);
    write_order(out, result);
    out << "<p><button form=\"search\">Apply filters</button></p>\n</div>\n";
}

std::string count_found(const SearchResult& result) {
    const std::string total = describe_total(result);
    return result.total > 0 ? total : total + " from 0 providers";
}

void write_chips(std::ostream& out, const SearchResult& result, const PageLinks& links) {
    std::ostringstream chips;
    for (const ResolvedFilter& filter : result.filters)
        for (const std::string& slug : filter.slugs)
            write_chip(chips,
                       fmt::format("{}{}: {}", filter.exclude ? "not " : "", field_row(filter.field).label,
                                   label_in(result, filter.field, slug)),
                       links.without(filter.field, slug, filter.exclude));
    for (const auto& [name, value] : links.state()) {
        const FieldRow* row = find_field(std::string_view(name).substr(name.starts_with("not-") ? 4 : 0));
        const bool field = row != nullptr && (row->kind == FieldKind::facet || row->kind == FieldKind::filter);
        if (!field && is_filter(name)) write_chip(chips, describe_option(name, value), links.without_option(name));
    }
    if (chips.str().empty()) return;
    out << "<h3 class=\"hidden\">Chosen</h3>\n<ul class=\"chips\">\n"
        << chips.str() << fmt::format("<li><a href=\"{}\">Clear all</a></li>\n</ul>\n", html_text(links.page("")));
}

}  // namespace findings
