#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/plan/find_names.hpp"

namespace findings {

/// What a snippet marks: the words the query looks for, never those it excludes. Folded terms.
struct QueryMarks {
    std::set<std::string> exact;                    ///< words as they are
    std::set<std::string> stems;                    ///< words by their stem
    std::vector<std::string> prefixes;              ///< words that begin so
    std::vector<std::vector<std::string>> phrases;  ///< words in a row; marked only together
    [[nodiscard]] bool empty() const { return exact.empty() && stems.empty() && prefixes.empty() && phrases.empty(); }
};

/// One part of a query that may be run on its own, to tell which part is to blame for an empty answer.
struct QueryPart {
    std::string text;  ///< as print_query() writes it
    Xapian::Query query;
    bool excluded = false;  ///< NOT: `query` is what is taken away
};

/// One part of a query with the query by which it scores.
struct WeighedPart {
    std::string text;
    Xapian::Query query;
};

/// What ranks the stories found, besides their words. It never changes which are found.
struct Ranking {
    /// Neighbouring plain words as folded exact terms, stop words left out: what rank_adjacent() looks for.
    std::vector<std::pair<std::string, std::string>> adjacent;
    std::vector<QueriedName> names;  ///< providers and groups the query names
};

/// A query ready to run, and what must be said about it.
struct BuiltQuery {
    Xapian::Query query;
    QueryMarks marks;
    std::vector<std::string> notes;    ///< for the reader: stop words left out, wildcards cut
    std::vector<std::string> added;    ///< for --explain: what else a word or a row of words finds
    std::vector<std::string> ignored;  ///< the stop words left out, as typed
    std::vector<QueryPart> parts;      ///< of the outermost AND or row of words; one when there is no such
    std::vector<WeighedPart> weighed;  ///< what adds to the score, for --explain
    Ranking ranking;
    bool has_words = false;  ///< false: fields and ranges only, every weight is 0
};

}  // namespace findings
