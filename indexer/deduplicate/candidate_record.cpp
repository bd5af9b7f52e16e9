#include "indexer/deduplicate/candidate_record.hpp"

#include <cstring>
#include <type_traits>

#include <xxhash.h>

namespace findings {
namespace {

template <typename Number>
void put(Number number, std::string& bytes) {
    static_assert(std::is_trivially_copyable_v<Number>);
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put_text(std::string_view text, std::string& bytes) {
    put(static_cast<std::uint32_t>(text.size()), bytes);
    bytes.append(text);
}

template <typename Number>
Number take(std::string_view& bytes) {
    Number number{};
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return number;
}

std::string take_text(std::string_view& bytes) {
    const auto size = take<std::uint32_t>(bytes);
    std::string text(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return text;
}

}  // namespace

std::string encode_candidate(const CopyCandidate& candidate) {
    std::string bytes;
    for (const std::string* text :
         {&candidate.providers, &candidate.inspected, &candidate.grades, &candidate.published, &candidate.id})
        put_text(*text, bytes);
    put(candidate.body_hash, bytes);
    put(static_cast<std::uint64_t>(candidate.body_length), bytes);
    put(static_cast<std::uint32_t>(candidate.minhash.size()), bytes);
    for (const std::uint32_t value : candidate.minhash) put(value, bytes);
    return bytes;
}

CopyCandidate decode_candidate(std::string_view bytes) {
    CopyCandidate candidate;
    for (std::string* text :
         {&candidate.providers, &candidate.inspected, &candidate.grades, &candidate.published, &candidate.id})
        *text = take_text(bytes);
    candidate.body_hash = take<std::uint64_t>(bytes);
    candidate.body_length = take<std::uint64_t>(bytes);
    candidate.minhash.resize(take<std::uint32_t>(bytes));
    for (std::uint32_t& value : candidate.minhash) value = take<std::uint32_t>(bytes);
    return candidate;
}

std::uint64_t copy_group(const CopyCandidate& candidate) {
    if (candidate.providers.empty()) return candidate.body_hash;
    return XXH3_64bits(candidate.providers.data(), candidate.providers.size());
}

}  // namespace findings
