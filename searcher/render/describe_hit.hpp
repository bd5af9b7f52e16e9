#pragma once

#include <string>

#include "searcher/search_result.hpp"

namespace findings {

/// The label of a grade's slug; the slug where the vocabulary does not know it. Printable.
std::string grade_label(const std::string& slug);

/// A story in one line for people: provider · grade (was …) · date · source, page of the snippet · copies · id, for
/// --show and --similar. Printable.
std::string describe_hit(const Hit& hit);

}  // namespace findings
