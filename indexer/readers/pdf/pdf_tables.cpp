#include "indexer/readers/pdf/pdf_tables.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace findings {
namespace {

using Lines = std::vector<PdfLine>;

/// Left and right edge of a column.
struct Span {
    float x0 = 0;
    float x1 = 0;
};

// Lines of one cell stand closer than this share of their size; rows are padded further apart.
constexpr float kCellGap = 0.5F;
// Columns nearer than this many font sizes are one.
constexpr float kGutter = 0.6F;
// Lines that share this much of their height stand beside each other. Little, because a label is set in the
// middle of a grade of two lines with double spacing; lines of one column never share any.
constexpr float kBeside = 0.1F;
// Lines of a table may be this many font sizes apart (a padded row next to a row of three lines).
constexpr float kRegionGap = 4.0F;
// Fewer lines in a column than this are no column of prose.
constexpr std::size_t kProseLines = 4;
constexpr std::size_t kNarrowLines = 8;

bool beside(const PdfLine& a, const PdfLine& b) {
    const bool apart = a.x1 + kGutter * a.size < b.x0 || b.x1 + kGutter * b.size < a.x0;
    return apart && vertical_overlap(a, b) > kBeside;
}

/// For each line whether another stands beside it. Sorted input keeps this near linear.
std::vector<bool> find_beside(const Lines& lines) {
    std::vector<bool> marks(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            if (lines[j].baseline - lines[i].baseline > 2 * std::max(lines[i].size, lines[j].size)) break;
            if (!beside(lines[i], lines[j])) continue;
            marks[i] = true;
            marks[j] = true;
        }
    return marks;
}

/// Columns as the gaps between all lines' extents show them, left to right.
std::vector<Span> find_columns(const Lines& lines) {
    std::vector<Span> spans;
    for (const PdfLine& line : lines) spans.push_back({line.x0, line.x1});
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.x0 < b.x0; });
    std::vector<Span> columns;
    const float gutter = lines.empty() ? 0 : kGutter * lines.front().size;
    for (Span span : spans)
        if (columns.empty() || span.x0 > columns.back().x1 + gutter)
            columns.push_back(span);
        else
            columns.back().x1 = std::max(columns.back().x1, span.x1);
    return columns;
}

std::size_t column_of(const PdfLine& line, const std::vector<Span>& columns) {
    const float middle = (line.x0 + line.x1) / 2;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i)
        if (middle < (columns[i].x1 + columns[i + 1].x0) / 2) return i;
    return columns.empty() ? 0 : columns.size() - 1;
}

/// Whether the line reaches over a gap between columns, as the prose around a table does.
bool crosses(const PdfLine& line, const std::vector<Span>& columns) {
    for (std::size_t i = 0; i + 1 < columns.size(); ++i)
        if (line.x0 < columns[i].x1 + 1 && line.x1 > columns[i + 1].x0 - 1) return true;
    return false;
}

/// First and one past the last line of a stretch with lines side by side.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Grows a stretch from line `at`, which has a neighbour, as long as the lines keep to the columns.
Stretch grow_down(const Lines& lines, const std::vector<bool>& marks, std::size_t at) {
    Lines members;
    Stretch stretch{at, at};
    float bottom = lines[at].bottom();
    for (std::size_t i = at; i < lines.size(); ++i) {
        if (lines[i].top() - bottom > kRegionGap * lines[i].size) break;
        if (marks[i]) {
            // A pair whose columns leave no common gap with the ones above is another table.
            members.push_back(lines[i]);
            if (find_columns(members).size() < 2 && stretch.end > at + 1) break;
            bottom = std::max(bottom, lines[i].bottom());
            stretch.end = i + 1;
        } else if (members.size() > 1 && crosses(lines[i], find_columns(members))) {
            break;
        }
    }
    return stretch;
}

