#pragma once

#include <map>
#include <memory>
#include <ostream>
#include <string>

#include "searcher/model/search_result.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// By id of the article, when a story was first published.
using FirstSeen = std::map<std::string, std::string>;

/// An answer as an Atom feed (RFC 4287): an entry a story. An entry's id is made of the article's id alone, so that a
/// reader tells each story once, whatever is built and rolled back meanwhile.
std::unique_ptr<HitSink> make_atom_renderer(std::ostream& out, const PageLinks& links, FirstSeen first_seen);

}  // namespace findings
