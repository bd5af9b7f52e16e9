#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "searcher/model/search_result.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// What a provider's page needs.
struct ProviderPage {
    std::string slug;
    std::string label;
    SearchResult result;               ///< of all its stories
    std::vector<Hit> hits;             ///< oldest first
    std::vector<GradesBeside> beside;  ///< may be empty
    PageOrigin origin;
};

/// A provider: what it is, its grades as a drawing and as a table, its latest findings and those repeated, its grade
/// beside those of its region and nation, its stories.
void write_provider_page(std::ostream& out, const ProviderPage& page, const PageLinks& links);

}  // namespace findings
