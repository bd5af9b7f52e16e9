#include "indexer/facets/provider/body_names.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"
#include "common/text/name_slug.hpp"
#include "indexer/language/name_forms.hpp"

namespace findings {
namespace {

/// Words that begin a sentence or a headline and are no part of a name.
constexpr std::array<std::string_view, 86> kNoName{
    "i",          "we",       "they",    "you",       "he",        "she",          "who",        "which",
    "it's",       "both",     "all",     "each",      "nearby",    "neighbouring", "sister",     "owner",
    "operator",   "fellow",   "rival",   "pictured",  "principal", "director",     "founder",    "regarding",
    "the",        "a",        "an",      "at",        "in",        "on",           "of",         "but",
    "and",        "when",     "while",   "meanwhile", "after",     "before",       "since",      "this",
    "that",       "these",    "those",   "its",       "it",        "our",          "their",      "his",
    "her",        "for",      "from",    "to",        "as",        "with",         "inspectors", "inspector",
    "inspection", "report",   "ofsted",  "cqc",       "estyn",     "watchdog",     "however",    "although",
    "last",       "previous", "new",     "is",        "was",       "has",          "why",        "how",
    "former",     "rated",    "inside",  "by",        "no",        "not",          "children",   "childrens",
    "local",      "into",     "overall", "if",        "also",      "home"};

/// Small words inside a name.
constexpr std::array<std::string_view, 9> kInnerWords{"of", "and", "&", "the", "for", "on", "upon", "in", "at"};

/// Words that begin a name and tell its type. Welsh: school, college, hospital.
struct Prefix {
    std::string_view word;
    std::string_view type;
};
constexpr std::array<Prefix, 7> kPrefixes{{{"hmp", "prison"},
                                           {"adopt", "adoption-agency"},
                                           {"hmyoi", "prison"},
                                           {"yoi", "prison"},
                                           {"ysgol", "school"},
                                           {"coleg", "college"},
                                           {"ysbyty", "hospital"}}};

/// Verbs after "was", "has been" or "is" that follow the name of a body: "Hazeldene was inspected", "is run
/// by".
constexpr std::array<std::string_view, 11> kBodyVerbs{"visited", "inspected", "rated",    "judged", "graded",    "told",
                                                      "run",     "owned",     "operated", "one",    "registered"};

constexpr std::size_t kLongestName = 9;

bool parted(const Word& word) { return word.after_break || word.after_comma || word.after_quote; }

/// Whether a type word ("School", "Nursery") ends right before a word.
bool ends_a_type(const Passage& passage, std::size_t word) {
    const auto [begin, end] = passage.matches_in(word > 4 ? word - 4 : 0, word);
    for (std::size_t i = begin; i < end; ++i)
        if (has_role(passage.matches[i], Role::facility) && passage.matches[i].first + passage.matches[i].count == word)
            return true;
    return false;
}

/// Whether a word is by itself the name of a council's area or a place.
bool names_place(const Passage& passage, std::size_t word) {
    const auto [begin, end] = passage.matches_in(word, word + 1);
    return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                       passage.matches.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const PhraseMatch& match) { return match.count == 1 && match.kind <= PhraseKind::area; });
}

/// The first word of a name whose last known word is `at`: capitals to the left, small words between
/// capitals.
std::size_t extend_left(const Passage& passage, std::size_t at) {
    std::size_t first = at;
    while (first > 0 && at - first < kLongestName && !parted(passage.words[first])) {
        const std::size_t before = first - 1;
        const Word& word = passage.words[before];
        if (word.capital && !word.digits) {
            first = before;
            continue;
        }
        // "Rochdale Academy and Elm Street School" are two names: no name goes on after its type word.
        if (passage.folded(before) == "and" &&
            (ends_a_type(passage, before) || (before > 0 && is_company_ending(passage.folded(before - 1)))))
            break;
        const bool inner = before > 0 && is_one_of(kInnerWords, passage.folded(before)) &&
                           passage.folded(before) != "at" && passage.folded(before) != "in" &&
                           passage.folded(before) != "for" && passage.words[before - 1].capital && !parted(word) &&
                           !is_one_of(kNoName, passage.folded(before - 1));
        if (!inner) break;
        first = before - 1;
    }
    // "Goole's Airmyn Road Academy": the town is no part of the name.
    if (first + 1 < at && passage.words[first].possessive && names_place(passage, first)) ++first;
    // "Denmax Limited's Richard House Care Home": its owner stands before it.
    for (std::size_t word = first; word + 1 < at; ++word)
        if (passage.words[word].possessive && is_company_ending(passage.folded(word))) first = word + 1;
    while (first < at && (is_one_of(kNoName, passage.folded(first)) || is_one_of(kInnerWords, passage.folded(first))))
        ++first;
    return first;
}

