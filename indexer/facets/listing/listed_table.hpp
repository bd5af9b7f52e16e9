#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/facets/listing/listed_line.hpp"

namespace findings {

/// The cells of a row: words between bars and tabs.
std::vector<ListedWords> read_cells(const Passage& passage, std::size_t first, std::size_t last);

/// What the columns of a table of bodies are, by the words of its header.
struct ListedColumns {
    std::size_t count = 0;
    std::size_t name = 0;
    std::size_t grade = 0;
    std::optional<std::size_t> previous;
};

/// "Previously", "Last", "Former": words of a label above or before the grade that a body had.
bool is_label_of_previous(std::string_view word);

/// The columns of a header; none for cells that are no header of a table of grades.
std::optional<ListedColumns> read_header(const Passage& passage, const std::vector<ListedWords>& cells);

/// A row below such a header.
ListedLine read_row(const Passage& passage, const std::vector<ListedWords>& cells, const ListedColumns& columns);

}  // namespace findings
