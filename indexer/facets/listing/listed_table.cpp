#include "indexer/facets/listing/listed_table.hpp"

#include <array>
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

bool is_label_of_grade(std::string_view word) {
    constexpr std::array<std::string_view, 14> kWords{"rating",    "grade",    "overall", "outcome",      "result",
                                                      "judgement", "judgment", "verdict", "now",          "latest",
                                                      "current",   "new",      "rated",   "effectiveness"};
    return is_one_of(kWords, word);
}

/// "Name", "Council", "School": what the bodies are called, or the kind they are.
bool is_label_of_name(const Passage& passage, std::size_t word) {
    constexpr std::array<std::string_view, 14> kWords{"name",    "home",      "provider",     "service",      "setting",
                                                      "council", "authority", "force",        "practice",     "agency",
                                                      "trust",   "body",      "organisation", "establishment"};
    return is_one_of(kWords, passage.folded(word)) || has_role_in(passage, word, word + 1, Role::facility) ||
           has_role_in(passage, word, word + 1, Role::called);
}

/// A date, a score, a place or a kind of body stand in other columns: labels are few words without a grade.
constexpr std::size_t kLongestLabel = 5;

}  // namespace

bool is_label_of_previous(std::string_view word) {
    constexpr std::array<std::string_view, 9> kWords{"previous", "previously", "last",  "before", "was",
                                                     "old",      "earlier",    "prior", "former"};
    return is_one_of(kWords, word);
}

std::vector<ListedWords> read_cells(const Passage& passage, std::size_t first, std::size_t last) {
    std::vector<ListedWords> cells;
    for (std::size_t word = first; word < last; ++word) {
        if (cells.empty() || gap_before(passage, word) == WordGap::bar) cells.push_back({word, word});
        cells.back().last = word + 1;
    }
    return cells;
}

std::optional<ListedColumns> read_header(const Passage& passage, const std::vector<ListedWords>& cells) {
    if (cells.size() < 2) return std::nullopt;
    ListedColumns columns;
    columns.count = cells.size();
    std::optional<std::size_t> name;
    std::optional<std::size_t> grade;
    bool overall = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].last - cells[i].first > kLongestLabel) return std::nullopt;
        bool tells = false;
        bool before = false;
        bool whole = false;
        for (std::size_t word = cells[i].first; word < cells[i].last; ++word) {
            if (end_of_grade(passage, word) > word) return std::nullopt;
            const std::string folded = passage.folded(word);
            tells = tells || is_label_of_grade(folded);
            before = before || is_label_of_previous(folded);
            whole = whole || folded == "overall";
            if (!name && is_label_of_name(passage, word)) name = i;
        }
        if (before) {
            if (!columns.previous) columns.previous = i;
        } else if (tells && (!grade || (whole && !overall)) && name != i) {
            grade = i;
            overall = whole;
        }
    }
    if (!grade) return std::nullopt;
    columns.grade = *grade;
    while (columns.name == columns.grade || columns.name == columns.previous) ++columns.name;
    columns.name = name.value_or(columns.name);
    if (columns.name >= columns.count) return std::nullopt;
    return columns;
}

ListedLine read_row(const Passage& passage, const std::vector<ListedWords>& cells, const ListedColumns& columns) {
    // A row whose cells ran together: the first grade is given, the second the one before.
    if (cells.size() != columns.count) return read_listed_line(passage, cells.front().first, cells.back().last);
    ListedLine line;
    const ListedWords& name = cells[columns.name];
    line.name = read_listed_name(passage, skip_list_number(passage, name.first, name.last), name.last);
    const auto read_cell = [&](std::size_t column) {
        const std::size_t behind = end_of_grade(passage, cells[column].first);
        return behind > cells[column].first ? ListedWords{cells[column].first, behind} : ListedWords{};
    };
    line.grade = read_cell(columns.grade);
    if (columns.previous) line.previous = read_cell(*columns.previous);
    return line;
}

}  // namespace findings
