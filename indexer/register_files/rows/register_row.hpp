#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// One inspection as a row of a register tells it. Slugs and ISO days; empty where the row says nothing.
struct RegisterInspection {
    std::string event;   ///< its kind as printed
    std::string visit;   ///< slug
    std::string number;  ///< of the event
    std::string inspected;
    std::string published;
    std::string grade;
    std::string printed_grade;  ///< as the cell has it, also where that is no grade
    std::string concern;
    std::string predecessor;  ///< number of the body that was inspected, when it is another
    std::vector<Judgement> judgements;

    [[nodiscard]] const std::string& day() const { return inspected.empty() ? published : inspected; }
    [[nodiscard]] bool empty() const {
        return day().empty() && grade.empty() && judgements.empty() && number.empty() && printed_grade.empty();
    }
};

/// What one row of a register says of one body. Slugs where a facet has them; labels elsewhere.
struct RegisterRow {
    std::size_t line = 0;
    std::string number;
    std::vector<std::string> other_numbers;
    std::string name;       ///< empty when it is redacted
    bool redacted = false;  ///< the register keeps the name back
    std::vector<std::string> other_names;
    std::vector<std::string> types;     ///< slugs
    std::vector<std::string> subtypes;  ///< as printed
    std::string status;                 ///< slug
    std::string owner;                  ///< as printed
    std::string owner_number;
    std::string brand;
    std::string sector;     ///< slug
    std::string authority;  ///< slug
    std::string region;     ///< slug
    std::string town;
    std::string registered;
    std::string closed;
    std::string url;
    RegisterInspection inspection;                           ///< the newest that is this body's own
    std::vector<RegisterInspection> earlier;                 ///< others that the row tells of
    std::vector<std::pair<std::string, std::string>> cells;  ///< what may be shown: name of the column, cell
};

/// A row or cell that is not read.
struct RefusedCell {
    std::size_t line = 0;
    std::string column;  ///< as printed; empty for a whole row
    std::string value;
    std::string reason;
};

}  // namespace findings
