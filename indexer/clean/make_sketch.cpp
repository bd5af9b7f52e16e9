#include <algorithm>
#include <array>
#include <limits>

#include "common/fnv_hash.hpp"
#include "indexer/clean/fold_copies.hpp"

namespace findings {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::size_t kBuckets = 64;
constexpr std::uint32_t kEmptyBucket = std::numeric_limits<std::uint32_t>::max();

// Finalizer of MurmurHash3: every bit of the result depends on every bit given.
constexpr std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdULL;
    value = (value ^ (value >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

bool is_ascii_word(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Calls `visit` with the hash of each folded word: ASCII letters and digits in lower case and all other
/// characters but Unicode's punctuation. Apostrophes vanish, so "children's" and "children’s" are one word.
template <typename Visit>
void visit_words(std::string_view text, Visit visit) {
    std::uint64_t hash = kFnvStart;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c - 'A' + 'a');
        if (c == '\'') continue;
        bool word = is_ascii_word(c);
        if (c >= 0x80) {
            const auto second = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
            const bool punctuation = c == 0xe2 && (second == 0x80 || second == 0x81);  // U+2000 to U+207F
            if (punctuation) {
                const bool apostrophe = text.substr(i, 3) == "\u2019" || text.substr(i, 3) == "\u2018";
                i += 2;
                if (apostrophe) continue;
            } else if (c == 0xc2) {  // U+0080 to U+00BF: no letters but ª, µ and º
                i += 1;
            } else {
                word = true;
            }
        }
        if (word) {
            hash = fnv_step(hash, c);
        } else if (hash != kFnvStart) {
            visit(mix(hash));
            hash = kFnvStart;
        }
    }
    if (hash != kFnvStart) visit(mix(hash));
}

// Positions are told apart by odd multipliers, so that a shingle is an ordered run of words.
std::uint64_t hash_shingle(const std::array<std::uint64_t, kShingleWords>& words, std::size_t newest) {
    std::uint64_t sum = 0;
    for (std::size_t back = 0; back < kShingleWords; ++back) {
        sum += words[(newest + kShingleWords - back) % kShingleWords] * (2 * back + 0x9e3779b97f4a7c15ULL);
    }
    return mix(sum);
}

}  // namespace

std::vector<std::uint32_t> make_sketch(std::string_view body) {
    // One permutation: a shingle's first six bits choose its bucket, the next 32 compete for its minimum.
    // Needs one hash for a shingle where 64 independent minima would need 64; the estimate is as good.
    std::vector<std::uint32_t> sketch(kBuckets, kEmptyBucket);
    const auto add = [&sketch](std::uint64_t hash) {
        const auto value = std::min(static_cast<std::uint32_t>(hash), kEmptyBucket - 1);
        std::uint32_t& least = sketch[hash >> 58U];
        least = std::min(least, value);
    };
    std::array<std::uint64_t, kShingleWords> words{};
    std::size_t count = 0;
    visit_words(body, [&](std::uint64_t word) {
        words[count % kShingleWords] = word;
        ++count;
        if (count >= kShingleWords) add(hash_shingle(words, (count - 1) % kShingleWords));
    });
    if (count == 0) return {};
    if (count < kShingleWords) add(hash_shingle(words, (count - 1) % kShingleWords));
    return sketch;
}

std::uint64_t hash_body(std::string_view body) {
    std::uint64_t hash = 0;
    visit_words(body, [&hash](std::uint64_t word) { hash = mix(hash * 31 + word + 1); });
    return hash;
}

double estimate_likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    if (a.size() != b.size() || a.empty()) return 0;
    int used = 0;
    int equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == kEmptyBucket && b[i] == kEmptyBucket) continue;
        ++used;
        equal += a[i] == b[i] ? 1 : 0;
    }
    return used == 0 ? 0 : static_cast<double>(equal) / used;
}

}  // namespace findings
