#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// Names of the lists in an index root.
inline constexpr std::string_view kWithdrawnName = "withdrawn.csv";
inline constexpr std::string_view kKeptName = "kept.csv";

/// An article that nobody is shown any more: `withdrawn.csv` in an index root.
struct Withdrawal {
    std::string id;
    std::string reason;
    std::string when;  ///< UTC, ISO
};

/// A generation that is not pruned: `kept.csv` in an index root.
struct KeptGeneration {
    std::string generation;
    std::string note;
};

/// The rows of `withdrawn.csv` and `kept.csv`; none when there is no such file. A line of another shape is an error,
/// never skipped: a withdrawn article must not come back because of a stray quote. Throws: Error{unavailable} naming
/// file and line.
std::vector<Withdrawal> read_withdrawn(const std::filesystem::path& root);
std::vector<KeptGeneration> read_kept(const std::filesystem::path& root);

/// The same as text, with a header line; what read_withdrawn() and read_kept() read.
std::string print_withdrawn(const std::vector<Withdrawal>& rows);
std::string print_kept(const std::vector<KeptGeneration>& rows);

}  // namespace findings
