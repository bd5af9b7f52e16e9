#include "indexer/facets/provider/body_mentions.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"
#include "common/text/name_slug.hpp"
#include "indexer/facets/place/council_mentions.hpp"
#include "indexer/facets/provider/name_context.hpp"
#include "indexer/registers/gazetteer.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

bool names_regulator(const Passage& passage, NameSpan words) {
    return has_role_in(passage, words.first, words.last, Role::regulator);
}

/// A company is called Supported Living; "Supported living provider Oakthread" tells a kind.
bool is_printed_as_kind(const Passage& passage, const PhraseMatch& name) {
    if (name.count < 2 || passage.words[name.first + name.count - 1].capital) return false;
    const auto [begin, end] = passage.matches_in(name.first, name.first + name.count);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        const bool whole = match.first == name.first && match.count == name.count;
        if (whole && (has_role(match, Role::called) || has_role(match, Role::facility))) return true;
    }
    return false;
}

/// "Leeds Teaching Hospitals (LTH) NHS Trust": a name goes on behind its initials.
std::size_t end_behind_initials(const Passage& passage, std::size_t last) {
    if (last + 1 >= passage.words.size() || !passage.words[last].after_comma || !passage.words[last].capital)
        return last;
    const std::size_t after = last + 1;
    if (!passage.words[after].after_comma || passage.folded(after) != "nhs") return last;
    std::size_t end = after;
    while (end < passage.words.size() && end < after + 3 && passage.words[end].capital &&
           !passage.words[end].after_break && (end == after || !passage.words[end].after_comma))
        ++end;
    return end;
}

void add_registered(const Passage& passage, std::vector<BodyMention>& found) {
    const BodyRegister& names = body_register();
    for (std::size_t i = 0; i < passage.matches.size(); ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind != PhraseKind::body) continue;
        const RegisteredName& name = names.names[match.value];
        const RegisteredBody& body = names.bodies[name.body];
        const std::size_t last = match.first + match.count;
        if (!passage.words[match.first].capital || names_regulator(passage, {match.first, last}) ||
            is_printed_as_kind(passage, match))
            continue;
        if (name.brief) {
            // Initials are told by their case; a word of them is another word in small letters.
            if (passage.words_text(match.first, last) != name.text) continue;
            const bool goes_on = last < passage.words.size() && passage.words[last].capital &&
                                 !passage.words[last].after_break && !passage.words[last].after_comma;
            if (goes_on && name.text.size() > 5) continue;
        }
        // Two bodies of one name: neither, unless they are of one kind and place ("HMP Feltham", A and B).
        const bool known = !found.empty() && found.back().words.first == match.first &&
                           found.back().words.last == last && found.back().sign <= NameSign::brief;
        if (known) {
            if (found.back().body == BodyMention::kNone) continue;
            const RegisteredBody& other = names.bodies[found.back().body];
            if (other.type != body.type || other.region != body.region) found.back().body = BodyMention::kNone;
            continue;
        }
        BodyMention mention;
        mention.words = {match.first, name.brief ? last : end_behind_initials(passage, last)};
        mention.sign = name.brief ? NameSign::brief : NameSign::registered;
        mention.type = body.type;
        mention.body = name.body;
        found.push_back(std::move(mention));
    }
    std::erase_if(found, [](const BodyMention& mention) { return mention.body == BodyMention::kNone; });
}

/// "Gwent and South Wales Police": the first name shares the second's last words.
void add_shared_type(const Passage& passage, std::vector<BodyMention>& found) {
    const BodyRegister& names = body_register();
    std::vector<BodyMention> more;
    for (const BodyMention& mention : found) {
        if (mention.sign != NameSign::registered || mention.words.first < 2) continue;
        const std::size_t joint = mention.words.first - 1;
        if (passage.folded(joint) != "and" || passage.words[joint].after_break || passage.words[joint].after_comma)
            continue;
        std::size_t first = joint;
        while (first > 0 && joint - first < 3 && passage.words[first - 1].capital &&
               !passage.words[first].after_break && !passage.words[first].after_comma)
            --first;
        for (; first < joint; ++first) {
            std::string tried(passage.words_text(first, joint));
            tried += ' ';
            tried += passage.words_text(mention.words.last - 1, mention.words.last);
            const std::uint32_t whole = find_registered_body(tried);
            if (whole == BodyMention::kNone) continue;
            BodyMention other;
            other.words = {first, joint};
            other.sign = NameSign::registered;
            other.body = whole;
            other.type = names.bodies[other.body].type;
            other.label = std::string(names.bodies[other.body].label);
            more.push_back(std::move(other));
            break;
        }
    }
    for (BodyMention& mention : more) found.push_back(std::move(mention));
}

