#include "indexer/readers/office/csv_rows.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace findings {
namespace {

constexpr std::size_t kHeadOfTable = 4096;

char find_separator(std::string_view text) {
    const std::string_view head = text.substr(0, kHeadOfTable);
    constexpr std::array kSigns{',', ';', '\t'};
    return *std::max_element(kSigns.begin(), kSigns.end(), [head](char a, char b) {
        return std::count(head.begin(), head.end(), a) < std::count(head.begin(), head.end(), b);
    });
}

}  // namespace

Sheet read_csv_rows(std::string_view text) {
    Sheet sheet;
    const char separator = find_separator(text);
    SheetRow row;
    std::string cell;
    bool quoted = false;
    bool began_quoted = false;
    const auto end_cell = [&] {
        if (row.cells.size() < kMaxColumns) row.cells.push_back(std::move(cell));
        cell.clear();
        began_quoted = false;
    };
    const auto end_row = [&] {
        end_cell();
        row.number = sheet.rows.size() + 1;
        sheet.rows.push_back(std::exchange(row, {}));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                cell.push_back(c);
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell.push_back(text[++i]);
            else
                quoted = false;
        } else if (c == '"' && !began_quoted && cell.find_first_not_of(' ') == std::string::npos) {
            cell.clear();
            quoted = began_quoted = true;
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else {
            cell.push_back(c);
        }
    }
    if (!cell.empty() || !row.cells.empty()) end_row();
    return sheet;
}

}  // namespace findings
