#include "indexer/writing/fingerprint.hpp"

#include <algorithm>
#include <array>

#include <xxhash.h>

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
        for (std::size_t i = 0; i < kHashBytes; ++i) bytes.push_back(static_cast<char>((hash >> (8 * i)) & 0xffU));
    return bytes;
}

std::optional<Fingerprint> unpack_fingerprint(std::string_view bytes) {
    std::array<std::uint64_t, 3> hashes{};
    if (bytes.size() != kHashBytes * hashes.size()) return std::nullopt;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        hashes.at(i / kHashBytes) |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * (i % kHashBytes));
    return Fingerprint{hashes[0], hashes[1], hashes[2]};
}

}  // namespace findings
