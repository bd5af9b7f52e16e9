#include "indexer/facets/finding/finding_subjects.hpp"

#include <algorithm>
#include <array>

#include "common/base/table_rows.hpp"
#include "embedded/finding_subjects.hpp"
#include "indexer/facets/finding/direction_cues.hpp"

namespace findings {
namespace {

/// What begins the purpose or the detail of an entry.
constexpr std::array<std::string_view, 14> kPurposes{
    " so that ",      " in order ",  " to ensure ", ", including ",  " and that ",  "; this to include", ", and how ",
    " in line with ", " to enable ", " which ",     ", to support ", " needed to ", ", in particular",   " to help "};
/// "This was a recommendation at the last inspection."
constexpr std::array<std::string_view, 14> kRepeated{
    "recommendation at the last inspection",   "recommendation at the previous inspection",
    "recommendation from the last inspection", "recommendation from the previous inspection",
    "recommendation made at the last",         "recommendation made at the previous",
    "requirement at the last inspection",      "requirement at the previous inspection",
    "raised at the last inspection",           "raised at the previous inspection",
    "identified at the last inspection",       "identified at the previous inspection",
    "area for improvement at the last",        "area for improvement at the previous"};

const PhraseBook& subject_book() {
    static const PhraseBook book = [] {
        PhraseBook made;
        std::uint32_t row = 0;
        for_each_row(embedded::finding_subjects(), [&](const auto& cells) {
            for (const std::string_view phrase : split_at(cells.at(1), '|')) made.add(phrase, row);
            ++row;
        });
        return made;
    }();
    return book;
}

bool holds(const std::vector<std::uint32_t>& list, std::uint32_t subject) {
    return std::find(list.begin(), list.end(), subject) != list.end();
}

std::vector<std::uint32_t> subjects_of(std::string_view text) {
    std::vector<std::uint32_t> subjects;
    for (const BookMatch& match : subject_book().find_all(split_sentence(text)))
        if (!holds(subjects, match.value)) subjects.push_back(match.value);
    return subjects;
}

}  // namespace

FindingSubjects read_subjects(std::string_view text) {
    std::size_t end = text.size();
    for (const std::string_view purpose : kPurposes) end = std::min(end, text.find(purpose));
    FindingSubjects subjects{subjects_of(text.substr(0, end)), subjects_of(text.substr(end))};
    // "Take steps to ensure that assessments are timely": what comes behind is all there is.
    if (subjects.head.empty()) subjects.head.swap(subjects.rest);
    return subjects;
}

SameSubject compare_subjects(const FindingSubjects& earlier, const FindingSubjects& later) {
    if (earlier.head.empty() || later.head.empty()) return SameSubject::no;
    const auto shared = static_cast<std::size_t>(std::count_if(
        later.head.begin(), later.head.end(), [&](std::uint32_t subject) { return holds(earlier.head, subject); }));
    const bool main = holds(earlier.head, later.head.front()) || holds(later.head, earlier.head.front());
    if (main && 2 * shared >= std::max(earlier.head.size(), later.head.size())) return SameSubject::full;
    if (main) return SameSubject::partial;
    return SameSubject::no;
}

bool says_repeated(std::string_view text) {
    return std::any_of(kRepeated.begin(), kRepeated.end(),
                       [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

}  // namespace findings
