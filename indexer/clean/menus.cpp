#include "indexer/clean/menus.hpp"

#include <algorithm>

namespace findings {
namespace {

constexpr std::size_t kMenuRun = 4;
constexpr std::size_t kMenuWords = 6;  // "Fostering Unaccompanied Asylum-Seeking Children" has four
constexpr std::size_t kMenuBytes = 60;
constexpr std::size_t kSharedEntries = 2;

// Entries that the menus of most sites share.
constexpr std::string_view kSharedWords[] = {"home",
                                             "news",
                                             "sport",
                                             "football",
                                             "business",
                                             "politics",
                                             "weather",
                                             "travel",
                                             "lifestyle",
                                             "what's on",
                                             "whats on",
                                             "culture",
                                             "opinion",
                                             "video",
                                             "videos",
                                             "jobs",
                                             "property",
                                             "cars",
                                             "motors",
                                             "archive",
                                             "about",
                                             "about us",
                                             "contact",
                                             "contact us",
                                             "privacy policy",
                                             "terms and conditions",
                                             "useful links",
                                             "news & jobs",
                                             "rss feed",
                                             "login",
                                             "sign in",
                                             "subscribe",
                                             "search",
                                             "more",
                                             "local news",
                                             "uk news",
                                             "entertainment",
                                             "announcements",
                                             "public notices",
                                             "buy a photo",
                                             "all",
                                             "uncategorized"};

bool is_menu_word(std::string_view folded) {
    return std::find(std::begin(kSharedWords), std::end(kSharedWords), folded) != std::end(kSharedWords);
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// Figures ("Unique reference number EY12345") belong to a report, never to a menu.
bool is_menu_entry(const Line& line) {
    return is_headline_like(line) && line.words <= kMenuWords && line.text.size() <= kMenuBytes &&
           !has_digit(line.folded);
}

bool is_shared_entry(const Line& line) {
    return is_menu_word(line.folded) || line.rule == "site-link" || line.rule == "account";
}

bool is_breadcrumb_separator(char c) { return c == '|' || c == '>' || c == '/'; }

/// Parts of "Home > News > Kent".
std::vector<std::string_view> split_parts(std::string_view folded) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        if (i < folded.size() && !is_breadcrumb_separator(folded[i])) continue;
        const std::string_view part = trim_space(folded.substr(begin, i - begin));
        if (!part.empty()) parts.push_back(part);
        begin = i + 1;
    }
    return parts;
}

}  // namespace

void drop_menus(std::vector<Line>& lines, std::size_t begin, std::size_t end, std::size_t shared_needed) {
    for (std::size_t i = begin; i < end;) {
        std::size_t entries = 0;
        std::size_t shared = 0;
        std::size_t stop = i;
        // Lines that other rules dropped neither break a run nor fill it, but "Home" and "Sign in" show what
        // it is.
        for (; stop < end && (!lines[stop].kept() || is_menu_entry(lines[stop])); ++stop) {
            const bool is_shared = is_shared_entry(lines[stop]);
            shared += is_shared ? 1 : 0;
            entries += lines[stop].kept() || is_shared ? 1 : 0;
        }
        if (entries >= kMenuRun && shared >= shared_needed) {
            for (std::size_t k = i; k < stop; ++k) {
                if (lines[k].kept()) lines[k].rule = "menu";
            }
        }
        i = stop + 1;
    }
}

bool is_menu_line(const Line& line) {
    // Prose needs no cutting up, and most lines are prose.
    if (line.folded.empty() || (line.role != BlockRole::table_row && ends_like_sentence(line.text))) return false;
    const std::vector<std::string_view> parts = split_parts(line.folded);
    // Wide gaps make a row of what was a menu: "Fensend Weekly   Home   Planning notices   Tenders".
    if (line.role == BlockRole::table_row) {
        return parts.size() >= 3 && !has_digit(line.folded) &&
               std::find(parts.begin(), parts.end(), "home") != parts.end();
    }
    const auto shared = static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), is_menu_word));
    if (parts.size() >= kMenuRun && shared >= kSharedEntries && line.words <= parts.size() * kMenuWords) return true;
    // Without separators ("Home News Sport Business") nearly every word must be an entry.
    const std::vector<std::string_view> words = split_words(line.folded);
    const auto entries = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_menu_word));
    return entries >= 3 && entries * 3 >= words.size() * 2;
}

bool is_breadcrumb(const Line& line) {
    if (line.words == 0 || line.words > 25 || ends_like_sentence(line.text) || has_digit(line.folded)) return false;
    std::string_view folded = line.folded;
    if (folded.starts_with("you are here")) return true;
    const std::vector<std::string_view> parts = split_parts(folded);
    if (parts.size() >= 2 && parts.front() == "home") return true;
    const bool pointed = folded.find('>') != std::string_view::npos ||
                         line.text.find("\u00bb") != std::string_view::npos ||
                         line.text.find("\u203a") != std::string_view::npos;
    if (parts.size() >= 3 && pointed && is_menu_word(parts.front())) return true;
    if (parts.size() >= 2 && pointed && is_menu_word(parts.front()) && line.words <= 4) return true;
    // "Bloxwich Sentinel > Local > Crime and Courts"
    if (parts.size() >= 3 && pointed && line.words <= 12) return true;
    // "Home Dartford News Article": the separators were spaces.
    const std::vector<std::string_view> words = split_words(folded);
    if (words.size() < 3 || words.size() > 8 || words.front() != "home" || words[1] == "office") return false;
    return std::any_of(words.begin() + 1, words.end(), [](std::string_view word) {
        return word == "news" || word == "article" || word == "articles" || word == "story" || word == "sport";
    });
}

}  // namespace findings
