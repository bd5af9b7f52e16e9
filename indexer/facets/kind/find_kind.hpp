#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/index/article.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A kind of article or of visit, and why.
struct FoundKind {
    std::string slug;
    Evidence evidence;
};

/// What the article is: report, letter, press-release, overview, news or other.
/// Requires: a title or a body that is not empty.
FoundKind find_kind(const Reading& reading);

/// The kind of visit it is about; none where no inspection is spoken of. A report that names earlier visits
/// in its text is not about them: only its title and first lines count; in news the lead, and "at the time of
/// the … visit".
std::optional<FoundKind> find_visit(const Reading& reading, const FoundKind& kind);

}  // namespace findings
