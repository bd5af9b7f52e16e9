#include <algorithm>
#include <charconv>

#include "indexer/facets/grade/grade_clause.hpp"
#include "indexer/facets/grade/grade_cues.hpp"

namespace findings {

/// A year before the inspection's; any year when that is unknown.
bool GradeClause::is_early_year(std::size_t i) const {
    const std::string& text = words[i].text;
    if (text.size() != 4 || text[0] < '1' || text[0] > '2') return false;
    int year = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + 4, year);
    if (error != std::errc() || stop != text.data() + 4) return false;
    return year >= 1990 && year <= 2100 && (setting_.year == 0 || year < setting_.year);
}

bool GradeClause::is_supposed(std::size_t k, const Governor& governor) const {
    const std::size_t bound = left_bound(k);
    std::size_t begin = governor.at > bound + 4 ? governor.at - 4 : bound;
    for (std::size_t i = begin; i < governor.at; ++i)
        if (words[i].text == "after" || words[i].text == "when" || words[i].text == "because" ||
            words[i].text == "following")
            begin = i + 1;
    for (std::size_t i = begin; i < grades[k].first; ++i) {
        if (marks_[i] != Mark::none) continue;
        const GradeWord& word = words[i];
        if (word.stop_before && i > begin) continue;
        // The month, not the verb.
        if (word.text == "may" && word.capital) continue;
        if (word.text == "not" && i + 1 < words.size() && words[i + 1].text == "only") continue;
        // "children at risk of harm"
        if (word.text == "risk" && i > 0 && words[i - 1].text == "at") continue;
        // "short of", not "short breaks".
        if (word.text == "short" && i + 1 < words.size() && words[i + 1].text != "of") continue;
        if (word.text == "incorrectly" || word.text == "wrongly" || word.text == "mistakenly") return true;
        if (has_cue(word.text, GradeCue::negation) || has_cue(word.text, GradeCue::hypothetical) ||
            has_cue(word.text, GradeCue::spread))
            return true;
    }
    // A correction's "we said that the nursery had been rated inadequate".
    for (std::size_t i = bound; i + 1 < governor.at && i + 1 < words.size(); ++i)
        if (words[i].text == "we" && (words[i + 1].text == "said" || words[i + 1].text == "reported" ||
                                      words[i + 1].text == "stated" || words[i + 1].text == "wrote"))
            return true;
    // "If the school is rated inadequate again it could …": the whole clause is a condition.
    for (std::size_t i = std::min(governor.at, grades[k].first); i-- > bound;) {
        const std::string& text = words[i].text;
        if (text == "if" || text == "unless" || text == "whether") return true;
        if (words[i].comma_before || words[i].stop_before) break;
    }
    return false;
}

int GradeClause::year_after(std::size_t k) const {
    for (std::size_t i = grades[k].last; i < right_bound(k) && !words[i].stop_before; ++i)
        if (is_early_year(i)) return std::stoi(words[i].text);
    return 0;
}

bool GradeClause::is_repeated(std::size_t k) const {
    const std::size_t end = std::min(right_bound(k), grades[k].last + 12);
    for (std::size_t i = grades[k].last; i < end && !words[i].stop_before; ++i) {
        const std::string& text = words[i].text;
        if (text == "consecutive" || text == "successive") return true;
        if ((text == "running" && words[i - 1].text == "time") || (text == "row" && words[i - 1].text == "a"))
            return true;
    }
    return false;
}

bool GradeClause::comes_after_years(std::size_t k) const {
    bool after = false;
    for (std::size_t i = grades[k - 1].last; i < grades[k].first; ++i) {
        const std::string& text = words[i].text;
        if (text == "after" || text == "following") after = true;
        if (after && (text == "being" || text == "years" || text == "having" || text == "told" || text == "had"))
            return true;
    }
    return false;
}

/// "… in 2019", "at its last inspection", "last year", "five years ago" right behind the grade.
bool GradeClause::previous_after(std::size_t k) const {
    const std::size_t end = std::min(right_bound(k), grades[k].last + 12);
    bool opened = false;
    bool asked = false;
    for (std::size_t i = grades[k].last; i < end && !words[i].stop_before; ++i) {
        const std::string& text = words[i].text;
        if (words[i].colon_before) return false;
        if (is_early_year(i)) return opened;
        if (text == "in" || text == "since" || text == "at" || text == "during" || text == "on" || text == "when" ||
            text == "after" || text == "following") {
            opened = true;
            continue;
        }
        if ((text == "last" || text == "previous" || text == "prior" || text == "earlier") && i + 1 < words.size()) {
            const std::string& next = words[i + 1].text;
            if (next == "year" || next == "time" || next == "inspected") return true;
            asked = true;
            if (opened && has_cue(next, GradeCue::inspection)) return true;
            continue;
        }
        if (text == "ago" || text == "previously") return true;
        if ((text == "months" || text == "month" || text == "year") && i + 1 < words.size() &&
            (words[i + 1].text == "ago" || words[i + 1].text == "earlier" || words[i + 1].text == "before"))
            return true;
        if (text == "years" && i + 1 < words.size() && (words[i + 1].text == "ago" || words[i + 1].text == "earlier"))
            return true;
        if (asked && opened && has_cue(text, GradeCue::inspection)) return true;
        if (has_cue(text, GradeCue::filler) || has_cue(text, GradeCue::regulator) || has_cue(text, GradeCue::month) ||
            has_cue(text, GradeCue::noun) || has_cue(text, GradeCue::provider) || text == "eighteen" || text == "it" ||
            text == "full" || text.size() <= 2 || text == "two" || text == "three" || text == "four" ||
            text == "five" || text == "six")
            continue;
        return false;
    }
    return false;
}

