#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/record.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// Reads what was found back from the index: stories, or findings with what their articles say. The article of a
/// finding is read once for all findings of it that follow each other closely.
class HitReader {
  public:
    /// `index` must outlive it. `part`: how much of a story is wanted; findings have their text whatever it is.
    HitReader(const OpenIndex& index, RecordPart part) : index_(index), part_(part) {}

    /// The hit of a document of `index.database`; rank, score and snippet are left to the caller.
    /// Throws: Xapian::Error, Error{unavailable} when it is damaged.
    Hit read(Xapian::docid id);

  private:
    /// An article taken apart, so that its findings copy no more of it than they show.
    struct Source {
        Article article;  ///< without texts, remarks and findings
        std::string text;
        std::vector<Finding> findings;
        std::uint64_t used = 0;  ///< when it was asked for last
    };
    using SourceKey = std::pair<std::size_t, Xapian::docid>;  ///< generation, document

    Hit read_finding(Xapian::docid id);
    const Source& source(const SourceKey& key);
    /// The day of the article of a finding, ISO; empty when the index does not know it.
    [[nodiscard]] RepeatedArticle article_of(const std::string& finding_id) const;

    const OpenIndex& index_;
    RecordPart part_;
    std::map<SourceKey, Source> sources_;
    std::uint64_t asked_ = 0;
};

}  // namespace findings
