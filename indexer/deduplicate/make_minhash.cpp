#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "common/base/fnv_hash.hpp"
#include "indexer/deduplicate/deduplicate.hpp"

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

constexpr unsigned char kBreak = 0;
constexpr unsigned char kApostrophe = 1;
constexpr unsigned char kBeyondAscii = 2;
constexpr unsigned char kFirstFolded = 3;

/// What each byte is to a word: one of the above, or from kFirstFolded on the folded byte of a word itself.
constexpr std::array<unsigned char, 256> kBytes = [] {
    std::array<unsigned char, 256> bytes{};
    for (unsigned c = 0; c < bytes.size(); ++c) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        bytes[c] = static_cast<unsigned char>(c >= 0x80 ? kBeyondAscii : upper ? c + 0x20 : word ? c : kBreak);
    }
    bytes['\''] = kApostrophe;
    return bytes;
}();

/// Calls `visit` with the hash of each folded word: ASCII letters and digits in lower case and all other
/// characters but Unicode's punctuation. Apostrophes vanish, so "children's" and "children’s" are one word.
template <typename Visit>
void visit_words(std::string_view text, Visit visit) {
    std::uint64_t hash = kFnvStart;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char c = kBytes[static_cast<unsigned char>(text[i])];
        if (c >= kFirstFolded) {
            hash = fnv_step(hash, c);
            continue;
        }
        if (c == kApostrophe) continue;
        bool word = false;
        if (c == kBeyondAscii) {
            c = static_cast<unsigned char>(text[i]);
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

/// The hash of the newest kShingleWords words in their order: each word's hash times an odd number of its place, kept
/// as two sums that roll from word to word.
class RollingShingle {
  public:
    std::uint64_t add(std::uint64_t word) {
        const std::uint64_t oldest = std::exchange(words_[next_], word);
        next_ = next_ + 1 == kShingleWords ? 0 : next_ + 1;
        // Every word moves one place back, and the oldest, at place kShingleWords by now, leaves.
        by_place_ += sum_ - kShingleWords * oldest;
        sum_ += word - oldest;
        return mix(sum_ * 0x9e3779b97f4a7c15ULL + 2 * by_place_);
    }

  private:
    std::array<std::uint64_t, kShingleWords> words_{};
    std::size_t next_ = 0;
    std::uint64_t sum_ = 0;
    std::uint64_t by_place_ = 0;  ///< of each word its hash times its place, the newest at 0
};

}  // namespace

BodyMinhash minhash_body(std::string_view body) {
    // One permutation: a shingle's first six bits choose its bucket, the next 32 compete for its minimum.
    // Needs one hash for a shingle where 64 independent minima would need 64; the estimate is as good.
    BodyMinhash minhash{0, std::vector<std::uint32_t>(kBuckets, kEmptyBucket)};
    const auto add = [&minhash](std::uint64_t hash) {
        const auto value = std::min(static_cast<std::uint32_t>(hash), kEmptyBucket - 1);
        std::uint32_t& least = minhash.minima[hash >> 58U];
        least = std::min(least, value);
    };
    RollingShingle shingle;
    std::uint64_t newest = 0;
    std::size_t count = 0;
    visit_words(body, [&](std::uint64_t word) {
        minhash.hash = mix(minhash.hash * 31 + word + 1);
        newest = shingle.add(word);
        if (++count >= kShingleWords) add(newest);
    });
    if (count == 0) minhash.minima.clear();
    if (count > 0 && count < kShingleWords) add(newest);
    return minhash;
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
