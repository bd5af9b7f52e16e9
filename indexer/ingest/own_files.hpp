#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace findings {

/// Where a folder stands as seen from the indexes on this machine.
enum class IndexPlace : std::uint8_t {
    outside,  ///< in no index root
    root,     ///< it is one: some of its entries are the program's, others may be a user's
    reports,  ///< the folder of reports in one
    inside,   ///< everything in it is the program's
};

/// Tells what the program writes into index roots from what people keep there: the first is never a source. A user's
/// articles may lie in the same folder, even in one called `reports`.
class OwnFiles {
  public:
    /// `root`: the index of this run, which may not look like one yet; empty when there is none.
    explicit OwnFiles(const std::filesystem::path& root);

    /// The place of a folder that is an index root or stands in none.
    [[nodiscard]] IndexPlace place_of(const std::filesystem::path& folder) const;
    /// The place of an entry of a folder at `place`, a folder or a file. `outside` for what is a user's.
    [[nodiscard]] static IndexPlace place_of_entry(IndexPlace place, std::string_view name);
    /// The same for a path with all its folders looked at. Requires: absolute, without links.
    [[nodiscard]] IndexPlace place_of_path(const std::filesystem::path& path) const;

  private:
    std::filesystem::path root_;  ///< without links
};

}  // namespace findings
