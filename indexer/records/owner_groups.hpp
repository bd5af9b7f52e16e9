#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <regex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/io/csv_table.hpp"

namespace findings {

/// The groups that owners' many company names belong to: a table `group,pattern,from,to`. A pattern is a regular
/// expression that stands somewhere in the owner's name, whatever the case; the days, both included, are those of an
/// inspection that is the group's.
class OwnerGroups {
  public:
    OwnerGroups() = default;

    /// Reads a table. Throws: Error{bad_config} naming file:line for a bad table, pattern or day.
    static OwnerGroups parse(std::string_view text, const std::string& name);
    /// The table `groups.csv` of an index root; none when it is not there. Throws: as parse().
    static OwnerGroups load(const std::filesystem::path& root);

    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// The groups of an owner on a day (ISO, empty: any), in the order of the table.
    [[nodiscard]] std::vector<std::string> find(const std::string& owner, std::string_view day) const;

    /// The same; the owner's own name where no row has it. None of an empty owner.
    [[nodiscard]] std::vector<std::string> name(const std::string& owner, std::string_view day) const;

  private:
    struct Row {
        std::string group;
        std::regex pattern;
        std::string from;
        std::string to;
    };
    OwnerGroups(const std::vector<CsvRow>& table, const std::string& name);
    [[nodiscard]] const std::vector<std::size_t>& rows_of(const std::string& owner) const;

    std::vector<Row> rows_;
    /// Owners repeat: a pattern is matched once for each. Guarded; shared by threads.
    struct Matched {
        std::mutex mutex;
        std::unordered_map<std::string, std::vector<std::size_t>> rows;
    };
    std::shared_ptr<Matched> matched_ = std::make_shared<Matched>();
};

/// The file of an index root that holds the groups, empty when it is not there.
std::filesystem::path groups_file(const std::filesystem::path& root);

}  // namespace findings
