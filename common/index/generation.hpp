#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace findings {

/// Names inside an index root. Nothing else spells them.
struct IndexLayout {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path current() const { return root / "current"; }
    [[nodiscard]] std::filesystem::path generations() const { return root / "generations"; }
    [[nodiscard]] std::filesystem::path generation(std::string_view name) const { return generations() / name; }
    [[nodiscard]] std::filesystem::path building() const { return root / "building"; }
    [[nodiscard]] std::filesystem::path cache() const { return root / "cache.sqlite"; }
    [[nodiscard]] std::filesystem::path state() const { return root / "state.sqlite"; }
    [[nodiscard]] std::filesystem::path searches() const { return root / "searches.conf"; }
    [[nodiscard]] std::filesystem::path reports() const { return root / "reports"; }
    [[nodiscard]] std::filesystem::path lock() const { return root / "lock"; }
    [[nodiscard]] std::filesystem::path lists_lock() const { return root / "lists.lock"; }  ///< of root_lists.hpp
};

/// File of a generation with size and hash of every other one of its files.
inline constexpr std::string_view kManifestName = "manifest";

/// Folder inside a generation with the database of its findings, one document each, and its facet columns.
inline constexpr std::string_view kFindingsName = "findings";

/// The generation named in `current`, or empty when there is no such file.
/// Throws: Error{unavailable} when the file is there but is not one of ours.
std::string live_generation(const IndexLayout& layout);

/// The stub's text: what `current` holds for a generation.
std::string make_stub(std::string_view generation);

/// Keys of a generation's Xapian metadata.
namespace metadata {
inline constexpr std::string_view kFormat = "findings.format";          ///< kIndexFormat, decimal
inline constexpr std::string_view kGeneration = "findings.generation";  ///< its name
inline constexpr std::string_view kSequence = "findings.sequence";      ///< decimal, rises by one each publication
inline constexpr std::string_view kInputs = "findings.inputs";          ///< hash of all it was made from
inline constexpr std::string_view kBuiltAt = "findings.built_at";       ///< UTC, 2026-11-22T02:00:00Z
inline constexpr std::string_view kCounts = "findings.counts";          ///< JSON: stories, copies, providers, bytes
inline constexpr std::string_view kAnalyzer = "findings.analyzer";      ///< JSON: version, language
inline constexpr std::string_view kStopWords = "findings.stop_words";   ///< one a line
inline constexpr std::string_view kSchema = "findings.schema";          ///< the field table, JSON
/// Hashes of the lines that recur on each site, for findings-index alone; absent when there are none.
inline constexpr std::string_view kRecurring = "findings.recurring";
inline constexpr std::string_view kCoverage = "findings.coverage";  ///< JSON: facet -> stories with a value
/// Closed facets: kLabels + facet name -> lines "slug\tlabel" in print order: the vocabulary, then declared extras.
inline constexpr std::string_view kLabels = "findings.labels.";
/// Open facets: kLabel + facet name + "." + 12 hex digits of the value id -> "slug\tlabel", one key a value, so
/// that a search over 100,000 providers reads the ten names it prints.
inline constexpr std::string_view kLabel = "findings.label.";
}  // namespace metadata

}  // namespace findings
