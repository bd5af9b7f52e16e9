#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/language/grade_words.hpp"

namespace findings {

/// Words [first, last) of a passage that are a phrase of a book.
struct BookMatch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::uint32_t value = 0;
};

/// Phrases by their first word, the longest first. Built once, read by many threads.
class PhraseBook {
  public:
    struct Entry {
        std::vector<std::string> words;
        std::uint32_t value = 0;
    };

    /// Adds a phrase, split as a text is.
    void add(std::string_view phrase, std::uint32_t value);
    /// The longest phrase that begins at word `i`.
    [[nodiscard]] std::optional<BookMatch> longest_at(const std::vector<GradeWord>& words, std::size_t i) const;
    /// Leftmost longest phrases, none inside another.
    [[nodiscard]] std::vector<BookMatch> find_all(const std::vector<GradeWord>& words) const;
    /// The phrases that begin with a word, longest first; nullptr for none.
    [[nodiscard]] const std::vector<Entry>* starting_with(const std::string& word) const;

  private:
    std::unordered_map<std::string, std::vector<Entry>> entries_;
};

/// Rows of a data table: tab-separated cells, '#' lines left out.
std::vector<std::vector<std::string_view>> read_grade_table(std::string_view table);
/// The parts of a cell between '|'.
std::vector<std::string_view> split_grade_cell(std::string_view cell);

}  // namespace findings
