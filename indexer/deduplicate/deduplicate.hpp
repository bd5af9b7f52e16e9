#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// What folding needs to know of an article: a few hundred bytes, whatever its length.
struct CopyCandidate {
    std::string providers;               ///< sorted provider slugs joined by ';', "" when unknown
    std::string inspected;               ///< ISO day or empty
    std::string grades;                  ///< sorted grade slugs joined by ';'
    std::string published;               ///< ISO day or empty; the earliest copy leads
    std::string id;                      ///< tie-break of the leader
    std::uint64_t body_hash = 0;         ///< of the folded words of the body
    std::size_t body_length = 0;         ///< bytes
    std::vector<std::uint32_t> minhash;  ///< min-hash of word shingles, see minhash_body
};

/// A text with case, spaces and punctuation folded, in two forms.
struct BodyMinhash {
    std::uint64_t hash = 0;             ///< of all of it
    std::vector<std::uint32_t> minima;  ///< min-hash of its word shingles: 64 numbers, none without a word
};

/// Linear in the text, in one pass.
BodyMinhash minhash_body(std::string_view body);

/// Share of word shingles two texts have in common, estimated from their minhashes: 0 to 1, give or take 0.06.
double estimate_likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// For each article the index of its story's leader (itself when it leads or stands alone).
/// Copies must agree in provider and inspection and be near-identical; without a known provider only
/// identical bodies of over 200 bytes fold. Letters on different providers never fold.
std::vector<std::size_t> deduplicate(const std::vector<CopyCandidate>& articles);

}  // namespace findings
