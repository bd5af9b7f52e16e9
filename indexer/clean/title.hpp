#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/line.hpp"

namespace findings {

/// A title and the lines it was taken from.
struct FoundTitle {
    std::string text;
    std::size_t first_line = 0;  ///< lines.size() when no line holds it
    std::size_t end_line = 0;
};

/// The title of a page: the one its format gives, else the first heading, else the first short line that is
/// no menu and no boilerplate. A site's name behind it (" | KentOnline") is cut when the page or its metadata
/// shows what the name is.
FoundTitle find_page_title(const RawArticle& raw, const std::vector<Line>& lines);

/// The title of a report in PDF: on the first page the lines that name the inspection, with the place above
/// them and what they wrap into; else the given title, the first heading, the first short line.
FoundTitle find_report_title(const RawArticle& raw, const std::vector<Line>& lines);

/// What a letter is about: the line below "Dear …" that names an inspection or visit. Empty when there is
/// none.
FoundTitle find_letter_subject(const std::vector<Line>& lines);

/// Whether a line says the title again, alone or with a site's name behind it.
bool repeats_title(const Line& line, std::string_view folded_title);

}  // namespace findings
