#include <algorithm>

#include "indexer/clean/boilerplate.hpp"
#include "indexer/clean/credit_lines.hpp"
#include "indexer/clean/menus.hpp"

namespace findings {
namespace {

// A standfirst and a first paragraph may stand above byline and date.
constexpr std::size_t kCreditProse = 2;

/// Index of the prose line number `count` (0-based) among the kept lines, lines.size() when there are fewer.
std::size_t find_prose(const std::vector<Line>& lines, std::size_t count) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kept() && is_prose(lines[i]) && count-- == 0) return i;
    }
    return lines.size();
}

// Below "Inspection dates" a bare date is the visit's, not the article's.
bool is_labelled(const std::vector<Line>& lines, std::size_t i) {
    while (i-- > 0) {
        if (!lines[i].kept()) continue;
        return is_headline_like(lines[i]) && lines[i].words <= 6 &&
               (holds_phrase(lines[i].folded, "inspection") || holds_phrase(lines[i].folded, "inspected") ||
                holds_phrase(lines[i].folded, "visit") || holds_phrase(lines[i].folded, "dates"));
    }
    return false;
}

using Metadata = std::vector<std::pair<std::string, std::string>>;

bool is_declared_byline(const Line& line, const Metadata& metadata) {
    return std::any_of(metadata.begin(), metadata.end(), [&line](const auto& entry) {
        return (entry.first == "byline" || entry.first == "author" || entry.first == "jsonld:author") &&
               !entry.second.empty() && entry.second == line.text;
    });
}

void drop_credit(std::vector<Line>& lines, std::size_t i, Metadata& metadata) {
    Line& line = lines[i];
    if (!line.kept()) return;
    const bool byline = line.role == BlockRole::byline || is_byline(line) || is_declared_byline(line, metadata);
    const bool dateline = is_dateline(line) && !is_labelled(lines, i);
    if (!byline && !dateline) return;
    line.rule = dateline ? "dateline" : "byline";
    metadata.emplace_back(line.rule, line.text);
    // "By Jane Smith, 12 March 2024" is both.
    if (!dateline && holds_date(line)) metadata.emplace_back("dateline", line.text);
}

void drop_source_link(Line& line) {
    const bool source = line.folded.starts_with("source:") || line.folded.starts_with("source |");
    const bool link = line.folded.find("www.") != std::string::npos || line.folded.find("http") != std::string::npos;
    if (line.kept() && source && link && line.words < 60) line.rule = "source-link";
}

// A report may have a section of comments; only the page's own words close a story.
bool ends_story(const Line& line) {
    return line.folded != "comment" && line.folded != "comments" && line.folded != "have your say";
}

// "Comments are closed." ends the page's story, unless a fifth as much prose follows: then it was a link to
// them.
void drop_after_story(std::vector<Line>& lines) {
    std::vector<std::size_t> prose_before(lines.size() + 1, 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        prose_before[i + 1] = prose_before[i] + (lines[i].kept() && is_prose(lines[i]) ? lines[i].text.size() : 0);
    }
    const std::size_t all = prose_before.back();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].rule != "comments" || !ends_story(lines[i])) continue;
        const std::size_t before = prose_before[i];
        if (before == 0 || (all - before) * 5 > before) continue;
        for (std::size_t k = i + 1; k < lines.size(); ++k) {
            if (lines[k].kept() && lines[k].role != BlockRole::table_row) lines[k].rule = "after-story";
        }
        return;
    }
}

}  // namespace

void drop_page_boilerplate(std::vector<Line>& lines, std::size_t title_line, Metadata& metadata) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line& line = lines[i];
        if (!line.kept() || i == title_line) continue;
        if (is_breadcrumb(line)) {
            line.rule = "breadcrumb";
        } else if (is_menu_line(line)) {
            line.rule = "menu";
        }
    }
    const std::size_t credit_end = find_prose(lines, kCreditProse);
    const std::size_t tail_begin = find_prose_end(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == title_line) continue;
        const bool near_story = i < credit_end || i >= tail_begin;
        if (near_story || lines[i].role == BlockRole::byline) drop_credit(lines, i, metadata);
    }
    const std::size_t first_prose = find_first_prose(lines);
    // Nothing of a story stands above its heading: there any four short lines are a menu.
    const bool headed = title_line < lines.size() && lines[title_line].role == BlockRole::heading;
    drop_menus(lines, 0, std::min(first_prose, title_line), headed ? 0 : 2);
    if (first_prose < lines.size()) drop_menus(lines, find_prose_end(lines), lines.size());
    for (std::size_t i = tail_begin > 0 ? tail_begin - 1 : 0; i < lines.size(); ++i) {
        if (i > first_prose && lines[i].kept() && is_author_note(lines[i])) lines[i].rule = "author-note";
    }
    for (Line& line : lines) drop_source_link(line);
    drop_after_story(lines);
    drop_page_end(lines);
}

}  // namespace findings
