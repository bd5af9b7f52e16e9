#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace findings::glass {

/// A longer tag is not deflated. Xapian inflates into a buffer of 8,192 bytes, and takes a stream whose last bytes fill
/// it for one that is cut short. Source: Xapian 1.4, common/compression_stream.cc, decompress_chunk().
inline constexpr std::size_t kLongestDeflated = 8191;

/// What a database's version file says of one table. As it is: of a table without a file.
struct TableRoot {
    std::uint32_t block = 0;
    unsigned level = 0;
    std::uint64_t entries = 0;
    bool is_fake = true;
    std::uint32_t blocks = 0;  ///< of the file
};

/// A block that is being filled: a directory of two-byte offsets from the front, items from the end.
struct TableBlock {
    explicit TableBlock(unsigned level);
    [[nodiscard]] std::size_t free() const { return items - directory; }
    [[nodiscard]] bool empty() const;
    /// Room for an item of `size` bytes, entered in the directory. Requires: size + 2 <= free().
    char* add(std::size_t size);

    std::string bytes;
    std::size_t directory;  ///< where it ends
    std::size_t items;      ///< where they begin
    /// Divides this block from the one before: the first key, no longer than needed, and its component.
    std::string first_key;
    unsigned first_component = 1;
};

/// Writes a B-tree in one pass from keys that come in order: every block is full, written once, and the leaves lie in
/// order, as Xapian's own compaction leaves them. Nothing is synced: a segment that a crash leaves behind is thrown
/// away. Source: xapian-core 1.4, backends/glass/glass_table.h and .cc.
class TableWriter {
  public:
    /// Throws: Error{io_error} when the file cannot be made.
    explicit TableWriter(std::filesystem::path path);
    ~TableWriter();
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;

    /// Appends an entry. `deflated`: the tag is a raw deflate stream of what readers shall see.
    /// Requires: `key` of 1 to 255 bytes, above the last one by its bytes. Throws: Error{io_error}.
    void add(std::string_view key, std::string_view tag, bool deflated = false);
    /// From now on tags of at most kLongestDeflated bytes are stored deflated where that is shorter: readers inflate
    /// them. Findings say the same of one story over and over; their lists and values shrink to a quarter. A table of
    /// such tags is never merged again.
    void deflate_tags();
    /// Writes what is left. Nothing may be added after it. Throws: Error{io_error}.
    TableRoot finish();

  private:
    struct TagDeflater;

    void add_component(std::string_view key, unsigned component, bool last, bool deflated, std::string_view part);
    void add_child(std::size_t level, const std::string& key, unsigned component, std::uint32_t child);
    std::uint32_t write_block(std::size_t level);
    void finish_block(std::size_t level);
    void flush();

    std::filesystem::path path_;
    int descriptor_;
    std::string buffer_;  ///< whole blocks on their way to the file
    std::uint32_t blocks_ = 0;
    std::uint64_t entries_ = 0;
    std::vector<TableBlock> levels_;  ///< leaves first
    std::string last_key_;
    std::unique_ptr<TagDeflater> tag_deflater_;  ///< none: tags are stored as they are
};

/// Of every block, and of the database: what a first commit gives.
inline constexpr std::uint32_t kRevision = 1;

}  // namespace findings::glass
