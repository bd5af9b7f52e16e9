#include <algorithm>
#include <array>

#include "indexer/facets/grade/grade_clause.hpp"
#include "indexer/facets/grade/grade_cues.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 12> kBoundaries{"but",    "while",     "whereas", "although",
                                                       "though", "meanwhile", "because", "despite",
                                                       "when",   "whilst",    "since",   "after"};

bool is_boundary(std::string_view text) {
    return std::find(kBoundaries.begin(), kBoundaries.end(), text) != kBoundaries.end();
}

bool is_apposition(std::string_view text) {
    constexpr std::array<std::string_view, 12> kOpeners{"owned", "run",  "operated", "managed", "based", "which",
                                                        "who",   "part", "provided", "located", "whose", "led"};
    return std::find(kOpeners.begin(), kOpeners.end(), text) != kOpeners.end();
}

bool is_place_preposition(std::string_view text) {
    constexpr std::array<std::string_view, 18> kPrepositions{"north",  "south",  "east", "west", "central", "in",
                                                             "at",     "near",   "of",   "from", "outside", "around",
                                                             "across", "beside", "by",   "off",  "on",      "between"};
    return std::find(kPrepositions.begin(), kPrepositions.end(), text) != kPrepositions.end();
}

bool is_number_word(std::string_view text) {
    constexpr std::array<std::string_view, 16> kNumbers{"two",     "three", "four", "five", "six",  "seven",
                                                        "eight",   "nine",  "ten",  "many", "most", "some",
                                                        "several", "few",   "more", "all"};
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') return true;
    return std::find(kNumbers.begin(), kNumbers.end(), text) != kNumbers.end();
}

/// "its children's services", "children's social care", "services for children": what a council is graded for.
bool names_whole_service(const std::vector<GradeWord>& words, std::size_t i, std::size_t end) {
    if (i < end && (words[i].text == "its" || words[i].text == "the")) ++i;
    if (i + 1 >= end || words[i].text != "children's" || words[i + 1].stop_before) return false;
    const std::string& noun = words[i + 1].text;
    return noun == "services" || (noun == "social" && i + 2 < end && words[i + 2].text == "care");
}

}  // namespace

/// Where the phrase that ends before `end` begins: behind the last comma, dash or conjunction.
std::size_t GradeClause::phrase_begin(std::size_t end, std::size_t bound) const {
    std::size_t i = end;
    while (i > bound) {
        if (i < end && (words[i].comma_before || words[i].stop_before)) return i;
        // "Children looked after": no conjunction.
        if (is_boundary(words[i - 1].text) && marks_[i - 1] == Mark::none) return i;
        --i;
    }
    return bound;
}

/// A capitalised word that names neither the provider nor the regulator nor a month, and does not just begin
/// the sentence.
bool GradeClause::is_other_name(std::size_t i) const {
    const GradeWord& word = words[i];
    if (setting_.title || !word.capital || marks_[i] != Mark::none) return false;
    // The first word of a sentence has a capital anyway; a name there goes on with another ("Oakfield
    // School").
    if (i == 0 || word.stop_before || word.break_before || word.quote_before)
        if (i + 1 >= words.size() || !words[i + 1].capital || marks_[i + 1] != Mark::none) return false;
    const std::uint32_t known =
        static_cast<std::uint32_t>(GradeCue::regulator) | static_cast<std::uint32_t>(GradeCue::month) |
        static_cast<std::uint32_t>(GradeCue::provider) | static_cast<std::uint32_t>(GradeCue::filler);
    return (grade_cues_of(word.text) & known) == 0;
}

/// "… was also rated": another body than the one before.
bool GradeClause::follows_also(std::size_t i) const {
    for (std::size_t j = i; j < std::min(words.size(), i + 4); ++j)
        if (words[j].text == "also") return true;
    return false;
}

