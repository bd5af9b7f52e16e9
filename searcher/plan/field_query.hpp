#pragma once

#include <optional>
#include <string>

#include <xapian.h>

#include "common/base/date.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// The boolean term of a field's value. `value` is a slug for facets, `was` and `change`; any text for the
/// others. Requires: the field has a prefix and is no text field.
std::string make_filter_term(Field field, const std::string& value);

/// The document with an identifier: an article, or where findings are searched all findings of that article, or the
/// finding that is called so.
Xapian::Query make_id_query(const std::string& id);

/// Articles with that value; with "none", articles without any value of the field. Weights are 0.
Xapian::Query build_field_query(Field field, const std::string& value);

/// Articles whose date lies between the first day of `from` and the last of `to`; an end left out is open.
/// Articles without the date never match. Weights are 0. Requires: field_row(field).kind == FieldKind::range.
Xapian::Query build_range_query(Field field, const std::optional<PartialDate>& from,
                                const std::optional<PartialDate>& to);

}  // namespace findings
