#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// The history of a provider as a drawing: a lane for each grade and one for visits and news without, dots by date, a
/// line for the steps from grade to grade of one scale.
class HtmlTimeline {
  public:
    /// `providers`: slugs whose awards count.
    explicit HtmlTimeline(std::vector<std::string> providers) : providers_(std::move(providers)) {}
    /// Notes a story; undated ones cannot be drawn.
    void add(const Article& article);
    /// Nothing when there is no dated story.
    void write(std::ostream& out) const;

  private:
    struct Point {
        double year = 0;    ///< with its fraction
        std::string grade;  ///< slug; empty for a visit without, or news
        std::string date;   ///< ISO
        std::string title;
    };
    [[nodiscard]] std::vector<std::string> lanes() const;
    void write_points(std::ostream& out) const;

    std::vector<std::string> providers_;
    std::vector<Point> points_;
};

}  // namespace findings
