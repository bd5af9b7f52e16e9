#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/xapian_glass/posting_list.hpp"
#include "indexer/xapian_glass/table_writer.hpp"
#include "indexer/xapian_glass/write_version.hpp"

namespace findings::glass {

/// Postings of documents that come one after the other, in memory, in the bytes that glass writes.
/// Xapian's own inverter keeps a red-black tree a term and a small allocation a posting; here a posting is two or three
/// bytes at the end of its term's string.
class InvertedIndex {
  public:
    using TermId = std::uint32_t;
    /// Xapian's own size, in bytes, from which values go on in another chunk.
    static constexpr std::size_t kValueChunk = 2000;

    /// `value_chunk`: the size from which values go on in another chunk; larger ones deflate better.
    explicit InvertedIndex(std::size_t value_chunk = kValueChunk) : value_chunk_(value_chunk) {}

    /// A term and what the document at hand has of it.
    struct Term {
        std::string text;
        std::uint64_t hash = 0;
        std::uint32_t document = 0;   ///< the last one that has it
        std::uint32_t frequency = 0;  ///< of the term in it
    };

    /// The number of a term, a new one where it is new. Requires: hash_word(term).
    TermId intern(std::string_view term, std::uint64_t hash);
    [[nodiscard]] const Term& term(TermId id) const { return terms_[id].term; }

    /// Begins document 1, 2 and so on.
    void begin_document();
    /// The document at hand has the term `frequency` times more; 0 for a term of no weight.
    void add(TermId id, std::uint32_t frequency);
    /// The value of a slot of the document at hand. Requires: not empty, one a slot and document.
    void add_value(std::uint32_t slot, std::string_view value);
    void end_document();

    [[nodiscard]] std::uint32_t documents() const { return document_; }
    /// Writes terms, lengths and values into a postlist table. Nothing may be added after it. Throws: Error{io_error}.
    void write(TableWriter& postlist);
    [[nodiscard]] const DatabaseCounts& counts() const { return counts_; }

  private:
    struct Entry {
        Term term;
        PostingList postings;
        std::uint32_t documents = 0;
        std::uint64_t occurrences = 0;
    };
    /// Values in the order of documents.
    struct Slot {
        std::uint32_t documents = 0;
        std::string lowest;
        std::string highest;
        std::uint32_t last = 0;
        std::vector<std::pair<std::uint32_t, std::string>> chunks;  ///< first document, bytes
    };

    void grow();
    [[nodiscard]] std::vector<TermId> sort_terms() const;
    void write_values(TableWriter& postlist) const;

    /// A place of the table of terms, open addressing by hash. The hash's upper half stands here as well, so that other
    /// terms on the way are passed over without looking at them.
    struct Place {
        std::uint32_t tag = 0;
        TermId term = kNone;
    };
    static constexpr TermId kNone = ~TermId{0};

    std::size_t value_chunk_;
    std::vector<Entry> terms_;
    std::vector<Place> table_;
    std::map<std::uint32_t, Slot> slots_;
    PostingList lengths_;
    DatabaseCounts counts_;
    std::uint32_t document_ = 0;
    std::uint64_t length_ = 0;
    std::vector<TermId> touched_;  ///< terms of the document at hand
};

}  // namespace findings::glass
