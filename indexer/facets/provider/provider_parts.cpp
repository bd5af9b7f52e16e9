#include "indexer/facets/provider/provider_parts.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

/// Words of a name that alone tell nothing: no short form is made of them.
bool is_plain_word(const Passage& passage, std::size_t word) {
    const auto [begin, end] = passage.matches_in(word, word + 1);
    return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                       passage.matches.begin() + static_cast<std::ptrdiff_t>(end), [](const PhraseMatch& match) {
                           return match.count == 1 &&
                                  (match.kind <= PhraseKind::area || match.kind == PhraseKind::vocabulary);
                       });
}

/// Small words between "run by" and the owner's name.
bool is_owner_noun(std::string_view word) {
    constexpr std::array<std::string_view, 15> kNouns{
        "the",          "a",        "an",      "charity", "company",  "firm",      "provider",      "group",
        "organisation", "operator", "private", "local",   "national", "voluntary", "not-for-profit"};
    return std::find(kNouns.begin(), kNouns.end(), word) != kNouns.end();
}

/// Words of a school's name that its short form leaves out: "St Bega's" for "St Bega's Catholic High School".
bool is_faith_word(std::string_view word) {
    constexpr std::array<std::string_view, 13> kWords{"catholic", "roman", "rc",   "ce", "cofe",      "church",   "of",
                                                      "england",  "c",     "free", "e",  "community", "voluntary"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "Ashgrove" for "Ashgrove Fostering": the words before the type words, when they are no place and no common
/// word.
std::string short_form_of(const std::string& label) {
    const Passage passage{label, lexicon().trie.split(label), {}};
    Passage searched = passage;
    searched.matches = lexicon().trie.find(searched.words);
    std::size_t last = searched.words.size();
    for (const PhraseMatch& match : searched.matches)
        if ((has_role(match, Role::facility) || has_role(match, Role::house)) && match.first > 0)
            last = std::min<std::size_t>(last, match.first);
    if (last == searched.words.size() && last > 1) last = 1;
    while (last > 1 && is_faith_word(searched.folded(last - 1))) --last;
    if (last == 0 || last == searched.words.size()) return {};
    if (last == 1 && (is_plain_word(searched, 0) || searched.words[0].end - searched.words[0].begin < 5)) return {};
    return std::string(searched.words_text(0, last));
}

/// "His Majesty's Inspectorate of Constabulary" calls nobody a constabulary.
bool names_regulator(const Passage& passage, const PhraseMatch& called) {
    constexpr std::size_t kLongest = 8;
    const auto [begin, end] =
        passage.matches_in(called.first > kLongest ? called.first - kLongest : 0, called.first + 1);
    return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                       passage.matches.begin() + static_cast<std::ptrdiff_t>(end), [&](const PhraseMatch& match) {
                           return has_role(match, Role::regulator) && match.count > called.count &&
                                  match.first + match.count >= called.first + called.count;
                       });
}

bool calls_subject(const Passage& passage, const PhraseMatch& match) {
    return has_role(match, Role::called) && !names_regulator(passage, match);
}

}  // namespace

std::string find_owner(const Passage& body, std::size_t first, std::size_t last) {
    const auto [begin, end] = body.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = body.matches[i];
        if (!has_role(match, Role::owner)) continue;
        std::size_t at = match.first + match.count;
        // Only a printed label ("Registered provider: X") may have a colon between.
        const bool is_label = fold_word(body.words_text(match.first, at)).starts_with("registered");
        if (at < last && body.words[at].after_break && !is_label) continue;
        // "run by the charity Harbourlight", "owned by a private company, Oakhollow Care": what kind of owner it is.
        while (at < last && !body.words[at].capital && !body.words[at].after_break && is_owner_noun(body.folded(at)))
            ++at;
        if (at < last && body.folded(at) == "the") ++at;
        if (at >= last || !body.words[at].capital || (body.words[at].after_break && !is_label)) continue;
        const NameSpan name = read_name(body, at);
        if (name.last == name.first) continue;
        std::string label = make_name_label(body.words_text(name.first, name.last));
        // "run by Ofsted" and the like: an inspectorate owns nothing.
        const auto [from, to] = body.matches_in(name.first, name.last);
        bool regulator = false;
        for (std::size_t j = from; j < to; ++j) regulator = regulator || has_role(body.matches[j], Role::regulator);
        if (!regulator && label.size() > 2) return label;
    }
    return {};
}

std::string find_called_type(const Passage& passage, std::size_t first, std::size_t last) {
    std::map<std::string_view, double> counts;
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i)
        if (calls_subject(passage, passage.matches[i]))
            // A longer phrase tells more: "residential care home" against "home".
            counts[vocabulary_of(passage.matches[i])->value] += 1.0 + 0.3 * passage.matches[i].count;
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string() : std::string(best->first);
}

