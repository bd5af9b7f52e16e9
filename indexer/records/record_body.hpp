#pragma once

#include <string>

#include "indexer/register_files/rows/read_register.hpp"

namespace findings {

/// The provider that a register's row tells of.
struct RecordBody {
    std::string slug;
    std::string label;
};

/// Names the body of a row: a council by its slug, a body of the national lists by its name there, any other by its
/// name and its number together, for names repeat. One whose name is kept back goes by its number alone.
RecordBody name_record_body(const RegisterRow& row, const RegisterKind& kind);

}  // namespace findings
