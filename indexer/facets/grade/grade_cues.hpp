#pragma once

#include <cstdint>
#include <string_view>

namespace findings {

/// What a word does near a grade: the rows of data/grade_cues.tsv, as a set of bits.
enum class GradeCue : std::uint32_t {
    verb = 1U << 0U,           ///< "rated", "judged": a grade follows
    weak = 1U << 1U,           ///< "received": a grade follows when quoted or called a rating
    keep = 1U << 2U,           ///< "remains", "retained": the grade before was the same
    lose = 1U << 3U,           ///< "lost its": the grade is the one before
    move = 1U << 4U,           ///< "downgraded", "up": from one grade to another
    noun = 1U << 5U,           ///< "rating", "judgement"
    filler = 1U << 6U,         ///< may stand between verb and grade
    copula = 1U << 7U,         ///< "is", "were"
    aux = 1U << 8U,            ///< may stand between subject and verb
    follow = 1U << 9U,         ///< may follow a grade that describes nothing else
    previous = 1U << 10U,      ///< "previously", "last"
    inspection = 1U << 11U,    ///< "inspection", "report": what "last" or "previous" belongs to
    hypothetical = 1U << 12U,  ///< "hopes", "could"
    negation = 1U << 13U,      ///< "not", "less"
    provider = 1U << 14U,      ///< "school", "it": stands for the provider
    plural = 1U << 15U,        ///< "councils", "half": statistics
    other = 1U << 16U,         ///< "neighbouring": not the provider
    regulator = 1U << 17U,     ///< "Ofsted", "inspectors"
    spread = 1U << 18U,        ///< "ranged", "between"
    month = 1U << 19U,
    part = 1U << 21U,   ///< "adoption", "home": a part of a council's services, graded apart
    later = 1U << 20U,  ///< "now", "latest"
};

/// The set of cues a word carries, 0 for none.
std::uint32_t grade_cues_of(std::string_view word);

/// Whether a word carries a cue.
inline bool has_cue(std::string_view word, GradeCue cue) {
    return (grade_cues_of(word) & static_cast<std::uint32_t>(cue)) != 0;
}

}  // namespace findings
