#include "indexer/facets/provider/listed_bodies.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "common/text/name_slug.hpp"
#include "indexer/facets/listing/read_listing.hpp"
#include "indexer/registers/gazetteer.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

/// A story that is likelier on something else lists bodies for another reason.
constexpr double kEnoughForListing = -1.5;
constexpr std::size_t kFewest = 2;

class ListedBodies {
  public:
    ListedBodies(const Reading& reading, const BodyDecision& decision)
        : reading_(reading),
          decision_(decision),
          listing_(read_listing(reading)),
          service_nouns_(list_service_nouns(decision.story.called)) {}

    std::vector<ListedBody> find() {
        const bool councils = lists_councils();
        std::vector<ListedBody> found;
        std::vector<ListedBody> weak;
        std::size_t known = 0;
        for (const RoundUpEntry& entry : listing_.entries) {
            ListedBody body = read_entry(entry, councils);
            // A heading without a grade counts only where the story's rules took its body.
            if (entry.grade.empty() && !is_chosen(body.row)) continue;
            known += is_known(body) ? 1 : 0;
            (is_weak(entry, body) ? weak : found).push_back(std::move(body));
        }
        // Names that nothing tells to be bodies: only several of them are believed.
        const bool listed = found.size() >= kFewest && (known > 0 || found.size() + weak.size() > kFewest);
        if (!listed) return {};
        found.insert(found.end(), std::make_move_iterator(weak.begin()), std::make_move_iterator(weak.end()));
        std::stable_sort(found.begin(), found.end(), [](const ListedBody& one, const ListedBody& other) {
            return one.mention.begin < other.mention.begin;
        });
        return found;
    }

  private:
    [[nodiscard]] std::string name_of(const RoundUpEntry& entry) const {
        const Word& last = reading_.body.words[entry.name.last - 1];
        std::size_t end = last.end;
        // "Butterfly Corner at St Luke's"
        if (last.possessive) end = reading_.body.text.find('s', end) + 1;
        const std::size_t begin = reading_.body.words[entry.name.first].begin;
        return make_name_label(reading_.body.text.substr(begin, end - begin));
    }

    /// The council of a printed name: "Slough", "Derby City", "Isle of Wight Council".
    static const Council* find_council_named(std::string_view name) {
        std::string slug = make_name_slug(name);
        if (const Council* council = gazetteer().find_council(slug)) return council;
        for (const std::string_view dress :
             {"-council", "-city", "-city-council", "-county-council", "-borough-council", "-borough", "-mbc"})
            if (slug.size() > dress.size() && slug.ends_with(dress))
                if (const Council* council = gazetteer().find_council(slug.substr(0, slug.size() - dress.size())))
                    return council;
        return nullptr;
    }

    /// Most entries are names of councils, and the story is not on forces or teams that are called by their place.
    [[nodiscard]] bool lists_councils() const {
        if (!service_nouns_.empty()) return false;
        const auto councils = std::count_if(listing_.entries.begin(), listing_.entries.end(), [&](const auto& entry) {
            return find_council_named(name_of(entry)) != nullptr;
        });
        return static_cast<std::size_t>(councils) * 2 > listing_.entries.size();
    }

    [[nodiscard]] ListedBody read_entry(const RoundUpEntry& entry, bool councils) const {
        ListedBody body;
        const std::string name = name_of(entry);
        body.mention = {reading_.body.words[entry.name.first].begin, reading_.body.words[entry.name.last - 1].end};
        if (const Council* council = councils ? find_council_named(name) : nullptr) {
            body.slug = council->slug;
            body.label = council->label;
            body.type = kCouncilType;
        } else if (!find_service(name, body)) {
            body.row = find_row(entry);
            body.type = decision_.story.called;
            body.label = name;
            body.slug = make_name_slug(name);
        }
        for (std::size_t row = 0; row < decision_.story.bodies.size() && body.row == ListedBody::kNone; ++row)
            if (decision_.story.bodies[row].slug == body.slug) body.row = row;
        if (body.row != ListedBody::kNone) {
            const StoryBody& known = decision_.story.bodies[body.row];
            if (!known.type.empty()) body.type = known.type;
            // Capitals may be half the name: the listing prints where it ends.
            if (known.sign < NameSign::capitals || known.slug.find(body.slug) != std::string::npos)
                body.slug = known.slug, body.label = known.label;
        }
        return body;
    }

    /// "Gwent", where the story is on forces: Gwent Police.
    bool find_service(std::string_view name, ListedBody& body) const {
        const std::uint32_t found = find_service_of_place(name, service_nouns_);
        if (found == BodyMention::kNone) return false;
        body.label = body_register().bodies[found].label;
        body.slug = make_name_slug(body.label);
        body.type = decision_.story.called;
        return true;
    }

    /// The story's body that a sighting inside the printed name names, the longest one.
    [[nodiscard]] std::size_t find_row(const RoundUpEntry& entry) const {
        std::size_t best = ListedBody::kNone;
        std::size_t length = 0;
        for (std::size_t row = 0; row < decision_.story.bodies.size(); ++row)
            for (const BodySighting& sighting : decision_.story.bodies[row].sightings) {
                if (sighting.in_title || sighting.sign == NameSign::bare_council) continue;
                const bool meets = sighting.words.first < entry.name.last && sighting.words.last > entry.name.first;
                const std::size_t words = sighting.words.last - sighting.words.first;
                if (meets && words > length) best = row, length = words;
            }
        return best;
    }

    [[nodiscard]] bool is_chosen(std::size_t row) const {
        return std::find(decision_.chosen.begin(), decision_.chosen.end(), row) != decision_.chosen.end();
    }

    [[nodiscard]] bool is_known(const ListedBody& body) const {
        if (body.type == kCouncilType || is_chosen(body.row)) return true;
        return body.row != ListedBody::kNone && decision_.story.bodies[body.row].sign < NameSign::bare_council;
    }

    /// One word alone is no name that makes a listing, unless more stands behind it: "Jenkins, Amanda".
    [[nodiscard]] bool is_weak(const RoundUpEntry& entry, const ListedBody& body) const {
        if (entry.name.last - entry.name.first > 1 || is_known(body)) return false;
        if (!service_nouns_.empty()) return false;
        const std::size_t next = entry.name.last;
        if (next >= reading_.body.words.size()) return true;
        const WordGap gap = gap_before(reading_.body, next);
        return gap != WordGap::comma && gap != WordGap::bracket && gap != WordGap::bar;
    }

    const Reading& reading_;
    const BodyDecision& decision_;
    Listing listing_;
    std::vector<std::string_view> service_nouns_;  ///< of services called by their place, where the story is on such
};

}  // namespace

std::vector<ListedBody> find_listed_bodies(const Reading& reading, const BodyDecision& decision) {
    if (decision.story.sentences.empty() || decision.story_score < kEnoughForListing) return {};
    return ListedBodies(reading, decision).find();
}

}  // namespace findings
