#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace findings {

/// What speaks for or against a story reporting an inspection of a body; each is 0 to 1. The story's own begin with
/// "story-". The order is that of the trainer's columns. "best-score" serves the second decision alone: the first one's
/// score, from -3 to 3, put between 0 and 1.
inline constexpr std::array kBodyFeatureNames{
    std::string_view{"title"},
    std::string_view{"rank-0"},
    std::string_view{"rank-1"},
    std::string_view{"rank-2"},
    std::string_view{"rank-3"},
    std::string_view{"rank-6"},
    std::string_view{"rank-late"},
    std::string_view{"named-twice"},
    std::string_view{"named-thrice"},
    std::string_view{"named-often"},
    std::string_view{"share-of-names"},
    std::string_view{"most-named"},
    std::string_view{"registered"},
    std::string_view{"council"},
    std::string_view{"council-spoken-of"},
    std::string_view{"bare-council"},
    std::string_view{"bare-unspoken"},
    std::string_view{"type-word"},
    std::string_view{"house"},
    std::string_view{"capitals"},
    std::string_view{"company"},
    std::string_view{"single-word"},
    std::string_view{"long-name"},
    std::string_view{"linked"},
    std::string_view{"linked-lead"},
    std::string_view{"rated-beside"},
    std::string_view{"rated-lead"},
    std::string_view{"finding-beside"},
    std::string_view{"inspectors-beside"},
    std::string_view{"inspected-before"},
    std::string_view{"is-rated"},
    std::string_view{"rated-object"},
    std::string_view{"after-at"},
    std::string_view{"recalled-beside"},
    std::string_view{"fresh-beside"},
    std::string_view{"linked-before"},
    std::string_view{"linked-after"},
    std::string_view{"placed"},
    std::string_view{"does-as-bodies-do"},
    std::string_view{"type-of-lead"},
    std::string_view{"type-early"},
    std::string_view{"type-other"},
    std::string_view{"only-of-type"},
    std::string_view{"first-of-type"},
    std::string_view{"stood-for"},
    std::string_view{"own-noun"},
    std::string_view{"own-noun-most"},
    std::string_view{"own-noun-early"},
    std::string_view{"host"},
    std::string_view{"owner"},
    std::string_view{"runs-another"},
    std::string_view{"is-run-by"},
    std::string_view{"trust-beside-its-own"},
    std::string_view{"official-word"},
    std::string_view{"compared"},
    std::string_view{"called"},
    std::string_view{"apposed"},
    std::string_view{"to-come"},
    std::string_view{"speaks"},
    std::string_view{"spoken-for"},
    std::string_view{"opens-entry"},
    std::string_view{"among-entries"},
    std::string_view{"list-item"},
    std::string_view{"heads-entry"},
    std::string_view{"told-in-paragraph"},
    std::string_view{"publishes"},
    std::string_view{"publishes-own"},
    std::string_view{"person"},
    std::string_view{"registered-behind"},
    std::string_view{"story-title-linked"},
    std::string_view{"story-title-rated"},
    std::string_view{"story-title-inspection"},
    std::string_view{"story-lead-speaks"},
    std::string_view{"story-lead-linked"},
    std::string_view{"story-lead-rated"},
    std::string_view{"story-lead-inspectors"},
    std::string_view{"story-linked"},
    std::string_view{"story-linked-share"},
    std::string_view{"story-rated"},
    std::string_view{"story-inspectors"},
    std::string_view{"story-inspectors-share"},
    std::string_view{"story-speaks-share"},
    std::string_view{"story-told"},
    std::string_view{"story-untold"},
    std::string_view{"story-told-once"},
    std::string_view{"story-told-late"},
    std::string_view{"story-unrated"},
    std::string_view{"story-recalled"},
    std::string_view{"story-fresh"},
    std::string_view{"story-told-last"},
    std::string_view{"story-title-elsewhere"},
    std::string_view{"story-withheld"},
    std::string_view{"story-partnership"},
    std::string_view{"council-of-partnership"},
    std::string_view{"council-of-home-story"},
    std::string_view{"story-called-early"},
    std::string_view{"story-uncalled"},
    std::string_view{"story-national"},
    std::string_view{"story-court"},
    std::string_view{"story-politics"},
    std::string_view{"story-visit"},
    std::string_view{"story-council-spoken-of"},
    std::string_view{"story-several-rated"},
    std::string_view{"best-score"},
};

inline constexpr std::size_t kBodyFeatures = kBodyFeatureNames.size();

/// The column of a feature. Not compiled for an unknown name.
consteval std::size_t body_feature(std::string_view name) {
    for (std::size_t i = 0; i < kBodyFeatures; ++i)
        if (kBodyFeatureNames[i] == name) return i;
    throw "no such feature";
}

/// A body's features, by column.
using BodyFeatures = std::array<float, kBodyFeatures>;

}  // namespace findings
