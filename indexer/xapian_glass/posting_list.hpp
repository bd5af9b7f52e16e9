#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/xapian_glass/table_writer.hpp"

namespace findings::glass {

/// A list of documents in ascending order, each with a number, in the bytes that glass writes: in chunks, within which
/// each document but the first is the difference to the one before.
class PostingList {
  public:
    void add(std::uint32_t document, std::uint32_t number);
    /// Documents of a chunk that was written, numbered anew from `first` to `last`. Small chunks become one.
    void append(std::uint32_t first, std::uint32_t last, std::string_view postings);
    [[nodiscard]] bool empty() const { return open_.first == 0; }
    void clear();

    /// Writes the list, its first chunk behind `head`. `make_key` is given 0 for the first chunk, else the first
    /// document of a chunk. Throws: Error{io_error}.
    template <typename MakeKey>
    void write(TableWriter& postlist, std::string_view head, const MakeKey& make_key) const {
        std::string tag(head);
        append_first(tag);
        for (std::size_t i = 0; i <= full_.size(); ++i) {
            append_chunk(tag, i);
            postlist.add(make_key(i == 0 ? 0 : chunk(i).first), tag);
            tag.clear();
        }
    }

  private:
    struct Chunk {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::size_t begin = 0;  ///< in bytes_
        std::size_t end = 0;
    };
    /// Makes room for a document in the open chunk, or in a new one when `size` more bytes are too many for it.
    void begin(std::uint32_t document, std::size_t size);
    [[nodiscard]] const Chunk& chunk(std::size_t i) const { return i == full_.size() ? open_ : full_[i]; }
    void append_first(std::string& tag) const;
    void append_chunk(std::string& tag, std::size_t i) const;

    std::string bytes_;
    std::vector<Chunk> full_;
    Chunk open_;
};

/// A chunk as PostingList wrote it, read in place.
struct ChunkView {
    /// False when the bytes are none. A first chunk stands behind its head.
    bool parse(std::string_view tag, bool is_first);

    std::uint64_t documents = 0;    ///< of a first chunk: of the whole list
    std::uint64_t occurrences = 0;  ///< of a first chunk: of the whole list
    std::uint32_t first = 0;        ///< of a first chunk; of another its key tells
    std::uint32_t span = 0;         ///< last document less the first
    std::string_view postings;
};

}  // namespace findings::glass
