#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/model/search_result.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// A region or council of England on the tile map. Source: searcher/data/tiles.tsv.
struct Tile {
    bool is_region = false;  ///< a heading above its councils
    std::string slug;
    std::string label;  ///< a region's name, three letters for a council
    int column = 0;
    int row = 0;
};
const std::vector<Tile>& map_tiles();

/// A page with England's regions and councils as tiles, and the same numbers as tables beside them. A tile has the
/// number of its stories that have a value of the facet; it is coloured by the most frequent grade, or for another
/// facet the darker the more stories. Requires: `result.table` by authority and the facet, `result.charts.front()` by
/// region and the facet.
void write_map_page(std::ostream& out, const SearchResult& result, const PageOrigin& origin, const PageLinks& links);

}  // namespace findings
