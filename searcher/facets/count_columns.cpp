#include "searcher/facets/count_columns.hpp"

#include <cstdint>
#include <vector>

namespace findings {

void count_column(const DocumentSet& documents, const FacetColumns& columns, FacetTally& tally) {
    const FacetColumn& column = columns.column(facet_index(tally.facet));
    if (column.lists.empty()) {
        tally.none += documents.count();
        return;
    }
    // By list first: one step a document, whatever its values; there are far fewer lists than documents.
    std::vector<std::uint32_t> counts(column.list_count());
    const auto count = [&](auto list_of) {
        documents.each([&](Xapian::docid id) {
            const std::uint32_t list = list_of(id - 1);
            if (list >= counts.size()) throw_damaged_columns();
            ++counts[list];
        });
    };
    if (column.runs.empty())
        column.lists.visit([&](auto lists) { count([&](std::size_t document) { return lists[document]; }); });
    else
        count([cursor = RunCursor(column)](std::size_t document) mutable { return cursor.list_of(document); });
    tally.none += counts[0];
    for (std::size_t list = 1; list < counts.size(); ++list) {
        if (counts[list] == 0) continue;
        tally.known += counts[list];
        for (const ValueId id : column.list(list)) tally.counts.add(id, counts[list]);
    }
}

}  // namespace findings
