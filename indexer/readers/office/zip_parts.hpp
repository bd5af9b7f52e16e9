#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/rejection.hpp"

namespace findings {

/// The files inside a ZIP archive that stands in memory.
class ZipParts {
  public:
    /// `part_limit`: bytes that one part may have when inflated, and all that are read together. After a failure
    /// `failure` says why and there are no parts. Requires: the bytes outlive it.
    ZipParts(std::string_view bytes, std::uint64_t part_limit);

    [[nodiscard]] const std::optional<Rejection>& failure() const { return failure_; }
    [[nodiscard]] bool has(const std::string& name) const { return sizes_.contains(name); }
    /// Names of all parts, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

    /// The bytes of one part; nullopt when it is not there, or with `failure` set when it is damaged or too large.
    std::optional<std::string> read(const std::string& name);

    /// Ends the reading of the archive: `failure` is that, and there are no parts any more.
    void fail(RejectionReason reason, std::string detail);

  private:
    void list_parts();

    std::string_view bytes_;
    std::uint64_t left_;
    std::map<std::string, std::uint64_t> sizes_;
    std::optional<Rejection> failure_;
};

/// A name relative to the part that names it, with its "../" resolved: ("ppt/slides/slide1.xml",
/// "../notes.xml") is "ppt/notes.xml". A fragment is cut off, %20 is a space.
std::string resolve_part(std::string_view base, std::string_view relative);

}  // namespace findings
