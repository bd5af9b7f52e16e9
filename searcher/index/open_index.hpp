#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/facet_columns.hpp"
#include "common/text/analyzer.hpp"

namespace findings {

/// What one document of the database searched is.
enum class SearchedUnit : std::uint8_t { stories, findings };

/// One live generation, opened.
struct OpenGeneration {
    std::filesystem::path root;
    std::string name;
    std::string built_at;       ///< UTC, ISO
    Xapian::Database stories;   ///< records, labels, what the generation says of itself
    Xapian::Database database;  ///< what is searched: the stories, or their findings
    FacetColumns columns;       ///< of `database`
    std::size_t withdrawn = 0;  ///< stories it was published with and that nobody is shown any more
    std::size_t hidden = 0;     ///< those of them that it still holds
};

/// What is searched: one generation of each root, opened once and never reopened, so that an answer comes from
/// one state of the index however many builds are published meanwhile.
struct OpenIndex {
    std::vector<OpenGeneration> generations;  ///< in the order of the roots; never empty
    Xapian::Database database;                ///< what is searched of all of them, as one
    Xapian::Database stories;                 ///< the stories of all of them, as one
    SearchedUnit unit = SearchedUnit::stories;
    AnalyzerSettings analyzer;           ///< of the first generation
    std::vector<std::string> withdrawn;  ///< ids of articles that are shown to nobody, of all roots

    /// Name and time of the generation; joined by "+" for several roots.
    [[nodiscard]] std::string name() const;
    /// The oldest build time: the answer is no newer than that.
    [[nodiscard]] std::string built_at() const;
};

/// Opens the live generation of each root, or the one `named`, which every root must have kept. Roots that lead to the
/// same generation are searched once: the same folder under two names, or a copy of it. Throws: Error{unavailable} when
/// there is no index or generation, it cannot be read, or a program of another format made it.
OpenIndex open_index(const std::vector<std::filesystem::path>& roots, const std::string& named = {},
                     SearchedUnit unit = SearchedUnit::stories);

/// A Xapian failure while searching, as ours. Requires: called in a catch block's scope with its exception.
[[noreturn]] void throw_index_error(const Xapian::Error& error);

}  // namespace findings
