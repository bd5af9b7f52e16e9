#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// One record of a table as a stranger's program wrote it.
struct TableRecord {
    std::size_t line = 0;  ///< where it begins in the file, from 1
    std::vector<std::string> cells;

    [[nodiscard]] bool blank() const;
};

/// Takes a text apart into records: RFC 4180, separated by commas, semicolons or tabs, line ends of any system. Never
/// fails: a quote inside a cell stands for itself, and one that is never closed ends with its line.
class TableRecords {
  public:
    /// `text` is UTF-8 and outlives the object.
    explicit TableRecords(std::string_view text);

    /// The next record; false at the end. Blank lines are records without cells.
    bool next(TableRecord& record);

  private:
    void read_cell(std::string& cell);
    [[nodiscard]] bool at_end_of_cell() const;
    [[nodiscard]] std::size_t find_closing_quote(std::size_t from) const;

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

}  // namespace findings
