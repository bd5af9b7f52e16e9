#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/finding.hpp"

namespace findings {

/// A theme that a long report's findings make its own, with the finding that proves each.
struct ReportTheme {
    std::string slug;
    const Finding* proof = nullptr;
    const Finding* strength = nullptr;  ///< the first that praises it; none where it is seldom praised
    const Finding* weakness = nullptr;  ///< the first that faults it; none where it is seldom faulted
};

/// Whether an article has so many findings that it touches on every theme: its themes are those of
/// choose_report_themes().
bool touches_on_everything(const std::vector<Finding>& findings);

/// The themes of a long report: those its lists ask for, and those that more than a passing share of its findings is
/// about. Those of most findings first. Findings addressed to another body do not count.
std::vector<ReportTheme> choose_report_themes(const std::vector<Finding>& findings);

}  // namespace findings
