#include "indexer/registers/gazetteer.hpp"

#include <unordered_map>

#include "common/base/table_rows.hpp"
#include "embedded/areas.hpp"
#include "embedded/councils.hpp"
#include "embedded/districts.hpp"
#include "embedded/places.hpp"
#include "embedded/predecessors.hpp"

namespace findings {
namespace {

struct Predecessor {
    std::string_view successor;
    std::string_view before;
    std::string_view until;
};

const std::vector<Predecessor>& predecessors() {
    static const std::vector<Predecessor> rows = [] {
        std::vector<Predecessor> read;
        for_each_row(embedded::predecessors(), [&](const auto& cells) {
            read.push_back({cells.at(0), cells.at(1), cells.at(2)});
        });
        return read;
    }();
    return rows;
}

Gazetteer read_gazetteer() {
    Gazetteer read;
    std::unordered_map<std::string_view, std::uint32_t> council_rows;
    for_each_row(embedded::councils(), [&](const auto& cells) {
        council_rows.emplace(cells.at(0), static_cast<std::uint32_t>(read.councils.size()));
        read.councils.push_back({.slug = std::string(cells.at(0)),
                                 .label = std::string(cells.at(1)),
                                 .region = std::string(cells.at(2)),
                                 .nation = std::string(cells.at(3)),
                                 .counties = split_at(cells.at(4), '|'),
                                 .names = split_at(cells.at(6), '|'),
                                 .deliverers = split_at(cells.at(7), '|'),
                                 .valid_from = cells.at(8),
                                 .valid_to = cells.size() > 9 ? cells[9] : std::string_view{}});
    });
    for_each_row(embedded::districts(), [&](const auto& cells) {
        read.districts.push_back({cells.at(0), council_rows.at(cells.at(1))});
    });
    for_each_row(embedded::places(), [&](const auto& cells) {
        Place place{cells.at(0), {}};
        for (const std::string_view site : split_at(cells.at(1), '|'))
            place.sites.push_back({site.at(0), council_rows.at(site.substr(2))});
        read.places.push_back(std::move(place));
    });
    for_each_row(embedded::areas(), [&](const auto& cells) {
        read.areas.push_back({cells.at(0), split_at(cells.at(1), '|')});
    });
    return read;
}

}  // namespace

const Council* Gazetteer::find_council(std::string_view slug) const {
    for (const Council& council : councils)
        if (council.slug == slug) return &council;
    return nullptr;
}

const Council& Gazetteer::council_on(const Council& council, std::string_view day) const {
    if (!day.empty())
        for (const Predecessor& row : predecessors())
            if (row.successor == council.slug && day <= row.until)
                if (const Council* before = find_council(row.before)) return *before;
    return council;
}

bool Gazetteer::existed(const Council& council, std::string_view day) {
    if (day.empty()) return true;
    if (!council.valid_from.empty() && day < council.valid_from) return false;
    if (council.valid_to.empty()) return true;
    // A report on an abolished council's last months comes out after its end: compare with the year after.
    std::string limit(council.valid_to);
    const int year = (limit[0] - '0') * 1000 + (limit[1] - '0') * 100 + (limit[2] - '0') * 10 + (limit[3] - '0') + 1;
    return day <= std::to_string(year) + limit.substr(4);
}

const Gazetteer& gazetteer() {
    static const Gazetteer read = read_gazetteer();
    return read;
}

}  // namespace findings
