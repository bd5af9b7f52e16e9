#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "searcher/page/page_links.hpp"

namespace findings {

/// The beginning of a page, up to and with the opening of <main>. With `links`: the reading room's header, its style
/// sheet by address, and a link that skips to the element `main`. Without: one file that stands alone.
/// `title` is text, not markup; the page's heading is the caller's.
void begin_page(std::ostream& out, const std::string& title, const PageLinks* links);

/// Where an answer is from, for the end of a page.
struct PageOrigin {
    std::string generation;
    std::string built_at;
    std::string citation;  ///< one line that a paper can carry; empty: none
};

/// The end of a page: where it is from, its licences, where a mistake is reported.
void end_page(std::ostream& out, const PageOrigin& origin, const PageLinks* links);

/// The line that leads to the same answer in other formats: "This table as CSV JSON". `feed`: as an Atom feed too.
void write_formats(std::ostream& out, std::string_view what, bool feed, const PageLinks& links);

}  // namespace findings
