#include <algorithm>

#include <fmt/format.h>

#include "searcher/render/describe_finding.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/flow_text.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/shown_title.hpp"

namespace findings {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFaint = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::size_t kIndent = 4;
// Lines of a facet in running text.
constexpr std::size_t kCompactLines = 3;
// Columns of the bar of the most frequent value of a facet.
constexpr std::size_t kLongestBar = 20;

class TextRenderer : public HitSink {
  public:
    TextRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const SearchResult& result) override {
        if (style_.quiet) return;
        out_ << paint(kBold, describe_total(result));
        if (result.shown > 0 && result.shown < result.total)
            out_ << fmt::format(", showing {} to {}", group_digits(result.offset + 1),
                                group_digits(result.offset + result.shown));
        out_ << '\n';
        for (const std::string& note : result.notes) out_ << printable(note) << '\n';
        if (!result.suggestion.empty()) out_ << "did you mean: " << printable(result.suggestion) << '\n';
        for (const std::string& line : result.blame) out_ << printable(line) << '\n';
    }

    void add(const Hit& hit) override {
        const std::string rank = fmt::format("{}. ", hit.rank);
        out_ << '\n' << rank;
        FlowText title(out_, style_.width, kIndent, count_columns(rank));
        title.add_words(shown_title(hit.article, style_.width - kIndent), style_.color ? kBold : "",
                        style_.color ? kPlain : "");
        title.finish();
        FlowText facts(out_, style_.width, kIndent, 0);
        for (const std::string& part : list_facts(hit)) facts.add(part, " · ");
        facts.finish();
        if (hit.finding) {
            FlowText about(out_, style_.width, kIndent, 0);
            for (const std::string& part : list_finding_facts(*hit.finding))
                about.add(part, " · ", paint(kFaint, part));
            about.finish();
        }
        write_snippet(hit);
        if (hit.finding)
            for (const std::string& line : list_repeats(*hit.finding))
                out_ << std::string(kIndent, ' ') << line << '\n';
    }

    void end(const SearchResult& result) override {
        if (result.table) write_table_text(out_, *result.table, style_);
        for (const TableResult& table : result.further_tables) write_table_text(out_, table, style_);
        for (const RateResult& rate : result.rates) write_rate_text(out_, rate);
        write_beside_text(out_, result.beside);
        const bool counted = std::any_of(result.facets.begin(), result.facets.end(),
                                         [](const FacetResult& facet) { return facet.known + facet.none > 0; });
        if (counted && !style_.bars) out_ << '\n';
        for (const FacetResult& facet : result.facets) style_.bars ? write_facet(facet) : write_facet_line(facet);
    }

  private:
    [[nodiscard]] std::string paint(std::string_view code, const std::string& text) const {
        return style_.color ? fmt::format("{}{}{}", code, text, kPlain) : text;
    }

    // Words are set one by one, so that a line breaks at its width whatever is painted. A word may be marked in part.
    void write_snippet(const Hit& hit) {
        FlowText flow(out_, style_.width, kIndent, 0);
        std::string word;
        std::string painted;
        const auto flush_word = [&] {
            if (!word.empty()) flow.add(word, " ", painted);
            word.clear();
            painted.clear();
        };
        std::vector<SnippetPiece> pieces = hit.snippet;
        // The dots of a cut end stay with the last word, so that they never make a line of their own.
        constexpr std::string_view kDots = " …";
        const bool dots = !pieces.empty() && pieces.back().text.ends_with(kDots);
        if (dots) pieces.back().text.resize(pieces.back().text.size() - kDots.size());
        for (const SnippetPiece& piece : pieces) {
            const std::string text = printable(piece.text);
            for (std::size_t begin = 0; begin <= text.size();) {
                const std::size_t end = std::min(text.find(' ', begin), text.size());
                const std::string part = text.substr(begin, end - begin);
                word += part;
                if (!part.empty()) painted += piece.marked ? paint(kBold, part) : part;
                if (end < text.size()) flush_word();
                begin = end + 1;
            }
        }
        if (dots) {
            word += kDots;
            painted += kDots;
        }
        flush_word();
        flow.finish();
    }

