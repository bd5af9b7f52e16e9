#include "indexer/facets/finding/entry_parts.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/text/ascii.hpp"
#include "indexer/facets/finding/entry_marks.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 6> kMust{
    " should ", " must ", " need to ", " needs to ", " need urgently to ", " needs urgently to "};
constexpr std::size_t kAddresseeWords = 16;
constexpr std::array<std::string_view, 10> kReferences{"Outcome",   "outcome", "Enabler", "enabler", "Paragraph",
                                                       "paragraph", "Para",    "para",    "page",    "Standard"};
/// Words of bodies' names; one of them behind or before another capital makes a name.
constexpr std::array<std::string_view, 18> kBodyWords{
    "NHS", "Police", "Constabulary", "Trust", "Probation", "Hospital", "Hospitals",  "Board",      "ICB",
    "CCG", "LSCB",   "LSCP",         "Fire",  "Cafcass",   "Group",    "Healthcare", "Foundation", "Partnership"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The subject of the entry's first "should", "must" or "need to"; an entry that begins with a verb has none.
std::string read_addressee(std::string_view text) {
    std::size_t end = std::string_view::npos;
    for (const std::string_view must : kMust) end = std::min(end, text.find(must));
    if (end == std::string_view::npos) return {};
    std::string_view subject = text.substr(0, end);
    if (const std::size_t comma = subject.find(", "); comma != std::string_view::npos && subject.starts_with("By "))
        subject.remove_prefix(comma + 2);
    if (subject.empty() || count_words(subject) > kAddresseeWords ||
        subject.find_first_of(".;:") != std::string_view::npos)
        return {};
    for (const std::string_view verb :
         {"Ensure ", "Improve ", "Review ", "Develop ", "Take ", "Make ", "Provide ", "Continue "})
        if (subject.starts_with(verb)) return {};
    // "Leaders, including commissioners and providers, should": a clause between commas is part of it, another is not.
    if (subject.find(" that ") != std::string_view::npos || subject.find(" which ") != std::string_view::npos)
        return {};
    return std::string(subject);
}

/// "By 31 March 2025, the provider must": the day.
std::string read_due(std::string_view text) {
    if (!text.starts_with("By ")) return {};
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || comma > 40) return {};
    const std::string_view day = text.substr(3, comma - 3);
    return day.empty() || std::isdigit(static_cast<unsigned char>(day.front())) == 0 ? std::string() : std::string(day);
}

/// "Regulation 12 (1)(2)(a)", "regulation 14".
std::string read_regulation(std::string_view text) {
    for (std::size_t at = text.find("egulation "); at != std::string_view::npos; at = text.find("egulation ", at + 1)) {
        if (at == 0 || (text[at - 1] != 'R' && text[at - 1] != 'r')) continue;
        std::size_t end = at + 10;
        if (end >= text.size() || std::isdigit(static_cast<unsigned char>(text[end])) == 0) continue;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
        // "(1) (a)(ii)": brackets of at most four characters.
        for (std::size_t next = end; next < text.size();) {
            while (next < text.size() && text[next] == ' ') ++next;
            const std::size_t close =
                next < text.size() && text[next] == '(' ? text.find(')', next) : std::string_view::npos;
            if (close == std::string_view::npos || close - next > 5) break;
            end = next = close + 1;
        }
        return std::string(text.substr(at - 1, end - at + 1));
    }
    return {};
}

/// What stands in brackets at the end: "(Outcome three)", "(paragraph 30)".
std::string read_reference(std::string_view text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
    if (text.empty() || text.back() != ')') return {};
    const std::size_t open = text.rfind('(');
    if (open == std::string_view::npos) return {};
    const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
    const bool known = std::any_of(kReferences.begin(), kReferences.end(),
                                   [&](std::string_view word) { return inside.starts_with(word); });
    return known ? std::string(inside) : std::string();
}

}  // namespace

EntryParts read_entry_parts(std::string_view text) {
    return {read_addressee(text), read_due(text), read_regulation(text), read_reference(text)};
}

bool names_a_body(std::string_view addressee) {
    std::size_t capitals = 0;
    bool body = false;
    for (std::size_t at = 0; at < addressee.size();) {
        const std::size_t end = std::min(addressee.find(' ', at), addressee.size());
        std::string_view word = addressee.substr(at, end - at);
        while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
        if (!word.empty() && is_capital(word.front()) && word != "The") {
            ++capitals;
            const bool initials = word.size() >= 3 && std::all_of(word.begin(), word.end(), is_capital);
            body = body || initials || is_one_of(kBodyWords, word);
            if (initials) ++capitals;
        }
        at = end + 1;
    }
    return body && capitals >= 2;
}

}  // namespace findings
