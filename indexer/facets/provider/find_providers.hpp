#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// The bodies that the article is about: the council or body of a report's title and first page; in news the
/// body that the title and the lead tell a finding about, several in a round-up. An article that only
/// mentions an inspectorate, its publisher, a union or a neighbour has none. `day`: ISO day of the visit or
/// of publication, or empty; councils that did not exist then are not found.
/// `others`, where given, takes bodies of a story that promises several: those are inspected that a sentence gives a
/// grade.
std::vector<FoundProvider> find_providers(const Reading& reading, std::string_view kind, std::string_view day,
                                          std::vector<FoundProvider>* others = nullptr);

/// Whether a text reports an inspection of a body that it names, whatever kind of file it is: then it is a story.
bool reports_an_inspection(const Reading& reading);

}  // namespace findings