std::size_t extend_over_company(const Passage& passage, std::size_t last) {
    while (last < passage.words.size() && !passage.words[last].after_break && is_company_ending(passage.folded(last)))
        ++last;
    return last;
}

bool text_follows(const Passage& passage, std::size_t word, std::string_view phrase) {
    if (word >= passage.words.size() || passage.words[word].after_break) return false;
    return passage.text.substr(passage.words[word].begin, phrase.size()) == phrase;
}

/// Whether one of kBodyVerbs stands within the next words: "was also rated", "has now been judged", "is run
/// by".
bool rated_soon(const Passage& passage, std::size_t verb) {
    for (std::size_t word = verb + 1; word < std::min(verb + 4, passage.words.size()); ++word) {
        if (passage.words[word].after_break || passage.words[word].after_comma) return false;
        const std::string folded = passage.folded(word);
        if (is_one_of(kBodyVerbs, folded)) return true;
        if (folded != "also" && folded != "now" && folded != "been" && folded != "last" && folded != "previously" &&
            folded != "again")
            return false;
    }
    return false;
}

/// "Sandpiper Shaw in Hoylake has been rated …": where the body is stands between its name and the verb.
bool is_placed_and_rated(const Passage& passage, std::size_t at) {
    const std::string preposition = at < passage.words.size() ? passage.folded(at) : std::string();
    if (preposition != "in" && preposition != "near" && preposition != "at") return false;
    std::size_t verb = at + 1;
    while (verb < passage.words.size() && verb < at + 6 && passage.words[verb].capital &&
           !passage.words[verb].after_break)
        ++verb;
    if (verb == at + 1 || verb >= passage.words.size()) return false;
    const std::string folded = passage.folded(verb);
    return (folded == "was" || folded == "has" || folded == "is") && rated_soon(passage, verb);
}

bool names_regulator_or_place_only(const Passage& passage, NameSpan name) {
    const auto [begin, end] = passage.matches_in(name.first, name.last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        const bool whole = match.first == name.first && match.first + match.count == name.last;
        if (has_role(match, Role::regulator)) return true;
        // "Medicines, which were muddled": a subject, not a body.
        if (whole && (match.kind <= PhraseKind::area || match.kind == PhraseKind::theme_cue ||
                      match.kind == PhraseKind::judged_area))
            return true;
    }
    return false;
}

void add_by_type_words(const Passage& passage, std::vector<BodyName>& found) {
    for (std::size_t i = 0; i < passage.matches.size(); ++i) {
        const PhraseMatch& match = passage.matches[i];
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr || (phrase->role != Role::facility && phrase->role != Role::house)) continue;
        std::size_t last = match.first + match.count;
        bool capitals = true;
        // "Care at Home"
        for (std::size_t word = match.first; word < last; ++word)
            capitals = capitals && (passage.words[word].capital ||
                                    (word > match.first && is_one_of(kInnerWords, passage.folded(word))));
        if (!capitals || parted(passage.words[match.first]) || match.first == 0) continue;
        if (phrase->value == "council-services" || phrase->value == "area-partnership") continue;
        std::size_t first = extend_left(passage, match.first);
        if (first == match.first || match.first - first > kLongestName) continue;
        // "Both Highfield and Brookside Lodge": two names.
        if (first > 0 && !parted(passage.words[first]) && passage.folded(first - 1) == "both") {
            for (std::size_t word = match.first; word-- > first + 1;)
                if (passage.folded(word) == "and" || passage.folded(word) == "&") {
                    found.push_back({{first, word}, {}, false, true});
                    first = word + 1;
                    break;
                }
        }
        last = extend_over_company(passage, last);
        const NameSpan words{first, last};
        // "North Yorkshire Police" names a place and a type: a name. "Greater Manchester" alone is none.
        if (phrase->role == Role::house && last < passage.words.size() && passage.words[last].capital &&
            !parted(passage.words[last]))
            continue;
        found.push_back({words, std::string(phrase->value), false, phrase->role == Role::house});
    }
}

/// Whether the words are an adjective of a place or a faith, as in "Walsall children's home", "Catholic nursery".
bool is_adjective(const Passage& passage, NameSpan words) {
    constexpr std::array<std::string_view, 14> kFaiths{"catholic", "christian", "islamic", "muslim", "jewish",
                                                       "church",   "victorian", "english", "welsh",  "scottish",
                                                       "british",  "methodist", "private", "care"};
    if (is_one_of(kFaiths, passage.folded(words.last - 1))) return true;
    const auto [begin, end] = passage.matches_in(words.first, words.last);
    return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                       passage.matches.begin() + static_cast<std::ptrdiff_t>(end), [&](const PhraseMatch& match) {
                           if (has_role(match, Role::regulator) || has_role(match, Role::region)) return true;
                           return match.kind <= PhraseKind::area && match.first + match.count == words.last &&
                                  (match.first == words.first || match.kind != PhraseKind::place);
                       });
}

