#include "indexer/facets/theme/polarity.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace findings {
namespace {

/// Words that begin a clause of the other direction.
constexpr std::array<std::string_view, 8> kTurns{"but",     "although", "though",  "however",
                                                 "whereas", "while",    "despite", "yet"};

constexpr double kOtherClause = 0.35;
constexpr std::size_t kNegationReach = 3;
constexpr std::size_t kDenialReach = 2;  ///< "no serious concerns", but not "not protected from harm"
constexpr std::size_t kTroubleReach = 4;
constexpr double kTrouble = -0.4;  ///< below what makes a finding: reports are about troubles
constexpr std::size_t kHeadingWords = 14;

/// One phrase with a direction of its own, or one that takes its direction from what stands near it.
struct Mark {
    std::size_t first = 0;
    std::size_t end = 0;
    Role role = Role::praise;
    bool alone = false;  ///< says something without a trouble near it
};

bool is_turn(const Passage& passage, std::size_t word) {
    const Word& at = passage.words[word];
    if (at.end - at.begin < 3 || at.end - at.begin > 8) return false;
    // Folding allocates; most words are ruled out by their first letter.
    if (std::string_view("abdhtwyABDHTWY").find(passage.text[at.begin]) == std::string_view::npos) return false;
    const std::string folded = passage.folded(word);
    return std::find(kTurns.begin(), kTurns.end(), folded) != kTurns.end();
}

/// Whether a negation stands close before a word, in the same clause.
bool is_negated(const Passage& passage, std::size_t first, std::size_t word, std::size_t reach = kNegationReach) {
    const std::size_t from = word > first + reach ? word - reach : first;
    const auto [begin, end] = passage.matches_in(from, word);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (!has_role(match, Role::negation)) continue;
        bool parted = false;
        for (std::size_t at = match.first + match.count; at <= word; ++at)
            parted = parted || passage.words[at].after_comma;
        if (!parted) return true;
    }
    return false;
}

bool holds_negation(const Passage& passage, const Mark& mark) {
    const auto [begin, end] = passage.matches_in(mark.first, mark.end);
    for (std::size_t i = begin; i < end; ++i)
        if (has_role(passage.matches[i], Role::negation)) return true;
    return false;
}

bool is_bullet(const Passage& body, std::size_t byte) {
    return body.text.substr(byte, 3) == "\xe2\x80\xa2" || body.text.substr(byte, 2) == "- ";
}

bool is_mark(Role role) {
    return role == Role::praise || role == Role::fault || role == Role::trouble || role == Role::fall ||
           role == Role::rise;
}

/// The marks of a sentence: of those that begin at one word the longest, none inside another but troubles, which may
/// be part of a phrase ("no delay").
std::vector<Mark> find_marks(const Passage& passage, std::size_t first, std::size_t last) {
    std::vector<Mark> marks;
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr || !is_mark(phrase->role)) continue;
        const Mark mark{match.first, match.first + match.count, phrase->role, !phrase->value.empty()};
        if (!marks.empty() && marks.back().first == mark.first)
            marks.back() = mark;  // listed by length
        else if (marks.empty() || mark.first >= marks.back().end)
            marks.push_back(mark);
    }
    return marks;
}

bool has_comma_between(const Passage& passage, std::size_t first, std::size_t last) {
    for (std::size_t word = first; word <= last && word < passage.words.size(); ++word)
        if (passage.words[word].after_comma) return true;
    return false;
}

/// Whether a trouble stands close to a mark, with no comma between.
bool is_near_trouble(const Passage& passage, const std::vector<Mark>& marks, const Mark& mark) {
    return std::any_of(marks.begin(), marks.end(), [&](const Mark& other) {
        if (other.role != Role::trouble) return false;
        const std::size_t from = std::min(mark.end, other.end);
        const std::size_t to = std::max(mark.first, other.first);
        return to - from <= kTroubleReach && !has_comma_between(passage, from, to);
    });
}

/// Whether a trouble is said not to be: "no restraint", "restraint has not been used".
bool is_denied(const Passage& passage, std::size_t first, const std::vector<Mark>& marks, const Mark& mark) {
    if (is_negated(passage, first, mark.first, kDenialReach)) return true;
    return std::any_of(marks.begin(), marks.end(), [&](const Mark& other) {
        return other.role == Role::fault && other.first == mark.end && !passage.words[other.first].after_comma &&
               holds_negation(passage, other);
    });
}

