#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/article/clean_article.hpp"

namespace findings {

/// A value that the source declares, resolved to its vocabulary.
struct DeclaredValue {
    std::string slug;
    std::string label;
};

/// What a source declares, by key.
using DeclaredKeys = std::map<std::string, std::vector<std::string>>;

/// The keys without the values that closed vocabularies do not have, each with a warning that names the nearest. A key
/// of which nothing is left goes too, as if it had not been declared. nullopt when every value is known.
std::optional<DeclaredKeys> drop_unknown_values(const DeclaredKeys& declared, std::vector<std::string>& warnings);

/// The values declared for a facet; nullopt when its key is absent, empty when it declares none.
std::optional<std::vector<DeclaredValue>> read_declared(const CleanArticle& article, Field facet);

/// A declared date as an ISO day; nullopt when the key is absent, empty when it declares none or is no full
/// date (with a warning).
std::optional<std::string> read_declared_day(const CleanArticle& article, std::string_view key,
                                             std::vector<std::string>& warnings);

/// Whether the source declares everything that could be looked for: then the text need not be read for facets at all.
bool declares_everything(const CleanArticle& article);

/// The awards that declared provider, grade and previous grade form together: one for each provider.
std::vector<Award> make_declared_awards(const std::vector<std::string>& providers,
                                        const std::vector<std::string>& grades,
                                        const std::vector<std::string>& previous,
                                        const std::vector<std::string>& judgements);

/// Evidence of a declared value: rule `corrections` where a person put it right, else `declared`.
Evidence make_declared_evidence(const CleanArticle& article, std::string_view key, std::string_view text);

/// Whether a text would be taken for a value of a facet without a warning. The area of a judgement is free, its grade
/// is not.
bool is_declarable(Field facet, const std::string& text);

/// The value of a closed facet that a text which is none most likely meant, or "".
std::string nearest_declarable(Field facet, const std::string& text);

/// The slug of a text that is_declarable(), or nullopt.
std::optional<std::string> declared_slug(Field facet, const std::string& text);

}  // namespace findings
