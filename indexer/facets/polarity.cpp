#include "indexer/facets/polarity.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace findings {
namespace {

/// Words that begin a clause of the other direction.
constexpr std::array<std::string_view, 8> kTurns{"but",     "although", "though",  "however",
                                                 "whereas", "while",    "despite", "yet"};

constexpr double kOtherClause = 0.35;
constexpr std::size_t kNegationReach = 3;
constexpr std::size_t kHeadingWords = 14;

bool is_turn(const Passage& passage, std::size_t word) {
    const Word& at = passage.words[word];
    if (at.end - at.begin < 3 || at.end - at.begin > 8) return false;
    // Folding allocates; most words are ruled out by their first letter.
    if (std::string_view("abdhtwyABDHTWY").find(passage.text[at.begin]) == std::string_view::npos) return false;
    const std::string folded = passage.folded(word);
    return std::find(kTurns.begin(), kTurns.end(), folded) != kTurns.end();
}

/// Whether a negation stands close before a word, in the same clause.
bool is_negated(const Passage& passage, std::size_t first, std::size_t word) {
    const std::size_t from = word > first + kNegationReach ? word - kNegationReach : first;
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

bool is_bullet(const Passage& body, std::size_t byte) {
    return body.text.substr(byte, 3) == "\xe2\x80\xa2" || body.text.substr(byte, 2) == "- ";
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
    double sum = 0;
    std::size_t covered = first;  // a longer phrase swallows the words inside it
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr || (phrase->role != Role::praise && phrase->role != Role::fault) || match.first < covered)
            continue;
        // Of phrases that begin here take the longest: the last one listed.
        std::size_t longest = i;
        for (std::size_t j = i + 1; j < end && passage.matches[j].first == match.first; ++j)
            if (has_role(passage.matches[j], Role::praise) || has_role(passage.matches[j], Role::fault)) longest = j;
        const PhraseMatch& best = passage.matches[longest];
        double step = has_role(best, Role::praise) ? 1.0 : -1.0;
        if (is_negated(passage, first, best.first)) step = step > 0 ? -1.0 : 0.6;
        const bool same_clause = best.first >= clause_first && best.first < clause_last;
        sum += same_clause ? step : step * kOtherClause;
        covered = best.first + best.count;
    }
    return sum;
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
                block.role == BlockRole::heading ||
                (last - first <= 10 && body.words[first].capital && end != '.' && end != ';' && end != ',');
            if (looks_like_heading) section = Polarity::none;
        }
        directions.push_back(heading != Polarity::none ? Polarity::none : section);
    }
    return directions;
}

}  // namespace findings
