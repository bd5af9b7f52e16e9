#include "indexer/facets/place/council_mentions.hpp"

#include <algorithm>
#include <array>

#include "indexer/facets/place/place_words.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

constexpr std::size_t kDressWords = 6;

/// The end of the longest phrase of a role that begins at a word; the word itself when there is none.
std::size_t end_of_phrase(const Passage& passage, std::size_t word, Role role, std::string_view value = {}) {
    std::size_t last = word;
    const auto [begin, end] = passage.matches_in(word, word + 1);
    for (std::size_t i = begin; i < end; ++i) {
        const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
        if (phrase != nullptr && phrase->role == role && (value.empty() || phrase->value == value))
            last = std::max(last, word + passage.matches[i].count);
    }
    return last;
}

/// The start of a dressing phrase that ends right before a word; the word itself when there is none.
std::size_t start_of_dress(const Passage& passage, std::size_t word) {
    const std::size_t first = word > kDressWords ? word - kDressWords : 0;
    for (std::size_t at = first; at < word; ++at) {
        const auto [begin, end] = passage.matches_in(at, at + 1);
        for (std::size_t i = begin; i < end; ++i) {
            const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
            if (phrase != nullptr && phrase->role == Role::council_word && phrase->value == "before" &&
                at + passage.matches[i].count == word)
                return at;
        }
    }
    return word;
}

/// Capital words that may stand right before a place: titles in headline case, "Dear Slough", "North" is a
/// name's own.
bool may_precede(const Passage& passage, std::size_t word) {
    const auto [begin, end] = passage.matches_in(word, word + 1);
    for (std::size_t i = begin; i < end; ++i) {
        const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
        if (phrase != nullptr && (phrase->role == Role::place_before || phrase->role == Role::council_word ||
                                  phrase->role == Role::inspect || phrase->role == Role::regulator))
            return true;
    }
    const std::string folded = passage.folded(word);
    constexpr std::array<std::string_view, 16> kKnown{
        "dear", "a",  "an",       "the", "when",         "while",     "why",     "how",
        "if",   "as", "children", "nhs", "neighbouring", "meanwhile", "council", "troubled"};
    return std::find(kKnown.begin(), kKnown.end(), folded) != kKnown.end();
}

}  // namespace

bool is_place_name(const Passage& passage, const PhraseMatch& match) {
    if (lacks_place_sign(passage, match)) return false;
    const std::size_t first = match.first;
    const std::size_t last = first + match.count;
    for (std::size_t word = first; word < last; ++word) {
        // Small words inside ("Stoke-on-Trent") may be lower case, the ends may not.
        if ((word == first || word + 1 == last) && !passage.words[word].capital) return false;
    }
    // "Penzance's Morrab Road" is a road of the town.
    if (last < passage.words.size() && !passage.words[last].after_break && !passage.words[last].after_comma &&
        !passage.words[last - 1].possessive) {
        if (end_of_phrase(passage, last, Role::street) > last && passage.words[last].capital) return false;
        // "Green Street Green Road": a street's name may have more words before its type.
        if (last + 1 < passage.words.size() && passage.words[last].capital &&
            end_of_phrase(passage, last + 1, Role::street) > last + 1 && passage.words[last + 1].capital)
            return false;
    }
    const Word& start = passage.words[first];
    if (first == 0 || start.after_break || start.after_comma || start.after_quote) return true;
    const Word& before = passage.words[first - 1];
    if (!before.capital || before.digits || before.possessive) return true;
    return may_precede(passage, first - 1) || start_of_dress(passage, first) != first;
}

std::vector<CouncilMention> find_council_mentions(const Passage& passage, std::string_view day) {
    const Gazetteer& names = gazetteer();
    std::vector<CouncilMention> found;
    for (const PhraseMatch& match : passage.matches) {
        if (match.kind != PhraseKind::council || !is_place_name(passage, match)) continue;
        if (!Gazetteer::existed(names.councils[match.value], day)) continue;
        CouncilMention mention{match.value, match.first, match.first + match.count, false};
        const std::size_t start = start_of_dress(passage, mention.first);
        std::size_t end = mention.last;
        if (mention.last < passage.words.size() && !passage.words[mention.last].after_break &&
            !passage.words[mention.last].after_comma) {
            end = end_of_phrase(passage, mention.last, Role::council_word, "after");
            // Part of a longer name, unless it is dressed: "Oldham Athletic", "Reading Hospital".
            if (end == mention.last && start == mention.first && passage.words[mention.last].capital &&
                !passage.words[mention.last - 1].possessive && !may_precede(passage, mention.last))
                continue;
        }
        mention.dressed = start != mention.first || end != mention.last;
        mention.last = end;
        found.push_back(mention);
    }
    return found;
}

std::vector<UnlistedCouncil> find_unlisted_councils(const Passage& passage) {
    constexpr std::string_view kCouncil = "council";
    constexpr std::array<std::string_view, 6> kClasses{"borough",  "city",         "county",
                                                       "district", "metropolitan", "unitary"};
    // Bodies that are called a council and are none, or that no inspectorate inspects.
    constexpr std::array<std::string_view, 22> kOthers{
        "parish",   "town",    "youth",    "school", "care",       "medical",  "research", "privy",
        "british",  "chiefs",  "nursing",  "works",  "arts",       "national", "general",  "community",
        "european", "student", "students", "the",    "children's", "safety"};
    std::vector<UnlistedCouncil> found;
    for (std::size_t at = 1; at < passage.words.size(); ++at) {
        const Word& word = passage.words[at];
        if (!word.capital || word.after_break || word.after_comma || word.end - word.begin != kCouncil.size() ||
            passage.folded(at) != kCouncil)
            continue;
        std::size_t last = at;
        const auto is_one_of = [&](const auto& list, std::size_t i) {
            return std::find(list.begin(), list.end(), passage.folded(i)) != list.end();
        };
        while (last > 0 && passage.words[last - 1].capital && is_one_of(kClasses, last - 1)) --last;
        std::size_t first = last;
        while (first > 0 && first + 4 > last && passage.words[first - 1].capital && !passage.words[first - 1].digits &&
               !is_one_of(kOthers, first - 1) && !may_precede(passage, first - 1)) {
            --first;
            if (passage.words[first].after_break || passage.words[first].after_comma) break;
        }
        if (first == last || (first > 0 && is_one_of(kOthers, first - 1) && passage.words[first - 1].capital)) continue;
        const auto [begin, end] = passage.matches_in(first, last);
        const bool listed =
            std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                        passage.matches.begin() + static_cast<std::ptrdiff_t>(end), [](const PhraseMatch& match) {
                            return match.kind == PhraseKind::council || match.kind == PhraseKind::district ||
                                   has_role(match, Role::regulator);
                        });
        if (!listed) found.push_back({first, last});
    }
    return found;
}

}  // namespace findings
