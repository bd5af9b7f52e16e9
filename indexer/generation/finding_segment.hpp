#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/article.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/generation/finding_words.hpp"
#include "indexer/generation/stem_terms.hpp"
#include "indexer/generation/story_tokens.hpp"
#include "indexer/xapian_glass/inverted_index.hpp"
#include "indexer/xapian_glass/table_writer.hpp"

namespace findings {

/// Writes the findings of consecutive stories, each a document, as a small Xapian database of their own.
///
/// Words are those of the finding alone, exact and stemmed; the title's stand under the title's prefix only. Theme,
/// strength and weakness are the finding's own, everything else is its article's (take_finding_values). Nothing of a
/// story is said twice that it says itself: kSlotStory names it, and where in it the words stand; a finding whose words
/// are not just a part of the story's has positions of its own.
class FindingSegment {
  public:
    /// Makes the folder. Requires: `analyzer` outlives this. Throws: Error{io_error}.
    FindingSegment(const std::filesystem::path& folder, Analyzer& analyzer);

    /// Appends the findings of the next article. `story`: number of its document in its generation; `tokens`: of
    /// tokenize_story() for it. Throws: Error{io_error}.
    void add(const Article& article, std::uint32_t story, const StoryTokens& tokens);
    /// Writes what is left; the folder is a database then. Nothing may be added after it. Throws: Error{io_error}.
    void finish();

  private:
    using TermId = glass::InvertedIndex::TermId;
    /// What the findings of a story have in common, those for the inspected body or those for another.
    struct Shared {
        Article values;  ///< without the article's own themes, texts and quotes
        std::vector<TermId> terms;
        std::vector<std::pair<std::uint32_t, std::string>> slots;
        std::map<std::string, std::string> packed;  ///< kSlotFacets by the themes and direction that make it
    };

    void start_story(const Article& article, const StoryTokens& tokens);
    Shared& shared_by(const Finding& finding);
    TermId term(std::string_view text);
    void add_word(std::string_view word);
    void add_own_words(std::string_view text);
    void add_terms(const Finding& finding, const Shared& shared);
    void add_slots(const Finding& finding, Shared& shared);

    std::filesystem::path folder_;
    Analyzer& analyzer_;
    glass::InvertedIndex index_;
    glass::TableWriter docdata_;  ///< stays empty
    StemTerms stems_;
    Article story_;                                ///< what all findings of the story at hand take from it
    std::vector<TermId> title_;                    ///< terms of its title
    std::array<std::optional<Shared>, 2> shared_;  ///< for the inspected body, for another
    FindingWords words_;                           ///< of the finding at hand, kept for its memory
};

}  // namespace findings
