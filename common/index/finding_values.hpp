#pragma once

#include "common/index/article.hpp"
#include "common/index/finding.hpp"

namespace findings {

/// Makes of an article's facet values those of one of its findings: theme, strength and weakness become the finding's
/// own, everything else stays the article's. A finding addressed to another body has neither provider nor group, and
/// its awards name no provider: it is never counted as the inspected body's.
/// Requires: `finding` is the article's, unless its text, title and evidence are not wanted afterwards.
void take_finding_values(Article& article, const Finding& finding);

}  // namespace findings
