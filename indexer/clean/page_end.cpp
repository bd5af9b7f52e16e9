#include <algorithm>
#include <span>

#include "indexer/clean/boilerplate.hpp"
#include "indexer/clean/credit_lines.hpp"

namespace findings {
namespace {

bool holds(std::span<const std::string_view> list, std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "Severn Beacon. Reader holidays. Letters editor.": fragments that no verb makes a sentence of.
bool is_site_footer(const Line& line) {
    if (line.words == 0 || line.words > 20 || opens_with_quote(line.text) || holds_date(line)) return false;
    constexpr std::string_view kVerbs[] = {"is",   "are", "was",  "were", "had",  "has",  "have", "he",    "she",
                                           "they", "it",  "said", "not",  "will", "be",   "no",   "never", "who",
                                           "that", "did", "we",   "i",    "came", "went", "can",  "must"};
    constexpr std::string_view kSiteWords[] = {"privacy",   "copyright", "terms",       "cookies",
                                               "advertise", "subscribe", "newsletters", "publishing"};
    const std::vector<std::string_view> words = split_words(line.folded);
    std::size_t parts = 1;
    bool site = false;
    for (const std::string_view word : words) {
        if (holds(kVerbs, word)) return false;
        site |= holds(kSiteWords, word);
        parts += word.ends_with('.') ? 1 : 0;
    }
    return (parts >= 3 && words.size() <= parts * 4) || (parts >= 2 && site);
}

// "Tombola results; greenhouse clearance": headlines of other stories. A story's own last lines are
// sentences, names ("His Majesty's Inspector"), entries ("Millrace College: Good") or list items.
bool is_trailing_headline(const Line& line) {
    if (!is_headline_like(line) || line.role != BlockRole::paragraph || line.words < 3) return false;
    if (opens_with_quote(line.text) || line.folded.find_first_of("0123456789:@/") != std::string::npos ||
        line.folded.find(" - ") != std::string::npos) {
        return false;
    }
    const std::vector<std::string_view> words = split_words(line.text);
    return std::count_if(words.begin(), words.end(),
                         [](std::string_view word) { return word[0] >= 'a' && word[0] <= 'z'; }) >= 2;
}

// Lists of a report end with items that are no sentences: "What needs to improve", then what it is.
bool heads_list_of_story(const std::vector<Line>& lines, std::size_t i) {
    const std::string_view text = lines[i].folded;
    if (text.ends_with(':') || holds_phrase(text, "improve") || holds_phrase(text, "improvement") ||
        holds_phrase(text, "recommendations"))
        return true;
    const auto next = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(),
                                   [](const Line& line) { return line.kept(); });
    return next != lines.end() && next->role == BlockRole::list_item;
}

}  // namespace

void drop_page_end(std::vector<Line>& lines) {
    const std::size_t first = find_first_prose(lines);
    const auto last_kept = std::find_if(lines.rbegin(), lines.rend(), [](const Line& line) { return line.kept(); });
    if (last_kept != lines.rend() && is_site_footer(*last_kept)) last_kept->rule = "site-footer";
    const std::size_t end = find_prose_end(lines);
    // One paragraph is no story to have an end.
    if (end == 0 || first + 1 >= end || lines[end - 1].text.ends_with(':')) return;
    for (std::size_t i = end; i < lines.size(); ++i) {
        Line& line = lines[i];
        if (!line.kept()) continue;
        if (heads_list_of_story(lines, i)) return;
        if (is_site_footer(line)) line.rule = "site-footer";
        if (is_trailing_headline(line)) line.rule = "after-story";
    }
}

}  // namespace findings
