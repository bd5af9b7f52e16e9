#include "searcher/index/withdrawn.hpp"

#include <algorithm>
#include <vector>

#include "common/index/terms.hpp"

namespace findings {

bool is_withdrawn(const OpenIndex& index, const std::string& id) {
    return std::find(index.withdrawn.begin(), index.withdrawn.end(), id) != index.withdrawn.end();
}

bool is_withdrawn(const OpenIndex& index, const Article& article) {
    return is_withdrawn(index, article.id) ||
           std::any_of(article.copies.begin(), article.copies.end(),
                       [&](const Copy& copy) { return is_withdrawn(index, copy.id); });
}

// Findings carry the term of their article's id, and of its copies', too.
Xapian::Query withdrawn_documents(const std::vector<std::string>& ids) {
    std::vector<Xapian::Query> terms;
    terms.reserve(ids.size());
    for (const std::string& id : ids) terms.emplace_back(exact_term(Field::id, id));
    return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

std::size_t count_withdrawn(const OpenIndex& index) {
    std::size_t count = 0;
    for (const OpenGeneration& generation : index.generations) count += generation.hidden;
    return count;
}

void hide_withdrawn_repeats(const OpenIndex& index, std::vector<Finding>& findings) {
    if (index.withdrawn.empty()) return;
    for (Finding& finding : findings)
        std::erase_if(finding.repeats, [&](const RepeatedFinding& repeat) {
            const auto name = split_finding_id(repeat.id);
            return is_withdrawn(index, name ? name->article : repeat.id);
        });
}

}  // namespace findings
