#pragma once

#include <string>

#include "common/index/article.hpp"

namespace findings {

/// Under which licence what inspectorates print may be used, and the words that it asks for.
inline constexpr const char* kLicence = "Open Government Licence v3.0";
inline constexpr const char* kAttribution =
    "Contains public sector information licensed under the Open Government Licence v3.0.";

/// Whether an article is news: it belongs to its publisher, and the licence above is not for it.
bool is_news(const Article& article);

/// Whether strangers may read an article's whole text: reports, letters and what inspectorates publish. News belong to
/// their publishers; what is of no known kind may be news.
bool is_text_public(const Article& article);

/// Whether an article is about a children's home: where it is, is not for strangers.
bool is_childrens_home(const Article& article);

/// Postcodes, and streets with a number, in what a children's home's article says become stars, byte for byte: its
/// address is no secret to its neighbours, but a list of addresses of homes is a danger to the children. Other articles
/// stay as they are.
void hide_places(Article& article);
/// The same of what a finding prints beside its text.
void hide_places_in_printed_parts(Finding& finding);

/// The rule itself: the text with postcodes and numbered streets as stars. Shape: as many bytes as before.
std::string hide_places_in(std::string text);

}  // namespace findings
