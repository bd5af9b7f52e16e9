#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "common/index/facet_pack.hpp"

namespace findings {

/// A grade as an inspection gave it, as far as news about it goes.
struct GivenGrade {
    ValueId provider = 0;
    ValueId regulator = 0;   ///< 0 when the article does not say
    std::string_view scale;  ///< points into the vocabulary; "areas" when areas were graded and nothing overall
    std::string_view grade;  ///< points into the vocabulary; empty for "areas"
    std::string day;         ///< last day of the visit as YYYYMMDD, else of publication, else empty
    bool inspected = false;  ///< the day is the visit's
};

/// The scale of an award without an overall grade whose areas were graded.
inline constexpr std::string_view kAreaScale = "areas";

/// What a grade is to those who read the collection every day.
enum class GradeNews : std::uint8_t {
    newer,        ///< a newer inspection than any known: news
    repeated,     ///< the same inspection again, most likely: a report after its story, or the other way round
    archive,      ///< an older inspection: an addition to the archive
    contradicts,  ///< another grade of a visit that ended the same day
    undated,      ///< nothing says when
};

/// Each provider's newest grade on each scale by each regulator, of one generation.
///
/// Scales are kept apart because they never compare, regulators because Ofsted and the CQC both grade councils on
/// four points; a story that names no regulator is compared with all of them.
/// Memory: one entry for each provider, scale and regulator.
class KnownGrades {
  public:
    void add(const GivenGrade& grade);

    /// The newest grade that `grade` would follow, or nullptr.
    [[nodiscard]] const GivenGrade* find_before(const GivenGrade& grade) const;

    /// Newer is what has a later day than the newest known. A story that does not say when the visit was has the day of
    /// its publication instead, and the press repeats a grade for months: with the same grade it is `repeated`, unless
    /// it is more than a year older. A provider's first known grade is newer unless it is more than four years before
    /// the newest day known of anyone: until then it most likely still stands; a folder of old reports is archive.
    [[nodiscard]] GradeNews judge(const GivenGrade& grade) const;

    /// The newest day of a provider's grades, on any scale; empty when none is known.
    [[nodiscard]] std::string newest_day_of(ValueId provider) const;

    /// The newest day of any grade added; empty when none has one.
    [[nodiscard]] const std::string& newest_day() const { return newest_day_; }

  private:
    using Key = std::tuple<ValueId, std::string_view, ValueId>;
    std::map<Key, GivenGrade> newest_;
    std::string newest_day_;
};

/// Whether a day (YYYYMMDD) is more than so many years before another; false when either is empty.
bool is_years_before(int years, std::string_view day, std::string_view newest);

}  // namespace findings
