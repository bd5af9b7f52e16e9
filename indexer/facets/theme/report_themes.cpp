#include "indexer/facets/theme/report_themes.hpp"

#include <algorithm>

namespace findings {
namespace {

/// The shortest of the sample reports on councils have 64, home and agency reports fewer.
constexpr std::size_t kManyFindings = 64;
constexpr double kPassing = 0.20;    ///< share of the sentences' main themes
constexpr double kDirection = 0.34;  ///< share of a theme's findings that praise or fault it
constexpr std::size_t kFewest = 2;   ///< sentences: one is told in passing

struct Tally {
    ReportTheme theme;
    bool listed_fault = false;  ///< an entry of a list is about it first of all and faults it
    std::size_t main = 0;       ///< findings that are about it first of all
    std::size_t praise = 0;
    std::size_t fault = 0;
};

/// A theme that stands third in a finding is named in passing.
constexpr std::size_t kOwnThemes = 2;

bool is_listed(const Finding* finding) { return finding != nullptr && finding->form != FindingForm::sentence; }

/// The first finding is the proof, of a list and of sentences the first of the list.
void take_surer(const Finding& finding, const Finding*& proof) {
    if (proof == nullptr || (is_listed(&finding) && !is_listed(proof))) proof = &finding;
}

void count_direction(const Finding& finding, Tally& tally) {
    if (finding.direction != FindingDirection::weakness) {
        ++tally.praise;
        if (tally.theme.strength == nullptr) tally.theme.strength = &finding;
    }
    if (finding.direction == FindingDirection::strength) return;
    ++tally.fault;
    take_surer(finding, tally.theme.weakness);
}

std::vector<Tally> count_themes(const std::vector<Finding>& findings) {
    std::vector<Tally> tallies;
    for (const Finding& finding : findings) {
        if (finding.other_body) continue;
        for (std::size_t i = 0; i < std::min(kOwnThemes, finding.themes.size()); ++i) {
            const std::string& slug = finding.themes[i];
            auto tally = std::find_if(tallies.begin(), tallies.end(),
                                      [&](const Tally& known) { return known.theme.slug == slug; });
            if (tally == tallies.end()) {
                tallies.emplace_back();
                tally = std::prev(tallies.end());
                tally->theme.slug = slug;
            }
            count_direction(finding, *tally);
            if (i > 0) continue;
            ++tally->main;
            take_surer(finding, tally->theme.proof);
            tally->listed_fault =
                tally->listed_fault || (is_listed(&finding) && finding.direction != FindingDirection::strength);
        }
    }
    return tallies;
}

}  // namespace

bool touches_on_everything(const std::vector<Finding>& findings) { return findings.size() >= kManyFindings; }

std::vector<ReportTheme> choose_report_themes(const std::vector<Finding>& findings) {
    std::vector<Tally> tallies = count_themes(findings);
    const double passing = std::max<double>(kFewest, kPassing * static_cast<double>(findings.size()));
    std::erase_if(tallies, [&](const Tally& tally) {
        return !is_listed(tally.theme.proof) && static_cast<double>(tally.main) < passing;
    });
    std::stable_sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) { return a.main > b.main; });
    std::vector<ReportTheme> themes;
    for (const Tally& tally : tallies) {
        const auto told = [&](std::size_t count) {
            return count >= kFewest &&
                   static_cast<double>(count) >= kDirection * static_cast<double>(tally.praise + tally.fault);
        };
        ReportTheme theme = tally.theme;
        if (!told(tally.praise) && (tally.listed_fault || told(tally.fault))) theme.strength = nullptr;
        if (!told(tally.fault) && !tally.listed_fault) theme.weakness = nullptr;
        themes.push_back(std::move(theme));
    }
    return themes;
}

}  // namespace findings