/// Takes in the first lines of wrapped cells above and the last ones below, which have nothing beside them.
void grow_edges(const Lines& lines, Stretch& stretch, std::size_t floor) {
    const Lines members(lines.begin() + static_cast<std::ptrdiff_t>(stretch.begin),
                        lines.begin() + static_cast<std::ptrdiff_t>(stretch.end));
    const std::vector<Span> columns = find_columns(members);
    const auto belongs = [&](const PdfLine& line, const PdfLine& neighbour, float gap) {
        return gap < kCellGap * line.size && !crosses(line, columns) && !line.starts && line.bold == neighbour.bold &&
               std::abs(line.size - neighbour.size) < 1 && column_of(line, columns) == column_of(neighbour, columns) &&
               line.x1 < columns[column_of(line, columns)].x1 + 2 * line.size;
    };
    while (stretch.begin > floor) {
        const PdfLine& line = lines[stretch.begin - 1];
        const auto next = std::find_if(members.begin(), members.end(), [&](const PdfLine& member) {
            return column_of(member, columns) == column_of(line, columns);
        });
        if (next == members.end() || next->top() - line.bottom() < -line.size) break;
        if (!belongs(line, *next, lines[stretch.begin].top() - line.bottom())) break;
        --stretch.begin;
    }
    while (stretch.end < lines.size()) {
        const PdfLine& line = lines[stretch.end];
        const auto last =
            std::find_if(lines.rend() - static_cast<std::ptrdiff_t>(stretch.end), lines.rend(),
                         [&](const PdfLine& member) { return column_of(member, columns) == column_of(line, columns); });
        if (last == lines.rend() || !belongs(line, *last, line.top() - last->bottom())) break;
        ++stretch.end;
    }
}

std::size_t count_words(const PdfLine& line) {
    return 1 + static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), ' '));
}

/// A narrow column has two or three words a line. What tells it from cells: its lines stand equally far apart, and most
/// of them begin in the middle of a sentence.
bool is_narrow_prose(const Lines& column, std::size_t words) {
    if (column.size() < kNarrowLines || words < 2 * column.size()) return false;
    std::vector<float> gaps;
    std::size_t inside = 0;
    for (std::size_t i = 1; i < column.size(); ++i) {
        gaps.push_back(column[i].baseline - column[i - 1].baseline);
        inside += column[i].text.front() >= 'a' && column[i].text.front() <= 'z' ? 1U : 0U;
    }
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const auto wide =
        std::count_if(gaps.begin(), gaps.end(), [usual = *middle](float gap) { return gap > 1.3F * usual; });
    return 5 * inside >= 3 * column.size() && wide * 8 <= static_cast<std::ptrdiff_t>(column.size());
}

/// Prose fills its column with words; cells are short and ragged.
bool is_prose(const Lines& column, Span span) {
    if (column.size() < kProseLines) return false;
    std::size_t words = 0;
    float filled = 0;
    for (const PdfLine& line : column) {
        words += count_words(line);
        filled += line.width() / std::max(1.0F, span.x1 - span.x0);
    }
    if (is_narrow_prose(column, words)) return true;
    return words >= 4 * column.size() && filled >= 0.65F * static_cast<float>(column.size());
}

std::vector<Lines> split_columns(const Lines& lines, const std::vector<Span>& columns) {
    std::vector<Lines> split(columns.size());
    for (const PdfLine& line : lines) split[column_of(line, columns)].push_back(line);
    return split;
}

/// Heights at which a ruled line runs through at least two columns of the table.
std::vector<float> find_row_rules(const PdfPage& page, const Lines& lines, const std::vector<Span>& columns) {
    std::vector<float> rules;
    const float top = lines.front().top();
    float bottom = top;
    for (const PdfLine& line : lines) bottom = std::max(bottom, line.bottom());
    // Cells have borders of their own in some files: a rule may be drawn piece by piece.
    for (const PdfRule& rule : page.rules) {
        if (rule.y < top || rule.y > bottom) continue;
        std::size_t met = 0;
        for (const PdfRule& other : page.rules) {
            if (std::abs(other.y - rule.y) > 2) continue;
            met |= other.x0 < columns.front().x1 && other.x1 > columns.front().x0 ? 1U : 0U;
            met |= other.x0 < columns.back().x1 && other.x1 > columns.back().x0 ? 2U : 0U;
        }
        if (met == 3) rules.push_back(rule.y);
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end(), [](float a, float b) { return b - a < 4; }), rules.end());
    return rules;
}

std::vector<Lines> split_at_rules(const Lines& lines, const std::vector<float>& rules) {
    std::vector<Lines> rows(rules.size() + 1);
    for (const PdfLine& line : lines) {
        const float middle = (line.top() + line.bottom()) / 2;
        const auto row = std::lower_bound(rules.begin(), rules.end(), middle) - rules.begin();
        rows[static_cast<std::size_t>(row)].push_back(line);
    }
    std::erase_if(rows, [](const Lines& row) { return row.empty(); });
    return rows;
}

std::size_t find_root(std::vector<std::size_t>& parents, std::size_t i) {
    while (parents[i] != i) i = parents[i] = parents[parents[i]];
    return i;
}

