#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/schema.hpp"
#include "common/text/analyzer.hpp"

namespace findings::testing {

/// What a test says about one article.
struct SmallArticle {
    std::string id;
    std::string title;
    std::string text;
    std::vector<std::pair<Field, std::string>> values = {};  ///< facet slugs; YYYYMMDD for the dates
    std::string dropped = {};
};

/// An index in memory, with terms as the indexer writes them.
class SmallIndex {
  public:
    SmallIndex(std::initializer_list<SmallArticle> articles);

    [[nodiscard]] const Xapian::Database& db() const { return db_; }
    Analyzer& analyzer() { return analyzer_; }
    /// Ids of the articles a query finds, sorted, separated by spaces.
    [[nodiscard]] std::string find(const Xapian::Query& query) const;

  private:
    void add(const SmallArticle& article);

    Xapian::WritableDatabase db_;
    Analyzer analyzer_;
};

}  // namespace findings::testing
