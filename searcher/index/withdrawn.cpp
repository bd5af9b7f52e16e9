#include "searcher/index/withdrawn.hpp"

#include <vector>

#include "common/index/terms.hpp"
#include "common/index/withdrawn_ids.hpp"

namespace findings {

bool is_withdrawn(const OpenIndex& index, const std::string& id) { return is_withdrawn(index.withdrawn, id); }

bool is_withdrawn(const OpenIndex& index, const Article& article) { return is_withdrawn(index.withdrawn, article); }

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
    drop_withdrawn_repeats(index.withdrawn, findings);
}

}  // namespace findings
