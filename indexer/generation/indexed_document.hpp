#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/article.hpp"
#include "common/index/record.hpp"

namespace findings {

/// What a segment is told of one document: a story, or one of its findings.
struct IndexedDocument {
    std::string_view title;
    /// Whether the title's words are words of the document too, twice; else they stand under the title's prefix alone.
    bool counts_title = true;
    std::string_view text;
    std::string_view dropped;
    std::vector<std::string> filter_terms;                      ///< boolean terms; one may be named twice
    std::vector<std::pair<std::uint32_t, std::string>> values;  ///< of slots, positions left out; none empty
    RecordParts record;                                         ///< nothing is stored where both parts are empty
};

/// A story as a document. It points into the article.
IndexedDocument make_story_document(const Article& article);

/// The findings of one story as documents, one after the other. Words are the finding's own; its values
/// are as take_finding_values() has them. Nothing is stored but where it is (kSlotStory): its text is
/// in the article's record.
class FindingDocuments {
  public:
    /// Requires: `article` outlives this. `story`: number of the article's document in its generation.
    FindingDocuments(const Article& article, std::uint32_t story);

    /// Finding number `index` (from 0) as a document, valid until the next call. Requires: index < findings.size().
    IndexedDocument make(std::size_t index);

  private:
    const Article& article_;
    std::uint32_t story_;
    Article shared_;  ///< what all of them take from it
    std::string text_;
};

}  // namespace findings
