#include "indexer/records/owner_groups.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <system_error>

#include "common/base/date.hpp"
#include "common/base/error.hpp"
#include "common/text/name_slug.hpp"

namespace findings {
namespace {

const CsvColumns kColumns{{"group", "pattern", "from", "to"}, 2};

std::string read_bound(const std::string& cell, bool last, const std::string& place) {
    if (cell.empty()) return {};
    const auto date = parse_date(cell);
    if (!date)
        throw Error(Status::bad_config, fmt::format("{}: “{}” is no day", place, cell),
                    "write 2024-03-31, 2024-03 or 2024");
    const std::string key = last ? last_day_key(*date) : first_day_key(*date);
    return key.substr(0, 4) + '-' + key.substr(4, 2) + '-' + key.substr(6, 2);
}

}  // namespace

OwnerGroups OwnerGroups::parse(std::string_view text, const std::string& name) {
    return OwnerGroups(parse_csv(text, name, kColumns), name);
}

OwnerGroups::OwnerGroups(const std::vector<CsvRow>& table, const std::string& name) {
    for (const CsvRow& line : table) {
        const std::string place = fmt::format("{}:{}", name, line.line);
        if (line.cells[0].empty() || line.cells[1].empty())
            throw Error(Status::bad_config, fmt::format("{}: a group and a pattern are needed", place),
                        "for example: Cambian,Cambian|Interact Care");
        Row row{line.cells[0], {}, read_bound(line.cells[2], false, place), read_bound(line.cells[3], true, place)};
        try {
            row.pattern = std::regex(line.cells[1], std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
        } catch (const std::regex_error&) {
            throw Error(Status::bad_config, fmt::format("{}: “{}” is no pattern", place, line.cells[1]),
                        "names separated by |; before a sign that is none of a pattern's write a backslash");
        }
        rows_.push_back(std::move(row));
    }
}

std::filesystem::path groups_file(const std::filesystem::path& root) {
    std::filesystem::path file = root / "groups.csv";
    std::error_code error;
    return std::filesystem::exists(file, error) ? file : std::filesystem::path();
}

OwnerGroups OwnerGroups::load(const std::filesystem::path& root) {
    const std::filesystem::path file = groups_file(root);
    if (file.empty()) return {};
    return OwnerGroups(read_csv(file, kColumns), file.string());
}

const std::vector<std::size_t>& OwnerGroups::rows_of(const std::string& owner) const {
    const std::lock_guard lock(matched_->mutex);
    const auto [place, fresh] = matched_->rows.try_emplace(owner);
    if (fresh)
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (std::regex_search(owner, rows_[i].pattern)) place->second.push_back(i);
    return place->second;
}

std::vector<std::string> OwnerGroups::find(const std::string& owner, std::string_view day) const {
    std::vector<std::string> found;
    if (owner.empty() || rows_.empty()) return found;
    for (const std::size_t i : rows_of(owner)) {
        const Row& row = rows_[i];
        const bool early = !row.from.empty() && !day.empty() && day < row.from;
        const bool late = !row.to.empty() && !day.empty() && day > row.to;
        if (!early && !late && std::find(found.begin(), found.end(), row.group) == found.end())
            found.push_back(row.group);
    }
    return found;
}

std::vector<std::string> OwnerGroups::name(const std::string& owner, std::string_view day) const {
    std::vector<std::string> names = find(owner, day);
    if (names.empty() && !owner.empty()) names.push_back(make_name_label(owner));
    return names;
}

}  // namespace findings
