#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace findings::glass {

/// Reads a table that TableWriter wrote, in the order of its keys: its leaves lie in order, so the file is read from
/// front to back and its branches are passed over.
class TableReader {
  public:
    /// Throws: Error{io_error} when the file cannot be opened.
    explicit TableReader(std::filesystem::path path);
    ~TableReader();
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    /// Goes to the next entry, first to the first; false behind the last one. Throws: Error{io_error}.
    bool next();
    /// Of the entry at hand, until the next one is asked for.
    [[nodiscard]] std::string_view key() const { return key_; }
    [[nodiscard]] std::string_view tag() const { return tag_; }
    /// Whether the tag is a raw deflate stream.
    [[nodiscard]] bool deflated() const { return deflated_; }

  private:
    bool next_item();
    bool next_leaf();
    bool fill();
    [[noreturn]] void fail(int error_number) const;

    std::filesystem::path path_;
    int descriptor_;
    std::string buffer_;     ///< whole blocks as they are in the file
    std::size_t block_ = 0;  ///< in buffer_, of the leaf at hand
    std::size_t after_ = 0;  ///< in buffer_, of the block behind it
    std::size_t slot_ = 0;   ///< in the leaf's directory, of the next item
    std::size_t slots_end_ = 0;
    unsigned flags_ = 0;
    std::string_view key_;
    std::string_view tag_;
    bool deflated_ = false;
    std::string long_key_;  ///< of a tag of several components
    std::string long_tag_;
};

}  // namespace findings::glass
