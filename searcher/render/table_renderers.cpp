// The formats for other programs: csv, trec, paths0.
#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 17> kColumns{
    "rank",     "id",     "date",  "date_basis", "title",  "provider", "region",      "authority", "grade",
    "previous", "change", "theme", "kind",       "source", "url",      "grade_quote", "grade_page"};

std::string join(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, ";")); }

std::string join_awards(const Article& article, std::string Award::*part) {
    std::vector<std::string> values;
    for (const Award& award : article.awards)
        if (!(award.*part).empty() && std::find(values.begin(), values.end(), award.*part) == values.end())
            values.push_back(award.*part);
    return join(values);
}

class CsvRenderer : public HitSink {
  public:
    explicit CsvRenderer(std::ostream& out) : out_(out) {}

    void begin(const SearchResult& result) override {
        // A table and its stories have different columns: one file holds one of them.
        if (result.table)
            write_table_csv(out_, *result.table);
        else
            out_ << fmt::format("{}\r\n", fmt::join(kColumns, ","));
    }

    void add(const Hit& hit) override {
        const Article& article = hit.article;
        const auto grade = std::find_if(article.values.begin(), article.values.end(),
                                        [](const FacetValue& value) { return value.facet() == Field::grade; });
        const bool quoted = grade != article.values.end();
        const int page = quoted ? grade->evidence().page : 0;
        const std::string basis = article.date().empty() ? "" : article.published.empty() ? "inspected" : "published";
        const std::array<std::string, kColumns.size()> cells{std::to_string(hit.rank),
                                                             article.id,
                                                             article.date(),
                                                             basis,
                                                             article.title,
                                                             join(article.slugs(Field::provider)),
                                                             join(article.slugs(Field::region)),
                                                             join(article.slugs(Field::authority)),
                                                             join(article.slugs(Field::grade)),
                                                             join_awards(article, &Award::previous),
                                                             join_awards(article, &Award::change),
                                                             join(article.slugs(Field::theme)),
                                                             join(article.slugs(Field::kind)),
                                                             article.source,
                                                             article.url,
                                                             quoted ? grade->evidence().quote : "",
                                                             page == 0 ? "" : std::to_string(page)};
        for (std::size_t i = 0; i < cells.size(); ++i) out_ << (i == 0 ? "" : ",") << make_csv_cell(cells[i]);
        out_ << "\r\n";
    }

    void end(const SearchResult&) override {}

  private:
    std::ostream& out_;
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
    void add(const Hit& hit) override { out_ << hit.article.source << '\0'; }
    void end(const SearchResult&) override {}

  private:
    std::ostream& out_;
};

}  // namespace

std::unique_ptr<HitSink> make_csv_renderer(std::ostream& out) { return std::make_unique<CsvRenderer>(out); }

std::unique_ptr<HitSink> make_trec_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<TrecRenderer>(out, std::move(style));
}

std::unique_ptr<HitSink> make_paths0_renderer(std::ostream& out) { return std::make_unique<Paths0Renderer>(out); }

}  // namespace findings
