#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/article.hpp"
#include "searcher/model/search_request.hpp"

namespace findings {

/// A piece of a snippet; marked pieces are words the query matched. Plain text, control characters removed.
struct SnippetPiece {
    std::string text;
    bool marked = false;
};

/// The article of a finding that is repeated; all empty when the index has it no more.
struct RepeatedArticle {
    std::string title;
    std::string day;  ///< ISO
};

/// A finding, read from its article.
struct FoundFinding {
    std::string id;
    std::string text;
    Finding finding;
    std::vector<RepeatedArticle> repeated_articles;  ///< those of its repeats, in their order
};

/// One story found, or one finding.
struct Hit {
    std::size_t rank = 0;  ///< 1-based over the whole result, offset included
    double score = 0;      ///< 0 when the order is not by relevance
    /// Head only, unless the request needs more. Of a finding: with the finding's own values.
    Article article;
    std::optional<FoundFinding> finding;  ///< set where findings are searched
    std::vector<SnippetPiece> snippet;
    int page = 0;  ///< page of the snippet, 0 where there are none

    /// Of the finding where findings are searched, else of the article.
    [[nodiscard]] const std::string& id() const { return finding ? finding->id : article.id; }
};

/// One value of one facet with its exact count.
struct FacetCount {
    std::string slug;
    std::string label;
    std::size_t count = 0;
    bool selected = false;
};

/// The counts of one facet, selected values first where the limit cuts them.
struct FacetResult {
    Field facet = Field::grade;
    std::vector<FacetCount> values;  ///< at most facet_limit, selected ones always
    std::size_t none = 0;            ///< stories without a value
    std::size_t total_values = 0;    ///< distinct values with a count
    std::size_t known = 0;           ///< stories with a value; of known + none, the stories counted: the coverage
};

/// The counts of --table. Rows and columns carry their totals and end with the row or column of stories without a
/// value (slug "none") when there are any.
struct TableResult {
    std::string line;  ///< label of the line of frameworks that it is of; empty where there is one alone
    CountUnit unit = CountUnit::stories;
    bool share = false;
    Field row_facet = Field::grade;
    Field column_facet = Field::region;
    std::vector<FacetCount> rows;
    std::vector<FacetCount> columns;
    std::vector<std::vector<std::size_t>> cells;  ///< [row][column]: stories with both
};

/// One row of --rate: `count` of `known` bodies, `unknown` besides.
struct RateRow {
    std::string slug;
    std::string label;
    std::size_t count = 0;
    std::size_t known = 0;
    std::size_t unknown = 0;
};

/// The answer of --rate for one line of frameworks.
struct RateResult {
    std::string line;  ///< label; empty where there is one alone
    std::string what;  ///< "grade: Inadequate or Requires improvement"
    std::string row_label;
    CountUnit unit = CountUnit::providers;
    std::vector<RateRow> rows;
    RateRow all;
};

/// Below so many bodies a rate says little, and is marked.
inline constexpr std::size_t kFewBodies = 10;

/// How often each grade is the newest one, of one provider or of the bodies of its type in one place.
struct GradesBeside {
    std::string place;                 ///< "South East", "England", "Statistical neighbours", or the provider's name
    std::string kind;                  ///< label of the type
    std::vector<FieldFilter> filters;  ///< which stories are counted, with --latest
    FacetResult grades;                ///< those that occur
    bool neighbours = false;           ///< of the bodies that neighbours.csv names
    std::size_t later_grades = 0;      ///< stories counted of whose provider a register has a later grade
};

/// A filter with its values as slugs.
struct ResolvedFilter {
    Field field;
    std::vector<std::string> slugs;  ///< "none" for "no value"
    bool exclude = false;
};

/// The answer but for its hits, as plain data; the hits follow one by one (HitSink), so that 150,000 of them
/// never stand in memory together. Renderers read nothing else.
struct SearchResult {
    std::string generation;
    std::string built_at;  ///< UTC, ISO
    std::string query_text;
    MatchMode match = MatchMode::all;  ///< what was used in the end
    SortOrder sort = SortOrder::relevance;
    std::vector<ResolvedFilter> filters;
    std::vector<std::pair<std::string, std::string>> given;  ///< SearchRequest::given
    std::size_t offset = 0;
    std::size_t shown = 0;         ///< hits that follow
    bool findings = false;         ///< hits are findings, and so is what is counted
    std::size_t total = 0;         ///< stories, or findings; exact
    std::size_t stories = 0;       ///< distinct stories among the findings; exact when count_providers was asked
    std::size_t providers = 0;     ///< distinct providers among them; exact when count_providers was asked
    std::size_t later_grades = 0;  ///< `--latest`: stories found of whose provider a register has a later grade
    std::size_t undated_left_out = 0;
    std::size_t stories_in_index = 0;
    std::vector<FacetResult> facets;
    std::optional<TableResult> table;
    std::vector<FacetCount> columns_of_lines;  ///< columns of `table` and further_tables together, in print order
    std::vector<TableResult> further_tables;   ///< of the other lines of frameworks: grades of two are never one number
    std::vector<RateResult> rates;
    CountUnit unit = CountUnit::stories;   ///< of facet counts
    std::vector<TableResult> charts;       ///< as asked for in SearchRequest::charts
    std::vector<GradesBeside> beside;      ///< as asked for in SearchRequest::beside; the provider first
    std::string suggestion;                ///< did-you-mean with hits, or empty
    std::vector<std::string> notes;        ///< e.g. "no story has all the words: showing stories with any"
    std::vector<std::string> blame;        ///< without hits: what there would be without each word or filter
    std::vector<std::string> explanation;  ///< lines of --explain
    bool scored = false;                   ///< the order is by relevance: scores mean something
};

/// Receives an answer: begin() once, add() for each hit in order, end() once.
class HitSink {
  public:
    virtual ~HitSink() = default;

    virtual void begin(const SearchResult& result) = 0;
    virtual void add(const Hit& hit) = 0;
    virtual void end(const SearchResult& result) = 0;
};

}  // namespace findings
