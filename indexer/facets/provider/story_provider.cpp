#include <algorithm>
#include <array>
#include <optional>

#include "common/text/name_slug.hpp"
#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/kind/find_regulator.hpp"
#include "indexer/facets/provider/choose_bodies.hpp"
#include "indexer/facets/provider/listed_bodies.hpp"
#include "indexer/facets/provider/provider_parts.hpp"
#include "indexer/facets/provider/story_fallback.hpp"
#include "indexer/facets/provider/story_sentences.hpp"
#include "indexer/registers/gazetteer.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

constexpr std::size_t kOwnerSentences = 8;
/// A body that a sentence gives a grade may be less sure than one that the whole story tells of.
constexpr double kEnoughForOther = -3;

/// Makes providers of the bodies that the decision took.
class StoryProviders {
  public:
    StoryProviders(const Reading& reading, std::string_view day)
        : reading_(reading), decision_(choose_bodies(reading, day)), story_(decision_.story) {}

    std::vector<FoundProvider> find() {
        std::vector<FoundProvider> found = find_listed();
        listed_ = !found.empty();
        if (listed_) return found;
        if (!owns_an_unnamed_home())
            for (const std::size_t row : decision_.chosen) found.push_back(make_provider(row));
        if (found.empty() && decision_.reports)
            if (auto body = find_unnamed_body(reading_, story_.sentences, story_.called))
                found.push_back(std::move(*body));
        return found;
    }

    /// Bodies that a sentence may give a grade, beside those found.
    [[nodiscard]] std::vector<FoundProvider> find_others() const {
        std::vector<FoundProvider> others;
        if (listed_ || !decision_.several) return others;
        for (std::size_t row = 0; row < story_.bodies.size(); ++row) {
            const BodyFeatures& features = decision_.features[row];
            bool other = decision_.scores[row] > kEnoughForOther && !story_.bodies[row].sightings.empty() &&
                         std::find(decision_.chosen.begin(), decision_.chosen.end(), row) == decision_.chosen.end();
            for (const std::size_t column :
                 {body_feature("person"), body_feature("official-word"), body_feature("owner"),
                  body_feature("runs-another"), body_feature("compared"), body_feature("recalled-beside")})
                other = other && features[column] == 0;
            // "The Walsall agency": of agencies, no council is one.
            const bool council = story_.bodies[row].type == kCouncilType;
            for (const std::size_t chosen : decision_.chosen)
                other = other && council == (story_.bodies[chosen].type == kCouncilType);
            if (other) others.push_back(make_provider(row));
        }
        return others;
    }

  private:
    /// The bodies of a listing, and those that the decision took from lines or paragraphs of their own.
    std::vector<FoundProvider> find_listed() {
        const std::vector<ListedBody> listed = find_listed_bodies(reading_, decision_);
        std::vector<FoundProvider> found;
        for (const ListedBody& body : listed) {
            const bool known = std::any_of(found.begin(), found.end(),
                                           [&](const FoundProvider& other) { return other.slug == body.slug; });
            if (!known) found.push_back(make_listed(body));
        }
        if (listed.empty()) return found;
        for (const std::size_t row : decision_.chosen) {
            const BodyFeatures& features = decision_.features[row];
            const bool told =
                features[body_feature("opens-entry")] != 0 ||
                (features[body_feature("is-rated")] != 0 && features[body_feature("recalled-beside")] == 0);
            const bool known = std::any_of(listed.begin(), listed.end(), [&](const ListedBody& body) {
                return body.row == row || body.slug == story_.bodies[row].slug || names_at(row, body.mention);
            });
            if (told && !known) found.push_back(make_provider(row));
        }
        return found;
    }

    /// Whether a body is named within a span.
    [[nodiscard]] bool names_at(std::size_t row, Span span) const {
        return std::any_of(story_.bodies[row].sightings.begin(), story_.bodies[row].sightings.end(),
                           [&](const BodySighting& sighting) {
                               return !sighting.in_title &&
                                      reading_.body.words[sighting.words.first].begin < span.end &&
                                      reading_.body.words[sighting.words.last - 1].end > span.begin;
                           });
    }