/// "At its last inspection in 2019 it was rated …", "since the last inspection, when it was judged …".
bool GradeClause::previous_before(std::size_t k, std::size_t at) const {
    const std::size_t bound = left_bound(k);
    // "rated good at its previous inspection, was judged …": said of the grade before.
    if (k > 0 && previous_after(k - 1)) return false;
    bool earlier = false;
    for (std::size_t i = bound; i < at && i < words.size(); ++i) {
        const std::string& text = words[i].text;
        if ((text == "last" || text == "previous" || text == "prior") && i + 1 < at) {
            for (std::size_t j = i + 1; j < std::min(at + 1, i + 5); ++j)
                if (has_cue(words[j].text, GradeCue::inspection)) earlier = true;
        }
        // "In 2019 it was rated good", not "improvements since 2019" or "the home, opened in 2019, …".
        if (is_early_year(i) && i > 0)
            for (std::size_t j = i > 3 ? std::max(bound, i - 3) : bound; j < i; ++j)
                if (words[j].text == "in" &&
                    (j == bound || words[j].comma_before || has_cue(words[j - 1].text, GradeCue::inspection)))
                    earlier = true;
        if (text == "under" && i + 2 < at &&
            (words[i + 1].text == "previous" || words[i + 2].text == "previous" || words[i + 2].text == "former"))
            earlier = true;
    }
    if (!earlier) return false;
    // "…, achieving a good rating" goes with the main clause.
    const std::string& verb = words[at].text;
    if (verb.size() > 4 && verb.substr(verb.size() - 3) == "ing") return false;
    // "Since its last inspection the home has been rated good": the perfect tense speaks of now.
    for (std::size_t i = at > 4 ? std::max(bound, at - 4) : bound; i <= at && i < words.size(); ++i) {
        const std::string& text = words[i].text;
        if (text == "has" || text == "have" || text == "now" || text == "is" || text == "are" || text == "remains" ||
            text == "downgraded" || text == "upgraded")
            return false;
    }
    return true;
}

bool GradeClause::is_simple_past(const Governor& governor) const {
    bool past = false;
    for (std::size_t i = governor.at > 3 ? governor.at - 3 : 0; i <= governor.at && i < words.size(); ++i) {
        const std::string& text = words[i].text;
        if (text == "was" || text == "were") past = true;
        if (text == "has" || text == "have" || text == "now" || text == "is" || text == "are") return false;
    }
    return past;
}

bool GradeClause::is_previous(std::size_t k, const Governor& governor) const {
    if (governor.lost || governor.from) return true;
    const std::size_t bound = left_bound(k);
    // "Two years after services were found to be inadequate, …"
    for (std::size_t i = bound + 1; i < governor.at && i < words.size(); ++i)
        if (words[i].text == "after" &&
            (words[i - 1].text == "years" || words[i - 1].text == "year" || words[i - 1].text == "months"))
            return true;
    // "had an overall grade of good": the verb stands before a longer noun.
    const std::size_t looks =
        governor.at == grades[k].first && governor.at > 0 && words[governor.at - 1].text == "of" ? 6 : 3;
    const std::size_t begin = governor.at > bound + looks ? governor.at - looks : bound;
    for (std::size_t i = begin; i < grades[k].first; ++i) {
        const std::string& text = words[i].text;
        if (marks_[i] != Mark::none) continue;
        if (text == "had" && i < governor.at) return true;
        if (!has_cue(text, GradeCue::previous)) continue;
        if (text != "last" || (i + 1 < words.size() && has_cue(words[i + 1].text, GradeCue::inspection))) {
            // "after a previous inspection, the home is now rated good"
            if (text == "last" || i + 1 >= governor.at || words[i].text != "previous") {
                if (i + 4 >= grades[k].first || i + 1 >= governor.at) return true;
            }
        }
    }
    return previous_after(k) || previous_before(k, governor.at);
}

}  // namespace findings
