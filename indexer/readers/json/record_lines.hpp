#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/readers/bytes/source_stream.hpp"

namespace findings {

/// Gives the next bytes, at most `size`; 0 at the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

/// The stream's bytes; UTF-16 and UTF-32, with or without a mark, converted to UTF-8 on the way. Requires: the stream
/// outlives it and has not been read from.
ByteSource open_utf8(SourceStream& stream);

/// Bytes in memory. Requires: they outlive it.
ByteSource open_bytes(std::string_view bytes);

/// Cuts a stream into lines; a line longer than the limit is passed over in pieces.
class RecordLines {
  public:
    RecordLines(ByteSource source, std::uint64_t limit) : source_(std::move(source)), limit_(limit) {}

    /// False at the end. `line` stays valid until the next call; `too_long` says that it was passed over.
    bool next(std::string_view& line, bool& too_long);

    /// Of the line that `next` gave last, 1-based.
    [[nodiscard]] std::size_t number() const { return number_; }

  private:
    bool fill();
    bool last(std::string_view& line, bool too_long);

    ByteSource source_;
    std::uint64_t limit_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t scanned_ = 0;
    std::size_t filled_ = 0;
    std::size_t number_ = 0;
};

}  // namespace findings
