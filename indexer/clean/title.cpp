#include "indexer/clean/title.hpp"

#include <algorithm>
#include <array>

#include "indexer/clean/boilerplate.hpp"
#include "indexer/clean/credit_lines.hpp"
#include "indexer/clean/menus.hpp"

namespace findings {
namespace {

// A story's title stands above it; further down a line that equals it is a link.
constexpr std::size_t kTitleBytes = 300;

std::string fold(std::string_view text) { return make_line(BlockRole::heading, 0, trim_space(text)).folded; }

/// Length of a title without the site's name behind its last separator; the whole length when there is none.
std::size_t find_site_suffix(std::string_view title) {
    constexpr std::array<std::string_view, 6> kSeparators = {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00b7 "};
    std::size_t cut = std::string_view::npos;
    for (const std::string_view separator : kSeparators) {
        const std::size_t at = title.rfind(separator);
        if (at != std::string_view::npos && at > 0 && (cut == std::string_view::npos || at > cut)) cut = at;
    }
    return cut == std::string_view::npos ? title.size() : cut;
}

bool names_site(const RawArticle& raw, std::string_view suffix) {
    return std::any_of(raw.metadata.begin(), raw.metadata.end(), [suffix](const auto& entry) {
        return entry.first == "og:site_name" && fold(entry.second) == fold(suffix);
    });
}

// A shorter line that equals a title's second half may be a section's name.
constexpr std::size_t kTellingWords = 3;

// A notice or a standfirst may stand above a title; past three paragraphs its words are a section's.
constexpr std::size_t kProseAboveTitle = 2;

std::size_t find_line(const std::vector<Line>& lines, std::string_view folded) {
    std::size_t prose = 0;
    for (std::size_t i = 0; i < lines.size() && prose <= kProseAboveTitle; ++i) {
        const Line& line = lines[i];
        if ((line.kept() || line.rule == "navigation") && line.folded == folded) return i;
        prose += line.kept() && is_prose(line) ? 1 : 0;
    }
    return lines.size();
}

FoundTitle make_given(const RawArticle& raw, const std::vector<Line>& lines, std::string_view given) {
    std::string_view title = trim_space(given);
    std::size_t line = find_line(lines, fold(title));
    for (std::string_view shorter = title; line == lines.size();) {
        const std::size_t cut = find_site_suffix(shorter);
        if (cut == shorter.size()) break;
        const std::string_view suffix = shorter.substr(cut);
        shorter = trim_space(shorter.substr(0, cut));
        line = find_line(lines, fold(shorter));
        if (line < lines.size() || names_site(raw, suffix)) title = shorter;
    }
    // "Cymro Gazette: Staff learn sign language" above the heading "Staff learn sign language".
    for (const std::string_view separator : {": ", " | ", " - ", " \u2013 "}) {
        const std::size_t at = title.find(separator);
        if (line < lines.size() || at == std::string_view::npos) continue;
        const std::string_view rest = trim_space(title.substr(at + separator.size()));
        const std::size_t same = find_line(lines, fold(rest));
        if (same == lines.size() || lines[same].words < kTellingWords) continue;
        title = rest;
        line = same;
    }
    return {std::string(title), line, std::min(line + 1, lines.size())};
}

bool may_be_title(const Line& line) {
    return line.kept() && line.words > 0 && line.role != BlockRole::table_row && line.text.size() <= kTitleBytes;
}

FoundTitle make_from_line(const std::vector<Line>& lines, std::size_t line) {
    return {std::string(lines[line].text), line, line + 1};
}

}  // namespace

bool repeats_title(const Line& line, std::string_view folded_title) {
    if (folded_title.empty() || line.role == BlockRole::table_row) return false;
    if (line.folded == folded_title) return true;
    // A title at the front of a line brings its words; looking for what divides it from a site's name costs more.
    if (is_prose(line) || (!line.folded.empty() && (word_bits(folded_title) & ~line.word_bits) != 0)) return false;
    const std::string_view text = line.text;
    const std::size_t cut = find_site_suffix(text);
    return cut < text.size() && fold(text.substr(0, cut)) == folded_title;
}

FoundTitle find_page_title(const RawArticle& raw, const std::vector<Line>& lines) {
    if (!trim_space(raw.title).empty()) return make_given(raw, lines, raw.title);
    const auto declared = raw.declared.find("title");
    if (declared != raw.declared.end() && !declared->second.empty()) {
        return make_given(raw, lines, declared->second.front());
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].role == BlockRole::heading && may_be_title(lines[i])) return make_from_line(lines, i);
    }
    for (const auto& [name, value] : raw.metadata) {
        if (name == "og:title" && !trim_space(value).empty()) return make_given(raw, lines, value);
    }
    if (FoundTitle subject = find_letter_subject(lines); !subject.text.empty()) return subject;
    // Try the rules that need a title on a copy: menus above it would otherwise give the title.
    std::vector<Line> trial = lines;
    const std::size_t first_prose = std::min(find_first_prose(trial), trial.size());
    std::size_t last_entry = lines.size();
    drop_menus(trial, 0, first_prose);
    for (std::size_t i = 0; i <= first_prose && i < trial.size(); ++i) {
        const Line& line = trial[i];
        if (is_breadcrumb(line) || is_menu_line(line) || is_dateline(line) || is_byline(line)) continue;
        if (line.rule == "menu") last_entry = i;
        if (!may_be_title(line) || line.role == BlockRole::list_item) continue;
        // Prose before any short line: a text without a title, unless a menu's last entry was one.
        if (is_prose(line)) break;
        return make_from_line(lines, i);
    }
    if (last_entry < lines.size() && first_prose < lines.size()) return make_from_line(lines, last_entry);
    return {"", lines.size(), lines.size()};
}

}  // namespace findings
