#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/article.hpp"
#include "common/index/record.hpp"

namespace findings {

/// What a segment is told of one story.
struct IndexedDocument {
    std::string_view title;
    std::string_view text;
    std::string_view dropped;
    std::vector<std::string> filter_terms;                      ///< boolean terms; one may be named twice
    std::vector<std::pair<std::uint32_t, std::string>> values;  ///< of slots, positions left out; none empty
    RecordParts record;
};

/// A story as a document. It points into the article.
IndexedDocument make_story_document(const Article& article);

}  // namespace findings