/// "The sixth-form college", "an early years provider": what kind of provider it is, not its area.
bool GradeClause::is_adjective_of_provider(std::size_t i, std::size_t end) const {
    while (i < end && marks_[i] == Mark::area) ++i;
    for (std::size_t j = i; j < std::min(end, i + 3); ++j) {
        if (words[j].comma_before || words[j].text == "at" || words[j].text == "of" || words[j].text == "in" ||
            words[j].text == "the" || words[j].text == "its" || marks_[j] != Mark::none)
            return false;
        // A council's "care leavers service" is the area.
        if (words[j].text == "college" || words[j].text == "school" || words[j].text == "academy" ||
            words[j].text == "nursery" || words[j].text == "provider" || words[j].text == "home")
            return true;
    }
    return false;
}

/// Reads what a stretch of words names: overall, areas, providers, a stand-in, others.
void GradeClause::read_phrase(std::size_t begin, std::size_t end, Subject& subject) const {
    const auto& providers = setting_.context->providers;
    const bool council = !providers.empty() &&
                         (providers.front().type == "council-services" || providers.front().type == "area-partnership");
    bool stand_in = false;
    bool plural = false;
    bool number = false;
    bool singular_services = false;
    bool indefinite = false;
    std::size_t others = 0;
    bool adjective = false;  // "A South Yorkshire school": where the story's own school is, unless it "also" was
    bool placed = false;     // "in Milton Keynes", "outside Truro"
    for (std::size_t i = begin; i < end; ++i) {
        const std::string& text = words[i].text;
        const bool opened = i > 0 && (words[i - 1].text == "a" || words[i - 1].text == "an");
        adjective = words[i].capital && (adjective || (opened && !follows_also(end)));
        placed = words[i].capital && (placed || (i > 0 && is_place_preposition(words[i - 1].text)));
        if (marks_[i] == Mark::area) {
            if (is_adjective_of_provider(i, end)) continue;
            if (subject.areas.empty() || subject.areas.back() != named_[i]) subject.areas.push_back(named_[i]);
            continue;
        }
        if (marks_[i] == Mark::name) {
            if (std::find(subject.providers.begin(), subject.providers.end(), named_[i]) == subject.providers.end())
                subject.providers.push_back(named_[i]);
            continue;
        }
        if (marks_[i] == Mark::grade) continue;
        const std::uint32_t cues = grade_cues_of(text);
        const auto has = [&](GradeCue cue) { return (cues & static_cast<std::uint32_t>(cue)) != 0; };
        if (text == "overall") subject.overall = true;
        // A council's fostering service or homes are graded apart.
        if (council && providers.size() == 1 && has(GradeCue::part)) subject.statistics = true;
        if (has(GradeCue::provider)) stand_in = true;
        // "although the council … was found inadequate", in a story about an agency.
        const bool council_word = text == "council" || text == "authority" || text == "borough";
        if (council_word && !council && !providers.empty() && !providers.front().type.empty() &&
            (i + 1 == end || !has_cue(words[i + 1].text, GradeCue::provider)))
            others += 2;
        if (text == "services" || text == "service") singular_services = true;
        // "good across all areas" is no count of areas.
        if (has(GradeCue::plural) && !(i > 0 && words[i - 1].text == "all")) plural = true;
        if (has(GradeCue::noun) && i > begin && (words[i - 1].text == "its" || words[i - 1].text == "their"))
            stand_in = true;
        if (is_number_word(text)) number = true;
        if (text == "a" || text == "an" || text == "any") indefinite = true;
        if (has(GradeCue::other)) others += 2;
        if (!adjective && is_other_name(i)) {
            // Homes and schools stand in places; a council is one.
            if (!placed || (council && words[i - 1].text == "in")) ++others;
        }
    }
    if (plural && !stand_in && subject.providers.empty()) subject.statistics = true;
    if (plural && number) subject.statistics = true;
    // A report's "a local authority that requires improvement" explains the scale.
    if (setting_.report && indefinite && subject.providers.empty()) subject.statistics = true;
    if (others > 0 && subject.providers.empty() && (others > 1 || stand_in || singular_services)) subject.other = true;
    if (subject.overall && subject.areas.empty())
        subject.kind = GradeSubject::overall;
    else if (!subject.areas.empty())
        subject.kind = GradeSubject::area;
    else if (!subject.providers.empty())
        subject.kind = GradeSubject::named;
    else if (stand_in)
        subject.kind = GradeSubject::generic;
}

