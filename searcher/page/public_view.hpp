#pragma once

#include <string>

#include "common/index/article.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// Whether strangers may read an article's whole text: reports, letters and what inspectorates publish. News belong to
/// their publishers; what is of no known kind may be news.
bool is_text_public(const Article& article);

/// Whether an article is about a children's home: where it is, is not for strangers.
bool is_childrens_home(const Article& article);

/// Postcodes, and streets with a number, in what a children's home's article says become stars, byte for byte: its
/// address is no secret to its neighbours, but a list of addresses of homes is a danger to the children. Other articles
/// stay as they are.
void hide_places(Article& article);
/// The same in the excerpt of a hit and in its finding.
void hide_places(Hit& hit);

/// The rule itself: the text with postcodes and numbered streets as stars. Shape: as many bytes as before.
std::string hide_places_in(std::string text);

}  // namespace findings
