#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/place/council_mentions.hpp"
#include "indexer/facets/provider/body_names.hpp"
#include "indexer/language/name_forms.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// The council a report or letter is about, with the trust that runs its services as group; none when the
/// first page is about no council. Rule: the title and the lines of the first page, then how often the text
/// names it.
std::optional<FoundProvider> find_council_of_document(const Reading& reading, std::string_view day);

/// The home, agency, school, … a report is about: its title or first name; "Unnamed home, OWNER" where it is
/// withheld.
std::optional<FoundProvider> find_body_of_document(const Reading& reading);

/// The bodies a story tells findings about.
/// `others`, where given, takes bodies that it names and may tell of, where it promises several.
std::vector<FoundProvider> find_providers_of_story(const Reading& reading, std::string_view day,
                                                   std::vector<FoundProvider>* others = nullptr);

/// The owner named after "run by", "owned by", "Registered provider:", from word `first` to `last` of the
/// body; a label or "". The name must be a capitalised one.
std::string find_owner(const Passage& body, std::size_t first, std::size_t last);

/// What the text calls its subject ("a children's home in …"): the type named most in [first, last), "" for
/// none.
std::string find_called_type(const Passage& passage, std::size_t first, std::size_t last);

/// What the text calls its subject first: a story says it in its first words.
std::string find_first_called_type(const Passage& passage, std::size_t first, std::size_t last);

/// The type of "the home", "the school", "the prison", where the text calls its subject nothing else; "" for none.
std::string find_type_stood_for(const Reading& reading);

/// "Unnamed home, OWNER", for a home whose name is withheld.
FoundProvider make_unnamed_home(const std::string& owner, Evidence evidence);

/// Fills in mentions: where the name stands and where a phrase such as "the agency" stands for it. Of several bodies of
/// a type the phrase stands for the one named last before it.
void add_mentions(const Reading& reading, std::vector<FoundProvider>& providers);
void add_mentions(const Reading& reading, FoundProvider& provider);

}  // namespace findings
