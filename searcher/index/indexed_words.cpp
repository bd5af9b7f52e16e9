#include "searcher/index/indexed_words.hpp"

namespace findings {

const std::vector<std::string>& IndexedWords::beginning_with(const std::string& start) {
    const auto [place, fresh] = terms_.try_emplace(start);
    if (fresh) place->second.assign(database_.allterms_begin(start), database_.allterms_end(start));
    return place->second;
}

}  // namespace findings
