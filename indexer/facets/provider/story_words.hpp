#pragma once

#include <functional>
#include <map>
#include <string>

#include "indexer/language/reading.hpp"

namespace findings {

/// Weights of words, learned from labelled stories.
using WordWeights = std::map<std::string, double, std::less<>>;

/// What the words of a story's title and beginning add up to, each word once: runs of three or more ASCII letters, in
/// small letters. tests/training/train_bodies counts the same words.
double add_up_words(const Reading& reading, const WordWeights& weights);

}  // namespace findings
