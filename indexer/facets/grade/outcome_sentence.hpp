#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/article/clean_article.hpp"
#include "indexer/regimes/regimes.hpp"

namespace findings {

/// An outcome that is a sentence: "The local area partnership's arrangements lead to inconsistent experiences and
/// outcomes …".
struct OutcomeSentence {
    std::string grade;
    Span span;
};

/// The first sentence before byte `end` that states an outcome of the regime, neither denied nor of an earlier
/// inspection.
std::optional<OutcomeSentence> find_outcome_sentence(const CleanArticle& article, const Regime& rules, std::size_t end);

}  // namespace findings
