#pragma once

#include <cstddef>
#include <vector>

#include "indexer/facets/listing/listed_line.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A body of a listing with what it was given. Bytes are the body's.
struct RoundUpEntry {
    ListedWords name;
    ListedWords grade;     ///< empty: its text has to tell
    ListedWords previous;  ///< may be empty
    bool unchanged = false;
    Span line;     ///< where the name stands
    Span grader;   ///< the line that gives the grade: its own, a cell of it, or the heading above
    Span section;  ///< what is told of it: its line and the paragraphs below
};

/// The bodies that a text lists, each with its own grade: rows of a table whose header says which column is the grade,
/// lines with the grade behind a mark or a verb, names below or behind a grade, and names as headings of paragraphs.
/// Two or more, in order, or none.
struct Listing {
    std::vector<RoundUpEntry> entries;

    /// The entry whose section holds a byte, nullptr for none.
    [[nodiscard]] const RoundUpEntry* entry_at(std::size_t byte) const;
};

/// Reads the listing of a story.
Listing read_listing(const Reading& reading);

}  // namespace findings
