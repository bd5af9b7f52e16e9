#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// A paragraph longer than this is no heading, however bold.
inline constexpr std::size_t kLongestOfficeHeading = 160;

/// Blocks of a document in the making: every text is tidied, empty ones are left out.
class BlockList {
  public:
    /// A paragraph as its program shows it. A tab between two short texts makes a table row of it, a line break two
    /// blocks where the second does not go on with the sentence.
    void add_text(BlockRole role, std::string_view text, int page = 0);

    /// A table's row from the blocks of its cells. Empty cells are left out; a row of one cell, and a row whose cells
    /// hold so much that the table is there for the layout, become their blocks.
    void add_row(std::vector<std::vector<Block>> cells);

    void append(std::vector<Block> blocks);

    [[nodiscard]] std::vector<Block> take() { return std::move(blocks_); }
    [[nodiscard]] bool empty() const { return blocks_.empty(); }

  private:
    void add_line(BlockRole role, std::string_view line, int page);

    std::vector<Block> blocks_;
};

/// Whether a paragraph set in bold throughout reads as a heading.
bool reads_as_heading(std::string_view text);

/// Adds a name and value to the metadata, unless the value is empty.
void add_metadata(RawArticle& article, std::string_view name, std::string_view value);

}  // namespace findings
