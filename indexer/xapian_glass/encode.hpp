#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/varint.hpp"

namespace findings::glass {

/// How glass writes numbers and strings inside keys and tags (format of 2016-03-14, Xapian 1.4's only one).
/// Source: xapian-core 1.4, common/pack.h.

/// A number whose bytes sort as it does: below 0x8000 two bytes, big endian; else the leading one bits of the first
/// byte count the further bytes.
void append_sortable(std::string& bytes, std::uint32_t value);

/// Takes such a number from the front of `bytes`; nothing where they end within one.
std::optional<std::uint32_t> take_sortable(std::string_view& bytes);

/// A string behind its length.
inline void append_sized(std::string& bytes, std::string_view text) {
    append_varint(bytes, text.size());
    bytes.append(text);
}

/// The first eight bytes of a key as a number that sorts as they do: most comparisons need no more.
std::uint64_t sort_prefix(std::string_view key);

/// The key of what a database says of itself.
std::string metadata_key(std::string_view name);
/// The key of a term's first chunk: the term, NUL bytes doubled up with 0xff. `document` is 0 for the first chunk, else
/// the first document of a later one.
std::string term_key(std::string_view term, std::uint32_t document);
/// The same for the list of document lengths.
std::string length_key(std::uint32_t document);
/// The key of the bounds of a value slot.
std::string slot_bounds_key(std::uint32_t slot);
/// The key of a run of values that begins with `document`.
std::string values_key(std::uint32_t slot, std::uint32_t document);

/// `bytes` as a deflate stream that stores them as they are: five bytes more for each 65,535, and a copy to inflate.
std::string stored_stream(std::string_view bytes);

}  // namespace findings::glass
