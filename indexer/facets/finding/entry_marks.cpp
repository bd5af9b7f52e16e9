#include "indexer/facets/finding/entry_marks.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 13> kBullets{"•", "◼", "■", "▪", "●", "❑", "➢", "►", "✓", "* ", "·", "❖", "▶"};
constexpr std::array<std::string_view, 7> kDashes{"−", "–", "—", "- ", "o ", "◦", "○"};
constexpr std::array<std::string_view, 24> kBetween{"a",     "an", "the", "and",  "or", "of",   "in",    "on",
                                                    "at",    "by", "for", "from", "to", "with", "that",  "who",
                                                    "which", "as", "is",  "are",  "be", "not",  "their", "its"};
/// How lines of a report's cover and of a letter's head begin, in small letters.
constexpr std::array<std::string_view, 20> kLetterhead{
    "inspection date",     "date of inspection", "dates of inspection",
    "inspected on",        "lead inspector",     "lead inspectors",
    "reporting inspector", "team inspector",     "her majesty's",
    "his majesty's",       "report published",   "published:",
    "publication date",    "date published",     "date of publication",
    "reference no",        "unique reference",   "dear ",
    "inspection number",   "our reference"};
constexpr int kHighestNumber = 999;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size() && is_blank(line[at])) ++at;
    return at;
}

/// Fonts of symbols put their bullets at U+F000 to U+F0FF: bytes EF 80 xx to EF 83 xx.
bool is_symbol(std::string_view line) {
    return line.size() >= 3 && line[0] == '\xef' && static_cast<unsigned char>(line[1]) >= 0x80 &&
           static_cast<unsigned char>(line[1]) <= 0x83;
}

/// "12.", "12)", "1.2", "R1:", "R1": digits that a mark or, behind an R, a blank ends.
MarkedLine read_number(std::string_view line) {
    const bool lettered = line.size() > 2 && line[0] == 'R' && is_digit(line[1]);
    std::size_t at = lettered ? 1 : 0;
    if (at >= line.size() || !is_digit(line[at])) return {};
    int number = 0;
    bool parted = false;
    for (; at < line.size(); ++at) {
        if (is_digit(line[at])) {
            number = number * 10 + (line[at] - '0');
            if (number > kHighestNumber) return {};
        } else if (line[at] == '.' && at + 1 < line.size() && is_digit(line[at + 1])) {
            number = 0;
            parted = true;
        } else {
            break;
        }
    }
    const bool marked = at < line.size() && (line[at] == '.' || line[at] == ')' || line[at] == ':');
    if (marked) ++at;
    if (at >= line.size() || !is_blank(line[at]) || (!marked && !lettered && !parted)) return {};
    // "4.5 children" and "12.30 to 2 pm" are numbers of a sentence.
    if (parted && !marked && at + 1 < line.size() && is_lower(line[at + 1])) return {};
    return {EntryMark::number, number, skip_blanks(line, at)};
}

}  // namespace

MarkedLine read_mark(std::string_view line) {
    for (const std::string_view bullet : kBullets)
        if (line.starts_with(bullet)) return {EntryMark::bullet, 0, skip_blanks(line, bullet.size())};
    for (const std::string_view dash : kDashes)
        if (line.starts_with(dash)) return {EntryMark::dash, 0, skip_blanks(line, dash.size())};
    if (is_symbol(line)) return {EntryMark::bullet, 0, skip_blanks(line, 3)};
    return read_number(line);
}

bool ends_sentence(std::string_view text) {
    while (!text.empty()) {
        if (text.ends_with("’") || text.ends_with("”")) {
            text.remove_suffix(3);
        } else if (text.back() == '"' || text.back() == '\'' || is_blank(text.back())) {
            text.remove_suffix(1);
        } else if (text.back() == ')') {
            if (text.size() > 1 && text[text.size() - 2] == '.') return true;
            const std::size_t open = text.rfind('(');
            if (open == std::string_view::npos) return false;
            text = text.substr(0, open);
        } else {
            break;
        }
    }
    return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?');
}

bool leads_on(std::string_view text) {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text.ends_with(':') || text.ends_with(';') || text.ends_with(',') || text.ends_with("—") ||
           text.ends_with(" and") || text.ends_with(" or") || text.ends_with(" include") ||
           text.ends_with(" including") || text.ends_with(" to") || text.ends_with(" by") || text.ends_with(" that");
}

bool breaks_off(std::string_view text) {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    const std::size_t blank = text.rfind(' ');
    const std::string_view last = blank == std::string_view::npos ? text : text.substr(blank + 1);
    return is_one_of(kBetween, last);
}

bool starts_small(std::string_view text) {
    const std::string_view rest = text.substr(std::min(text.size(), read_mark(text).length));
    return !rest.empty() && is_lower(rest.front());
}

bool is_letterhead(std::string_view line) {
    std::string small = lower_case(line.substr(0, 200));
    for (std::size_t at = small.find("\u2019"); at != std::string::npos; at = small.find("\u2019", at))
        small.replace(at, 3, "'");
    if (small.ends_with(" hmi") || small.ends_with("majesty's inspector")) return true;
    return std::any_of(kLetterhead.begin(), kLetterhead.end(),
                       [&](std::string_view opening) { return small.starts_with(opening); });
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = is_blank(c);
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return words;
}

}  // namespace findings
