#pragma once

#include <cstddef>
#include <cstdint>

namespace findings::glass {

/// How a block of a glass table is laid out. Numbers are big endian.
/// Source: xapian-core 1.4, backends/glass/glass_table.h.

inline constexpr std::size_t kBlockBytes = 8192;

// A block's head: revision (4 bytes), level (1), largest free run (2), all that is free (2), end of the directory (2).
inline constexpr std::size_t kLevelAt = 4;
inline constexpr std::size_t kMaxFreeAt = 5;
inline constexpr std::size_t kTotalFreeAt = 7;
inline constexpr std::size_t kDirectoryEndAt = 9;
inline constexpr std::size_t kDirectory = 11;

inline constexpr std::size_t kOffsetBytes = 2;
// An item: size less 3 and flags (2 bytes), length of the key (1), key, number of the component (2, not for the first).
inline constexpr std::size_t kItemHead = 3;
inline constexpr std::size_t kComponentBytes = 2;
inline constexpr unsigned kDeflated = 0x8000;
inline constexpr unsigned kLastComponent = 0x4000;
inline constexpr unsigned kFirstComponent = 0x2000;
inline constexpr unsigned kItemSizeMask = 0x1fff;

}  // namespace findings::glass
