#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// Names of the lists in an index root.
inline constexpr std::string_view kWithdrawnName = "withdrawn.csv";
inline constexpr std::string_view kKeptName = "kept.csv";
inline constexpr std::string_view kArrivalsName = "arrivals.csv";
inline constexpr std::string_view kNeighboursName = "neighbours.csv";

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

/// When a story was first published: `arrivals.csv` in an index root, the newest first. What came with the first
/// publication is not in it.
struct StoryArrival {
    std::string when;  ///< UTC, ISO
    std::string id;
};

/// Bodies that one body is compared with: a row of `neighbours.csv` in an index root. Names as its author types them.
struct NeighboursRow {
    std::string body;
    std::vector<std::string> neighbours;
};

/// The rows of a list; none when there is no such file. A line of another shape is an error,
/// never skipped: a withdrawn article must not come back because of a stray quote. Throws: Error{unavailable} naming
/// file and line.
std::vector<Withdrawal> read_withdrawn(const std::filesystem::path& root);
/// The ids alone.
std::vector<std::string> read_withdrawn_ids(const std::filesystem::path& root);
std::vector<KeptGeneration> read_kept(const std::filesystem::path& root);
std::vector<StoryArrival> read_arrivals(const std::filesystem::path& root);
/// A header, then the body and its neighbours: one in each of its rows, or several behind each other.
std::vector<NeighboursRow> read_neighbours(const std::filesystem::path& root);

/// The same as text, with a header line; what the functions above read.
std::string print_withdrawn(const std::vector<Withdrawal>& rows);
std::string print_kept(const std::vector<KeptGeneration>& rows);
std::string print_arrivals(const std::vector<StoryArrival>& rows);

}  // namespace findings
