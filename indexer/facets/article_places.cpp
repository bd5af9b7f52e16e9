#include "indexer/facets/article_places.hpp"

#include <optional>
#include <utility>

#include "indexer/facets/gazetteer.hpp"
#include "indexer/facets/name_forms.hpp"

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

std::optional<FoundPlace> find_provider_place(const Reading& reading, const FoundProvider& provider,
                                              std::string_view day) {
    const Council* council = gazetteer().find_council(provider.slug);
    if (council != nullptr && (provider.type == "council-services" || provider.type == "area-partnership"))
        return FoundPlace{council->slug, council->region, provider.evidence};
    const bool unnamed = provider.label.starts_with("Unnamed home");
    const auto named = unnamed ? std::vector<Span>{} : find_name(reading.body, provider.label, {});
    return find_place_of(reading, provider.label, named, day);
}

}  // namespace

std::vector<FoundPlace> find_article_places(const Reading& reading, const FacetContext& context,
                                            const KnownProviders& known) {
    const std::string& day = context.inspected.empty() ? context.published : context.inspected;
    std::vector<FoundPlace> places;
    for (const FoundProvider& provider : context.providers) {
        auto place = find_known_place(provider, known);
        if (!place) place = find_provider_place(reading, provider, day);
        if (place) places.push_back(std::move(*place));
    }
    if (!context.providers.empty() || context.regulator.empty()) return places;
    if (auto nation = find_nation(reading)) places.push_back(std::move(*nation));
    return places;
}

}  // namespace findings
