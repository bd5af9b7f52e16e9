#include "indexer/register_files/table/table_records.hpp"

#include <algorithm>
#include <array>

namespace findings {
namespace {

constexpr std::size_t kSampleBytes = 16U << 10U;
/// A cell of more lines than this is a quote that was opened by accident.
constexpr std::size_t kLongestCell = 64U << 10U;

// Titles above the header hold commas too, so the whole beginning is counted: a separator stands in it far more often.
char find_separator(std::string_view text) {
    const std::string_view sample = text.substr(0, kSampleBytes);
    constexpr std::array<char, 3> kCandidates{',', '\t', ';'};
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char c : kCandidates) {
        const auto count = std::count(sample.begin(), sample.end(), c);
        if (count > most) {
            most = count;
            best = c;
        }
    }
    return best;
}

}  // namespace

bool TableRecord::blank() const {
    return std::all_of(cells.begin(), cells.end(),
                       [](const std::string& cell) { return cell.find_first_not_of(" \t\r\n") == std::string::npos; });
}

TableRecords::TableRecords(std::string_view text) : text_(text), separator_(find_separator(text)) {}

bool TableRecords::next(TableRecord& record) {
    if (at_ >= text_.size()) return false;
    record.line = line_;
    std::size_t count = 0;
    for (;; ++count) {
        if (count == record.cells.size()) record.cells.emplace_back();
        record.cells[count].clear();
        read_cell(record.cells[count]);
        if (at_ < text_.size() && text_[at_] == separator_)
            ++at_;
        else
            break;
    }
    record.cells.resize(count + 1);
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    return true;
}

bool TableRecords::at_end_of_cell() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
}

// Place of the quote that closes a cell opened at `from`: one that is not doubled; npos when there is none near.
std::size_t TableRecords::find_closing_quote(std::size_t from) const {
    for (std::size_t at = text_.find('"', from); at != std::string_view::npos; at = text_.find('"', at + 2)) {
        if (at - from > kLongestCell) return std::string_view::npos;
        if (text_.substr(at + 1, 1) != "\"") return at;
    }
    return std::string_view::npos;
}

void TableRecords::read_cell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"') {
        const std::size_t close = find_closing_quote(at_ + 1);
        if (close != std::string_view::npos) {
            for (std::size_t i = at_ + 1; i < close; ++i) {
                if (text_[i] == '"') ++i;
                if (text_[i] == '\n') ++line_;
                cell.push_back(text_[i]);
            }
            at_ = close + 1;
        }
    }
    while (!at_end_of_cell()) cell.push_back(text_[at_++]);
}

}  // namespace findings
