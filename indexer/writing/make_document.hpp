#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/article.hpp"
#include "common/text/analyzer.hpp"

namespace findings {

/// Makes the Xapian document of one story: terms, value slots and stored record, driven by the field table.
///
/// Terms: each word of title and text under its folded form with positions; its stem under "Z" without; title words
/// count twice and stand under the title's prefix too; hyphenated words also joined; words of dropped furniture
/// under kDroppedPrefix without positions. Facet values, identifiers (the copies' too), address, source and
/// publisher are boolean terms of no weight.
/// Positions: the title from 1, then a gap, then the text; blocks of the text are a gap apart, so that no phrase or
/// NEAR reaches from the end of one into the next.
class DocumentMaker {
  public:
    /// Requires: `analyzer` outlives this.
    explicit DocumentMaker(Analyzer& analyzer) : analyzer_(analyzer) {}

    /// Requires: article.id not empty.
    Xapian::Document make(const Article& article);

  private:
    void tokenize_blocks(std::string_view text, std::uint32_t position);

    Analyzer& analyzer_;
    std::vector<Token> tokens_;  ///< kept between calls for its memory
};

}  // namespace findings
