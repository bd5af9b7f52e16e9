#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/provider/body_names.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// What showed that some words name a body.
enum class NameSign : std::uint8_t {
    registered,  ///< a full name of the national lists
    brief,       ///< initials or half a name of the national lists
    type_word,   ///< "Larkspur Care Home", "HMP Leeds"
    house,       ///< a pattern believed only where the text calls a body what it is
    council,     ///< "Leeds City Council", "children's services in Leeds"
    bare_council,
    capitals,  ///< capitals alone: "Chaddy Kids Club"
};

/// The type of a council, whatever of its services was inspected.
inline constexpr std::string_view kCouncilType = "council-services";

/// Words of a passage that name a body.
struct BodyMention {
    NameSpan words;
    NameSign sign = NameSign::capitals;
    std::string type;            ///< slug, empty when the words do not tell
    std::uint32_t body = kNone;  ///< row of the register
    std::string slug;            ///< of a council; else empty
    std::string label;           ///< of a council, or of a name put together ("Gwent Police"); else empty
    bool inspected = false;      ///< "inspection of", "a visit to" stands right before it

    static constexpr std::uint32_t kNone = 0xffffffff;
};

/// Every place of a passage that may name an inspected body, in order, none overlapping. `day` (ISO or empty) leaves
/// out councils that did not exist then. A `headline` begins with a capital whatever its first word is.
std::vector<BodyMention> find_body_mentions(const Passage& passage, std::string_view day, bool headline);

/// The registered body that goes by exactly this full name, kNone for none or several.
std::uint32_t find_registered_body(std::string_view name);

/// The nouns of a type's services that are called by their place: "Police"; none for other types.
std::vector<std::string_view> list_service_nouns(std::string_view type);

/// The registered service of a place by the first of these nouns that the list knows there, kNone for none.
std::uint32_t find_service_of_place(std::string_view place, const std::vector<std::string_view>& nouns);

/// Places that stand for the service of a type there, where a text names none in full: "In Staffordshire the service
/// was good". Registered ones only.
std::vector<BodyMention> find_placed_services(const Passage& passage, std::size_t first, std::size_t last,
                                              std::string_view type);

}  // namespace findings
