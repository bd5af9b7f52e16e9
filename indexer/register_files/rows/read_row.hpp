#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/register_files/rows/register_row.hpp"
#include "indexer/register_files/table/register_kinds.hpp"
#include "indexer/register_files/table/table_records.hpp"

namespace findings {

/// Reads records of one register as rows.
class RowReader {
  public:
    using Refuse = std::function<void(RefusedCell&&)>;

    /// Requires: both outlive the reader.
    RowReader(const RegisterKind& kind, const std::vector<RegisterColumn>& columns, Refuse refuse);

    /// One record as a row; false when the whole record is refused.
    bool read(const TableRecord& record, RegisterRow& row);

    /// The body's number in a record, "" for none: which body a record of several belongs to.
    [[nodiscard]] std::string find_number(const TableRecord& record) const;

    /// Adds a record of a long register (one service and question a record) to its body's row.
    void add_question(const TableRecord& record, RegisterRow& row);

  private:
    struct Cell {
        const RegisterColumn* column;
        std::string text;
    };
    /// The inspections a record tells of, by part.
    using Parts = std::map<std::string, RegisterInspection>;

    void take_cell(const Cell& cell, RegisterRow& row, Parts& parts);
    bool take_body_cell(const Cell& cell, RegisterRow& row);
    bool take_place_cell(const Cell& cell, RegisterRow& row);
    void take_inspection_cell(const Cell& cell, RegisterInspection& inspection);
    void take_types(const Cell& cell, RegisterRow& row);
    void take_day(const Cell& cell, std::string& day);
    void take_grade(const Cell& cell, std::string_view area, RegisterInspection& inspection);
    void take_rated(const Cell& cell, RegisterInspection& inspection);
    /// The graded area that a question or judgement of that name is of; "" for none.
    [[nodiscard]] std::string find_area(std::string name) const;
    void settle(RegisterRow& row, Parts& parts) const;
    void refuse(const Cell& cell, std::string reason) const;

    const RegisterKind& kind_;
    const std::vector<RegisterColumn>& columns_;
    Refuse refuse_;
    std::size_t line_ = 0;
    std::string last_visit_;
    std::string started_;
};

/// Whether a record has more than one cell with something in it: titles and notes have one.
bool is_row_of_table(const TableRecord& record);

}  // namespace findings
