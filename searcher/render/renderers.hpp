#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "common/index/public_article.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

class PageLinks;

/// How an answer is put on the page. Decided by main; renderers ask neither clock nor terminal.
struct RenderStyle {
    bool color = false;
    bool quiet = false;                ///< text: hits and counts only, no notes
    bool bars = true;                  ///< text: facet counts with bars, a row a value
    std::size_t width = 80;            ///< columns
    bool timeline = false;             ///< html: draw the history above the stories
    std::string command;               ///< html: the command that gives this page again
    const PageLinks* links = nullptr;  ///< html: of the reading room; none: a page that stands alone
    std::size_t page_size = 10;        ///< html with links: stories a page
    std::function<std::string(const SearchResult&)>
        citation;                                             ///< html, json, jsonl, csv: the line to cite; may be none
    std::vector<std::string> columns;                         ///< csv: in this order; empty: all
    std::string query_id = "0";                               ///< trec: first column
    std::function<double()> elapsed_ms = [] { return 0.0; };  ///< since main was entered
};

/// People's format: hits, then facet counts, in columns with bars or in running text.
std::unique_ptr<HitSink> make_text_renderer(std::ostream& out, RenderStyle style);
/// A provider's history: a line for each story, with the steps of its grade.
std::unique_ptr<HitSink> make_timeline_renderer(std::ostream& out, RenderStyle style);
/// One JSON object, written as the hits arrive.
std::unique_ptr<HitSink> make_json_renderer(std::ostream& out, RenderStyle style);
/// One JSON object a line, hits only.
std::unique_ptr<HitSink> make_jsonl_renderer(std::ostream& out, RenderStyle style);
/// RFC 4180 with a header line; `style.columns` in that order, all when empty. Cells that a spreadsheet would run as a
/// formula get an apostrophe in front. Requires: names of csv_columns().
std::unique_ptr<HitSink> make_csv_renderer(std::ostream& out, RenderStyle style);
/// The names of the columns CSV can have, and of those that only findings have.
std::vector<std::string> csv_columns();
std::vector<std::string> csv_finding_columns();
/// `qid Q0 docno rank score tag`; copies follow their story. Of findings their own ids.
std::unique_ptr<HitSink> make_trec_renderer(std::ostream& out, RenderStyle style);
/// Source paths, each ended by a zero byte, for xargs -0; of findings each file once.
std::unique_ptr<HitSink> make_paths0_renderer(std::ostream& out);

/// One page that stands alone: no script, no address but the stories' own.
std::unique_ptr<HitSink> make_html_renderer(std::ostream& out, RenderStyle style);

/// The renderer of a format. `out` must outlive it.
std::unique_ptr<HitSink> make_renderer(OutputFormat format, std::ostream& out, const RenderStyle& style);

/// The counts of --table with the row totals beside them, in columns.
void write_table_text(std::ostream& out, const TableResult& table, const RenderStyle& style);
/// The same of all lines of frameworks as one CSV. Requires: result.table.
void write_tables_csv(std::ostream& out, const SearchResult& result);

/// "stories", "inspections" or "providers".
std::string_view name_unit(CountUnit unit);
/// A share as a fraction with four digits; "" of nothing.
std::string share_of(std::size_t part, std::size_t whole);

/// The rows of --rate with their denominators.
void write_rate_text(std::ostream& out, const RateResult& rate);
void write_rates_csv(std::ostream& out, const std::vector<RateResult>& rates);
/// What --beside compares: every grade that occurs in any of the places, and how often one does in one of them.
std::vector<FacetCount> list_grades_beside(const std::vector<GradesBeside>& beside);
std::size_t count_grade_beside(const GradesBeside& beside, const std::string& grade);
/// The same as text; nothing when nothing is compared.
void write_beside_text(std::ostream& out, const std::vector<GradesBeside>& beside);
/// The same as CSV, a row for each place and grade.
void write_beside_csv(std::ostream& out, const std::vector<GradesBeside>& beside);
/// One cell of a CSV line: quoted where needed, guarded against formulas, without control characters.
std::string make_csv_cell(const std::string& raw);

/// Names as in the options and in JSON.
std::string_view sort_name(SortOrder sort);
std::string_view match_name(MatchMode match);

}  // namespace findings