/// "Larchfield care home in Boston": a village of that name far away is not meant where the place is told behind.
/// `end`: the first word behind the type.
bool is_placed_elsewhere(const Passage& passage, std::size_t word, std::size_t end) {
    if (end + 1 >= passage.words.size() || parted(passage.words[end]) || passage.folded(end) != "in") return false;
    if (!passage.words[end + 1].capital || parted(passage.words[end + 1])) return false;
    const auto [from, to] = passage.matches_in(word, word + 1);
    bool village = false;
    for (std::size_t i = from; i < to; ++i) {
        if (passage.matches[i].kind < PhraseKind::place || passage.matches[i].kind == PhraseKind::area) return false;
        village = village || passage.matches[i].kind == PhraseKind::place;
    }
    return village;
}

/// A capital that only begins the sentence or headline: "Three care homes", "Troubled care home closes".
bool only_begins_sentence(const Passage& passage, std::size_t word, bool headline) {
    if (!passage.words[word].after_break && word != 0) return false;
    if (headline) return true;
    constexpr std::array<std::string_view, 32> kWords{
        "one",     "two",         "three",      "four",   "five", "six",        "seven",       "eight",
        "several", "many",        "some",       "all",    "most", "every",      "each",        "another",
        "local",   "private",     "council",    "former", "new",  "small",      "large",       "rural",
        "good",    "outstanding", "inadequate", "poor",   "top",  "specialist", "independent", "owner"};
    const std::string folded = passage.folded(word);
    return is_one_of(kWords, folded) || folded.ends_with("ed") || folded.ends_with("ing") || folded.ends_with("run") ||
           folded.ends_with("ish") || folded.ends_with("ial");
}

/// "Glenview care home", "The Hollies nursing home": the type in small letters right behind the name.
void add_by_small_type(const Passage& passage, bool headline, std::vector<BodyName>& found) {
    for (const PhraseMatch& match : passage.matches) {
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr || phrase->role != Role::called || match.first == 0) continue;
        const std::string_view type = phrase->value;
        if (type == "school" || type == "college" || type == "police" || type == "council-services") continue;
        const Word& start = passage.words[match.first];
        // "care homes": several, none of them named.
        const Word& end = passage.words[match.first + match.count - 1];
        if (passage.text[end.end - 1] == 's' && type != "other") continue;
        if (start.capital || parted(start) || passage.words[match.first - 1].possessive) continue;
        const std::size_t before = match.first - 1;
        if (!passage.words[before].capital || passage.words[before].digits) continue;
        // "a category C prison": a class of prisons.
        if (passage.folded(before).size() == 1) continue;
        const std::size_t first = extend_left(passage, before);
        if (first == before && only_begins_sentence(passage, first, headline)) continue;
        if (is_one_of(kNoName, passage.folded(first))) continue;
        if (is_adjective(passage, {first, match.first}) &&
            !(first == before && is_placed_elsewhere(passage, first, match.first + match.count)))
            continue;
        // "a Pellgate care home": one of several.
        const std::string article =
            first > 0 && !parted(passage.words[first]) ? passage.folded(first - 1) : std::string();
        if (article == "a" || article == "an" || article == "another") continue;
        found.push_back({{first, match.first}, std::string(type), false, false});
    }
}

void add_by_prefix(const Passage& passage, std::vector<BodyName>& found) {
    for (std::size_t word = 0; word + 1 < passage.words.size(); ++word) {
        const Word& start = passage.words[word];
        if (!start.capital || start.end - start.begin > 6 || !passage.words[word + 1].capital ||
            parted(passage.words[word + 1]))
            continue;
        const std::string folded = passage.folded(word);
        // "Home A", "Home 3": so councils' papers name their children's homes.
        const Word& second = passage.words[word + 1];
        if (folded == "home" && second.end - second.begin == 1 && passage.folded(word + 1) != "i")
            found.push_back({{word, word + 2}, {}, false, true});
        for (const Prefix& prefix : kPrefixes)
            if (folded == prefix.word)
                found.push_back({{word, read_name(passage, word).last}, std::string(prefix.type), false, false});
    }
}

/// "inspection of", "a visit to", "inspectors visited" right before a word.
bool follows_inspection(const Passage& passage, std::size_t word) {
    if (word < 2 || parted(passage.words[word])) return false;
    const std::string last = passage.folded(word - 1);
    if (last == "visited" || last == "inspected") return true;
    const std::string before = passage.folded(word - 2);
    return ((last == "of" || last == "at") && (before == "inspection" || before == "assessment")) ||
           ((last == "to" || last == "at") && before == "visit");
}