/// Rows without rules: lines of one column that stand close, and lines side by side, belong together.
std::vector<Lines> split_at_gaps(const Lines& lines, const std::vector<Span>& columns) {
    std::vector<std::size_t> parents(lines.size());
    std::iota(parents.begin(), parents.end(), std::size_t{0});
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            const bool same = column_of(lines[i], columns) == column_of(lines[j], columns);
            const bool close = lines[j].top() - lines[i].bottom() < kCellGap * lines[j].size && !lines[j].starts;
            if (same ? close : vertical_overlap(lines[i], lines[j]) > kBeside)
                parents[find_root(parents, j)] = find_root(parents, i);
        }
    std::vector<Lines> rows;
    std::vector<std::size_t> index(lines.size(), lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t root = find_root(parents, i);
        if (index[root] == lines.size()) {
            index[root] = rows.size();
            rows.emplace_back();
        }
        rows[index[root]].push_back(lines[i]);
    }
    return rows;
}

bool starts_lower(const PdfLine& line) { return line.text.front() >= 'a' && line.text.front() <= 'z'; }

/// Rows without any padding stand as close as the lines of one cell: cut where both sides begin anew.
std::vector<Lines> split_tight(const Lines& row, const std::vector<Span>& columns) {
    const std::vector<Lines> cells = split_columns(row, columns);
    const auto least = std::min_element(cells.begin(), cells.end(), [](const Lines& a, const Lines& b) {
        return (a.empty() ? SIZE_MAX : a.size()) < (b.empty() ? SIZE_MAX : b.size());
    });
    std::vector<float> cuts;
    for (const PdfLine& line : *least) {
        const bool level = std::any_of(row.begin(), row.end(), [&](const PdfLine& other) {
            return column_of(other, columns) != column_of(line, columns) && !starts_lower(other) &&
                   std::abs(other.baseline - line.baseline) < 2;
        });
        if (!level || starts_lower(line)) return {row};
        cuts.push_back(line.top() - 1);
    }
    if (cuts.size() < 2) return {row};
    cuts.erase(cuts.begin());
    return split_at_rules(row, cuts);
}

std::vector<PdfCell> make_cells(const Lines& row, const std::vector<Span>& columns) {
    std::vector<PdfCell> cells = split_columns(row, columns);
    std::erase_if(cells, [](const PdfCell& cell) { return cell.empty(); });
    return cells;
}

PdfRegion make_table(const PdfPage& page, const Lines& lines, const std::vector<Span>& columns) {
    PdfRegion region;
    region.table = true;
    const std::vector<float> rules = find_row_rules(page, lines, columns);
    const std::vector<Lines> rows = rules.empty() ? split_at_gaps(lines, columns) : split_at_rules(lines, rules);
    for (const Lines& row : rows)
        // Where gaps told some rows apart, the table has padding, and a row of several lines is one.
        for (const Lines& part : rows.size() > 2 ? std::vector<Lines>{row} : split_tight(row, columns))
            region.rows.push_back(make_cells(part, columns));
    return region;
}

void add_running(const Lines& lines, std::vector<PdfRegion>& regions, bool continues = false) {
    if (lines.empty()) return;
    regions.push_back({false, continues, lines, {}});
}

void add_stretch(const PdfPage& page, const Lines& lines, std::vector<PdfRegion>& regions) {
    const std::vector<Span> columns = find_columns(lines);
    if (columns.size() < 2) return add_running(lines, regions);
    const std::vector<Lines> split = split_columns(lines, columns);
    std::size_t prose = 0;
    for (std::size_t i = 0; i < split.size(); ++i) prose += is_prose(split[i], columns[i]) ? 1U : 0U;
    const bool ruled = !find_row_rules(page, lines, columns).empty();
    if (ruled || prose < 2) return regions.push_back(make_table(page, lines, columns));
    for (const Lines& column : split) add_running(column, regions, &column != &split.front());
}

}  // namespace

std::vector<PdfRegion> find_regions(const PdfPage& page) {
    Lines lines;
    std::copy_if(page.lines.begin(), page.lines.end(), std::back_inserter(lines),
                 [](const PdfLine& line) { return !line.boilerplate; });
    const std::vector<bool> marks = find_beside(lines);
    std::vector<PdfRegion> regions;
    std::size_t done = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!marks[i] || i < done) continue;
        Stretch stretch = grow_down(lines, marks, i);
        grow_edges(lines, stretch, done);
        const auto at = [&](std::size_t index) { return lines.begin() + static_cast<std::ptrdiff_t>(index); };
        add_running(Lines(at(done), at(stretch.begin)), regions);
        add_stretch(page, Lines(at(stretch.begin), at(stretch.end)), regions);
        done = stretch.end;
    }
    add_running(Lines(lines.begin() + static_cast<std::ptrdiff_t>(done), lines.end()), regions);
    return regions;
}

}  // namespace findings
