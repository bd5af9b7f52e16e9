#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/digest/known_grades.hpp"

namespace findings::test {

/// A grade that an inspection of `day` gave, or a story published on it.
inline GivenGrade given(std::string_view grade, std::string day, bool inspected = true,
                        std::string_view scale = "four-point", ValueId regulator = 0, ValueId provider = 7) {
    return {provider, regulator, scale, grade, std::move(day), inspected};
}

inline KnownGrades knowing(const std::vector<GivenGrade>& grades) {
    KnownGrades known;
    for (const GivenGrade& grade : grades) known.add(grade);
    return known;
}

}  // namespace findings::test