void add_by_what_follows(const Passage& passage, std::vector<BodyName>& found) {
    for (std::size_t word = 0; word < passage.words.size(); ++word) {
        const Word& start = passage.words[word];
        if (!start.capital || start.digits) continue;
        if (!start.after_break) {
            // "the first inspection of Bridgegate Young People"
            const NameSpan name = read_name(passage, word);
            if (follows_inspection(passage, word) && !is_one_of(kNoName, passage.folded(word)) &&
                !names_regulator_or_place_only(passage, name) && !names_place(passage, word))
                found.push_back({.words = name, .type = {}, .inspected = true, .needs_call = true});
            continue;
        }
        // "The Bramblings, in Mexborough, …": the article is no part of the name.
        const std::size_t first =
            passage.folded(word) == "the" && word + 1 < passage.words.size() && passage.words[word + 1].capital
                ? word + 1
                : word;
        if (is_one_of(kNoName, passage.folded(first))) continue;
        const NameSpan name = read_name(passage, first);
        if (name.last == name.first || name.last >= passage.words.size() ||
            names_regulator_or_place_only(passage, name))
            continue;
        const Word& next = passage.words[name.last];
        const std::string verb = passage.folded(name.last);
        // "was also rated", "has now been judged": one word may stand inside.
        if ((verb == "was" || verb == "has" || verb == "is") && !next.after_comma && !next.after_break &&
            rated_soon(passage, name.last)) {
            found.push_back({name, {}, false, true});
            continue;
        }
        bool follows = next.after_comma && !next.after_break &&
                       (text_follows(passage, name.last, "in ") || text_follows(passage, name.last, "which ") ||
                        text_follows(passage, name.last, "a ") || text_follows(passage, name.last, "the ") ||
                        text_follows(passage, name.last, "owned ") || text_follows(passage, name.last, "run "));
        if (follows || is_placed_and_rated(passage, name.last)) found.push_back({name, {}, false, true});
    }
}

/// "Brampton Meadows Outstanding": the grade is no part of the name.
std::size_t end_before_grade(const Passage& passage, NameSpan name) {
    const auto [begin, end] = passage.matches_in(name.first, name.last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind == PhraseKind::grade && match.first > name.first && match.first + match.count >= name.last)
            return match.first;
    }
    return name.last;
}

/// "Bumble Bees on Maple Road", "The Cedars on West Avenue": where it stands is no part of the name.
std::size_t end_before_street(const Passage& passage, NameSpan name) {
    constexpr std::array<std::string_view, 16> kStreets{"road",    "street",   "avenue", "lane", "drive",  "close",
                                                        "way",     "row",      "place",  "hill", "square", "gardens",
                                                        "terrace", "crescent", "parade", "mews"};
    if (name.last < name.first + 4 || !is_one_of(kStreets, passage.folded(name.last - 1))) return name.last;
    for (std::size_t word = name.first + 1; word + 1 < name.last; ++word)
        if (passage.folded(word) == "on") return word;
    return name.last;
}

}  // namespace

NameSpan read_name(const Passage& passage, std::size_t first) {
    std::size_t last = first;
    while (last < passage.words.size() && last - first < kLongestName) {
        const Word& word = passage.words[last];
        if (last > first && parted(word)) break;
        if (word.capital && !word.digits) {
            ++last;
            continue;
        }
        // "Maes-y-Dderwen": a small word between hyphens.
        if (last > first && passage.text[word.begin - 1] == '-' && passage.words[last - 1].end + 1 == word.begin) {
            ++last;
            continue;
        }
        const bool inner =
            last > first && last + 1 < passage.words.size() && is_one_of(kInnerWords, passage.folded(last)) &&
            passage.folded(last) != "in" && passage.folded(last) != "at" && passage.folded(last) != "for" &&
            passage.words[last + 1].capital && !parted(passage.words[last + 1]) && !passage.words[last - 1].possessive;
        if (!inner) break;
        ++last;
    }
    return {first, end_before_street(passage, {first, end_before_grade(passage, {first, last})})};
}

std::vector<BodyName> find_body_names(const Passage& passage, bool headline) {
    std::vector<BodyName> found;
    add_by_type_words(passage, found);
    add_by_small_type(passage, headline, found);
    add_by_prefix(passage, found);
    add_by_what_follows(passage, found);
    // One name where patterns overlap: the longest, and of the same words the one that tells the type.
    std::stable_sort(found.begin(), found.end(), [](const BodyName& a, const BodyName& b) {
        if (a.words.first != b.words.first) return a.words.first < b.words.first;
        if (a.words.last != b.words.last) return a.words.last > b.words.last;
        return a.needs_call < b.needs_call;
    });
    std::vector<BodyName> kept;
    for (BodyName& name : found)
        if (kept.empty() || name.words.first >= kept.back().words.last) kept.push_back(std::move(name));
    return kept;
}

}  // namespace findings
