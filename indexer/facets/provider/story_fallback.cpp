#include "indexer/facets/provider/story_fallback.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.hpp"
#include "common/text/name_slug.hpp"
#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/provider/body_names.hpp"
#include "indexer/facets/provider/provider_parts.hpp"
#include "indexer/language/name_forms.hpp"

namespace findings {
namespace {

constexpr std::size_t kLead = 5;
constexpr std::string_view kChildrensHome = "childrens-home";

/// A body without a name: it still has a type, a grade and a place.
FoundProvider make_nameless(const Reading& reading, std::string_view type, std::size_t word, Rule rule) {
    return {.slug = {},
            .label = {},
            .type = std::string(type),
            .group = {},
            .evidence = make_evidence(reading.article, reading.body.words[word].begin, rule),
            .mentions = {}};
}

/// "A children's home", "a Walsall children's home", "an unnamed children's home": one, not "children's homes". Schools
/// and surgeries stand in many stories that are not about them: theirs is the sentence's subject ("A surgery in Leeds
/// …").
bool calls_one(const Passage& body, const PhraseMatch& match, std::string_view called, std::size_t sentence) {
    if (!has_role(match, Role::called) || vocabulary_of(match)->value != called) return false;
    if (body.text[body.span_of(match).end - 1] == 's') return false;
    for (std::size_t word = match.first; word-- > 0 && match.first - word <= 3;) {
        const std::string folded = body.folded(word);
        if (folded == "a" || folded == "an") return called == kChildrensHome || word == sentence;
        if (folded == "for" || folded == "of" || folded == "to" || folded == "from" || folded == "by") return false;
    }
    return false;
}

}  // namespace

std::optional<FoundProvider> find_unnamed_body(const Reading& reading, const std::vector<SentenceSigns>& sentences,
                                               std::string_view called) {
    if (sentences.empty()) return std::nullopt;
    const Passage& body = reading.body;
    if (called == kChildrensHome)
        for (const SentenceSigns& sentence : sentences) {
            if (sentence.rank >= 8) break;
            if (!sentence.owner) continue;
            const std::string owner = find_owner(body, sentence.first, sentence.last);
            if (!owner.empty())
                return make_unnamed_home(owner, make_evidence(reading.article, body.words[sentence.first].begin,
                                                              {"home-by-owner", "provider", 0.85}));
        }
    // A grade and a place, and nobody to pin it on. Only where the lead calls it what it is, or says that its name is
    // withheld: elsewhere an unread name is likelier.
    const bool graded = std::any_of(sentences.begin(), sentences.end(), [](const SentenceSigns& sentence) {
        return sentence.rank < kLead && (sentence.rated || sentence.graded) && !sentence.recalled;
    });
    for (const SentenceSigns& sentence : sentences) {
        if (sentence.rank >= (called == kChildrensHome ? 2U : 1U)) break;
        const auto [begin, end] = body.matches_in(sentence.first, sentence.last);
        const bool calls =
            std::any_of(body.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                        body.matches.begin() + static_cast<std::ptrdiff_t>(end),
                        [&](const PhraseMatch& match) { return calls_one(body, match, called, sentence.first); });
        const bool told = sentence.linked() || sentence.inspectors || sentence.regulator;
        if (calls && graded && told)
            return make_nameless(reading, called, sentence.first, {"body-without-name", "provider", 0.7});
    }
    // A joint inspection of an area that is named by its towns only.
    for (const SentenceSigns& sentence : sentences) {
        if (sentence.rank >= 4) break;
        const auto [begin, end] = body.matches_in(sentence.first, sentence.last);
        for (std::size_t i = begin; i < end; ++i) {
            const VocabularyPhrase* phrase = vocabulary_of(body.matches[i]);
            if (phrase == nullptr || phrase->role != Role::visit || !sentence.regulator) continue;
            if (phrase->value == "joint" || phrase->value == "area")
                return make_nameless(reading, "area-partnership", sentence.first, {"joint-area", "provider", 0.7});
        }
    }
    return std::nullopt;
}

}  // namespace findings
