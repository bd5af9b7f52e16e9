#include "indexer/facets/finding/table_entries.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/facets/finding/entry_marks.hpp"

namespace findings {
namespace {

constexpr std::size_t kShortCell = 6;    ///< words: a line of the narrow column
constexpr std::size_t kNameReach = 160;  ///< bytes behind a name that may be the rest of it

/// Which column is what.
struct Columns {
    std::size_t entry = 1;
    std::size_t side = 0;
    bool due = false;  ///< the side column holds days, else who must act
    bool known = false;
};

std::vector<Span> split_cells(const CleanArticle& article, Span row) {
    std::vector<Span> cells;
    std::size_t begin = row.begin;
    for (std::size_t at = row.begin; at <= row.end; ++at)
        if (at == row.end || article.body[at] == '\t') {
            cells.push_back({begin, at});
            begin = at + 1;
        }
    return cells;
}

bool holds_year(std::string_view text) {
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
        const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
        if (digit(at + 2) && digit(at + 3) && !digit(at + 4) && (at == 0 || !digit(at - 1))) return true;
    }
    return false;
}

bool is_day(std::string_view cell) {
    return count_words(cell) <= 5 && (holds_year(cell) || cell == "Immediately" || cell == "immediately");
}

/// The text that follows `name` somewhere in the article, as far as the words of `line` repeat it: bytes of `line`.
std::size_t rest_of_name(std::string_view body, std::string_view name, std::string_view line) {
    std::size_t best = 0;
    for (std::size_t at = body.find(name); at != std::string_view::npos; at = body.find(name, at + 1)) {
        std::string_view rest = body.substr(at + name.size(), kNameReach);
        if (!rest.starts_with(' ')) continue;
        rest.remove_prefix(1);
        std::size_t same = 0;
        while (same < rest.size() && same < line.size() && rest[same] == line[same]) ++same;
        const auto at_boundary = [&] {
            return (same == line.size() || line[same] == ' ') && (same == rest.size() || rest[same] == ' ');
        };
        while (same > 0 && !at_boundary()) --same;
        best = std::max(best, same);
    }
    return best;
}

class TableReader {
  public:
    TableReader(const CleanArticle& article, const ListHeadings& headings) : article_(article), headings_(headings) {}

    void add(const BodyBlock& block) {
        const std::string_view text = article_.text_of(block.span);
        if (text.find('\t') == std::string_view::npos)
            add_line(block);
        else if (headings_.read(text) != ListLine::lead)
            add_row(split_cells(article_, block.span));
        else
            read_header(split_cells(article_, block.span));
    }

    std::vector<ListedEntry> take() {
        std::erase_if(entries_, [](const ListedEntry& entry) { return entry.pieces.empty(); });
        return std::move(entries_);
    }

  private:
    [[nodiscard]] std::string_view text(Span span) const { return article_.text_of(span); }
    [[nodiscard]] std::string_view last_words() const {
        return entries_.empty() || entries_.back().pieces.empty() ? std::string_view()
                                                                  : text(entries_.back().pieces.back());
    }
    [[nodiscard]] std::vector<Span>& side() { return columns_.due ? entries_.back().due : entries_.back().addressee; }

    void read_header(const std::vector<Span>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view cell = text(cells[i]);
            const bool due =
                cell.find("ue date") != std::string_view::npos || cell.find("imescale") != std::string_view::npos;
            if (!due && cell.find("esponsible") == std::string_view::npos) continue;
            columns_ = {.entry = i == 0 ? std::size_t{1} : 0, .side = i, .due = due, .known = true};
        }
    }

    void learn_columns(const std::vector<Span>& cells) {
        if (columns_.known) return;
        columns_.known = true;
        for (std::size_t i = 0; i < 2; ++i)
            if (is_day(text(cells[i]))) columns_ = {.entry = 1 - i, .side = i, .due = true, .known = true};
    }

    void add_row(const std::vector<Span>& cells) {
        learn_columns(cells);
        const Span entry = cells[std::min(columns_.entry, cells.size() - 1)];
        const Span beside = cells[std::min(columns_.side, cells.size() - 1)];
        const bool more = columns_.due ? !is_day(text(beside)) : !ends_sentence(last_words());
        if (entries_.empty() || !more) entries_.emplace_back();
        if (entry.end > entry.begin) entries_.back().pieces.push_back(entry);
        if (beside.end > beside.begin) side().push_back(beside);
    }

    /// A line without cells: a bullet of the entry, the rest of a cell, or words of both columns in one.
    void add_line(const BodyBlock& block) {
        if (entries_.empty()) {
            if (headings_.read(text(block.span)) == ListLine::other) {
                entries_.emplace_back();
                entries_.back().pieces.push_back(block.span);
            }
            return;
        }
        Span line = block.span;
        line.begin += read_mark(text(line)).length;
        if (line.begin >= line.end) return;
        if (block.role == BlockRole::list_item || line.begin > block.span.begin || columns_.due) {
            entries_.back().pieces.push_back(line);
            return;
        }
        std::string name;
        for (const Span piece : entries_.back().addressee) name += (name.empty() ? "" : " ") + std::string(text(piece));
        const std::size_t rest = name.empty() ? 0 : rest_of_name(article_.body, name, text(line));
        if (rest > 0) entries_.back().addressee.push_back({line.begin, line.begin + rest});
        line.begin += rest;
        while (line.begin < line.end && article_.body[line.begin] == ' ') ++line.begin;
        if (line.begin == line.end) return;
        if (rest == 0 && ends_sentence(last_words())) {
            if (count_words(text(line)) <= kShortCell && !ends_sentence(text(line))) {
                entries_.back().addressee.push_back(line);
                return;
            }
            entries_.emplace_back();
        }
        entries_.back().pieces.push_back(line);
    }

    const CleanArticle& article_;
    const ListHeadings& headings_;
    Columns columns_;
    std::vector<ListedEntry> entries_;
};

}  // namespace

std::vector<ListedEntry> read_table_entries(const CleanArticle& article, const ListHeadings& headings,
                                            std::size_t first, std::size_t last) {
    TableReader reader(article, headings);
    for (std::size_t block = first; block < last; ++block) reader.add(article.blocks[block]);
    return reader.take();
}

}  // namespace findings
