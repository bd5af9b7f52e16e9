#pragma once

#include "indexer/facets/provider/body_names.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// What the words around one sighting of a name tell of what it names.
struct NameContext {
    bool inspected = false;          ///< "inspectors visited X", "inspection at X", "report into X"
    bool owner = false;              ///< "run by X", "on behalf of X", "the owner, X", "part of X"
    bool company = false;            ///< "X Ltd"
    bool after_at = false;           ///< "at X", "inside X"
    bool compared = false;           ///< "like X", "neighbouring X"
    bool person = false;             ///< "Mr X", "X, the head teacher", "X, 46,"
    bool spoken_for = false;         ///< "manager of X"
    bool rated_object = false;       ///< "rated X", "branded the X"
    bool placed = false;             ///< "X in Leeds", "X, Leeds"
    bool to_come = false;            ///< "X will", "X hopes"
    bool does_as_bodies_do = false;  ///< "X employs", "X cares"
    bool speaks = false;             ///< "X said"
    bool runs_another = false;       ///< "X, which runs", "X owns"
    bool is_run_by = false;          ///< "X, run by", "X is owned"
    bool is_rated = false;           ///< "X was also rated", "X, in Leeds, has been judged"
    bool apposed = false;            ///< "the firm, X,", "The practice - X -"
    bool called = false;             ///< "a school called X", "the service, named X"
};

/// Reads them around words `name`. `unlisted`: no list and no kind tells that the name is a body's, so that it may be a
/// person's.
NameContext read_name_context(const Passage& passage, NameSpan name, bool unlisted);

/// "Mr", "Dr", "Cllr", folded.
bool is_personal_title(std::string_view folded);

}  // namespace findings
