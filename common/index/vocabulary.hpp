#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.hpp"

namespace findings {

/// One value of a closed vocabulary.
struct Term {
    std::string slug;
    std::string label;
    std::string scale;                 ///< grades: the scale it belongs to, else empty
    int rank = 0;                      ///< place in its scale, 0 best; print order elsewhere
    std::vector<std::string> aliases;  ///< other labels accepted when typed
};

/// The field whose values this one shares: what is praised or faulted is a theme, what a grade was is a grade.
Field vocabulary_owner(Field field);

/// The built-in values of a facet (or of `was`, which shares the grades), in print order.
/// Empty for fields without a closed vocabulary; `judgement` gives its areas; `strength` and `weakness` the
/// themes; `authority` the councils, today's and abolished ones.
/// Source: common/data/{vocabularies,councils,council_aliases}.tsv.
const std::vector<Term>& vocabulary(Field field);

/// The term with that slug, or nullptr.
const Term* find_term(Field field, std::string_view slug);

/// The label of a slug; the slug itself when it is none of the vocabulary's.
std::string label_of(Field field, std::string_view slug);

/// The term whose slug, label or alias is `typed` (compared as slugs), or nullptr. A council may be typed by its formal
/// name too: "London Borough of Barnet", "Medway Council".
const Term* resolve_term(Field field, std::string_view typed);

/// Sort key of a grade: scales in file order, the worst grade of each first. Bytewise ascending; "\xff" for none.
std::string grade_sort_key(std::string_view grade_slug);

/// Order of two grades of one scale: "improved", "declined" or "unchanged"; "" across scales or unknown.
std::string_view grade_change(std::string_view previous, std::string_view current);

}  // namespace findings
