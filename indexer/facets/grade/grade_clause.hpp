#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/facets/grade/grade_sentences.hpp"
#include "indexer/language/grade_words.hpp"

namespace findings {

/// A sentence with its grades, area names and provider names marked, and the looks to the left and right of a
/// grade that tell what it is.
class GradeClause {
  public:
    /// The verb or noun that makes a word a grade.
    struct Governor {
        bool governs = false;
        bool firm = false;   ///< a grade verb, or "rating" beside it
        bool kept = false;   ///< "remains", "retained its"
        bool lost = false;   ///< "lost its": the grade is the one before
        bool from = false;   ///< "from" stands right before the grade
        bool bare = false;   ///< a participle without a subject of its own: ", rated good in 2019,"
        std::size_t at = 0;  ///< its word; the grade's first when it is the grade's own verb
    };

    /// Whose grade it is, as far as one side tells.
    struct Subject {
        GradeSubject kind = GradeSubject::unknown;
        std::vector<std::uint32_t> areas;
        std::vector<std::size_t> providers;
        bool overall = false;
        bool other = false;
        bool statistics = false;
        bool everywhere = false;  ///< "in all areas"
    };

    GradeClause(std::vector<GradeWord> sentence, const SentenceSetting& setting);

    [[nodiscard]] Governor find_governor(std::size_t k) const;
    [[nodiscard]] Subject find_subject_before(std::size_t k, const Governor& governor) const;
    [[nodiscard]] Subject find_subject_after(std::size_t k) const;
    /// Denied, hoped for or feared.
    [[nodiscard]] bool is_supposed(std::size_t k, const Governor& governor) const;
    /// "for a third time running", "for the second consecutive time": the grade before was the same.
    [[nodiscard]] bool is_repeated(std::size_t k) const;
    /// The early year printed behind the grade, before the next one; 0 for none.
    [[nodiscard]] int year_after(std::size_t k) const;
    /// "was judged", not "has been judged" or "is".
    [[nodiscard]] bool is_simple_past(const Governor& governor) const;
    /// Given by an earlier inspection.
    [[nodiscard]] bool is_previous(std::size_t k, const Governor& governor) const;
    /// "from G to G": the second of the two.
    [[nodiscard]] bool joins_by_to(std::size_t k) const;
    /// "good, good and outstanding": grades of several things, none of them named.
    [[nodiscard]] bool is_listed(std::size_t k) const;
    /// "after being rated", "after years as" between this grade and the one before.
    [[nodiscard]] bool comes_after_years(std::size_t k) const;
    /// Nothing but names of areas and small words stand between this grade and the one before.
    [[nodiscard]] bool coordinates(std::size_t k) const;

    /// Whether the sentence names any graded area.
    [[nodiscard]] bool names_areas() const { return !areas_.empty(); }

    std::vector<GradeWord> words;
    std::vector<BookMatch> grades;

  private:
    enum class Mark : std::uint8_t { none, grade, area, name };

    void mark_names();
    [[nodiscard]] std::size_t left_bound(std::size_t k) const { return k > 0 ? grades[k - 1].last : 0; }
    [[nodiscard]] std::size_t right_bound(std::size_t k) const {
        return k + 1 < grades.size() ? grades[k + 1].first : words.size();
    }
    [[nodiscard]] bool is_quoted(std::size_t k) const;
    [[nodiscard]] bool stands_free(std::size_t k) const;
    [[nodiscard]] bool has_noun_after(std::size_t k) const;
    [[nodiscard]] bool governs_as_copula(std::size_t k, std::size_t at) const;
    [[nodiscard]] bool previous_after(std::size_t k) const;
    [[nodiscard]] bool previous_before(std::size_t k, std::size_t at) const;
    [[nodiscard]] std::size_t phrase_begin(std::size_t end, std::size_t bound) const;
    [[nodiscard]] bool opens_part(std::string_view preposition, std::size_t i, std::size_t end) const;
    [[nodiscard]] bool follows_also(std::size_t i) const;
    [[nodiscard]] bool is_adjective_of_provider(std::size_t i, std::size_t end) const;
    [[nodiscard]] bool keeps_provider(std::size_t at) const;
    [[nodiscard]] bool follows_area(std::size_t k) const;
    [[nodiscard]] bool is_held_since(std::size_t k) const;
    [[nodiscard]] bool is_told(std::size_t k) const;
    [[nodiscard]] bool is_moved(std::size_t k) const;
    [[nodiscard]] bool is_followed_by_area(std::size_t k) const;
    void read_phrase(std::size_t begin, std::size_t end, Subject& subject) const;
    [[nodiscard]] bool is_other_name(std::size_t i) const;
    [[nodiscard]] bool is_early_year(std::size_t i) const;

    const SentenceSetting& setting_;
    std::vector<BookMatch> areas_;
    std::vector<Mark> marks_;           ///< by word
    std::vector<std::uint32_t> named_;  ///< by word: area or provider index of its mark
};

}  // namespace findings
