#pragma once

#include <cstddef>
#include <string>

#include <xapian.h>

#include "searcher/facets/latest_awards.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// Notes what `--latest` leaves out or could mislead about, a line each: providers whose newest full inspection gave no
/// overall grade though an older one did, as many as the words and the filters other than those on grades find;
/// inspections found that a register has a later grade of; bodies of registers without any inspection that the filters
/// other than those on grades and days find. `result`: with its filters; its notes and later_grades are set.
/// Throws: as match_stories().
void note_latest(const SearchRequest& request, const LatestInspections& latest, const Xapian::Query& text,
                 const OpenIndex& index, SearchResult& result);

/// "a register has a later grade of the same provider", with how many stories or findings, and how to ask for it.
std::string describe_later_grades(std::size_t count, bool findings);

}  // namespace findings
