#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// A grade of one body, from a register's row or an article.
struct ToldGrade {
    std::uint32_t document = 0;  ///< where it was read
    std::string grade;           ///< slug
    std::string inspected;       ///< ISO or empty
    std::string published;       ///< ISO or empty

    [[nodiscard]] const std::string& day() const { return inspected.empty() ? published : inspected; }
};

/// How a register's row stands to the newest graded article of its body.
enum class Agreement : std::uint8_t {
    agrees,
    differs,
    older,       ///< the register is behind
    newer,       ///< no article of its inspection
    no_article,  ///< none of the body at all
};

std::string_view agreement_name(Agreement agreement);

/// Whether two grades are of one inspection: visits of a few weeks apart, for registers give the first day and reports
/// the last; publication within four months of a visit.
bool is_one_inspection(const ToldGrade& a, const ToldGrade& b);

/// Compares a register's grade with the newest of the articles'; null: there is none.
Agreement compare_grades(const ToldGrade& row, const ToldGrade* article);

/// The newest grades of each body and line of frameworks, those of registers and those of articles apart.
class NewestGrades {
  public:
    /// Takes the grades of an article that are not inferred.
    void add(const Article& article, std::uint32_t document);

    /// A body in a line of frameworks.
    using Body = std::pair<std::string, std::string>;
    [[nodiscard]] const std::map<Body, ToldGrade>& rows() const { return rows_; }
    /// The newest of the body's articles in that line, or, where either has none, in any; nullptr for none.
    [[nodiscard]] const ToldGrade* find_article(const Body& body) const;

  private:
    std::map<Body, ToldGrade> rows_;
    std::map<Body, ToldGrade> articles_;
};

}  // namespace findings
