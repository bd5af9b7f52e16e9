#include "indexer/facets/body_names.hpp"

#include <algorithm>
#include <array>

#include "common/text/slug.hpp"

namespace findings {
namespace {

/// Words that begin a sentence or a headline and are no part of a name.
constexpr std::array<std::string_view, 62> kNoName{
    "the",      "a",         "an",        "at",         "in",        "on",         "of",     "but",    "and",
    "when",     "while",     "meanwhile", "after",      "before",    "since",      "this",   "that",   "these",
    "those",    "its",       "it",        "our",        "their",     "his",        "her",    "for",    "from",
    "to",       "as",        "with",      "inspectors", "inspector", "inspection", "report", "ofsted", "cqc",
    "estyn",    "watchdog",  "however",   "although",   "last",      "previous",   "new",    "is",     "was",
    "has",      "why",       "how",       "former",     "rated",     "inside",     "by",     "no",     "not",
    "children", "childrens", "local",     "into",       "overall",   "if",         "also",   "home"};

/// Endings of a company's name, kept in the span and dropped from the label. Source: Companies House.
constexpr std::array<std::string_view, 7> kCompanyEndings{"ltd", "limited", "cic", "llp", "plc", "cio", "inc"};

/// Small words inside a name.
constexpr std::array<std::string_view, 8> kInnerWords{"of", "and", "the", "for", "on", "upon", "in", "at"};

/// Words that begin a name and tell its type. Welsh: school, college, hospital.
struct Prefix {
    std::string_view word;
    std::string_view type;
};
constexpr std::array<Prefix, 6> kPrefixes{{{"hmp", "prison"},
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

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool parted(const Word& word) { return word.after_break || word.after_comma || word.after_quote; }

/// Whether a type word ("School", "Nursery") ends right before a word.
bool ends_a_type(const Passage& passage, std::size_t word) {
    const auto [begin, end] = passage.matches_in(word > 4 ? word - 4 : 0, word);
    for (std::size_t i = begin; i < end; ++i)
        if (has_role(passage.matches[i], Role::facility) && passage.matches[i].first + passage.matches[i].count == word)
            return true;
    return false;
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
        if (passage.folded(before) == "and" && ends_a_type(passage, before)) break;
        const bool inner = before > 0 && is_one_of(kInnerWords, passage.folded(before)) &&
                           passage.folded(before) != "at" && passage.folded(before) != "in" &&
                           passage.folded(before) != "for" && passage.words[before - 1].capital && !parted(word) &&
                           !is_one_of(kNoName, passage.folded(before - 1));
        if (!inner) break;
        first = before - 1;
    }
    while (first < at && (is_one_of(kNoName, passage.folded(first)) || is_one_of(kInnerWords, passage.folded(first))))
        ++first;
    return first;
}

std::size_t extend_over_company(const Passage& passage, std::size_t last) {
    while (last < passage.words.size() && !passage.words[last].after_break &&
           is_one_of(kCompanyEndings, passage.folded(last)))
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

bool names_regulator_or_place_only(const Passage& passage, NameSpan name) {
    const auto [begin, end] = passage.matches_in(name.first, name.last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        const bool whole = match.first == name.first && match.first + match.count == name.last;
        if (has_role(match, Role::regulator)) return true;
        // "Medicines, which were muddled": a subject, not a body.
        if (whole && (match.kind <= PhraseKind::area || match.kind == PhraseKind::theme_cue)) return true;
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
        for (std::size_t word = match.first; word < last; ++word) capitals = capitals && passage.words[word].capital;
        if (!capitals || parted(passage.words[match.first]) || match.first == 0) continue;
        if (phrase->value == "council-services" || phrase->value == "area-partnership") continue;
        const std::size_t first = extend_left(passage, match.first);
        if (first == match.first || match.first - first > kLongestName) continue;
        last = extend_over_company(passage, last);
        const NameSpan words{first, last};
        // "North Yorkshire Police" names a place and a type: a name. "Greater Manchester" alone is none.
        if (phrase->role == Role::house && last < passage.words.size() && passage.words[last].capital &&
            !parted(passage.words[last]))
            continue;
        found.push_back({words, std::string(phrase->value), phrase->role == Role::house});
    }
}

void add_by_prefix(const Passage& passage, std::vector<BodyName>& found) {
    for (std::size_t word = 0; word + 1 < passage.words.size(); ++word) {
        const Word& start = passage.words[word];
        if (!start.capital || start.end - start.begin > 6 || !passage.words[word + 1].capital ||
            parted(passage.words[word + 1]))
            continue;
        const std::string folded = passage.folded(word);
        for (const Prefix& prefix : kPrefixes)
            if (folded == prefix.word)
                found.push_back({{word, read_name(passage, word).last}, std::string(prefix.type), false});
    }
}

void add_by_what_follows(const Passage& passage, std::vector<BodyName>& found) {
    for (std::size_t word = 0; word < passage.words.size(); ++word) {
        const Word& start = passage.words[word];
        if (!start.capital || start.digits || !start.after_break) continue;
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
            found.push_back({name, {}, true});
            continue;
        }
        bool follows = next.after_comma && !next.after_break &&
                       (text_follows(passage, name.last, "in ") || text_follows(passage, name.last, "which ") ||
                        text_follows(passage, name.last, "a ") || text_follows(passage, name.last, "the ") ||
                        text_follows(passage, name.last, "owned ") || text_follows(passage, name.last, "run "));
        if (follows) found.push_back({name, {}, true});
    }
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
    return {first, last};
}

std::vector<BodyName> find_body_names(const Passage& passage) {
    std::vector<BodyName> found;
    add_by_type_words(passage, found);
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

std::string make_name_label(std::string_view name) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t begin = name.find_first_not_of(" \n\t", at);
        if (begin == std::string_view::npos) break;
        at = std::min(name.find_first_of(" \n\t", begin), name.size());
        words.push_back(name.substr(begin, at - begin));
    }
    const auto bare = [](std::string_view word) {
        std::string folded = fold_word(word);
        while (!folded.empty() && (folded.back() == '.' || folded.back() == ',')) folded.pop_back();
        return folded;
    };
    if (words.size() > 1 && bare(words.front()) == "the") words.erase(words.begin());
    while (words.size() > 1 && is_one_of(kCompanyEndings, bare(words.back()))) words.pop_back();
    std::string label;
    for (const std::string_view word : words) {
        if (!label.empty()) label += ' ';
        label += word;
    }
    while (!label.empty() && (label.back() == ',' || label.back() == ':' || label.back() == '.')) label.pop_back();
    return label;
}

std::string make_name_slug(std::string_view label) {
    std::string slug = "-" + make_slug(make_name_label(label)) + "-";
    // Source: DfE's register writes CofE, C of E, CE and Church of England for one thing.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFolds{{{"-church-of-england-", "-ce-"},
                                                                                   {"-c-of-e-", "-ce-"},
                                                                                   {"-cofe-", "-ce-"},
                                                                                   {"-saint-", "-st-"},
                                                                                   {"-roman-catholic-", "-rc-"},
                                                                                   {"-r-c-", "-rc-"},
                                                                                   {"-saints-", "-sts-"}}};
    for (const auto& [from, to] : kFolds)
        for (std::size_t at = slug.find(from); at != std::string::npos; at = slug.find(from, at + 1))
            slug.replace(at, from.size(), to);
    return slug.substr(1, slug.size() - 2);
}

