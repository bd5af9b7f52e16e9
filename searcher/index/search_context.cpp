#include "searcher/index/search_context.hpp"

#include <utility>
#include <vector>

namespace findings {
namespace {

std::vector<Xapian::Database> databases_of(const OpenIndex& index) {
    std::vector<Xapian::Database> databases;
    for (const OpenGeneration& generation : index.generations) databases.push_back(generation.stories);
    return databases;
}

}  // namespace

SearchContext::SearchContext(OpenIndex opened)
    : index(std::move(opened)),
      labels(databases_of(index)),
      vocabulary(databases_of(index)),
      analyzer(index.analyzer),
      words(index.database) {}

}  // namespace findings
