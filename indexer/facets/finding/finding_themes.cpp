#include "indexer/facets/finding/finding_themes.hpp"

#include <algorithm>

namespace findings {
namespace {

constexpr std::size_t kMostThemes = 3;
constexpr double kThreshold = 0.25;
constexpr double kRelative = 0.4;  ///< of the strongest theme

}  // namespace

std::vector<std::string> find_finding_themes(const Reading& reading, const Finding& finding) {
    struct Weight {
        std::size_t theme;
        double sum;
    };
    std::vector<Weight> weights;
    const Passage& body = reading.body;
    for (const auto& [from, to] : finding.pieces) {
        const auto [begin, end] = body.matches_in(body.word_at(from), body.word_at(to));
        for (std::size_t i = begin; i < end; ++i) {
            if (body.matches[i].kind != PhraseKind::theme_cue) continue;
            const ThemeCue& cue = lexicon().cues[body.matches[i].value];
            const auto known =
                std::find_if(weights.begin(), weights.end(), [&](const Weight& row) { return row.theme == cue.theme; });
            if (known == weights.end())
                weights.push_back({cue.theme, cue.weight});
            else
                known->sum += 0.5 * cue.weight;
        }
    }
    std::stable_sort(weights.begin(), weights.end(), [](const Weight& a, const Weight& b) { return a.sum > b.sum; });
    std::vector<std::string> themes;
    for (const Weight& row : weights) {
        if (themes.size() == kMostThemes || row.sum < kThreshold || row.sum < kRelative * weights.front().sum) break;
        themes.emplace_back(theme_slug(row.theme));
    }
    return themes;
}

}  // namespace findings
