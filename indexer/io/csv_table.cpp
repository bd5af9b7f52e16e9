#include "indexer/io/csv_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/ascii.hpp"
#include "common/text/code_points.hpp"
#include "common/text/text_file.hpp"
#include "common/text/trim.hpp"

namespace findings {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
constexpr std::string_view kBlanks = " \t";

/// Takes a text apart into records.
class CsvReader {
  public:
    CsvReader(std::string_view text, const std::string& name)
        : text_(text),
          name_(name),
          separator_(find_separator(text)),
          blanks_(separator_ == '\t' ? " " : kBlanks),
          ends_{separator_, '\r', '\n'} {}

    /// The next record that is not blank; false at the end.
    bool next(CsvRow& row) {
        while (at_ < text_.size()) {
            row.line = line_;
            row.cells.clear();
            read_record(row);
            if (row.cells.size() > 1 || !row.cells.front().empty()) return true;
        }
        return false;
    }

  private:
    // Excel writes semicolons where the comma divides decimals, and tabs when asked for text: the header tells, for no
    // name of a column holds any of them.
    static char find_separator(std::string_view text) {
        const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
        const std::string_view header = text.substr(begin, text.find_first_of("\r\n", begin) - begin);
        char most = ',';
        for (const char c : {';', '\t'})
            if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), most)) most = c;
        return most;
    }

    void read_record(CsvRow& row) {
        for (;;) {
            row.cells.push_back(read_cell());
            if (at_ >= text_.size()) return;
            if (text_[at_] == separator_) {
                ++at_;
                continue;
            }
            if (text_[at_] == '\r') ++at_;
            if (at_ < text_.size() && text_[at_] == '\n') ++at_;
            ++line_;
            return;
        }
    }

    std::string read_cell() {
        const std::size_t from = text_.find_first_not_of(blanks_, at_);
        if (from != std::string_view::npos && text_[from] == '"') {
            at_ = from + 1;
            return read_quoted();
        }
        const std::size_t end = std::min(text_.find_first_of(ends_, at_), text_.size());
        std::string cell(trim(text_.substr(at_, end - at_), kBlanks));
        at_ = end;
        return cell;
    }

    std::string read_quoted() {
        const std::size_t opened = line_;
        std::string cell;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '"' && text_.substr(at_ + 1, 1) != "\"") {
                at_ = std::min(text_.find_first_not_of(' ', at_ + 1), text_.size());
                if (at_ < text_.size() && ends_.find(text_[at_]) == std::string::npos)
                    throw Error(Status::bad_config, fmt::format("{}:{}: text after a closing quote", name_, line_),
                                "write a quote inside a quoted cell twice: \"\"");
                return std::string(trim(cell, kBlanks));
            }
            if (c == '"') ++at_;
            if (c == '\n') ++line_;
            cell += c;
        }
        throw Error(Status::bad_config, fmt::format("{}:{}: a quote is opened and never closed", name_, opened),
                    "close it, or write a quote inside a quoted cell twice: \"\"");
    }

    std::string_view text_;
    const std::string& name_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    char separator_;
    std::string_view blanks_;  ///< what may stand around a cell
    std::string ends_;         ///< what ends one
};

/// For each column of the file, its place among those asked for.
std::vector<std::size_t> read_header(const CsvRow& header, const std::string& name, const CsvColumns& columns) {
    std::vector<std::size_t> places;
    for (std::string cell : header.cells) {
        cell = lower_case(cell);
        const auto found = std::find(columns.names.begin(), columns.names.end(), cell);
        const auto place = static_cast<std::size_t>(found - columns.names.begin());
        if (found == columns.names.end()) {
            // Excel writes a comma for each column that once had something in it.
            if (cell.empty()) {
                places.push_back(kNoColumn);
                continue;
            }
            const std::string nearest = nearest_name(cell, columns.names);
            throw Error(Status::bad_config, fmt::format("{}:{}: there is no column {}", name, header.line, cell),
                        nearest.empty() ? fmt::format("the columns are {}", fmt::join(columns.names, ","))
                                        : fmt::format("did you mean {}?", nearest));
        }
        if (std::find(places.begin(), places.end(), place) != places.end())
            throw Error(Status::bad_config, fmt::format("{}:{}: column {} stands twice", name, header.line, cell),
                        "keep one of them");
        places.push_back(place);
    }
    for (std::size_t i = 0; i < columns.needed; ++i)
        if (std::find(places.begin(), places.end(), i) == places.end())
            throw Error(Status::bad_config,
                        fmt::format("{}:{}: the header lacks the column {}", name, header.line, columns.names[i]),
                        fmt::format("the first line names the columns: {}", fmt::join(columns.names, ",")));
    return places;
}

void check_utf8(std::string_view text, const std::string& name) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        if (next_code_point(text, at) >= 0) continue;
        const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(before), '\n');
        throw Error(Status::bad_config, fmt::format("{}:{}: not UTF-8", name, lines + 1),
                    "save it as UTF-8; Excel calls that “CSV UTF-8”");
    }
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view marked, const std::string& name, const CsvColumns& columns) {
    const std::string text = decode_marked_text(std::string(marked));
    check_utf8(text, name);
    CsvReader reader(text, name);
    CsvRow row;
    std::vector<CsvRow> rows;
    if (!reader.next(row))
        throw Error(Status::bad_config, fmt::format("{}: the table is empty: it has no header line", name),
                    fmt::format("it may have been cut off; a table without rows is the line {}",
                                fmt::join(columns.names.begin(),
                                          columns.names.begin() + static_cast<std::ptrdiff_t>(columns.needed), ",")));
    const std::vector<std::size_t> places = read_header(row, name, columns);
    while (reader.next(row)) {
        CsvRow ordered{row.line, std::vector<std::string>(columns.names.size())};
        bool blank = true;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            blank = blank && row.cells[i].empty();
            if (i < places.size() && places[i] != kNoColumn)
                ordered.cells[places[i]] = std::move(row.cells[i]);
            else if (!row.cells[i].empty())
                throw Error(Status::bad_config,
                            fmt::format("{}:{}: more cells than the header has columns", name, row.line),
                            "put a cell that holds a comma in quotes");
        }
        if (!blank) rows.push_back(std::move(ordered));
    }
    return rows;
}

std::vector<CsvRow> read_csv(const std::filesystem::path& file, const CsvColumns& columns) {
    const TextFile table = read_text_file(file, FileKinds::regular);
    if (!table.failure.empty())
        throw Error(Status::bad_config, fmt::format("cannot read {}: {}", file.string(), table.failure),
                    "is it there, may you read it?");
    return parse_csv(table.text, file.string(), columns);
}

}  // namespace findings
