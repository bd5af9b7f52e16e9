#pragma once

#include <cmath>

namespace findings {

/// The constant of IneB2, the weighting of words: best of twenty weightings on nine collections (docs/ranking.md).
inline constexpr double kWeightingConstant = 1.5;

/// IneB2 of one word: what it adds to the weight of a text, as Xapian's IneB2Weight computes it, to the last bit.
/// Source: Amati and van Rijsbergen 2002; xapian-core/weight/ineb2weight.cc.
class IneB2 {
  public:
    /// @param stories all of the index
    /// @param occurrences of the word in all of them
    /// @param stories_with_word how many have it
    IneB2(double stories, double occurrences, double stories_with_word)
        : rarity_(std::log2((stories + 1.0) / (stories * (1.0 - std::exp(-(occurrences / stories))) + 0.5))),
          gain_((occurrences + 1.0) / stories_with_word) {}

    /// @param frequency how often the word stands in the text
    /// @param normal of the text: normalise_length()
    [[nodiscard]] double weigh(double frequency, double normal) const {
        const double normalised = frequency * normal;
        return normalised * gain_ / (normalised + 1.0) * rarity_;
    }

  private:
    double rarity_;
    double gain_;
};

/// The same for all words of a text.
inline double normalise_length(double length, double average_length) {
    return std::log2(1.0 + kWeightingConstant * average_length / length);
}

}  // namespace findings
