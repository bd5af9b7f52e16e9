#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/finding_place.hpp"
#include "common/index/position_pack.hpp"
#include "searcher/index/open_index.hpp"

namespace findings {

/// The findings of a generation and its stories, which say where the words of the findings stand.
struct FindingStories {
    Xapian::Database findings;
    Xapian::Database stories;
};

/// Of each generation searched for findings; empty where stories are searched, which have positions of their own.
std::vector<FindingStories> list_finding_stories(const OpenIndex& index);

/// Reads where the words of documents stand, one document after the other, in ascending order. Words of a finding stand
/// where they do in its story, as far as the finding reaches; title words are those of the story.
class PositionReader {
  public:
    /// `generations`: of list_finding_stories(); where there are any, `documents` are the findings of one of them.
    /// Throws: Error{unavailable} where they are not.
    PositionReader(const Xapian::Database& documents, const std::vector<FindingStories>& generations);
    ~PositionReader() = default;
    // Its views point into itself.
    PositionReader(const PositionReader&) = delete;
    PositionReader& operator=(const PositionReader&) = delete;

    /// Goes to the first document from `id` on that has positions. Never backwards.
    void skip_to(Xapian::docid id);
    [[nodiscard]] bool at_end() const { return at_ == end_; }
    /// Requires: not at_end().
    [[nodiscard]] Xapian::docid document() const { return at_.get_docid(); }

    /// Replaces `places` by the positions of a word in the document at hand; false where it has none. As with
    /// PositionView, only the posting list knows whether it has the word.
    bool find(std::uint64_t hash, std::vector<std::uint32_t>& places);
    /// The same in the title.
    bool find_in_title(std::uint64_t hash, std::vector<std::uint32_t>& places);

  private:
    /// A slot of positions, read forwards.
    struct Slot {
        explicit Slot(const Xapian::Database& database);
        /// False where the document has none. Never backwards.
        bool go_to(Xapian::docid id);

        Xapian::ValueIterator at;
        Xapian::ValueIterator end;
        Xapian::docid document = 0;  ///< whose positions `view` shows
        std::string bytes;
        PositionView view{{}};
    };

    void load();
    static void keep(const std::vector<PositionRange>& ranges, std::vector<std::uint32_t>& places);

    bool are_findings_;
    Xapian::ValueIterator at_;
    Xapian::ValueIterator end_;
    Xapian::docid loaded_ = 0;
    FindingPlace place_;
    Slot own_;  ///< of stories, and of findings whose words do not stand as in their story
    bool has_own_ = false;
    std::optional<Slot> stories_;
    bool has_story_ = false;
};

}  // namespace findings