    FoundProvider make_listed(const ListedBody& body) {
        FoundProvider provider;
        if (body.row != ListedBody::kNone) {
            provider = make_provider(body.row);
        } else {
            provider.evidence = make_evidence(reading_.article, body.mention.begin, {"listing", "provider", 0.85});
            provider.type = body.type;
        }
        provider.slug = body.slug;
        provider.label = body.label;
        if (provider.type.empty()) provider.type = body.type;
        provider.mentions.push_back(body.mention);
        return provider;
    }

    /// "A children's home in Newham, run by Silvertown Support, …": the one body named is its owner.
    [[nodiscard]] bool owns_an_unnamed_home() const {
        if (decision_.chosen.size() != 1 || story_.called != "childrens-home") return false;
        const std::size_t row = decision_.chosen.front();
        return story_.bodies[row].type.empty() && decision_.features[row][body_feature("owner")] != 0;
    }

    [[nodiscard]] FoundProvider make_provider(std::size_t row) const {
        const StoryBody& body = story_.bodies[row];
        FoundProvider provider{.slug = body.slug,
                               .label = body.label,
                               .type = body.type.empty() ? story_.called : body.type,
                               .group = {},
                               .evidence = make_proof(row),
                               .mentions = {}};
        if (provider.type == kCouncilType) {
            if (decision_.partnership) provider.type = "area-partnership";
            provider.group = find_deliverer(body);
            return provider;
        }
        // Its other names: initials, half of it, "better known as".
        for (const BodySighting& sighting : body.sightings)
            if (!sighting.in_title && !names_two(sighting.words))
                provider.mentions.push_back({reading_.body.words[sighting.words.first].begin,
                                             reading_.body.words[sighting.words.last - 1].end});
        if (body.entry != BodyMention::kNone) provider.group = body_register().bodies[body.entry].owner;
        if (provider.group.empty() && decision_.chosen.size() == 1)
            provider.group = find_owner(reading_.body, 0, end_of_lead(story_, kOwnerSentences));
        if (make_name_slug(provider.group) == provider.slug) provider.group.clear();
        return provider;
    }

    /// "Park View and Nansen Primary", which is a sighting of each.
    [[nodiscard]] bool names_two(NameSpan words) const {
        for (std::size_t word = words.first; word < words.last; ++word)
            if (reading_.body.folded(word) == "and") return true;
        return false;
    }

    /// The sentence that tells most of the inspection among those that name the body.
    [[nodiscard]] Evidence make_proof(std::size_t row) const {
        const StoryBody& body = story_.bodies[row];
        const double sure = decision_.scores[row] > 1 ? 0.92 : 0.8;
        const Rule rule{"story-body", "provider", sure};
        if (body.sightings.empty())
            return make_outside_evidence(Where::declared, reading_.publisher.text, {"publisher", "provider", 0.75});
        const BodySighting* best = &body.sightings.front();
        int most = -1;
        for (const BodySighting& sighting : body.sightings) {
            const SentenceSigns& signs = sighting.in_title ? story_.title : story_.sentences[sighting.sentence];
            const int told = (signs.linked() ? 4 : 0) + (signs.rated ? 2 : 0) +
                             (signs.finding || signs.inspectors ? 1 : 0) +
                             (sighting.sign <= NameSign::type_word ? 1 : 0);
            if (told > most) most = told, best = &sighting;
        }
        if (best->in_title) return make_title_evidence(reading_.article, rule);
        return make_evidence(reading_.article, reading_.body.words[best->words.first].begin, rule);
    }

    [[nodiscard]] std::string find_deliverer(const StoryBody& body) const {
        const Council* council = gazetteer().find_council(body.slug);
        if (council == nullptr) return {};
        for (const PhraseMatch& match : reading_.body.matches)
            if (match.kind == PhraseKind::deliverer && &gazetteer().councils[match.value] == council)
                return std::string(council->deliverers.front());
        return {};
    }

    const Reading& reading_;
    BodyDecision decision_;
    const StoryBodies& story_;
    bool listed_ = false;
};

}  // namespace

std::vector<FoundProvider> find_providers_of_story(const Reading& reading, std::string_view day,
                                                   std::vector<FoundProvider>* others) {
    StoryProviders story(reading, day);
    std::vector<FoundProvider> found = story.find();
    if (others != nullptr) *others = story.find_others();
    return found;
}

}  // namespace findings
