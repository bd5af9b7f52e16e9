#pragma once

#include <string>

#include "common/article.hpp"

namespace findings {

/// The label of a grade's slug; the slug where the vocabulary does not know it. Printable.
std::string grade_label(const std::string& slug);

/// A story in one line for people: provider · grade (was …) · date · source · copies. Printable.
std::string describe_hit(const Article& article);

}  // namespace findings