    // In running text, three lines a facet at most: beside stories they are a hint of how to go on. What has no room is
    // counted.
    void write_facet_line(const FacetResult& facet) {
        if (facet.known + facet.none == 0) return;  // nothing was counted: no hit whatever the value
        const std::string name(field_row(facet.facet).label);
        const std::string about = coverage_of(facet) + ":";
        out_ << paint(kBold, name) << ' ' << paint(kFaint, about) << ' ';
        const std::size_t head = count_columns(name) + count_columns(about) + 2;
        FlowText flow(out_, style_.width, kIndent, head);
        const std::string none = facet.none > 0 ? "(none) " + group_digits(facet.none) : "";
        // "(none) 30 · 12 more", and what breaking a line may cost.
        const std::size_t reserved = none.size() + kIndent + 32;
        std::size_t room = std::max(kCompactLines * style_.width, head + reserved) - head - reserved;
        std::size_t left = facet.total_values;
        for (const FacetCount& value : facet.values) {
            const std::string text =
                fmt::format("{}{} {}", value.selected ? "*" : "", printable(value.label), group_digits(value.count));
            const std::size_t columns = count_columns(text) + 3;
            room = columns > room ? 0 : room - columns;  // none is left out before one that is shown
            if (room == 0 && !value.selected) continue;
            flow.add(text, " · ", value.selected ? paint(kBold, text) : text);
            if (value.count > 0) --left;
        }
        if (!none.empty()) flow.add(none, " · ");
        if (left > 0) flow.add(group_digits(left) + " more", " · ");
        flow.finish();
    }

    static std::string coverage_of(const FacetResult& facet) {
        std::string lower(field_row(facet.facet).label);
        lower[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(lower[0])));
        return fmt::format("({} known: {} of {})", lower, group_digits(facet.known),
                           group_digits(facet.known + facet.none));
    }

    // A row a value, with bars: where the counts are what was asked for.
    void write_facet(const FacetResult& facet) {
        if (facet.known + facet.none == 0) return;  // nothing was counted: no hit whatever the value
        out_ << '\n'
             << paint(kBold, std::string(field_row(facet.facet).label)) << paint(kFaint, "  " + coverage_of(facet))
             << '\n';
        const std::string none = "(none)";
        std::size_t label_columns = count_columns(none);
        std::size_t count_digits = group_digits(facet.none).size();
        // Room for the indent, the gap and a count of seven digits.
        const std::size_t most = style_.width > 40 ? style_.width - 20 : 20;
        std::size_t most_stories = facet.none;
        for (const FacetCount& value : facet.values) {
            most_stories = std::max(most_stories, value.count);
            label_columns = std::max(label_columns, std::min(most, count_columns(printable(value.label))));
            count_digits = std::max(count_digits, group_digits(value.count).size());
        }
        const auto write_row = [&](const std::string& label, std::size_t count, bool selected) {
            const std::string shown = shorten(label, label_columns);
            const std::string gap(label_columns - count_columns(shown), ' ');
            const std::string text =
                fmt::format("{} {}{}  {:>{}}", selected ? '*' : ' ', shown, gap, group_digits(count), count_digits);
            const std::size_t room = style_.width > text.size() + 4 ? style_.width - text.size() - 4 : 0;
            const std::size_t length = most_stories == 0 ? 0 : count * std::min(kLongestBar, room) / most_stories;
            std::string bar;
            for (std::size_t i = 0; i < length; ++i) bar += "▪";
            out_ << "  " << (selected ? paint(kBold, text) : text) << (bar.empty() ? "" : "  " + bar) << '\n';
        };
        for (const FacetCount& value : facet.values) write_row(printable(value.label), value.count, value.selected);
        if (facet.none > 0) write_row(none, facet.none, false);
        if (facet.total_values > facet.values.size())
            out_ << paint(kFaint, fmt::format("    showing {} of {}", group_digits(facet.values.size()),
                                              group_digits(facet.total_values)))
                 << '\n';
    }

    std::ostream& out_;
    RenderStyle style_;
};

}  // namespace

std::unique_ptr<HitSink> make_text_renderer(std::ostream& out, RenderStyle style) {
    return std::make_unique<TextRenderer>(out, std::move(style));
}

}  // namespace findings
