#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/raw_article.hpp"

namespace findings {

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

/// Bytes that are no blanks.
std::size_t count_inked(std::string_view text);

/// Whether a paragraph reads as a heading: short, no sentence, and in bold throughout. `bold`: its bytes in bold,
/// blanks not counted.
bool is_bold_heading(std::string_view text, std::size_t bold);

/// Adds a name and value to the metadata, unless the value is empty.
void add_metadata(RawArticle& article, std::string_view name, std::string_view value);

/// Adds what the document holds and its reader does not read to the warnings.
void warn_of_unread(RawArticle& article, std::size_t objects, std::size_t comments);

/// Why a document with pictures and no text is not read.
Rejection reject_pictures(std::size_t pictures);

}  // namespace findings
