#include "indexer/language/recase.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.hpp"
#include "indexer/registers/gazetteer.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

/// A shorter text may have no name inside its sentences.
constexpr std::size_t kFewestWords = 40;
constexpr std::size_t kLongestName = 5;

/// Words that are no part of a body's name: function words, and what describes a body.
bool is_plain(std::string_view word) {
    constexpr std::array<std::string_view, 111> kWords{
        "the",    "a",         "an",       "at",      "in",       "on",      "of",     "to",          "for",
        "from",   "by",        "with",     "and",     "or",       "but",     "as",     "is",          "are",
        "was",    "were",      "be",       "been",    "has",      "have",    "had",    "that",        "this",
        "these",  "those",     "it",       "its",     "their",    "his",     "her",    "our",         "my",
        "your",   "some",      "any",      "all",     "each",     "every",   "one",    "two",         "three",
        "four",   "five",      "six",      "seven",   "eight",    "nine",    "ten",    "no",          "not",
        "new",    "old",       "other",    "another", "local",    "private", "public", "independent", "faith",
        "muslim", "christian", "catholic", "islamic", "jewish",   "state",   "free",   "special",     "mixed",
        "large",  "small",     "rural",    "busy",    "troubled", "failing", "former", "first",       "second",
        "about",  "into",      "between",  "near",    "when",     "while",   "who",    "which",       "what",
        "how",    "said",      "says",     "told",    "found",    "over",    "after",  "before",      "than",
        "more",   "most",      "many",     "such",    "general",  "medical", "mental", "main",        "whole",
        "same",   "own",       "if"};
    return is_one_of(kWords, word);
}

/// "in", "at", "near" right before a word.
bool follows_place_word(const Passage& passage, std::size_t word) {
    if (word == 0 || passage.words[word].after_break) return false;
    const std::string before = passage.folded(word - 1);
    return before == "in" || before == "near" || before == "at" || before == "across";
}

bool is_prominent(const PhraseMatch& match) {
    if (match.kind != PhraseKind::place) return true;
    const char kind = gazetteer().places[match.value].sites.front().kind;
    return kind == 'c' || kind == 't';
}

/// Whether a kind of body or a council's word begins at a word.
bool begins_kind(const Passage& passage, std::size_t word) {
    if (word >= passage.words.size() || passage.words[word].after_break) return false;
    const auto [begin, end] = passage.matches_in(word, word + 1);
    for (std::size_t i = begin; i < end; ++i)
        if (has_role(passage.matches[i], Role::facility) || has_role(passage.matches[i], Role::called)) return true;
    const std::string folded = passage.folded(word);
    return folded == "council" || folded == "city" || folded == "borough" || folded == "county";
}

bool is_name_here(const Passage& passage, const PhraseMatch& match) {
    if (match.kind == PhraseKind::body) {
        const RegisteredName& name = body_register().names[match.value];
        return !name.brief && match.count > 1;
    }
    if (match.kind > PhraseKind::deliverer) return false;
    if (match.count > 1) return true;
    const bool placed = follows_place_word(passage, match.first) || begins_kind(passage, match.first + match.count);
    return placed && is_prominent(match) && !is_plain(passage.folded(match.first));
}

/// The words before a kind of body, up to the first that is no part of a name.
std::size_t start_of_name(const Passage& passage, std::size_t kind) {
    std::size_t first = kind;
    while (first > 0 && kind - first < kLongestName && !passage.words[first].after_break &&
           !passage.words[first].after_comma) {
        if (is_plain(passage.folded(first - 1)) || passage.words[first - 1].digits) break;
        const auto [begin, end] = passage.matches_in(first - 1, first);
        const bool tells =
            std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                        passage.matches.begin() + static_cast<std::ptrdiff_t>(end), [](const PhraseMatch& match) {
                            const VocabularyPhrase* phrase = vocabulary_of(match);
                            return phrase != nullptr && phrase->role != Role::facility && phrase->role != Role::house &&
                                   phrase->role != Role::called && phrase->role != Role::council_word &&
                                   phrase->role != Role::street;
                        });
        if (tells) break;
        --first;
    }
    return first;
}

}  // namespace

bool lacks_capitals(const Passage& passage) {
    std::size_t inside = 0;
    std::size_t capital = 0;
    for (const Word& word : passage.words) {
        if (word.after_break || word.after_quote || word.digits) continue;
        ++inside;
        if (word.capital && ++capital * 100 > passage.words.size()) return false;
    }
    return inside >= kFewestWords && capital * 100 <= inside;
}

void recase(Passage& passage) {
    Passage all{passage.text, passage.words, {}};
    for (Word& word : all.words) word.capital = true;
    all.matches = lexicon().trie.find(all.words);
    const auto mark = [&](std::size_t first, std::size_t last) {
        for (std::size_t word = first; word < last; ++word) passage.words[word].capital = !passage.words[word].digits;
    };
    for (const PhraseMatch& match : all.matches) {
        if (is_name_here(all, match)) mark(match.first, match.first + match.count);
        if (!has_role(match, Role::facility) || match.first == 0) continue;
        // The longest kind that ends here: "primary school", not "school".
        const std::size_t first = start_of_name(all, match.first);
        if (first < match.first) mark(first, match.first + match.count);
    }
    passage.matches = lexicon().trie.find(passage.words);
}

}  // namespace findings
