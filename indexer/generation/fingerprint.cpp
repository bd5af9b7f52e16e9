#include "indexer/generation/fingerprint.hpp"

#include <algorithm>
#include <array>

#include <xxhash.h>

#include "common/base/little_endian.hpp"

namespace findings {
namespace {

constexpr std::size_t kHashBytes = 8;
constexpr char kEnd = '\n';

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

void append_awards(const Article& article, std::string& text) {
    for (const Award& award : article.awards) {
        for (const std::string* part : {&award.provider, &award.scale, &award.grade, &award.previous, &award.change})
            text += *part + kEnd;
        text += award.inferred ? '1' : '0';
        for (const Judgement& judgement : award.judgements) text += judgement.area + ':' + judgement.grade + kEnd;
    }
}

// The order in which rules find the values of a facet means nothing.
std::string list_values(const Article& article) {
    std::string text;
    for (const Field facet : kFacets) {
        std::vector<std::string> slugs = article.slugs(facet);
        std::sort(slugs.begin(), slugs.end());
        text += field_row(facet).name;
        for (const std::string& slug : slugs) text += kEnd + slug;
        text += kEnd;
    }
    append_awards(article, text);
    for (const std::string* part : {&article.published, &article.inspected, &article.publisher}) text += *part + kEnd;
    return text;
}

}  // namespace

std::uint64_t hash_story_id(std::string_view id) { return hash_bytes(id); }

Fingerprint make_fingerprint(const Article& article) {
    return {hash_story_id(article.id), hash_bytes(article.text, hash_bytes(article.title)),
            hash_bytes(list_values(article))};
}

std::string pack_fingerprint(const Fingerprint& fingerprint) {
    std::string bytes;
    for (const std::uint64_t hash : {fingerprint.id, fingerprint.content, fingerprint.values})
        append_little_endian(bytes, hash, kHashBytes);
    return bytes;
}

std::optional<Fingerprint> unpack_fingerprint(std::string_view bytes) {
    if (bytes.size() != 3 * kHashBytes) return std::nullopt;
    const auto hash = [bytes](std::size_t i) { return read_little_endian(bytes.substr(i * kHashBytes, kHashBytes)); };
    return Fingerprint{hash(0), hash(1), hash(2)};
}

}  // namespace findings
