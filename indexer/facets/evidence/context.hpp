#pragma once

#include <string>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/article/clean_article.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A body that the article is about, as found by the provider rules.
struct FoundProvider {
    std::string slug;
    std::string label;
    std::string type;   ///< slug of facet `type`, may be empty
    std::string group;  ///< label of the owner, when the text says so
    Evidence evidence;
    std::vector<Span> mentions;  ///< byte ranges of the body that name it or stand for it, in order
};

/// What earlier rules know when later ones run. Rules run in this order: regulator, kind, visit, dates,
/// providers (with places), awards, themes.
struct FacetContext {
    const CleanArticle& article;
    std::string regulator;                 ///< slug, may be empty
    std::string kind;                      ///< slug, never empty
    std::string visit;                     ///< slug, may be empty
    std::string published;                 ///< ISO day or empty
    std::string inspected;                 ///< ISO day or empty
    std::vector<FoundProvider> providers;  ///< those the article is about; several in a round-up
    const Reading* reading = nullptr;      ///< the article's words and phrases; read anew where it is missing
};

/// What the award rules found.
struct FoundAwards {
    std::vector<Award> awards;
    std::vector<FacetValue> values;   ///< grade, judgement, action, was, change: what is indexed
    std::vector<FacetValue> remarks;  ///< inferred, mentioned and other providers' grades, with their role
};

/// Grades with their roles, judgements by area, previous grades and direction, actions.
/// A visit that gives no grade gets none; its previous grade and actions are kept.
FoundAwards find_awards(const FacetContext& context);

}  // namespace findings
