#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/date.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// The values chosen (or excluded) for one field; OR-ed. "none" stands for "no value".
struct FieldFilter {
    Field field;
    std::vector<std::string> values;  ///< as typed; resolved to slugs by resolve_filters()
    bool exclude = false;
};

/// `random`: as --sample and --seed draw.
enum class SortOrder : std::uint8_t { relevance, newest, oldest, grade, provider, random };
/// What is counted. An inspection is one provider, framework and last day of visit.
enum class CountUnit : std::uint8_t { stories, inspections, providers, findings };

/// Which day --since, --until, the year and the sorts by date go by, the other one where it is missing. Usual: that of
/// publication, for records that of the visit.
enum class DateBasis : std::uint8_t { usual, inspected, published };

/// Whether a search looks at rows of registers.
enum class RecordScope : std::uint8_t {
    hidden,  ///< they are in no hit and no count, that of facet `kind` apart
    only,    ///< nothing else is asked for
    all,
};

/// `--rate FIELD:VALUE|VALUE`: how many of the bodies whose value is known have one of these.
struct RateRequest {
    Field field;
    std::vector<std::string> values;  ///< as typed
};

enum class MatchMode : std::uint8_t { all, any };
enum class OutputFormat : std::uint8_t { text, json, jsonl, csv, html, trec, paths0 };

/// What `--beside` compares a provider with.
enum class BesideScope : std::uint8_t { region, nation, neighbours };

/// The kind whose findings are searched only when asked for.
inline constexpr std::string_view kNewsKind = "news";

/// `--limit all`.
inline constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);

/// Everything asked of one search, as plain data. Made by parse_search_options without I/O.
struct SearchRequest {
    std::vector<std::filesystem::path> indexes;
    std::string generation;            ///< `--generation`: a kept one instead of the live one; empty when not asked
    bool findings = false;             ///< `--findings`: what is found and counted are findings, not stories
    bool include_news = false;         ///< findings of news stories too; a filter for the kind news implies it
    std::string similar_to;            ///< `--similar`: id of the story whose words are searched; empty when not asked
    std::string text;                  ///< QUERY arguments joined by a space; empty browses
    bool plain = false;                ///< text is words only
    std::vector<std::string> notes;    ///< on the command line itself, for the reader
    std::vector<std::string> phrases;  ///< arguments of several words that may have been meant as phrases
    MatchMode match = MatchMode::all;
    bool fall_back_to_any = true;  ///< text and HTML output: when `all` finds nothing, try `any` and say so
    std::vector<FieldFilter> filters;
    bool all_themes = false;
    std::string worst;  ///< `--worst`: that grade or worse within its scale; empty when not asked
    bool latest = false;
    std::optional<PartialDate> at;                ///< `--at`: the day as of which `latest` looks; nullopt: today
    std::vector<std::string> withdrawn;           ///< ids that nobody is shown; set by run_search from the index
    std::optional<std::vector<std::string>> ids;  ///< `--ids`: only these stories; nullopt when not asked
    std::optional<PartialDate> since;
    std::optional<PartialDate> until;
    std::optional<SortOrder> sort;  ///< default: relevance with words, newest without
    std::size_t limit = 10;
    std::size_t offset = 0;
    std::uint64_t seed = 0;     ///< of SortOrder::random
    std::vector<Field> facets;  ///< facets to count, in print order
    std::size_t facet_limit = 10;
    /// `--table`: facets of the rows and of the columns.
    std::optional<std::pair<Field, Field>> table;
    bool split_lines = true;               ///< a table of grades is one for each line of frameworks
    CountUnit count = CountUnit::stories;  ///< `--count`: the unit of facet counts and tables
    bool share = false;                    ///< `--share`: each cell of a table as a share of its row, too
    std::optional<RateRequest> rate;       ///< `--rate`
    DateBasis by = DateBasis::usual;       ///< `--by`
    std::optional<PartialDate> not_since;  ///< `--not-since`: bodies without a full inspection from that day on
    /// Tables drawn as charts, besides `table`.
    std::vector<std::pair<Field, Field>> charts;
    std::vector<BesideScope> beside;  ///< `--beside`, in the order given
    bool count_providers = false;
    bool include_dropped = false;
    bool include_inferred = false;
    bool include_records = false;  ///< rows of registers too
    bool snippets = true;
    std::size_t snippet_bytes = 240;  ///< about two sentences
    bool evidence = false;            ///< hits carry the quotes that prove their values
    bool suggest_filters = false;     ///< note the filter that words of `text` are the label of; for people and pages
    bool explain = false;
    /// Options as given, filters left out: what an answer repeats of its question. A switch has the value "".
    std::vector<std::pair<std::string, std::string>> given;
    bool blame = false;  ///< an answer without hits says which word or filter is to blame, --explain or not
};

}  // namespace findings
