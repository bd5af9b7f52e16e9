#include "searcher/plan/record_scope.hpp"

#include <algorithm>

#include "common/index/schema.hpp"

namespace findings {

RecordScope find_record_scope(const SearchRequest& request, const std::vector<ResolvedFilter>& filters) {
    for (const ResolvedFilter& filter : filters) {
        if (filter.field != Field::kind || filter.exclude) continue;
        const auto named = std::find(filter.slugs.begin(), filter.slugs.end(), kRecordKind);
        if (named != filter.slugs.end()) return filter.slugs.size() == 1 ? RecordScope::only : RecordScope::all;
    }
    return request.include_records ? RecordScope::all : RecordScope::hidden;
}

bool asks_for_records(const QueryNode& node) {
    if (node.kind == QueryNode::Kind::field && node.field == Field::kind && node.text == kRecordKind) return true;
    return std::any_of(node.children.begin(), node.children.end(), asks_for_records);
}

}  // namespace findings
