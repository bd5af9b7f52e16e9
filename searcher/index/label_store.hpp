#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/index/facet_pack.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// A facet value as stored and as printed.
struct Label {
    std::string slug;
    std::string label;
};

/// A value looked up by what was counted, with what puts it in order.
struct CountedLabel {
    std::string slug;
    std::string label;
    std::string order;      ///< the folded label: values of one count stand in this order
    std::size_t place = 0;  ///< the same as a number, once place_all() has said so
};

/// The slugs and labels a generation carries, read when first asked for and then kept. With several indexes: all of
/// theirs.
class LabelStore {
  public:
    explicit LabelStore(std::vector<Xapian::Database> databases);

    /// The values of a closed facet in print order (grades: scale order); empty for an open one.
    const std::vector<Label>& closed_values(Field facet);
    /// Every value of an open or closed facet; reads all of them, in no promised order.
    std::vector<Label> all_values(Field facet);
    /// The value with that id, or nullptr when no index knows it. Stays where it is as long as the store.
    const CountedLabel* find(Field facet, ValueId id);
    /// The value with that slug; one labelled with its slug when no index knows it. Stays likewise.
    const CountedLabel& find_or_name(Field facet, const std::string& slug);
    /// Gives every value of the facet found so far its place in the order of labels, unless `wanted` are too few of
    /// them to be worth it; returns whether places hold. Listing a thousand providers is comparing their names in
    /// pairs.
    bool place_all(Field facet, std::size_t wanted);
    /// The label of a slug; the slug itself when no index knows it.
    std::string label(Field facet, std::string_view slug);
    /// Place of a closed value in print order; the number of values for unknown ones.
    std::size_t print_order(Field facet, std::string_view slug);

  private:
    struct Closed {
        bool read = false;
        std::vector<Label> values;
        std::unordered_map<ValueId, std::size_t> places;
    };
    const Closed& closed(Field facet);
    std::optional<Label> read(Field facet, ValueId id);
    const std::unordered_map<ValueId, std::string>& terms(Field facet);
    std::string compose_label(Field facet, const std::string& slug);
    std::string known_label(Field facet, const std::string& slug);

    std::vector<Xapian::Database> databases_;
    std::array<std::optional<std::unordered_map<ValueId, std::string>>, kFields.size()> terms_;
    std::array<Closed, kFields.size()> closed_;
    // Ten thousand providers with one story each are ties that labels order: folding a label takes as long as reading
    // it.
    std::array<std::unordered_map<ValueId, CountedLabel>, kFields.size()> found_;
    std::array<std::size_t, kFields.size()> placed_{};  ///< how many of them have a place
};

/// Key of the label of one value of an open facet.
std::string label_key(Field facet, ValueId id);

}  // namespace findings
