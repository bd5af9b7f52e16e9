#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/facets/grade/grade_reading.hpp"
#include "indexer/facets/listing/read_listing.hpp"

namespace findings {

/// What a listing gives one of the providers.
struct ListedGrade {
    std::size_t provider = 0;
    std::string grade;     ///< slug, may be empty
    std::string previous;  ///< slug, may be empty
    Span grader;           ///< what gives the grade
    Span recaller;         ///< what tells the one before
};

/// The listing of a story on several providers.
class ListedGrades {
  public:
    ListedGrades() = default;
    /// Reads it. `names`: where the body names the providers, in order. `setting`: rules, books and passage of the
    /// body; its marks are not needed.
    ListedGrades(const Reading& reading, const std::vector<TokenMark>& names, const SentenceSetting& setting);

    [[nodiscard]] const std::vector<ListedGrade>& grades() const { return grades_; }
    /// The provider whose section holds a byte of the body; `none` where no section does.
    [[nodiscard]] std::size_t owner_of(std::size_t byte, std::size_t none) const;

  private:
    Listing listing_;
    std::vector<std::size_t> owners_;  ///< by entry; the number of providers for none
    std::size_t providers_ = 0;
    std::vector<ListedGrade> grades_;
};

}  // namespace findings
