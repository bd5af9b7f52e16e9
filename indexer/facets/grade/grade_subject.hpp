#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/facets/grade/grade_reading.hpp"
#include "indexer/language/clause_tokens.hpp"

namespace findings {

/// Whose grade it is, as far as one side of the grade tells.
struct ClauseSubject {
    GradeSubject kind = GradeSubject::unknown;
    std::vector<std::uint32_t> areas;    ///< indexes into judgement_labels()
    std::vector<std::size_t> providers;  ///< indexes into FacetContext::providers
    bool overall = false;
    bool other = false;       ///< somebody else's
    bool statistics = false;  ///< of several bodies, or of a part that no list knows
    bool everywhere = false;  ///< "in all areas"
    bool pronoun = false;     ///< "it", "the unit": what the sentence before was about

    [[nodiscard]] bool says_nothing() const { return kind == GradeSubject::unknown && !other && !statistics; }
};

/// The subject of the grade at token `grade`: the object between its verb and it, else what stands before the verb.
/// Tokens before `bound` (the grade before it) are not looked at.
ClauseSubject find_subject_before(const std::vector<ClauseToken>& tokens, std::size_t grade, std::size_t at,
                                  std::size_t bound, const SentenceSetting& setting);

/// What stands behind it up to token `end`: "for leadership", "in all areas", "at preventing crime".
ClauseSubject find_subject_after(const std::vector<ClauseToken>& tokens, std::size_t grade, std::size_t end,
                                 const SentenceSetting& setting);

}  // namespace findings
