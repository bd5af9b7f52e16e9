#include "indexer/generation/mark_records.hpp"

#include "common/index/schema.hpp"
#include "common/index/terms.hpp"

namespace findings {

std::vector<bool> mark_records(const Xapian::Database& database) {
    std::vector<bool> records(database.get_lastdocid() + 1);
    const std::string term = facet_term(Field::kind, kRecordKind);
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) records[*at] = true;
    return records;
}

}  // namespace findings