std::string find_first_called_type(const Passage& passage, std::size_t first, std::size_t last) {
    const auto [begin, end] = passage.matches_in(first, last);
    const PhraseMatch* found = nullptr;
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (!calls_subject(passage, match)) continue;
        // The longest at the first word: they are listed shortest first.
        if (found != nullptr && match.first != found->first) break;
        found = &match;
    }
    return found == nullptr ? std::string() : std::string(vocabulary_of(*found)->value);
}

std::string find_type_stood_for(const Reading& reading) {
    std::map<std::string_view, int> counts;
    bool cqc = false;
    for (const PhraseMatch& match : reading.body.matches) {
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr) continue;
        if (phrase->role == Role::regulator && phrase->value == "cqc") cqc = true;
        if (phrase->role != Role::stands_for || match.count != 2) continue;
        const std::string noun = reading.body.folded(match.first + 1);
        // "the service", "the agency" and "the provider" stand for anything.
        if (noun == "home" || noun == "school" || noun == "nursery" || noun == "college" || noun == "hospital" ||
            noun == "prison" || noun == "force")
            ++counts[phrase->value];
    }
    if (cqc)
        counts.erase("childrens-home");
    else
        counts.erase("care-home");
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string() : std::string(best->first);
}

FoundProvider make_unnamed_home(const std::string& owner, Evidence evidence) {
    const std::string label = "Unnamed home, " + owner;
    return {.slug = make_name_slug(label),
            .label = label,
            .type = "childrens-home",
            .group = owner,
            .evidence = std::move(evidence),
            .mentions = {}};
}

namespace {

/// Where the body names a provider, beside the places known already.
std::vector<Span> find_named_places(const Reading& reading, const FoundProvider& provider) {
    const Passage& body = reading.body;
    std::vector<Span> spans = provider.mentions;
    if (const Council* council = gazetteer().find_council(provider.slug)) {
        const auto row = static_cast<std::uint32_t>(council - gazetteer().councils.data());
        for (const CouncilMention& mention : find_council_mentions(body, {}))
            if (mention.council == row)
                spans.push_back({body.words[mention.first].begin, body.words[mention.last - 1].end});
    } else if (provider.label.rfind("Unnamed home", 0) != 0) {
        for (const Span& span : find_name(body, provider.label, short_form_of(provider.label))) spans.push_back(span);
    }
    return spans;
}

void sort_mentions(std::vector<Span>& spans) {
    std::sort(spans.begin(), spans.end(),
              [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::size_t kept = 0;
    for (const Span& span : spans)
        if (kept == 0 || span.begin >= spans[kept - 1].end) spans[kept++] = span;
    spans.resize(kept);
}

/// End of the last of these places before a byte; 0 for none.
std::size_t last_before(const std::vector<Span>& spans, std::size_t byte) {
    const auto behind = std::upper_bound(spans.begin(), spans.end(), byte,
                                         [](std::size_t at, const Span& span) { return at < span.begin; });
    return behind == spans.begin() ? 0 : (behind - 1)->end;
}

}  // namespace

void add_mentions(const Reading& reading, std::vector<FoundProvider>& providers) {
    std::vector<std::vector<Span>> named;
    for (const FoundProvider& provider : providers) {
        named.push_back(find_named_places(reading, provider));
        sort_mentions(named.back());
    }
    for (std::size_t i = 0; i < providers.size(); ++i) providers[i].mentions = named[i];
    for (const PhraseMatch& match : reading.body.matches) {
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr || phrase->role != Role::stands_for) continue;
        const Span span = reading.body.span_of(match);
        // Of two homes, "the home" is the one named last.
        std::size_t nearest = providers.size();
        std::size_t fellows = 0;
        std::size_t last = 0;
        for (std::size_t i = 0; i < providers.size(); ++i) {
            if (providers[i].type != phrase->value) continue;
            ++fellows;
            const std::size_t end = last_before(named[i], span.begin);
            if (nearest == providers.size() || end > last) nearest = i, last = end;
        }
        if (nearest < providers.size() && (fellows == 1 || last > 0)) providers[nearest].mentions.push_back(span);
    }
    for (FoundProvider& provider : providers) sort_mentions(provider.mentions);
}

void add_mentions(const Reading& reading, FoundProvider& provider) {
    std::vector<FoundProvider> alone;
    alone.push_back(std::move(provider));
    add_mentions(reading, alone);
    provider = std::move(alone.front());
}

}  // namespace findings
