#include "indexer/facets/provider/find_providers.hpp"

#include "indexer/facets/provider/choose_bodies.hpp"
#include "indexer/facets/provider/provider_parts.hpp"

namespace findings {
namespace {

constexpr std::size_t kHeadBytes = 2500;

/// Lines that only reports on homes, agencies, schools and services have: their subject is no council.
bool names_a_registered_body(const Reading& reading) {
    const auto [begin, end] = reading.body.matches_in(0, reading.body.word_at(kHeadBytes));
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = reading.body.matches[i];
        const std::string_view text = reading.body.words_text(match.first, match.first + match.count);
        if (has_role(match, Role::owner) && fold_word(text).starts_with("registered provider")) return true;
        if (has_role(match, Role::kind) && fold_word(text) == "unique reference number") return true;
    }
    return false;
}

}  // namespace

std::vector<FoundProvider> find_providers(const Reading& reading, std::string_view kind, std::string_view day,
                                          std::vector<FoundProvider>* others) {
    std::vector<FoundProvider> found;
    if (kind == "report" || kind == "letter") {
        std::optional<FoundProvider> provider;
        if (!names_a_registered_body(reading)) provider = find_council_of_document(reading, day);
        if (!provider) provider = find_body_of_document(reading);
        if (provider)
            found.push_back(std::move(*provider));
        else if (kind == "letter")
            // A school's letter to parents is a story of its inspection.
            found = find_providers_of_story(reading, day);
    } else if (kind != "other") {
        found = find_providers_of_story(reading, day, others);
        // A home without a name is believed in a plain story only.
        if (kind == "overview") std::erase_if(found, [](const FoundProvider& body) { return body.slug.empty(); });
    }
    add_mentions(reading, found);
    return found;
}

bool reports_an_inspection(const Reading& reading) { return !choose_bodies(reading, {}).chosen.empty(); }

}  // namespace findings
