#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/clean/line.hpp"
#include "indexer/clean/recurring_lines.hpp"

namespace findings {

/// Which rules may run. Formats that declare their text have no page around it.
enum class BoilerplateLevel : std::uint8_t {
    roles,  ///< PDF: only what the reader found to repeat on every page
    sure,   ///< declared text: phrases that no story contains
    page,   ///< saved pages: also rules that go by position
};

/// Cuts blocks into lines where boilerplate was glued to a story ("… he said. Hide Ad The council …") and where
/// one text stands twice in a row. Blocks must outlive the lines.
std::vector<Line> make_lines(const std::vector<Block>& blocks, BoilerplateLevel level);

/// Drops by the role that the markup gave. When a page keeps its whole story inside such markup (forms do
/// that), its prose stays.
void drop_roles(std::vector<Line>& lines, BoilerplateLevel level);

/// Drops phrases, captions and lists of other stories: what needs no idea of the page's layout.
void drop_sure_boilerplate(std::vector<Line>& lines);

/// Drops picture captions: marked with their credit, or printed twice. Duplicates of prose keep the first.
void drop_captions(std::vector<Line>& lines, BoilerplateLevel level);

/// Drops "Read More", "Most Read" and the headlines below them, until the story goes on.
void drop_story_lists(std::vector<Line>& lines);

/// A title that the format gave or marked up as one.
struct MarkedTitle {
    std::string folded;    ///< empty when there is none
    std::size_t line = 0;  ///< the line that prints it, lines.size() when none does
};

/// Drops what recurs on the article's site and is no part of its story: whole lines only. Headings that a site's
/// stories share, rows of tables, quotes and whatever a report repeats by its form stay.
void drop_recurring(std::vector<Line>& lines, const MarkedTitle& title, const SiteLines& site);

/// Drops breadcrumbs, menus, bylines, datelines and what stands behind the story. `title_line` is the index
/// of the title's line or lines.size(). Bylines and datelines are appended to `metadata` as "byline" and
/// "dateline".
void drop_page_boilerplate(std::vector<Line>& lines, std::size_t title_line,
                           std::vector<std::pair<std::string, std::string>>& metadata);

/// Drops what ends saved pages without any label: a site's footer, headlines of other stories.
void drop_page_end(std::vector<Line>& lines);

/// Index of the first line of running prose that is kept, lines.size() when there is none.
std::size_t find_first_prose(const std::vector<Line>& lines);
/// Index after the last line of running prose that is kept, 0 when there is none.
std::size_t find_prose_end(const std::vector<Line>& lines);

}  // namespace findings
