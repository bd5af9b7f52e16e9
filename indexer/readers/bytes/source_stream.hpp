#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/rejection.hpp"

namespace findings {

/// A file read from its start, inflated on the way when it is gzip. Nothing throws: after a failure `read`
/// gives 0 and `failure` says why.
class SourceStream {
  public:
    /// Opens the file; `failure` is set when that is impossible or it is not a regular file.
    explicit SourceStream(const std::filesystem::path& path);
    /// The same of a file that is open, which is closed with the stream.
    explicit SourceStream(int fd);
    ~SourceStream();
    SourceStream(const SourceStream&) = delete;
    SourceStream& operator=(const SourceStream&) = delete;

    /// The next bytes, at most `size`; 0 at the end or after a failure.
    std::size_t read(char* buffer, std::size_t size);

    /// The first bytes, up to `size`, which stay to be read.
    std::string_view peek(std::size_t size);

    /// Everything that is left; too-large when that is more than `limit` bytes.
    std::string read_all(std::uint64_t limit);

    [[nodiscard]] bool compressed() const;
    [[nodiscard]] const std::optional<Rejection>& failure() const { return failure_; }

  private:
    struct Impl;
    void open(int fd);
    void fail(RejectionReason reason, std::string detail);
    std::size_t inflate(char* buffer, std::size_t size);

    std::unique_ptr<Impl> impl_;
    std::string ahead_;  ///< peeked and not yet read
    std::optional<Rejection> failure_;
};

}  // namespace findings
