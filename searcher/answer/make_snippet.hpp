#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/index/article.hpp"
#include "common/text/analyzer.hpp"
#include "searcher/answer/chosen_passages.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/plan/built_query.hpp"

namespace findings {

/// Length of a snippet: about two sentences. Units: bytes.
inline constexpr std::size_t kSnippetBytes = 240;

/// The stretch of a text that shows best why it was found.
struct Snippet {
    std::vector<SnippetPiece> pieces;  ///< "…" where it begins or ends inside a sentence
    std::size_t begin = 0;             ///< byte of the text where it begins
    bool has_marks = false;            ///< false: the beginning of the text, for want of anything better
};

/// The stretch with the most different marks, moved to sentence boundaries where they are near; where passages are
/// `chosen` by the filters, that of them with the most. A sentence that every report has only when there is no other.
/// White space is collapsed, control characters are removed. Requires: valid UTF-8.
Snippet make_snippet(std::string_view text, const QueryMarks& marks, Analyzer& analyzer,
                     std::size_t max_bytes = kSnippetBytes, const std::vector<TextRange>& chosen = {});

/// The whole text, its marks marked.
std::vector<SnippetPiece> mark_text(std::string_view text, const QueryMarks& marks, Analyzer& analyzer);

/// For an answer without words: the sentence about a theme, strength, weakness, action or grade that the filters ask
/// for; else, of a report, what proves the grade or the first finding, when that is a sentence, for it begins with its
/// letterhead, which tells nothing. Other stories begin with what matters.
Snippet make_browse_snippet(const Article& article, const std::vector<ResolvedFilter>& filters = {},
                            std::size_t max_bytes = kSnippetBytes);

/// The page on which a byte of the text stands, 0 when there are no pages. Requires: `pages` sorted by
/// `begin`.
int find_page(const std::vector<PageStart>& pages, std::size_t byte);

}  // namespace findings
