#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// A cell without blanks around it and with letters that were once misread put right: UTF-8 read as Windows-1252
/// ("Childrenâ€™s"), Mac Roman read as Latin-1 ("ChildrenÕs").
std::string mend_cell(std::string_view cell);

/// Whether a cell says that there is no value: empty, a dash, "..", NULL, REDACTED, 01/01/1900.
bool is_missing(std::string_view cell);
/// Whether a cell stands for a name that is kept back.
bool is_redacted(std::string_view cell);

/// What a cell stands for.
struct CellValue {
    bool known = false;  ///< the printed form is in data/register_values.tsv
    std::string slug;    ///< empty where the form stands for no value
};

/// The value of a printed form of `meaning` in a kind of register. Source: data/register_values.tsv.
CellValue find_value(std::string_view meaning, std::string_view kind, std::string_view cell);

/// What a cell that should hold a grade holds.
struct CellGrade {
    std::string slug;      ///< the grade; empty for none
    bool outcome = false;  ///< a known outcome that is no grade
    bool known = false;    ///< either of them
};

/// Reads a grade of one of the scales, in words or as that scale's number ("2", "2.0").
CellGrade read_grade(std::string_view cell, const std::vector<std::string>& scales, std::string_view kind);

}  // namespace findings
