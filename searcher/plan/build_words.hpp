#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.hpp"
#include "searcher/plan/abbreviations.hpp"
#include "searcher/plan/built_query.hpp"
#include "searcher/plan/position_source.hpp"

namespace findings {

/// Exact words that a wildcard, or a word under NEAR, may stand for. 200 posting lists take about a
/// millisecond.
inline constexpr std::size_t kMaxExpansion = 200;

/// Builds the queries of words, phrases, nearness and wildcards, and notes what a snippet should mark.
class WordQueryBuilder {
  public:
    /// The references must outlive the builder. `include_dropped`: also search boilerplate. `generations`: where
    /// findings are searched, list_finding_stories().
    WordQueryBuilder(const Xapian::Database& db, Analyzer& analyzer, bool include_dropped,
                     const std::vector<FindingStories>& generations, BuiltQuery& built)
        : db_(db), analyzer_(analyzer), include_dropped_(include_dropped), generations_(generations), built_(built) {}

    /// What a query part is searched in, and whether it is wanted or excluded.
    struct Scope {
        std::string_view prefix;  ///< "" for title and text, "S" for the title alone
        bool wanted = true;       ///< excluded words are not marked, and no wildcard of theirs is cut
    };

    /// A word by its stem; a hyphenated one joined or split; a word of several words (and/or) as a phrase.
    Xapian::Query build_word(const std::string& text, const Scope& scope);
    /// Exact words in a row; hyphens make no difference.
    Xapian::Query build_phrase(const std::vector<std::string>& words, const Scope& scope);
    /// Forms of the words within `distance` positions, in any order; a word may end with a star.
    Xapian::Query build_near(const std::vector<std::string>& words, std::size_t distance, const Scope& scope);
    /// Words that begin with `text`.
    Xapian::Query build_wildcard(const std::string& text, const Scope& scope);

    /// The halves of a hyphenated or compound word, each a query of its own; nothing for a plain word.
    std::vector<Xapian::Query> build_halves(const std::string& text);

    /// Words that spell an abbreviation's long form, each a query of its own: all of them (or with `any` one of them),
    /// or the abbreviation or another long form. `typed`: the words, for the reader.
    Xapian::Query build_long_form(const std::vector<Xapian::Query>& words, bool any, const AbbreviationGroup& group,
                                  const std::string& typed, const Scope& scope);

    /// The folded parts of the words of a text; several for a hyphenated one.
    std::vector<std::string> fold_parts(const std::string& text);
    /// The folded words of a text when none of them is hyphenated, else nothing.
    std::vector<std::string> fold_plain(const std::string& text);
    /// Whether the text is one stop word.
    bool is_stop_word(const std::string& text);

  private:
    /// One word as the analyzer sees it; `joined` is empty unless it was hyphenated, or an abbreviation with points.
    struct Group {
        std::vector<std::string> parts;
        std::string joined;
        bool dotted = false;  ///< "J.K": `joined` is the word, its letters the parts
    };

    std::vector<Group> analyze(const std::string& text);
    static std::vector<std::string> letters_of(std::string_view text);
    Xapian::Query match_nothing(const std::string& text);
    [[nodiscard]] Xapian::Query row(const Alternatives& places, const Scope& scope) const;
    Xapian::Query split_rows(const std::vector<std::string>& row, const Scope& scope);
    Xapian::Query with_dropped(Xapian::Query query, const std::vector<Group>& groups, bool exact, const Scope& scope);
    std::vector<std::string> forms(const std::string& term, const Scope& scope);
    std::vector<std::string> beginnings(const std::string& term, const Scope& scope, const std::string& typed);
    Alternatives places_of(const std::vector<std::string>& row, bool last_in_all_forms, const Scope& scope);
    void add_group(const AbbreviationGroup& group, const std::string& typed, const Scope& scope,
                   std::vector<Xapian::Query>& spellings);
    void note(const std::string& text);

    const Xapian::Database& db_;
    Analyzer& analyzer_;
    bool include_dropped_;
    const std::vector<FindingStories>& generations_;
    BuiltQuery& built_;
};

}  // namespace findings
