#pragma once

#include <string>
#include <vector>

#include "common/index/position_pack.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/xapian_glass/inverted_index.hpp"

namespace findings {

/// The terms of words' stems in an index that is being written, each looked up once.
class StemTerms {
  public:
    using TermId = glass::InvertedIndex::TermId;

    /// Requires: both outlive this.
    StemTerms(glass::InvertedIndex& index, Analyzer& analyzer) : index_(index), analyzer_(analyzer) {}

    /// The stem's term of a term that is a word.
    TermId stem_of(TermId word) {
        if (word >= stems_.size()) stems_.resize(2 * std::size_t{word} + 64, kNoTerm);
        if (stems_[word] == kNoTerm) {
            const std::string stem = std::string(kStemPrefix) + analyzer_.stem(index_.term(word).text);
            stems_[word] = index_.intern(stem, hash_word(stem));
        }
        return stems_[word];
    }

  private:
    static constexpr TermId kNoTerm = ~TermId{0};

    glass::InvertedIndex& index_;
    Analyzer& analyzer_;
    std::vector<TermId> stems_;  ///< of each word, kNoTerm while not asked for
};

}  // namespace findings
