#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// A council that answers for children's services, today's or abolished.
struct Council {
    std::string slug;
    std::string label;                         ///< everyday name
    std::string region;                        ///< slug of facet `region`
    std::string nation;                        ///< slug
    std::vector<std::string_view> counties;    ///< ceremonial counties, the larger part first
    std::vector<std::string_view> names;       ///< other names it goes by
    std::vector<std::string_view> deliverers;  ///< trusts and companies that run its children's services
    std::string_view valid_from;               ///< ISO day or empty
    std::string_view valid_to;                 ///< ISO day or empty
};

/// A district and the council above it.
struct District {
    std::string_view name;
    std::uint32_t council;  ///< row of councils
};

/// One of the places of a name.
struct PlaceSite {
    char kind;              ///< c city, t town, v village, s suburb, h hamlet
    std::uint32_t council;  ///< row of councils, today's
};

/// A place name with everything of that name, the most prominent first.
struct Place {
    std::string_view name;
    std::vector<PlaceSite> sites;
};

/// A county, historic county or informal area.
struct Area {
    std::string_view name;
    std::vector<std::string_view> regions;  ///< slugs, the most usual first
};

/// The gazetteer compiled in. Source: indexer/data/{councils,districts,places,areas,predecessors}.tsv.
struct Gazetteer {
    std::vector<Council> councils;
    std::vector<District> districts;
    std::vector<Place> places;
    std::vector<Area> areas;

    /// The council with that slug, or nullptr.
    [[nodiscard]] const Council* find_council(std::string_view slug) const;
    /// The council that answered for a council's area on a day: itself, or the one before it.
    /// Requires: `day` ISO or empty (today's).
    [[nodiscard]] const Council& council_on(const Council& council, std::string_view day) const;
    /// Whether a council existed on a day, with a year of grace for reports that come late. Empty days are
    /// any day.
    [[nodiscard]] static bool existed(const Council& council, std::string_view day);
};

/// Read once, on first use. Thread-safe.
const Gazetteer& gazetteer();

}  // namespace findings
