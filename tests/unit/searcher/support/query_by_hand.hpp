#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/article.hpp"
#include "common/text/analyzer.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings::testing {

/// Decides whether a query finds an article, word by word from the definition in docs/query-language.md. Shares nothing
/// with build_query() but stems and the list of stop words. Knows words of ASCII letters with hyphens and possessives.
class QueryByHand {
  public:
    /// Whether words of the title are words of the article: of a finding they are not.
    enum class Title : std::uint8_t { counts, apart };

    /// The analyzer must outlive it.
    QueryByHand(const Article& article, Analyzer& analyzer, MatchMode match, Title title = Title::counts);

    [[nodiscard]] bool finds(const QueryNode& node) const;

  private:
    /// One position of a text: the word that stands there, and the joined form of the hyphenated word it begins.
    struct Place {
        std::size_t position = 0;
        std::vector<std::string> terms;
    };
    using Text = std::vector<Place>;

    static void read_line(const std::string& line, std::size_t& position, Text& text);
    [[nodiscard]] bool finds_text(const QueryNode& node, const Text& text) const;
    [[nodiscard]] bool finds_word(const std::string& word, const Text& text) const;
    [[nodiscard]] bool finds_wildcard(const std::string& beginning, const Text& text) const;
    [[nodiscard]] bool finds_phrase(const std::vector<std::string>& words, const Text& text) const;
    [[nodiscard]] bool finds_near(const QueryNode& node, const Text& text) const;
    [[nodiscard]] bool finds_field(const QueryNode& node) const;
    [[nodiscard]] bool finds_range(const QueryNode& node) const;
    [[nodiscard]] bool finds_row(const QueryNode& node) const;

    const Article& article_;
    Analyzer& analyzer_;
    MatchMode match_;
    Text title_;
    Text all_;
};

}  // namespace findings::testing
