#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "common/index/schema.hpp"

namespace findings {

/// A facet that stories of the live generation had and no longer have.
struct CoverageLoss {
    Field facet = Field::provider;
    std::size_t before = 0;  ///< stories of both generations with a value in the old one
    std::size_t after = 0;   ///< the same stories with a value in the new one
};

/// Fewer stories than this prove nothing: in a collection of ten, three corrected grades are a third of all.
inline constexpr std::size_t kNoticedValues = 5;

/// The worst fall of provider, grade or region, when more than `max_percent` of the stories that had a value lost it,
/// and kNoticedValues or more did. Only stories of both generations are compared: a collection that grows by stories
/// of another kind loses nothing. An old generation that cannot be read has nothing to lose.
/// Throws: Error{refused} when the new one cannot be read.
std::optional<CoverageLoss> find_coverage_loss(const std::filesystem::path& old_generation,
                                               const std::filesystem::path& new_generation, double max_percent);

}  // namespace findings
