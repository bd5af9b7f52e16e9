#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A theme the article makes a finding about, with the best sentence for each direction.
struct FoundTheme {
    std::size_t theme = 0;  ///< rank in its vocabulary
    double score = 0;       ///< cue weights, by context, summed over the sentences
    Evidence evidence;
    bool strength = false;
    Evidence strength_evidence;
    bool weakness = false;
    Evidence weakness_evidence;
};

/// What other rules know that bears on themes.
struct ThemeContext {
    std::string_view kind;          ///< slug of the article's kind
    double tone = 0;                ///< of the grades awarded: 1 the best of their scales, -1 the worst, 0 none known
    std::vector<Span> past = {};    ///< sentences that tell of an earlier inspection
    std::vector<Span> judged = {};  ///< table rows that grade an area: its name is no finding about a theme
    std::vector<Span> names = {};   ///< of the body where it names the providers: a name is no finding
    std::vector<std::string_view> types = {};  ///< slugs of the providers' types
};

/// How good the awarded grades are within their scales: 1 all the best, -1 all the worst, 0 without a grade.
double tone_of(const std::vector<Award>& awards);

/// Themes by cue phrases: weighted by rarity, by where they stand (title, improvement section, sentence with
/// a finding) and against the length of the article. The surest first.
std::vector<FoundTheme> find_themes(const Reading& reading, const ThemeContext& context);

}  // namespace findings
