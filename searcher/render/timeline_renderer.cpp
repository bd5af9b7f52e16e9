#include <algorithm>

#include <fmt/format.h>

#include "searcher/render/describe_hit.hpp"
#include "searcher/render/flow_text.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/shown_title.hpp"

namespace findings {
namespace {

constexpr std::size_t kIndent = 12;  // behind the day

std::string_view step(const std::string& change) {
    if (change == "improved") return "up";
    if (change == "declined") return "down";
    if (change == "unchanged") return "same";
    return change == "first" ? "first" : "";
}

/// `2024-05-01  Full inspection    Inadequate   down from Good   Title (source)`
class TimelineRenderer : public HitSink {
  public:
    TimelineRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const SearchResult& result) override {
        for (const ResolvedFilter& filter : result.filters)
            if (filter.field == Field::provider && !filter.exclude) providers_ = filter.slugs;
        if (style_.quiet) return;
        out_ << count_of(result.total, "story", "stories") << '\n';
        for (const std::string& note : result.notes) out_ << printable(note) << '\n';
    }

    void add(const Hit& hit) override {
        const Article& article = hit.article;
        const std::string day = article.date().empty() ? "undated" : article.date();
        std::string what = first_label(article, Field::visit);
        if (what.empty()) what = first_label(article, Field::kind);
        out_ << fmt::format("\n{:<10}  {}{}{}\n", day, shown_title(article, style_.width - kIndent),
                            what.empty() ? "" : " · ", what);
        for (const Award& award : article.awards)
            if (is_asked_for(award.provider)) {
                write_award(article, award);
                write_quote(article, award.grade);
            }
        out_ << fmt::format("{:<12}{} · id {}\n", "", printable(article.source), printable(article.id));
    }

    void end(const SearchResult& result) override { write_beside_text(out_, result.beside); }

  private:
    [[nodiscard]] bool is_asked_for(const std::string& provider) const {
        for (const std::string& asked : providers_)
            if (asked == provider) return true;
        return false;
    }

    // The sentence or row that proves the grade, with its page.
    void write_quote(const Article& article, const std::string& grade) {
        const auto proof = std::find_if(article.values.begin(), article.values.end(), [&](const FacetValue& value) {
            return value.facet() == Field::grade && value.slug() == grade && !value.evidence().quote.empty();
        });
        if (proof == article.values.end()) return;
        const Evidence& evidence = proof->evidence();
        FlowText flow(out_, style_.width, kIndent, 0);
        const std::string text =
            "“" + printable(evidence.quote) + "”" + (evidence.page > 0 ? fmt::format(" page {}", evidence.page) : "");
        flow.add_words(text);
        flow.finish();
    }

    void write_award(const Article& article, const Award& award) {
        if (award.grade.empty() && award.previous.empty()) return;
        std::string line = award.grade.empty() ? "no grade" : grade_label(award.grade);
        if (style_.color) line = "\x1b[1m" + line + "\x1b[0m";
        if (const std::string_view way = step(award.change); !way.empty()) line += fmt::format(", {}", way);
        if (!award.previous.empty())
            line += fmt::format("{} {}", award.change.empty() ? ", was" : " from", name_previous(article, award));
        if (award.inferred) line += " (inferred)";
        out_ << fmt::format("{:<12}{}\n", "", line);
    }

    std::ostream& out_;
    RenderStyle style_;
    std::vector<std::string> providers_;
};

}  // namespace

std::unique_ptr<HitSink> make_timeline_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<TimelineRenderer>(out, std::move(style));
}

}  // namespace findings