GradeClause::Subject GradeClause::find_subject_before(std::size_t k, const Governor& governor) const {
    Subject subject;
    const std::size_t bound = left_bound(k);
    // An object between verb and grade: "rated the home inadequate".
    if (governor.at < grades[k].first) {
        // "assessed 21 as good", "judged three to be inadequate": counts of cases.
        const std::size_t object = governor.at + 1;
        if (object + 1 < grades[k].first && is_number_word(words[object].text) &&
            (words[object + 1].text == "as" || words[object + 1].text == "to")) {
            subject.statistics = true;
            return subject;
        }
        read_phrase(governor.at + 1, grades[k].first, subject);
        if (subject.kind != GradeSubject::unknown || subject.other || subject.statistics) return subject;
    }
    std::size_t end = governor.at;
    bool overall = subject.overall;
    while (end > bound && has_cue(words[end - 1].text, GradeCue::aux) && marks_[end - 1] == Mark::none) {
        overall = overall || words[end - 1].text == "overall";
        --end;
    }
    // "It is managed by a charity, Downland Families, and was judged outstanding": the sentence's own subject goes on.
    if (end > bound + 1 && words[end - 1].text == "and" && words[end - 1].comma_before && end < words.size() &&
        has_cue(words[end].text, GradeCue::aux)) {
        std::size_t first = bound;
        while (first + 1 < end && !words[first + 1].comma_before) ++first;
        read_phrase(bound, first + 1, subject);
        if (subject.kind != GradeSubject::unknown) return subject;
        subject = {};
    }
    // From the nearest phrase outwards, until one names something.
    while (end > bound) {
        const std::size_t begin = phrase_begin(end, bound);
        // Nothing stands between a conjunction and what was left out: "but, led by a new head, was rated".
        if (begin == end) {
            --end;
            continue;
        }
        // "…, owned by Lighthouse Care, has been rated": what stands between commas is not the subject.
        if (begin > bound && words[begin].comma_before && is_apposition(words[begin].text)) {
            end = begin;
            continue;
        }
        Subject nearest;
        read_phrase(begin, end, nearest);
        if (nearest.kind != GradeSubject::unknown || nearest.other || nearest.statistics) {
            subject = std::move(nearest);
            // "Its sister home in Corby, Rowlett House, was rated …": the name stands beside another body.
            if (subject.kind == GradeSubject::named && begin > bound && words[begin].comma_before)
                for (std::size_t i = phrase_begin(begin, bound); i < begin; ++i)
                    if (words[i].text == "sister" || words[i].text == "another") subject.other = true;
            // "X, Y and Z": a list of names goes on behind its commas.
            std::size_t list = begin;
            while ((subject.kind == GradeSubject::named || subject.kind == GradeSubject::area) && list > bound &&
                   list < words.size() && words[list].comma_before &&
                   marks_[list - 1] == (subject.kind == GradeSubject::named ? Mark::name : Mark::area)) {
                const std::size_t earlier = phrase_begin(list, bound);
                if (earlier >= list) break;
                Subject more;
                read_phrase(earlier, list, more);
                for (const std::size_t provider : more.providers)
                    if (std::find(subject.providers.begin(), subject.providers.end(), provider) ==
                        subject.providers.end())
                        subject.providers.push_back(provider);
                subject.areas.insert(subject.areas.end(), more.areas.begin(), more.areas.end());
                list = earlier;
            }
            break;
        }
        end = begin;
    }
    if (overall && subject.areas.empty() && subject.kind != GradeSubject::unknown) subject.kind = GradeSubject::overall;
    return subject;
}

