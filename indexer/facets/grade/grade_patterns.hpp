#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/language/clause_tokens.hpp"

namespace findings {

/// What a pattern decides about a grade.
enum class PatternGroup : std::uint8_t {
    govern,  ///< whether the word is a grade at all, and which word makes it one
    role,    ///< awarded, previous or mentioned
    keep,    ///< the grade before was the same
    lean,    ///< the grade shares verb and subject with the one before it in the sentence
    count
};

/// What a matching pattern says.
struct PatternResult {
    bool governs = false;
    bool firm = false;  ///< a grade verb, or "rating" beside it
    bool bare = false;  ///< without a subject of its own
    bool previous = false;
    bool awarded = false;
    bool mentioned = false;  ///< denied, hoped for, other people's
    bool kept = false;
    bool once = false;      ///< not where the grade before in the sentence is an earlier one already
    bool recalled = false;  ///< only behind a sentence on an earlier year
    bool title = false;     ///< holds in headlines only
    bool report = false;    ///< holds in reports only
};

/// A row of data/grade_patterns.tsv. A pattern is a row of atoms around the grade G. An atom is a class of
/// clause_tokens.hpp, several with | between, =word for one word, or ~ for any token but punctuation, another grade and
/// a word that begins a clause. ! before an atom turns it round. ? makes it optional, {n} lets it stand up to n times.
/// @ marks the word that governs the grade; : behind G asks for a class of the grade itself (G:quoted).
struct GradePattern {
    std::string_view name;
    PatternGroup group = PatternGroup::govern;
    PatternResult result;
    std::string_view example;   ///< a sentence on Woodend House that it decides
    std::string_view expected;  ///< its grade and, behind /, the one before; - for none
};

/// All patterns in the order of the table.
const std::vector<GradePattern>& grade_patterns();

/// A pattern that matched.
struct PatternMatch {
    const GradePattern* pattern = nullptr;
    std::size_t at = 0;  ///< token of the word that governs; the grade itself when none does
};

/// The first pattern of a group that matches the grade at token `grade`. `title` and `report` say what is read.
/// Speed: bounded by the patterns' reach, whatever the length of the sentence.
std::optional<PatternMatch> match_grade_pattern(PatternGroup group, const std::vector<ClauseToken>& tokens,
                                                std::size_t grade, bool title, bool report);

}  // namespace findings
