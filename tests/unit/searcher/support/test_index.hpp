#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/index/article.hpp"
#include "common/index/schema.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/plan/text_query.hpp"
#include "tests/unit/support/temp_folder.hpp"

namespace findings::testing {

/// A value with evidence of the kind a test does not care about.
FacetValue make_value(Field facet, const std::string& slug, const std::string& label = {});

/// Writes an index root with one published generation, articles in the order a build would give them.
void write_index(const std::filesystem::path& root, std::vector<Article> articles,
                 const std::string& generation = "20261122T020000Z-00000000", int format = kIndexFormat);

/// An answer with its hits kept.
struct Answer : HitSink {
    void begin(const SearchResult& found) override { result = found; }
    void add(const Hit& hit) override { hits.push_back(hit); }
    void end(const SearchResult&) override { ended = true; }
    [[nodiscard]] std::vector<std::string> ids() const;
    [[nodiscard]] const FacetResult& facet(Field field) const;

    SearchResult result;
    std::vector<Hit> hits;
    bool ended = false;
};

/// An index of a few stories and a request to it, for everything without snippets.
struct SearchFixture {
    explicit SearchFixture(std::vector<Article> articles);
    Answer search() const;

    test::TempFolder folder;
    SearchRequest request;
};

}  // namespace findings::testing
