#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/facets/facet_rules.hpp"
#include "searcher/index/open_index.hpp"

namespace findings {

/// The document's identity across indexes, for --latest and the units: a hash of its sort key, which ends with its id.
std::uint64_t document_key(const Xapian::Document& document);

/// Which inspections each document belongs to: a provider, its framework and the last day of the visit as one number.
/// Letters and stories about a visit belong to it; a document that states no day of a visit belongs to its provider's
/// one within 90 days before it, when there is only one, else to none.
class UnitIndex {
  public:
    /// Cost: two passes over every document. Throws: Xapian::Error.
    explicit UnitIndex(const OpenIndex& index);

    /// A provider's inspection that a document tells of.
    using Unit = std::pair<ValueId, std::uint64_t>;
    /// The units of the document with that key (document_key()); empty for none.
    [[nodiscard]] const std::vector<Unit>& units(std::uint64_t document) const;

  private:
    std::unordered_map<std::uint64_t, std::vector<Unit>> units_;
};

}  // namespace findings