void add_councils(const Passage& passage, std::string_view day, std::vector<BodyMention>& found) {
    for (const CouncilMention& mention : find_council_mentions(passage, day)) {
        const Council& council = gazetteer().councils[mention.council];
        BodyMention made;
        made.words = {mention.first, mention.last};
        made.sign = mention.dressed ? NameSign::council : NameSign::bare_council;
        made.type = kCouncilType;
        made.slug = council.slug;
        made.label = council.label;
        found.push_back(std::move(made));
    }
    for (const UnlistedCouncil& name : find_unlisted_councils(passage)) {
        BodyMention made;
        std::size_t last = name.last;
        while (last < passage.words.size() && passage.words[last].capital && !passage.words[last].after_break &&
               last < name.last + 3 && passage.folded(last - 1) != "council")
            ++last;
        made.words = {name.first, last};
        made.sign = NameSign::council;
        made.type = kCouncilType;
        made.label = make_name_label(passage.words_text(name.first, name.last));
        made.slug = make_name_slug(made.label);
        found.push_back(std::move(made));
    }
}

void add_patterns(const Passage& passage, bool headline, std::vector<BodyMention>& found) {
    for (BodyName& name : find_body_names(passage, headline)) {
        if (names_regulator(passage, name.words)) continue;
        BodyMention made;
        made.words = name.words;
        made.sign = name.needs_call ? NameSign::house : NameSign::type_word;
        made.type = std::move(name.type);
        made.inspected = name.inspected;
        // "Plymouth's Youth Justice Service" is the Plymouth one.
        if (passage.words[name.words.first].possessive && name.words.first + 1 < name.words.last) {
            const std::string_view place = passage.words_text(name.words.first, name.words.first + 1);
            const std::string_view rest = passage.words_text(name.words.first + 1, name.words.last);
            std::string label = std::string(place).append(" ").append(rest);
            std::uint32_t body = find_registered_body(label);
            // "Blackpool's Youth Justice Team" goes by another noun in the list.
            if (body == BodyMention::kNone) body = find_service_of_place(place, list_service_nouns(made.type));
            if (body != BodyMention::kNone) {
                made.body = body;
                made.sign = NameSign::registered;
                made.label = std::move(label);
            }
        }
        found.push_back(std::move(made));
    }
}

/// Words before a name that are no part of it.
bool only_leads_to_name(std::string_view word) {
    constexpr std::array<std::string_view, 24> kWords{
        "the", "a",    "an", "at",  "in",   "but",   "and", "when", "while", "as",       "if", "since",
        "our", "your", "my", "its", "with", "after", "for", "from", "on",    "although", "so", "because"};
    return is_one_of(kWords, word);
}

/// Words that open a sentence, or a person's name.
bool opens_no_name(std::string_view word) {
    constexpr std::array<std::string_view, 72> kWords{
        "nobody",     "everybody",  "everyone", "anybody",   "anyone",   "somebody",  "someone",   "nothing",
        "something",  "everything", "none",     "several",   "it's",     "i'm",       "we're",     "here's",
        "that's",     "let's",      "what's",   "there's",   "nearby",   "elsewhere", "meanwhile", "neighbouring",
        "councillor", "lady",       "dame",     "rev",       "i",        "we",        "you",       "he",
        "she",        "they",       "there",    "what",      "who",      "where",     "which",     "however",
        "some",       "many",       "most",     "more",      "both",     "all",       "each",      "every",
        "one",        "two",        "three",    "four",      "five",     "january",   "february",  "march",
        "april",      "may",        "june",     "july",      "august",   "september", "october",   "november",
        "december",   "monday",     "tuesday",  "wednesday", "thursday", "friday",    "saturday",  "sunday"};
    return is_one_of(kWords, word) || is_personal_title(word);
}

/// "Headteacher's Newsletter", "The Pulse Bulletin": what is read, not who was inspected.
bool names_a_paper(std::string_view word) {
    constexpr std::array<std::string_view, 12> kWords{"newsletter", "bulletin", "newsletters", "magazine",
                                                      "column",     "letters",  "diary",       "minutes",
                                                      "agenda",     "roundup",  "headlines",   "podcast"};
    return is_one_of(kWords, word);
}

