#pragma once

#include <vector>

#include "searcher/model/search_result.hpp"

namespace findings {

/// An answer kept whole, for what is made of all of it at once. For answers with few hits.
class KeptAnswer : public HitSink {
  public:
    void begin(const SearchResult& found) override { result = found; }
    void add(const Hit& hit) override { hits.push_back(hit); }
    void end(const SearchResult&) override {}

    SearchResult result;
    std::vector<Hit> hits;
};

}  // namespace findings
