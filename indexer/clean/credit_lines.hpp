#pragma once

#include <string_view>

#include "indexer/clean/line.hpp"

namespace findings {

/// Whether the line says when the article was published or updated and little else: "Published: 12 March
/// 2024", "Updated 10:32, 3 Jan 2026", "16/10/2013". A range of days is none: that is an inspection's.
bool is_dateline(const Line& line);

/// Whether the line names the writer and little else: "By Jane Smith, Local Democracy Reporter".
bool is_byline(const Line& line);

/// Whether a month with a figure, or a date in figures, stands in the line.
bool holds_date(const Line& line);

/// Whether the line says who the writer is: "Jane Smith is a reporter for the Echo.". Only behind a story.
bool is_author_note(const Line& line);

}  // namespace findings