/// "Fernleigh, Bideford"
bool is_followed_by_place(const Passage& passage, std::size_t word) {
    if (word >= passage.words.size() || passage.words[word].after_break || !passage.words[word].after_comma ||
        !passage.words[word].capital)
        return false;
    return names_place_in(passage, word, word + 1);
}

/// Capitals that no pattern knows: two words at least, or one behind "at", "of", "to", or before "was".
void add_capitals(const Passage& passage, std::vector<BodyMention>& found) {
    const std::size_t end = passage.words.size();
    for (std::size_t word = 0; word < end;) {
        const Word& start = passage.words[word];
        if (!start.capital || start.digits) {
            ++word;
            continue;
        }
        NameSpan name = read_name(passage, word);
        // "Advanced Hair Technology Limited and Kings Dental Centre"
        for (std::size_t at = name.first + 1; at + 1 < name.last; ++at)
            if (passage.folded(at) == "and" && is_company_ending(passage.folded(at - 1))) name.last = at;
        const std::size_t next = std::max(name.last, word + 1);
        while (name.first < name.last) {
            // "Uxbridge-based Apex Training": the town is no part of the name.
            if (name.first + 2 < name.last && passage.folded(name.first + 1) == "based") name.first += 2;
            if (!only_leads_to_name(passage.folded(name.first))) break;
            ++name.first;
        }
        if (name.first < name.last && !opens_no_name(passage.folded(name.first)) &&
            !names_a_paper(passage.folded(name.last - 1)) && !names_regulator(passage, name)) {
            const bool opens = passage.words[name.first].after_break || name.first == 0;
            const bool single = name.last - name.first == 1;
            const std::size_t letters = passage.words[name.last - 1].end - passage.words[name.first].begin;
            const std::string before = name.first > 0 && !opens ? passage.folded(name.first - 1) : std::string();
            const auto [from, to] = passage.matches_in(name.first, name.last);
            bool plain = false;
            for (std::size_t i = from; i < to; ++i) {
                const PhraseMatch& match = passage.matches[i];
                const bool whole = match.first == name.first && match.first + match.count == name.last;
                plain = plain || (whole && match.kind != PhraseKind::body);
            }
            const bool placed = before == "at" || before == "of" || before == "to" || before == "visited" ||
                                before == "inspected" || before == "by" || before == "rated";
            if (!plain && letters > 3 && (!single || (!opens && placed) || is_followed_by_place(passage, name.last))) {
                BodyMention made;
                made.words = name;
                found.push_back(std::move(made));
            }
        }
        word = next;
    }
}

/// "Northgate Surgery and Park Hospital"
bool joins_two(const Passage& passage, NameSpan words) {
    for (std::size_t word = words.first; word < words.last; ++word)
        if (passage.folded(word) == "and") return true;
    return false;
}

int rank_of(NameSign sign) {
    switch (sign) {
        case NameSign::registered:
            return 0;
        case NameSign::council:
            return 1;
        case NameSign::type_word:
            return 2;
        case NameSign::house:
            return 3;
        case NameSign::brief:
            return 4;
        case NameSign::bare_council:
            return 5;
        case NameSign::capitals:
            return 6;
    }
    return 7;
}

/// Of capitals that hold a name found otherwise, what stands before it: "Advanced Hair Technology Limited and Kings
/// Dental Centre".
void keep_free_words(const Passage& passage, const std::vector<bool>& taken, BodyMention& mention) {
    std::size_t last = mention.words.first;
    while (last < mention.words.last && !taken[last]) ++last;
    if (last == mention.words.last) return;
    while (last > mention.words.first && !passage.words[last - 1].capital) --last;
    if (last - mention.words.first < 2) last = mention.words.first;
    mention.words.last = last;
}

}  // namespace

std::uint32_t find_registered_body(std::string_view name) {
    const BodyRegister& names = body_register();
    const auto words = lexicon().trie.split(name);
    std::uint32_t found = BodyMention::kNone;
    for (const PhraseMatch& match : lexicon().trie.find(words)) {
        if (match.kind != PhraseKind::body || match.first != 0 || match.count != words.size()) continue;
        const RegisteredName& row = names.names[match.value];
        if (row.brief || row.body == found) continue;
        if (found != BodyMention::kNone) return BodyMention::kNone;
        found = row.body;
    }
    return found;
}

