#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace findings {

/// Name and value in page order; names as RawArticle::metadata documents them.
using Metadata = std::vector<std::pair<std::string, std::string>>;

/// What the page says about itself.
struct HtmlMetadata {
    Metadata pairs;
    std::string page_title;  ///< of the <title> element
};

/// Collects <title>, <meta>, <link rel=canonical> and JSON-LD. A JSON-LD block with faults is mended; of one that stays
/// broken the plain keys (dates, headline) are taken.
HtmlMetadata collect_html_metadata(const HtmlTree& tree);

/// The value of the first pair with that name, or "".
std::string find_metadata(const Metadata& pairs, std::string_view name);

}  // namespace findings
