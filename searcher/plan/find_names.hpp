#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_tree.hpp"

namespace findings {

/// A provider or a group that the query names.
struct QueriedName {
    std::string text;  ///< as typed
    std::string term;  ///< its boolean term
    double weight = 0;

    bool operator==(const QueriedName& other) const = default;
};

/// What a story of a provider scores that the query names for certain, and a story of a group: more than words can
/// (one seldom scores above 10), so they come before all others. Not a matter of measuring.
inline constexpr double kProviderWeight = 1000;
inline constexpr double kGroupWeight = 500;
/// What one word of a longer query scores that happens to be a provider's whole name. Less than a word of middling
/// rarity: in "reading lessons" the lessons decide.
inline constexpr double kOneWordWeight = 2;

/// The providers and groups named in a query: words side by side whose slug the index knows, the longest name first.
/// A name of several words, one followed by "Council" ("Hull City Council"), or one that is the whole query is
/// certain; one word among others may be an everyday word.
/// A look into the sorted terms for each word and for each further word of a name: no scan. Throws: Xapian::Error.
std::vector<QueriedName> find_names(const QueryTree& tree, const Xapian::Database& database);

/// Scores the stories of the bodies named and nothing else; empty when there are none.
Xapian::Query build_name_query(const std::vector<QueriedName>& names);

}  // namespace findings
