#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/text/wrapped_lines.hpp"

namespace findings {

/// Cuts plain text into blocks: paragraphs stand between blank lines; inside one, lines that a program
/// wrapped are joined again, and lines that stand alone (items, table rows, labels, headings) stay blocks of
/// their own. Shape: rows with tabs, `|` or wide gaps become table_row, bulleted lines list_item, the rest
/// paragraph. Requires: tidied UTF-8.
std::vector<Block> split_text(std::string_view text);

/// The same for the lines of one paragraph that is known to hold no blank line.
void split_paragraph(std::string_view lines, const WordEvidence& evidence, std::vector<Block>& blocks);

/// Lines of one cell or heading put together, hyphens at their ends included.
std::string join_lines(std::string_view text);

/// The text without what other programs left in it: character references, footnote marks in square brackets, letters
/// set apart or printed twice.
/// Requires: tidied UTF-8.
std::string plain_text(std::string_view text);

/// Runs of white space become one space; none at either end.
std::string fold_spaces(std::string_view text);

/// The text without a leading bullet ("• ", "- ", "* ", a private-use glyph …); empty when it has none.
std::string_view strip_bullet(std::string_view line);

/// True when the text holds a letter or digit (any byte beyond ASCII counts as one).
bool has_words(std::string_view text);

}  // namespace findings
