#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/position_pack.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/generation/indexed_document.hpp"
#include "indexer/generation/stem_terms.hpp"
#include "indexer/generation/story_tokens.hpp"
#include "indexer/xapian_glass/inverted_index.hpp"
#include "indexer/xapian_glass/table_writer.hpp"

namespace findings {

/// Writes consecutive stories as a small Xapian database of their own, driven by the field table.
///
/// Terms: each word of title and text under its folded form, its stem under "Z"; title words count twice and stand
/// under the title's prefix too; hyphenated words also joined; words of dropped boilerplate under kDroppedPrefix. Facet
/// values, identifiers (the copies' too), address, source and publisher are boolean terms of no weight.
/// Positions (kSlotPositions, not Xapian's table of them): the title from 1, then a gap, then the text; blocks of the
/// text are a gap apart, so that no phrase or NEAR reaches from the end of one into the next.
///
/// The database is private until it is merged: nobody reads it and a crash throws it away, so nothing is synced.
/// Nothing is ever deleted from a generation: it has no term list.
class SegmentBuilder {
  public:
    /// Makes the folder. Requires: `analyzer` outlives this. Throws: Error{io_error}.
    SegmentBuilder(std::filesystem::path folder, Analyzer& analyzer);
    ~SegmentBuilder();
    SegmentBuilder(const SegmentBuilder&) = delete;
    SegmentBuilder& operator=(const SegmentBuilder&) = delete;

    /// Appends the next document. Throws: Error{io_error}.
    void add(const IndexedDocument& document);
    /// The words of the document added last.
    [[nodiscard]] const StoryTokens& tokens() const { return story_; }
    /// Writes what is left; the folder is a database then. Nothing may be added after it. Throws: Error{io_error}.
    void finish();

  private:
    using TermId = glass::InvertedIndex::TermId;

    void add_words(const IndexedDocument& document);
    void add_place(std::string_view word, std::uint32_t position, std::uint32_t weight);
    void add_in_title(const Token& token);
    void add_term(std::string_view term, std::uint32_t frequency);
    void add_record(const RecordParts& parts);

    struct Deflater;

    std::filesystem::path folder_;
    Analyzer& analyzer_;
    glass::InvertedIndex index_;
    glass::TableWriter docdata_;
    std::unique_ptr<Deflater> quick_;
    std::unique_ptr<Deflater> thorough_;
    StemTerms stems_;
    /// A word of the document at hand: what its places do not tell.
    struct StoryWord {
        TermId term = 0;
        std::uint32_t weight = 0;
    };
    std::vector<std::uint32_t> word_places_;  ///< of each term, where in words_ the document has it, if it has
    std::vector<WordPlaces> words_;           ///< of the story at hand; the rest is kept for its memory
    std::vector<StoryWord> story_words_;      ///< beside words_, as many as the story has
    StoryTokens story_;
    std::vector<Token> tokens_;  ///< of dropped boilerplate
    std::string buffer_;
};

}  // namespace findings
