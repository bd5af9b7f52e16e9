#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/clean/line.hpp"

namespace findings {

/// A rule that drops furniture, and why a page holds such text.
struct FurnitureRule {
    std::string_view name;
    std::string_view reason;
};

/// Where in a line a phrase must stand.
enum class PhrasePlace : std::uint8_t { whole, start, inside };

/// The rule whose phrase makes this line furniture wherever it stands; nullptr when none does.
/// Such lines are nobody's prose: the rules are sure and hold for declared text as well.
const FurnitureRule* match_phrase(const Line& line);

/// Whether a folded text is an entry that site menus share ("home", "sport", "contact us").
bool is_menu_word(std::string_view folded);

/// What heads a list of other stories.
enum class ListMarker : std::uint8_t {
    none,
    one,   ///< "Read More": a headline or a few follow
    many,  ///< "Most Read": a list follows, if anything
};

/// Whether the line heads links to other stories. "one" also for markers with their headline on the same
/// line.
ListMarker match_list_marker(const Line& line);

/// Whether marker and headline stand on one line: "READ MORE: Council rated good".
bool is_marked_headline(const Line& line);

}  // namespace findings
