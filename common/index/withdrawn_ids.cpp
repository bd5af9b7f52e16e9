#include "common/index/withdrawn_ids.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"

namespace findings {

bool is_withdrawn(const std::vector<std::string>& ids, const std::string& id) { return is_one_of(ids, id); }

bool is_withdrawn(const std::vector<std::string>& ids, const Article& article) {
    return is_withdrawn(ids, article.id) || std::any_of(article.copies.begin(), article.copies.end(),
                                                        [&](const Copy& copy) { return is_withdrawn(ids, copy.id); });
}

void drop_withdrawn_repeats(const std::vector<std::string>& ids, std::vector<Finding>& findings) {
    if (ids.empty()) return;
    for (Finding& finding : findings)
        std::erase_if(finding.repeats, [&](const RepeatedFinding& repeat) {
            const auto name = split_finding_id(repeat.id);
            return is_withdrawn(ids, name ? name->article : repeat.id);
        });
}

}  // namespace findings