/// What "at", "in" or "on" opens right before word `i` is one side of the work, not a place, a time or an
/// inspection: "at protecting vulnerable people", "in its treatment of the public".
bool GradeClause::opens_part(std::string_view preposition, std::size_t i, std::size_t end) const {
    if (i >= end || words[i].stop_before || words[i].capital) return false;
    const std::string& text = words[i].text;
    if (text == "how") return true;
    const bool gerund = text.size() > 5 && text.ends_with("ing") && text != "spring" && text != "morning" &&
                        text != "evening" && text != "following";
    if (gerund) return true;
    if (preposition == "at") {
        // "at most things", "at maths"; not "at its last inspection", "at Elm House", "at the time".
        for (std::size_t j = i; j < std::min(end, i + 6) && !words[j].stop_before; ++j) {
            const std::string& next = words[j].text;
            if (has_cue(next, GradeCue::inspection) || has_cue(next, GradeCue::previous) || words[j].capital ||
                next == "time" || next == "present" || next == "first" || next == "second" || next == "end" ||
                next == "start" || next == "all" || marks_[j] != Mark::none)
                return false;
        }
        return true;
    }
    if (preposition == "on" || (text != "its" && text != "their" && text != "the" && text != "some")) return false;
    for (std::size_t j = i + 1; j < std::min(end, i + 5) && !words[j].comma_before && !words[j].stop_before; ++j)
        if (has_cue(words[j].text, GradeCue::inspection) || has_cue(words[j].text, GradeCue::later) ||
            has_cue(words[j].text, GradeCue::previous) || marks_[j] != Mark::none || words[j].capital)
            return false;
    return text == "its" || text == "their";
}

GradeClause::Subject GradeClause::find_subject_after(std::size_t k) const {
    Subject subject;
    const std::size_t end = right_bound(k);
    std::size_t i = grades[k].last;
    std::string_view preposition;
    for (; i < end && !words[i].stop_before && !words[i].colon_before; ++i) {
        const std::string& text = words[i].text;
        if (text == "overall") subject.overall = true;
        if (text == "for" || text == "in" || text == "across" || text == "on" || text == "at") {
            preposition = text;
            break;
        }
        if (!has_cue(text, GradeCue::noun) && !has_cue(text, GradeCue::filler) && !has_cue(text, GradeCue::regulator) &&
            text != "and")
            return subject;
    }
    if (preposition.empty()) return subject;
    bool known = preposition == "for" && names_whole_service(words, i + 1, end);
    bool counted = false;
    const std::size_t opened = i + 1;
    for (++i; i < end && !words[i].stop_before; ++i) {
        const std::string& text = words[i].text;
        if (marks_[i] == Mark::area) {
            if (subject.areas.empty() || subject.areas.back() != named_[i]) subject.areas.push_back(named_[i]);
            known = true;
            continue;
        }
        const bool across_the_board = text == "the" && i + 1 < end && words[i + 1].text == "board";
        if (text == "all" || text == "every" || text == "each" || across_the_board) {
            subject.overall = subject.everywhere = known = true;
            break;
        }
        if (text == "overall") {
            subject.overall = known = true;
            continue;
        }
        if (text == "first" || text == "time" || text == "second" || text == "third" || text == "years" ||
            text == "year" || text == "consecutive")
            known = true;
        const bool year = text.size() == 4 && text.front() >= '0' && text.front() <= '9';
        if ((is_number_word(text) && !year) || text == "one") counted = true;
        // "outstanding in one area, good in two": counts of areas that are not named.
        const bool ends = i + 1 >= words.size() || i + 1 == end || words[i + 1].comma_before ||
                          words[i + 1].stop_before || words[i + 1].text == "and" || words[i + 1].text == "by" ||
                          words[i + 1].text == "of";
        if (counted && preposition == "in" && i == opened && ends) subject.statistics = true;
        if (counted && (text == "area" || text == "areas" || text == "categories" || text == "domains" ||
                        text == "aspects" || text == "category"))
            subject.statistics = true;
        if (subject.statistics) break;
        if (text == "and" || text == "or" || text == "area" || text == "areas" || text == "categories" ||
            text == "category" || text == "being" || text == "both" || text == "how" || text == "well" ||
            text == "for" || text == "in" || text == "one" || has_cue(text, GradeCue::filler) || is_number_word(text))
            continue;
        break;
    }
    // "rated good for its food": an area no list knows is not the whole.
    if (!known && (preposition == "for" || opens_part(preposition, opened, end))) subject.statistics = true;
    return subject;
}

}  // namespace findings
