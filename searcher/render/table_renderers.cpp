// The formats for other programs: csv, trec, paths0.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

std::string join(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, ";")); }

std::string join_awards(const Article& article, std::string Award::*part) {
    std::vector<std::string> values;
    for (const Award& award : article.awards)
        if (!(award.*part).empty() && std::find(values.begin(), values.end(), award.*part) == values.end())
            values.push_back(award.*part);
    return join(values);
}

std::string page_or_nothing(int page) { return page == 0 ? "" : std::to_string(page); }

std::string quote_grade(const Article& article, bool wants_page) {
    for (const FacetValue& value : article.values)
        if (value.facet() == Field::grade)
            return wants_page ? page_or_nothing(value.evidence().page) : value.evidence().quote;
    return "";
}

std::string plain_snippet(const Hit& hit) {
    std::string text;
    for (const SnippetPiece& piece : hit.snippet) text += piece.text;
    return text;
}

/// A column that is no facet of its own.
struct Column {
    std::string_view name;
    std::string (*make)(const Hit& hit);
};

std::string name_basis(const Article& article) {
    return article.date().empty() ? "" : article.published.empty() ? "inspected" : "published";
}

std::string finding_part(const Hit& hit, std::string Finding::*part) {
    return hit.finding ? hit.finding->finding.*part : std::string();
}

std::string join_repeats(const Hit& hit) {
    std::vector<std::string> ids;
    if (hit.finding)
        for (const RepeatedFinding& repeat : hit.finding->finding.repeats)
            ids.push_back(fmt::format("{} ({}, {})", repeat.id, repeat.full ? "full" : "partial",
                                      repeat.computed ? "computed" : "printed"));
    return join(ids);
}

// What only findings have.
constexpr std::array kFindingColumns{
    Column{"article", [](const Hit& hit) { return hit.article.id; }},
    Column{"form", [](const Hit& hit) { return hit.finding ? std::string(form_name(hit.finding->finding.form)) : ""; }},
    Column{
        "direction",
        [](const Hit& hit) { return hit.finding ? std::string(direction_name(hit.finding->finding.direction)) : ""; }},
    Column{"text", [](const Hit& hit) { return hit.finding ? hit.finding->text : ""; }},
    Column{"heading", [](const Hit& hit) { return finding_part(hit, &Finding::heading); }},
    Column{"section", [](const Hit& hit) { return finding_part(hit, &Finding::section); }},
    Column{"addressee", [](const Hit& hit) { return finding_part(hit, &Finding::addressee); }},
    Column{"due", [](const Hit& hit) { return finding_part(hit, &Finding::due); }},
    Column{"regulation", [](const Hit& hit) { return finding_part(hit, &Finding::regulation); }},
    Column{"reference", [](const Hit& hit) { return finding_part(hit, &Finding::reference); }},
    Column{"area", [](const Hit& hit) { return finding_part(hit, &Finding::area); }},
    Column{"repeats", join_repeats},
    Column{"compared_with", [](const Hit& hit) { return finding_part(hit, &Finding::compared_with); }},
};

// Printed of findings unless --columns chooses.
constexpr std::array<std::string_view, 32> kPrintedOfFindings{
    "rank",   "id",        "article",    "date",       "date_basis", "title", "provider", "region",        "authority",
    "grade",  "previous",  "change",     "form",       "direction",  "text",  "page",     "heading",       "section",
    "theme",  "addressee", "due",        "regulation", "reference",  "area",  "repeats",  "compared_with", "kind",
    "source", "url",       "generation", "licence",    "attribution"};

constexpr std::array kOwnColumns{
    Column{"rank", [](const Hit& hit) { return std::to_string(hit.rank); }},
    Column{"id", [](const Hit& hit) { return hit.id(); }},
    Column{"date", [](const Hit& hit) { return hit.article.date(); }},
    Column{"date_basis", [](const Hit& hit) { return name_basis(hit.article); }},
    Column{"title", [](const Hit& hit) { return hit.article.title; }},
    Column{"previous", [](const Hit& hit) { return join_awards(hit.article, &Award::previous); }},
    Column{"change", [](const Hit& hit) { return join_awards(hit.article, &Award::change); }},
    Column{"source", [](const Hit& hit) { return hit.article.source; }},
    Column{"url", [](const Hit& hit) { return hit.article.url; }},
    Column{"grade_quote", [](const Hit& hit) { return quote_grade(hit.article, false); }},
    Column{"grade_page", [](const Hit& hit) { return quote_grade(hit.article, true); }},
    Column{"snippet", plain_snippet},
    Column{"page", [](const Hit& hit) { return page_or_nothing(hit.page); }},
    Column{"publisher", [](const Hit& hit) { return hit.article.publisher; }},
    Column{"published", [](const Hit& hit) { return hit.article.published; }},
    Column{"inspected", [](const Hit& hit) { return hit.article.inspected; }},
    Column{"licence", [](const Hit& hit) { return is_news(hit.article) ? "" : std::string(kLicence); }},
    Column{"attribution",
           [](const Hit& hit) { return is_news(hit.article) ? hit.article.publisher : std::string(kAttribution); }},
};

