#include "indexer/clean/credit_lines.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::size_t kDatelineWords = 22;
constexpr std::size_t kBylineWords = 16;

constexpr std::array<std::string_view, 24> kMonths = {
    "january",   "february", "march",    "april",    "may",  "june", "july", "august",
    "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
    "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};

constexpr std::array<std::string_view, 10> kDateStarts = {
    "published",    "first published", "date published", "last published",   "updated",
    "last updated", "posted",          "last modified",  "publication date", "article published"};

// Words that may stand around a date in a dateline; with any other word it is a sentence or a label.
constexpr std::array<std::string_view, 42> kDateWords = {
    "published", "updated", "posted",  "first",     "last",     "modified", "date",     "created", "publication",
    "on",        "at",      "the",     "and",       "of",       "am",       "pm",       "gmt",     "bst",
    "utc",       "monday",  "tuesday", "wednesday", "thursday", "friday",   "saturday", "sunday",  "mon",
    "tue",       "tues",    "wed",     "thu",       "thur",     "thurs",    "fri",      "sat",     "sun",
    "by",        "-",       "/",       "|",         "news",     "in"};

constexpr std::array<std::string_view, 8> kWriters = {"reporter",  "correspondent", "editor", "journalist",
                                                      "columnist", "newsdesk",      "writer", "reporting service"};

std::string_view strip_marks(std::string_view word) {
    while (!word.empty() && std::string_view(",.;:()").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    while (!word.empty() && std::string_view("(").find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    return word;
}

// "12", "2024", "3rd", "10:32", "5.30pm", "9am"
bool is_number_word(std::string_view word) {
    if (word.empty() || !is_digit(word[0])) return false;
    for (const std::string_view suffix : {"st", "nd", "rd", "th", "am", "pm", "z"}) {
        if (word.ends_with(suffix)) word.remove_suffix(suffix.size());
    }
    return word.size() <= 8 && word.find_first_not_of("0123456789:.") == std::string_view::npos;
}

// "16/10/2013", "2024-03-12", "2024-03-12t10:32:00"
bool is_numeric_date(std::string_view word) {
    const auto count = [word](char c) { return std::count(word.begin(), word.end(), c); };
    const bool shaped = count('/') == 2 || count('-') == 2 || (count('.') == 2 && word.size() >= 8);
    return word.size() >= 6 && is_digit(word[0]) && shaped &&
           word.find_first_not_of("0123456789/-.:tz+") == std::string_view::npos;
}

struct DateParts {
    int dates = 0;  ///< month names and numeric dates
    bool numbers = false;
    bool says_when = false;  ///< "published", "updated", "posted"
    bool other = false;      ///< words that no dateline has
};

DateParts read_date_parts(const Line& line) {
    DateParts parts;
    for (const std::string_view raw : split_words(line.folded)) {
        const std::string_view word = strip_marks(raw);
        if (word.empty()) continue;
        parts.says_when |= word == "published" || word == "updated" || word == "posted" || word == "modified";
        if (is_numeric_date(word)) {
            ++parts.dates;
            parts.numbers = true;
        } else if (is_one_of(kMonths, word)) {
            ++parts.dates;
        } else if (is_number_word(word)) {
            parts.numbers = true;
        } else if (!is_one_of(kDateWords, word)) {
            parts.other = true;
        }
    }
    return parts;
}

bool starts_upper(std::string_view word) {
    return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) == 0xc3);
}

/// Whether all words of a name line are capitalised, but for the small ones of job titles.
bool is_capitalised(const std::vector<std::string_view>& words, std::size_t from) {
    constexpr std::array<std::string_view, 14> kSmall = {"and", "for", "of",  "the", "in", "at", "on",
                                                         "de",  "van", "von", "-",   "&",  "|",  "local"};
    return std::all_of(
        words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), [&kSmall](std::string_view word) {
            return starts_upper(word) || word.starts_with('@') || word.starts_with('(') || is_digit(word[0]) ||
                   word.starts_with("\u2013") || word.find('@') != std::string_view::npos || is_one_of(kSmall, word);
        });
}

bool ends_with_writer(std::string_view folded) {
    return std::any_of(kWriters.begin(), kWriters.end(), [folded](std::string_view job) {
        return folded.ends_with(job) && (folded.size() == job.size() || folded[folded.size() - job.size() - 1] == ' ');
    });
}

bool names_writer(std::string_view folded) {
    constexpr std::string_view kTeams[] = {"team", "newsdesk", "news desk"};
    const auto held = [folded](std::string_view job) { return holds_phrase(folded, job); };
    return std::any_of(kWriters.begin(), kWriters.end(), held) ||
           std::any_of(std::begin(kTeams), std::end(kTeams), held);
}

bool is_address(std::string_view folded) {
    const bool one_word = folded.find(' ') == std::string_view::npos;
    return one_word && folded.size() > 3 && folded.find('@') != std::string_view::npos;
}

}  // namespace

bool is_dateline(const Line& line) {
    if (line.words == 0 || line.words > kDatelineWords || line.role == BlockRole::table_row) return false;
    const DateParts parts = read_date_parts(line);
    const bool dated = parts.dates > 0 && parts.numbers;
    if (!parts.other) return dated && (parts.dates == 1 || parts.says_when);
    const bool announced = std::any_of(kDateStarts.begin(), kDateStarts.end(), [&line](std::string_view start) {
        return starts_with_phrase(line.folded, start);
    });
    const bool relative = line.words <= 5 && line.folded.ends_with(" ago") &&
                          line.folded.find_first_of("0123456789") != std::string::npos;
    return (announced && dated && !line.text.ends_with('.')) || relative;
}

bool holds_date(const Line& line) {
    const DateParts parts = read_date_parts(line);
    return parts.dates > 0 && parts.numbers;
}

bool is_byline(const Line& line) {
    if (line.words == 0 || line.words > kBylineWords || line.role == BlockRole::table_row) return false;
    if (is_address(line.folded)) return true;
    if (ends_like_sentence(line.text) || opens_with_quote(line.text)) return false;
    const std::vector<std::string_view> words = split_words(line.text);
    if (words.empty()) return false;
    const bool by = starts_with_phrase(line.folded, "by");
    const bool written = starts_with_phrase(line.folded, "written by") || starts_with_phrase(line.folded, "words by") ||
                         starts_with_phrase(line.folded, "story by") || starts_with_phrase(line.folded, "report by") ||
                         starts_with_phrase(line.folded, "reporter:") || starts_with_phrase(line.folded, "author:");
    if (by || written) {
        const std::size_t from = by || line.folded.find(':') != std::string::npos ? 1 : 2;
        if (words.size() <= from || !starts_upper(words[from])) return false;
        // "By Health correspondent | 28 June 2019"
        if (names_writer(line.folded) && words.size() <= 10) return true;
        return is_capitalised(words, from) && (words.size() >= from + 2 || written);
    }
    return words.size() >= 2 && words.size() <= 9 && ends_with_writer(line.folded) && is_capitalised(words, 0);
}

bool is_author_note(const Line& line) {
    if (line.words == 0 || line.words > 60) return false;
    const std::vector<std::string_view> words = split_words(line.text);
    if (words.size() < 5 || !starts_upper(words[0]) || !starts_upper(words[1])) return false;
    if (words[2] != "is" && words[2] != "covers" && words[2] != "joined" && words[2] != "writes") return false;
    return std::any_of(kWriters.begin(), kWriters.end(),
                       [&line](std::string_view job) { return holds_phrase(line.folded, job); });
}

}  // namespace findings
