#include <algorithm>

#include <fmt/format.h>

#include "searcher/render/describe_hit.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFaint = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::size_t kIndent = 4;
// Columns of the bar of the most frequent value of a facet.
constexpr std::size_t kLongestBar = 20;

class TextRenderer : public HitSink {
  public:
    TextRenderer(std::ostream& out, RenderStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const SearchResult& result) override {
        if (style_.quiet) return;
        std::string summary = count_of(result.total, "story", "stories");
        if (result.total > 0) summary += " from " + count_of(result.providers, "provider", "providers");
        out_ << paint(kBold, summary) << '\n';
        if (result.shown > 0 && result.shown < result.total)
            out_ << fmt::format("showing {} to {}\n", group_digits(result.offset + 1),
                                group_digits(result.offset + result.shown));
        for (const std::string& note : result.notes) out_ << printable(note) << '\n';
        if (!result.suggestion.empty()) out_ << "did you mean: " << printable(result.suggestion) << '\n';
        for (const std::string& line : result.blame) out_ << printable(line) << '\n';
    }

    void add(const Hit& hit) override {
        const std::string rank = fmt::format("{}. ", hit.rank);
        const std::string title = hit.article.title.empty() ? "(no title)" : printable(hit.article.title);
        out_ << '\n' << rank << paint(kBold, title) << '\n';
        out_ << std::string(kIndent, ' ') << describe_hit(hit) << '\n';
        write_snippet(hit);
    }

    void end(const SearchResult& result) override {
        if (result.table) write_table_text(out_, *result.table, style_);
        for (const FacetResult& facet : result.facets) write_facet(facet);
    }

  private:
    [[nodiscard]] std::string paint(std::string_view code, const std::string& text) const {
        return style_.color ? fmt::format("{}{}{}", code, text, kPlain) : text;
    }

    // Words are set one by one, so that a line breaks at its width whatever is painted.
    void write_snippet(const Hit& hit) {
        std::string line;
        std::size_t columns = kIndent;
        std::string word;
        std::size_t word_columns = 0;
        const auto flush_word = [&] {
            if (word_columns == 0) return;
            if (!line.empty() && columns + 1 + word_columns > style_.width) {
                out_ << std::string(kIndent, ' ') << line << '\n';
                line.clear();
                columns = kIndent;
            }
            if (!line.empty()) {
                line += ' ';
                ++columns;
            }
            line += word;
            columns += word_columns;
            word.clear();
            word_columns = 0;
        };
        for (const SnippetPiece& piece : hit.snippet) {
            std::string text = printable(piece.text);
            for (std::size_t begin = 0; begin <= text.size();) {
                const std::size_t end = std::min(text.find(' ', begin), text.size());
                const std::string part = text.substr(begin, end - begin);
                if (!part.empty()) word += piece.marked ? paint(kBold, part) : part;
                word_columns += count_columns(part);
                if (end < text.size()) flush_word();
                begin = end + 1;
            }
        }
        flush_word();
        if (!line.empty()) out_ << std::string(kIndent, ' ') << line << '\n';
    }

    void write_facet(const FacetResult& facet) {
        if (facet.known + facet.none == 0) return;  // nothing was counted: no hit whatever the value
        const FieldRow& row = field_row(facet.facet);
        std::string name(row.label);
        std::string lower = name;
        lower[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(lower[0])));
        out_ << '\n'
             << paint(kBold, name)
             << paint(kFaint, fmt::format("  ({} known: {} of {})", lower, group_digits(facet.known),
                                          group_digits(facet.known + facet.none)))
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
