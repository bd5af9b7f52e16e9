#pragma once

#include <cstdint>
#include <string_view>

namespace findings {

/// FNV-1a over 64 bits: small, constexpr, and the same in every build, so that what it gives may be stored.
inline constexpr std::uint64_t kFnvStart = 14695981039346656037ULL;

/// Takes one more value, usually a byte, into a hash that began with kFnvStart.
constexpr std::uint64_t fnv_step(std::uint64_t hash, std::uint64_t value) { return (hash ^ value) * 1099511628211ULL; }

/// The hash of a text.
constexpr std::uint64_t fnv_hash(std::string_view text) {
    std::uint64_t hash = kFnvStart;
    for (const char c : text) hash = fnv_step(hash, static_cast<unsigned char>(c));
    return hash;
}

}  // namespace findings
