#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"

namespace findings {

/// What a short line is to a list that tells a body what to do.
enum class ListLine : std::uint8_t {
    other,
    priority_action,  ///< a list begins, of that form
    requirement,
    recommendation,
    close,       ///< no list goes on below it
    due,         ///< the list goes on; its entries have that time limit
    aside,       ///< what stands below it tells of the body, the inspection or the framework: no findings
    lead,        ///< stands between heading and entries
    no_entries,  ///< says that there is no entry
};

/// The lines that one inspectorate prints around such lists for bodies of one type: rows of data/list_headings.tsv.
class ListHeadings {
  public:
    explicit ListHeadings(const FacetContext& context);

    /// What a line is: case, punctuation, a number before or a footnote mark behind it do not matter. The longest
    /// phrase that fits counts; of two, that of the narrower row.
    [[nodiscard]] ListLine read(std::string_view line) const;

  private:
    std::vector<std::size_t> rows_;  ///< that apply
};

/// Whether a line begins a list.
constexpr bool begins_list(ListLine line) {
    return line == ListLine::priority_action || line == ListLine::requirement || line == ListLine::recommendation;
}

}  // namespace findings
