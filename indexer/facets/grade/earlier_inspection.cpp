#include "indexer/facets/grade/earlier_inspection.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "common/base/date.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/ascii.hpp"
#include "indexer/language/grade_words.hpp"
#include "indexer/regimes/grade_scales.hpp"

namespace findings {
namespace {

// Bytes before and behind "inspect" in which "last" and the year stand.
constexpr std::size_t kBefore = 50;
constexpr std::size_t kBehind = 90;
constexpr std::size_t kDateReach = 7;  ///< words from "inspection" to its year
constexpr int kPublicationDays = 150;  ///< from a visit's last day to its report

/// Words that may stand between "last" and "inspection": the inspection is still the one of the whole body.
constexpr std::array<std::string_view, 14> kBetween{"full",       "standard", "short",     "graded",   "ilacs",
                                                    "sif",        "single",   "framework", "social",   "care",
                                                    "children's", "services", "local",     "authority"};
/// Words of the whole body beside its name: all that its subject may consist of.
constexpr std::array<std::string_view, 16> kBodyWords{
    "the",      "local",  "authority", "council", "county", "city",     "borough",    "metropolitan",
    "district", "london", "royal",     "overall", "in",     "services", "children's", "children"};

bool is_last(const GradeWord& word) {
    return word.text == "last" || word.text == "previous" || word.text == "previously";
}

/// The year that a word is, else 0.
int read_year(const GradeWord& word) {
    int year = 0;
    if (word.text.size() == 4) std::from_chars(word.text.data(), word.text.data() + 4, year);
    return year >= 1990 && year <= 2199 ? year : 0;
}

/// The date behind word `from`, "in 2011 and 2013" the later one; empty when the clause has none.
std::string read_date(const std::vector<GradeWord>& words, std::size_t from) {
    std::string found;
    for (std::size_t i = from; i < std::min(words.size(), from + kDateReach) && !words[i].stop_before; ++i) {
        // "Since the last inspection, leaders have …": the clause of the inspection is over.
        if (words[i].comma_before && i > from + 1) break;
        const int year = read_year(words[i]);
        if (year == 0) continue;
        found = std::max(found, format_date({year, parse_month(words[i - 1].text), 0}));
    }
    return found;
}

bool is_kind_of_whole(const std::vector<GradeWord>& words, std::size_t first, std::size_t last) {
    return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                       words.begin() + static_cast<std::ptrdiff_t>(last), [](const GradeWord& word) {
                           return is_one_of(kBetween, word.text) ||
                                  resolve_term(Field::regulator, word.text) != nullptr;
                       });
}

/// The date of the inspection that words around "inspection" or "inspected" name as the last.
std::string read_recalled(const std::vector<GradeWord>& words) {
    std::string found;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!words[i].text.starts_with("inspect")) continue;
        for (std::size_t last = i; last-- > (i > 5 ? i - 5 : 0);)
            if (is_last(words[last]) && is_kind_of_whole(words, last + 1, i)) {
                found = std::max(found, read_date(words, i + 1));
                break;
            }
    }
    return found;
}

/// Whether words [first, last) are the whole body: nothing but its name and "the local authority's services".
bool is_whole_body(std::string_view subject, std::vector<GradeWord> words, const std::string& name) {
    if (words.empty()) return false;
    const bool named = !name.empty() && lower_case(subject).find(name) != std::string::npos;
    if (named)
        for (const GradeWord& part : split_grade_words(name))
            std::erase_if(words, [&](const GradeWord& word) { return word.text == part.text; });
    const bool whole = std::any_of(words.begin(), words.end(), [](const GradeWord& word) {
        return word.text == "authority" || word.text == "council" || word.text == "children's";
    });
    return (named || whole) && std::all_of(words.begin(), words.end(),
                                           [](const GradeWord& word) { return is_one_of(kBodyWords, word.text); });
}

/// How many words of "remains", "continues to be", "continues to provide" end before word `at`; 0 for none.
std::size_t count_keeping(const std::vector<GradeWord>& words, std::size_t at, bool& provides) {
    const auto is = [&](std::size_t back, std::initializer_list<std::string_view> any) {
        return at >= back && is_one_of(any, words[at - back].text);
    };
    provides = is(1, {"provide", "deliver", "offer"});
    if (is(1, {"remains", "remain", "stays"})) return 1;
    if ((provides || is(1, {"be"})) && is(2, {"to"}) && is(3, {"continues", "continue", "continued"})) return 3;
    return 0;
}

}  // namespace

std::string find_recalled_inspection(std::string_view text) {
    std::string found;
    for (std::size_t at = text.find("inspect"); at != std::string_view::npos; at = text.find("inspect", at + 1)) {
        const std::size_t begin = at > kBefore ? at - kBefore : 0;
        const std::string_view before = text.substr(begin, at - begin);
        if (before.find("last ") == std::string_view::npos && before.find("previous") == std::string_view::npos)
            continue;
        found = std::max(found, read_recalled(split_grade_words(text.substr(begin, at - begin + kBehind))));
    }
    return found;
}

bool may_be_recalled(std::string_view day, std::string_view named) {
    if (named.empty() || day.starts_with(named)) return true;
    const auto parsed = parse_date(day);
    const std::string published = parsed ? format_date(add_days(*parsed, kPublicationDays)) : std::string(day);
    return day < named && std::string_view(published).substr(0, named.size()) >= named;
}

std::optional<KeptGrade> find_kept_grade(const CleanArticle& article, const Regime& rules, const std::string& name,
                                         std::size_t end) {
    for (const Span& span : article.sentences) {
        if (span.begin > end) break;
        const std::string_view sentence = article.text_of(span);
        if (sentence.find("ontinue") == std::string_view::npos && sentence.find("remain") == std::string_view::npos)
            continue;
        const std::vector<GradeWord> words = split_grade_words(sentence);
        for (const BookMatch& match : rules.phrases.find_all(words)) {
            bool provides = false;
            const std::size_t keeping = count_keeping(words, match.first, provides);
            if (keeping == 0) continue;
            const bool ends = match.last >= words.size() || words[match.last].comma_before ||
                              words[match.last].stop_before || words[match.last].text == "overall";
            const bool services = match.last < words.size() && words[match.last].text.starts_with("service");
            if (provides ? !services : !ends) continue;
            std::size_t first = 0;
            while (first < words.size() && words[first].text.find_first_not_of("0123456789") == std::string::npos)
                ++first;
            const std::size_t verb = match.first - keeping;
            if (verb <= first) continue;
            const std::vector<GradeWord> subject(words.begin() + static_cast<std::ptrdiff_t>(first),
                                                 words.begin() + static_cast<std::ptrdiff_t>(verb));
            const std::size_t stop = std::min(sentence.find("ontinue"), sentence.find("remain"));
            if (is_whole_body(sentence.substr(0, stop), subject, name))
                return KeptGrade{std::string(printed_grades()[match.value].slug), span};
        }
    }
    return std::nullopt;
}

}  // namespace findings