std::vector<Span> find_name(const Passage& passage, std::string_view label, std::string_view short_form) {
    const auto split = [](std::string_view text) {
        std::vector<std::string> words;
        for (const Word& word : split_words(text, WordIds{}))
            words.push_back(fold_word(text.substr(word.begin, word.end - word.begin)));
        return words;
    };
    const std::vector<std::string> full = split(label);
    const std::vector<std::string> brief = split(short_form);
    std::vector<Span> found;
    if (full.empty()) return found;
    const auto stands_at = [&](const std::vector<std::string>& name, std::size_t at) {
        if (name.empty() || at + name.size() > passage.words.size()) return false;
        for (std::size_t i = 0; i < name.size(); ++i) {
            const Word& word = passage.words[at + i];
            // Folding keeps the number of bytes but for curly apostrophes: compare lengths first, it is
            // cheap.
            const auto letter = static_cast<unsigned char>(passage.text[word.begin]);
            if (letter < 0x80 && (letter | 0x20U) != (static_cast<unsigned char>(name[i].front()) | 0x20U))
                return false;
            if (word.end - word.begin < name[i].size() || passage.folded(at + i) != name[i]) return false;
        }
        return true;
    };
    for (std::size_t at = 0; at < passage.words.size(); ++at) {
        const Word& word = passage.words[at];
        if (!word.capital) continue;
        std::size_t count = stands_at(full, at) ? full.size() : 0;
        if (count == 0 && stands_at(brief, at)) count = brief.size();
        if (count == 0) continue;
        found.push_back({word.begin, passage.words[at + count - 1].end});
        at += count - 1;
    }
    return found;
}

}  // namespace findings