std::vector<std::string_view> list_service_nouns(std::string_view type) {
    std::vector<std::string_view> nouns;
    for (const VocabularyPhrase& phrase : lexicon().vocabulary)
        if (phrase.role == Role::placed_service && phrase.value == type) nouns.push_back(phrase.text);
    return nouns;
}

std::uint32_t find_service_of_place(std::string_view place, const std::vector<std::string_view>& nouns) {
    for (const std::string_view noun : nouns) {
        const std::uint32_t body = find_registered_body(std::string(place).append(" ").append(noun));
        if (body != BodyMention::kNone) return body;
    }
    return BodyMention::kNone;
}

std::vector<BodyMention> find_placed_services(const Passage& passage, std::size_t first, std::size_t last,
                                              std::string_view type) {
    std::vector<BodyMention> found;
    const std::vector<std::string_view> nouns = list_service_nouns(type);
    if (nouns.empty()) return found;
    for (std::size_t word = first; word < last;) {
        if (!passage.words[word].capital) {
            ++word;
            continue;
        }
        const NameSpan name = read_name(passage, word);
        const NameSpan place{name.first, std::max(name.last, name.first + 1)};
        const std::uint32_t body = find_service_of_place(passage.words_text(place.first, place.last), nouns);
        if (body != BodyMention::kNone) {
            BodyMention mention;
            mention.words = place;
            mention.sign = NameSign::registered;
            mention.type = type;
            mention.body = body;
            mention.label = std::string(body_register().bodies[body].label);
            found.push_back(std::move(mention));
        }
        word = std::max(name.last, word + 1);
    }
    return found;
}

std::vector<BodyMention> find_body_mentions(const Passage& passage, std::string_view day, bool headline) {
    std::vector<BodyMention> found;
    add_registered(passage, found);
    add_shared_type(passage, found);
    add_patterns(passage, headline, found);
    add_councils(passage, day, found);
    add_capitals(passage, found);
    // "Nobody, in a hospital, …": a word that is no name, whatever stands beside it.
    std::erase_if(found, [&](const BodyMention& mention) {
        return mention.sign == NameSign::house && mention.words.last == mention.words.first + 1 &&
               opens_no_name(passage.folded(mention.words.first));
    });
    const auto length = [](const BodyMention& mention) { return mention.words.last - mention.words.first; };
    // A longer name holds the shorter one, unless the list knows the shorter by its end: "Gwent and South Wales
    // Police".
    std::stable_sort(found.begin(), found.end(), [&](const BodyMention& a, const BodyMention& b) {
        const bool known = a.sign == NameSign::registered;
        if (known != (b.sign == NameSign::registered)) return known;
        const bool bare = a.sign == NameSign::capitals;
        if (bare != (b.sign == NameSign::capitals)) return !bare;
        if (length(a) != length(b)) return length(a) > length(b);
        return rank_of(a.sign) < rank_of(b.sign);
    });
    std::vector<bool> taken(passage.words.size(), false);
    std::vector<BodyMention> kept;
    const auto clashes = [&](const BodyMention& mention) {
        for (std::size_t word = mention.words.first; word < mention.words.last; ++word)
            if (taken[word]) return true;
        return false;
    };
    for (BodyMention& mention : found) {
        if (mention.sign == NameSign::capitals) keep_free_words(passage, taken, mention);
        if (mention.words.first >= mention.words.last || clashes(mention)) continue;
        // "Wexham Park Hospital" is no "Park Hospital" of the list, "Bridgend College Nursery" no college.
        if (mention.sign == NameSign::registered && mention.label.empty()) {
            const bool inner = std::any_of(found.begin(), found.end(), [&](const BodyMention& other) {
                if (other.sign != NameSign::type_word) return false;
                if (other.words.first == mention.words.first)
                    return other.words.last > mention.words.last && other.type != mention.type &&
                           !joins_two(passage, other.words);
                return other.words.first < mention.words.first && other.words.last >= mention.words.last &&
                       other.words.first + 3 >= mention.words.first && passage.folded(mention.words.first - 1) != "and";
            });
            if (inner) continue;
        }
        for (std::size_t word = mention.words.first; word < mention.words.last; ++word) taken[word] = true;
        kept.push_back(std::move(mention));
    }
    std::sort(kept.begin(), kept.end(),
              [](const BodyMention& a, const BodyMention& b) { return a.words.first < b.words.first; });
    return kept;
}

}  // namespace findings
