#include "indexer/facets/provider/article_places.hpp"

#include <optional>
#include <utility>

#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/kind/find_regulator.hpp"
#include "indexer/language/name_forms.hpp"
#include "indexer/registers/gazetteer.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

// nullopt when the user's table does not say.
std::optional<FoundPlace> find_known_place(const FoundProvider& provider, const KnownProviders& known) {
    const KnownProvider* row = known.find_slug(provider.slug);
    if (row == nullptr || (row->region.empty() && row->authority.empty())) return std::nullopt;
    const Council* council = gazetteer().find_council(row->authority);
    return FoundPlace{row->authority, row->region.empty() && council != nullptr ? council->region : row->region,
                      make_known_evidence("place", row->label)};
}

/// The list's entry for a body, when its name is one body's or all of that name are in one region.
const RegisteredBody* find_registered(std::string_view label, std::string_view type) {
    const auto words = lexicon().trie.split(label);
    const BodyRegister& names = body_register();
    const RegisteredBody* found = nullptr;
    for (const PhraseMatch& match : lexicon().trie.find(words)) {
        if (match.kind != PhraseKind::body || match.first != 0 || match.count != words.size()) continue;
        const RegisteredBody& body = names.bodies[names.names[match.value].body];
        if (names.names[match.value].brief || body.type != type) continue;
        if (found != nullptr && found->region != body.region) return nullptr;
        found = &body;
    }
    return found;
}

std::optional<FoundPlace> find_provider_place(const Reading& reading, const FoundProvider& provider,
                                              std::string_view day, std::string_view nation) {
    const Council* council = gazetteer().find_council(provider.slug);
    if (council != nullptr && (provider.type == "council-services" || provider.type == "area-partnership"))
        return FoundPlace{council->slug, council->region, provider.evidence};
    const RegisteredBody* entry = find_registered(provider.label, provider.type);
    const Rule by_list{"list-of-bodies", "place", 0.97};
    if (entry != nullptr && !entry->council.empty() && !entry->region.empty())
        return FoundPlace{std::string(entry->council), std::string(entry->region),
                          make_outside_evidence(Where::declared, entry->label, by_list)};
    const bool unnamed = provider.label.starts_with("Unnamed home");
    const auto named = unnamed ? std::vector<Span>{} : find_name(reading.body, provider.label, {});
    auto place = find_place_of(reading, provider.label, named, day, nation);
    // A force or a trust serves several councils; of a hospital the text says in which it is.
    const bool serves_one = entry != nullptr && !entry->owner.empty();
    if (entry != nullptr && !entry->region.empty() && (!place || place->region != entry->region || !serves_one))
        return FoundPlace{
            {}, std::string(entry->region), make_outside_evidence(Where::declared, entry->label, by_list)};
    return place;
}

/// Where the text names the inspectorate whose nation is the place.
Evidence make_regulator_evidence(const Reading& reading, std::string_view regulator) {
    const Rule rule{"nation-of-inspectorate", "place", 0.8};
    for (const PhraseMatch& match : reading.body.matches)
        if (has_role(match, Role::regulator) && vocabulary_of(match)->value == regulator)
            return make_evidence(reading.article, reading.body.words[match.first].begin, rule);
    return make_title_evidence(reading.article, rule);
}

}  // namespace

std::vector<FoundPlace> find_article_places(const Reading& reading, const FacetContext& context,
                                            const KnownProviders& known) {
    const std::string& day = context.inspected.empty() ? context.published : context.inspected;
    const std::string_view nation = nation_of_regulator(context.regulator);
    std::vector<FoundPlace> places;
    for (const FoundProvider& provider : context.providers) {
        auto place = find_known_place(provider, known);
        if (!place) place = find_provider_place(reading, provider, day, nation);
        if (!place && (nation == "wales" || nation == "scotland" || nation == "northern-ireland"))
            place = FoundPlace{{}, std::string(nation), make_regulator_evidence(reading, context.regulator)};
        if (place) places.push_back(std::move(*place));
    }
    if (!context.providers.empty() || context.regulator.empty()) return places;
    if (auto whole = find_nation(reading)) places.push_back(std::move(*whole));
    return places;
}

}  // namespace findings
