#pragma once

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

#include "common/index/facet_pack.hpp"
#include "common/index/schema.hpp"
#include "searcher/model/search_request.hpp"

namespace findings {

class UnitIndex;

/// What --rate asks for, with values as ids.
struct RateSpec {
    Field field = Field::grade;
    std::vector<ValueId> ids;
    std::optional<Field> row;  ///< rows of the answer; none: one for all
};

/// In which unit is counted, and what besides facets and tables.
struct CountSpec {
    CountUnit unit = CountUnit::stories;
    bool of_findings = false;          ///< documents are findings, several of a story
    const UnitIndex* units = nullptr;  ///< needed for inspections
    std::optional<RateSpec> rate;
    bool split_lines = false;  ///< the first table and the rate are counted for each line of frameworks

    /// Whether each document counts once.
    [[nodiscard]] bool counts_documents() const {
        return unit == CountUnit::findings || (unit == CountUnit::stories && !of_findings);
    }
    /// Whether it must be known which story a document is of.
    [[nodiscard]] bool needs_key() const { return units != nullptr || (unit == CountUnit::stories && of_findings); }
    /// Whether columns, which know stories alone, do not tell.
    [[nodiscard]] bool counts_rules() const { return !counts_documents() || rate.has_value(); }
};

/// Tells what is counted for the first time in a cell.
class DistinctUnits {
  public:
    /// `place` numbers the cell's table, `row` and `column` the cell.
    bool add(std::uint64_t place, ValueId row, ValueId column, std::uint64_t unit) {
        std::uint64_t hash = unit + 0x9e3779b97f4a7c15ULL * (place + 1);
        for (const std::uint64_t part : {row, column}) {
            hash = (hash ^ (hash >> 30U) ^ part) * 0xbf58476d1ce4e5b9ULL;
            hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
        }
        return seen_.insert(hash ^ (hash >> 31U)).second;
    }

  private:
    std::unordered_set<std::uint64_t> seen_;
};

}  // namespace findings
