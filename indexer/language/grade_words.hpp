#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// A word of a passage, with what stands around it: grades are told from figures of speech by quotation
/// marks, breaks and capitals as much as by words.
struct GradeWord {
    std::string text;       ///< ASCII lower case, curly apostrophes straight, a possessive 's kept
    std::size_t begin = 0;  ///< bytes of the text the passage was cut from
    std::size_t end = 0;
    bool capital = false;       ///< its first letter is a capital
    bool all_capitals = false;  ///< two letters or more, all of them capitals
    bool break_before = false;  ///< first word, or a line break, tab or run of spaces stands before it
    bool stop_before = false;   ///< . ! ? stands before it
    bool comma_before = false;  ///< any other punctuation stands before it
    bool colon_before = false;  ///< : or ; or a dash stands before it
    bool quote_before = false;  ///< a quotation mark opens before it
    bool quote_after = false;   ///< a quotation mark closes after it
};

/// Splits a passage into words in one pass. `offset` is added to the byte positions.
std::vector<GradeWord> split_grade_words(std::string_view passage, std::size_t offset = 0);

/// Whether a passage holds any word that a grade or a word on earlier inspections is made of.
/// Cheap: most sentences of a long report have none and are looked at no further.
bool has_grade_word(std::string_view passage);
/// The same for the first words of outcomes that are sentences (area SEND, supported accommodation).
bool has_outcome_word(std::string_view passage);
/// The same for the actions of find_actions.hpp.
bool has_action_word(std::string_view passage);

}  // namespace findings
