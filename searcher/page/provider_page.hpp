#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "searcher/model/search_result.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// How often each grade was the latest one, of the bodies of one kind in one place.
struct GradesBeside {
    std::string place;    ///< "South East", "England"
    FacetResult grades;   ///< of the latest inspection of each body
    std::string address;  ///< of those stories
};

/// What a provider's page needs.
struct ProviderPage {
    std::string slug;
    std::string label;
    SearchResult result;               ///< of all its stories
    std::vector<Hit> hits;             ///< oldest first
    std::vector<GradesBeside> beside;  ///< may be empty
    std::string kind;                  ///< what is compared: "Council services"
    PageOrigin origin;
};

/// A provider: what it is, its grades as a drawing and as a table, its latest findings and those repeated, its grade
/// beside those of its region and nation, its stories.
void write_provider_page(std::ostream& out, const ProviderPage& page, const PageLinks& links);

}  // namespace findings