double step_of(const Passage& passage, std::size_t first, const std::vector<Mark>& marks, const Mark& mark) {
    switch (mark.role) {
        case Role::praise:
            return is_negated(passage, first, mark.first) ? -1.0 : 1.0;
        case Role::fault:
            return is_negated(passage, first, mark.first) ? 0.6 : -1.0;
        case Role::fall:
            return is_near_trouble(passage, marks, mark) ? 1.0 : mark.alone ? -1.0 : 0.0;
        case Role::rise:
            return is_near_trouble(passage, marks, mark) ? -1.0 : 0.0;
        default:
            return is_denied(passage, first, marks, mark) ? 1.4 : kTrouble;
    }
}

/// Praise less fault of [first, last): whole inside the clause, by `outside` elsewhere.
double weigh_words(const Passage& passage, std::size_t first, std::size_t last, std::size_t clause_first,
                   std::size_t clause_last, double outside) {
    const std::vector<Mark> marks = find_marks(passage, first, last);
    double sum = 0;
    bool troubled = false;
    for (const Mark& mark : marks) {
        const double step = step_of(passage, first, marks, mark);
        // Three troubles in a row are no worse a finding than one.
        if (mark.role == Role::trouble && step == kTrouble && std::exchange(troubled, true)) continue;
        const bool same_clause = mark.first >= clause_first && mark.first < clause_last;
        sum += same_clause ? step : step * outside;
    }
    return sum;
}

/// "The experiences and progress of children in care: good": a line that opens the pages on a judged area.
bool names_judged_area(const Passage& body, std::size_t first, std::size_t last) {
    if (last - first > kHeadingWords + 4 || body.text[body.words[last - 1].end - 1] == '.') return false;
    const std::size_t name = body.folded(first) == "the" ? first + 1 : first;
    if (name + 2 >= last) return false;
    const std::string_view text = body.words_text(name, last);
    return text.starts_with("experiences and progress of") || text.starts_with("impact of leaders") ||
           text.starts_with("effectiveness of leaders") || text.starts_with("How well ") ||
           text.starts_with("Overall experiences and progress") || text.starts_with("Experiences and progress of");
}

}  // namespace

double read_polarity(const Passage& passage, std::size_t first, std::size_t last, std::size_t cue) {
    // The clause of the cue: between the turns around it.
    std::size_t clause_first = first;
    std::size_t clause_last = last;
    for (std::size_t word = first; word < last; ++word) {
        if (!is_turn(passage, word)) continue;
        if (word <= cue) {
            clause_first = word;
            continue;
        }
        clause_last = word;
        break;
    }
    return weigh_words(passage, first, last, clause_first, clause_last, kOtherClause);
}

double sum_polarity(const Passage& passage, std::size_t first, std::size_t last) {
    return weigh_words(passage, first, last, first, last, 1);
}

bool opens_with_turn(const Passage& passage, std::size_t first, std::size_t last) {
    return first < last && is_turn(passage, first);
}

std::vector<Polarity> read_sections(const Reading& reading) {
    const Passage& body = reading.body;
    std::vector<Polarity> directions;
    directions.reserve(reading.article.blocks.size());
    Polarity section = Polarity::none;
    for (const BodyBlock& block : reading.article.blocks) {
        const std::size_t first = body.word_at(block.span.begin);
        const std::size_t last = body.word_at(block.span.end);
        Polarity heading = Polarity::none;
        if (last > first && last - first <= kHeadingWords) {
            const auto [begin, end] = body.matches_in(first, std::min(first + 2, last));
            for (std::size_t i = begin; i < end; ++i) {
                const PhraseMatch& match = body.matches[i];
                if (!has_role(match, Role::heading) || static_cast<std::size_t>(match.count) * 2 < last - first)
                    continue;
                heading = vocabulary_of(match)->value == "weakness" ? Polarity::weakness : Polarity::strength;
            }
        }
        if (heading != Polarity::none) {
            section = heading;
        } else if (section != Polarity::none && last > first && block.role != BlockRole::list_item &&
                   !is_bullet(body, block.span.begin)) {
            const char end = body.text[block.span.end - 1];
            const bool looks_like_heading =
                block.role == BlockRole::heading || names_judged_area(body, first, last) ||
                (last - first <= 10 && body.words[first].capital && end != '.' && end != ';' && end != ',');
            if (looks_like_heading) section = Polarity::none;
        }
        directions.push_back(heading != Polarity::none ? Polarity::none : section);
    }
    return directions;
}

}  // namespace findings
