#include "common/index/root_lists.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <system_error>

#include "common/base/error.hpp"
#include "common/text/text_file.hpp"

namespace findings {
namespace {

using Cells = std::vector<std::string>;

std::string quote_cell(const std::string& cell) {
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c == '\n' || c == '\r' ? ' ' : c;
    }
    return quoted + '"';
}

std::string print_rows(const std::vector<Cells>& rows) {
    std::string text;
    for (const Cells& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + quote_cell(row[i]);
        text += '\n';
    }
    return text;
}

// One line: cells with or without quotes. Returns false for a quote that is not closed or stands inside a bare cell.
bool split_cells(std::string_view line, Cells& cells) {
    std::size_t at = 0;
    for (;;) {
        std::string cell;
        if (at < line.size() && line[at] == '"') {
            for (++at;; ++at) {
                if (at >= line.size()) return false;
                if (line[at] == '"' && (at + 1 >= line.size() || line[at + 1] != '"')) break;
                if (line[at] == '"') ++at;
                cell += line[at];
            }
            ++at;
        } else {
            while (at < line.size() && line[at] != ',') {
                if (line[at] == '"') return false;
                cell += line[at++];
            }
        }
        cells.push_back(std::move(cell));
        if (at >= line.size()) return true;
        if (line[at] != ',') return false;
        ++at;
    }
}

constexpr std::size_t kAnyColumns = 0;

// The rows below the header, each with `columns` cells.
std::vector<Cells> read_rows(const std::filesystem::path& path, std::size_t columns) {
    std::error_code error;
    if (!std::filesystem::exists(path, error) && !error) return {};
    const TextFile file = read_text_file(path, FileKinds::regular);
    if (!file.failure.empty())
        throw Error(Status::unavailable, fmt::format("cannot read {}: {}", path.string(), file.failure),
                    "check its permissions");
    std::vector<Cells> rows;
    std::string_view text = file.text;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        Cells cells;
        const bool whole = split_cells(line, cells) && !cells.front().empty() &&
                           (columns == kAnyColumns ? cells.size() > 1 : cells.size() == columns);
        if (!whole)
            throw Error(Status::unavailable,
                        fmt::format("{}:{}: not a row of {} cells", path.string(), number,
                                    columns == kAnyColumns ? "two or more" : std::to_string(columns)),
                        "mend the line; quotes within a cell are doubled");
        if (number > 1) rows.push_back(std::move(cells));
    }
    return rows;
}

}  // namespace

std::vector<Withdrawal> read_withdrawn(const std::filesystem::path& root) {
    std::vector<Withdrawal> rows;
    for (Cells& cells : read_rows(root / kWithdrawnName, 3))
        rows.push_back({std::move(cells[0]), std::move(cells[1]), std::move(cells[2])});
    return rows;
}

std::vector<std::string> read_withdrawn_ids(const std::filesystem::path& root) {
    std::vector<std::string> ids;
    for (Withdrawal& row : read_withdrawn(root)) ids.push_back(std::move(row.id));
    return ids;
}

std::vector<KeptGeneration> read_kept(const std::filesystem::path& root) {
    std::vector<KeptGeneration> rows;
    for (Cells& cells : read_rows(root / kKeptName, 2)) rows.push_back({std::move(cells[0]), std::move(cells[1])});
    return rows;
}

std::vector<StoryArrival> read_arrivals(const std::filesystem::path& root) {
    std::vector<StoryArrival> rows;
    for (Cells& cells : read_rows(root / kArrivalsName, 2)) rows.push_back({std::move(cells[0]), std::move(cells[1])});
    return rows;
}

std::vector<NeighboursRow> read_neighbours(const std::filesystem::path& root) {
    std::vector<NeighboursRow> rows;
    for (Cells& cells : read_rows(root / kNeighboursName, kAnyColumns)) {
        NeighboursRow row{std::move(cells.front()), {}};
        for (std::size_t i = 1; i < cells.size(); ++i)
            if (!cells[i].empty()) row.neighbours.push_back(std::move(cells[i]));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string print_withdrawn(const std::vector<Withdrawal>& rows) {
    std::vector<Cells> cells{{"id", "reason", "when"}};
    for (const Withdrawal& row : rows) cells.push_back({row.id, row.reason, row.when});
    return print_rows(cells);
}

std::string print_kept(const std::vector<KeptGeneration>& rows) {
    std::vector<Cells> cells{{"generation", "note"}};
    for (const KeptGeneration& row : rows) cells.push_back({row.generation, row.note});
    return print_rows(cells);
}

std::string print_arrivals(const std::vector<StoryArrival>& rows) {
    std::vector<Cells> cells{{"when", "id"}};
    for (const StoryArrival& row : rows) cells.push_back({row.when, row.id});
    return print_rows(cells);
}

}  // namespace findings