// All of them. The first are printed, in this order, unless --columns chooses: scripts count columns, so new ones are
// added behind them.
constexpr std::size_t kPrintedUnlessChosen = 31;
constexpr std::array<std::string_view, 34> kColumns{
    "rank",      "id",          "date",        "date_basis", "title",     "provider", "region",
    "authority", "grade",       "previous",    "change",     "theme",     "kind",     "source",
    "url",       "grade_quote", "grade_page",  "snippet",    "page",      "weakness", "strength",
    "judgement", "generation",  "group",       "type",       "visit",     "action",   "regulator",
    "publisher", "licence",     "attribution", "published",  "inspected", "year"};

std::string make_cell(std::string_view column, const Hit& hit, const std::string& generation) {
    for (const Column& own : kOwnColumns)
        if (own.name == column) return own.make(hit);
    for (const Column& own : kFindingColumns)
        if (own.name == column) return own.make(hit);
    if (column == "generation") return generation;
    return join(hit.article.slugs(find_field(column)->field));
}

class CsvRenderer : public HitSink {
  public:
    CsvRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)), columns_(style_.columns) {}

    void begin(const SearchResult& result) override {
        generation_ = result.generation;
        if (style_.citation) citation_ = style_.citation(result);
        if (columns_.empty() && result.findings)
            columns_.assign(kPrintedOfFindings.begin(), kPrintedOfFindings.end());
        else if (columns_.empty())
            columns_.assign(kColumns.begin(), kColumns.begin() + kPrintedUnlessChosen);
        // A table and its stories have different columns: one file holds one of them.
        has_rows_ = result.rates.empty() && !result.table && result.beside.empty();
        if (!result.beside.empty())
            write_beside_csv(out_, result.beside);
        else if (!result.rates.empty())
            write_rates_csv(out_, result.rates);
        else if (result.table)
            write_tables_csv(out_, result);
        else
            out_ << fmt::format("{}{}\r\n", fmt::join(columns_, ","), citation_.empty() ? "" : ",citation");
    }

    void add(const Hit& hit) override {
        if (!has_rows_) return;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            out_ << (i == 0 ? "" : ",") << make_csv_cell(make_cell(columns_[i], hit, generation_));
        if (!citation_.empty()) out_ << ',' << make_csv_cell(citation_);
        out_ << "\r\n";
    }

    void end(const SearchResult&) override {}

  private:
    std::ostream& out_;
    RenderStyle style_;
    std::vector<std::string> columns_;
    std::string generation_;
    std::string citation_;
    bool has_rows_ = true;  ///< hits are printed, not what was counted of them
};

// White space separates the columns: an identifier must not hold any.
std::string trec_name(const std::string& id) {
    std::string name = printable(id);
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isspace(c) != 0; }, '_');
    return name;
}

class TrecRenderer : public HitSink {
  public:
    TrecRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const SearchResult& result) override {
        scored_ = result.scored;
        total_ = result.total;
    }

    void add(const Hit& hit) override {
        // Evaluation tools sort by score: where there is none, the rank counted down keeps the order.
        const double score = scored_ ? hit.score : static_cast<double>(total_ - hit.rank + 1);
        if (hit.finding) return line(hit.finding->id, score);
        line(hit.article.id, score);
        for (const Copy& copy : hit.article.copies) line(copy.id, score);
    }

    void end(const SearchResult&) override {}

  private:
    void line(const std::string& id, double score) {
        out_ << fmt::format("{} Q0 {} {} {:.6f} findings\n", trec_name(style_.query_id), trec_name(id), ++rank_, score);
    }

    std::ostream& out_;
    RenderStyle style_;
    bool scored_ = false;
    std::size_t total_ = 0;
    std::size_t rank_ = 0;
};

class Paths0Renderer : public HitSink {
  public:
    explicit Paths0Renderer(std::ostream& out) : out_(out) {}
    void begin(const SearchResult&) override {}
    void add(const Hit& hit) override {
        const std::string& path = hit.article.path;
        // Of stories one a hit, so that their number is the number of hits; what came on standard input has none.
        if (path.empty() || (hit.finding && !printed_.insert(path).second)) return;
        out_ << path << '\0';
    }
    void end(const SearchResult&) override {}

  private:
    std::ostream& out_;
    std::set<std::string> printed_;
};

}  // namespace

std::vector<std::string> csv_finding_columns() {
    std::vector<std::string> names;
    for (const Column& column : kFindingColumns) names.emplace_back(column.name);
    return names;
}

std::vector<std::string> csv_columns() {
    std::vector<std::string> names(kColumns.begin(), kColumns.end());
    for (const Column& column : kFindingColumns) names.emplace_back(column.name);
    return names;
}

std::unique_ptr<HitSink> make_csv_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<CsvRenderer>(out, std::move(style));
}

std::unique_ptr<HitSink> make_trec_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<TrecRenderer>(out, std::move(style));
}

std::unique_ptr<HitSink> make_paths0_renderer(std::ostream& out) { return std::make_unique<Paths0Renderer>(out); }

}  // namespace findings
