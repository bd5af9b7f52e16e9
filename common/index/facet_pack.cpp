#include "common/index/facet_pack.hpp"

#include <algorithm>
#include <stdexcept>

#include "common/base/little_endian.hpp"

namespace findings {
namespace {

constexpr std::size_t kIdBytes = 6;
constexpr unsigned char kAwardsTag = 0xff;
constexpr std::size_t kAwardBytes = 4 * kIdBytes + 1;

void append_id(std::string& bytes, ValueId id) { append_little_endian(bytes, id, kIdBytes); }

ValueId read_id(const char* data) { return read_little_endian({data, kIdBytes}); }

void append_count(std::string& bytes, std::size_t count) {
    if (count > 255) throw std::length_error("more than 255 values of one facet in an article");
    bytes.push_back(static_cast<char>(count));
}

}  // namespace

std::string pack_facets(const Article& article) {
    std::string bytes;
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        std::vector<std::string> slugs = article.slugs(kFacets[facet]);
        if (slugs.empty()) continue;
        bytes.push_back(static_cast<char>(facet));
        append_count(bytes, slugs.size());
        for (const std::string& slug : slugs) append_id(bytes, value_id(slug));
    }
    if (article.awards.empty()) return bytes;
    bytes.push_back(static_cast<char>(kAwardsTag));
    append_count(bytes, article.awards.size());
    for (const Award& award : article.awards) {
        for (const std::string* part : {&award.provider, &award.grade, &award.previous, &award.change})
            append_id(bytes, value_id(*part));
        bytes.push_back(award.inferred ? '\1' : '\0');
    }
    return bytes;
}

FacetView::FacetView(std::string_view bytes) {
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        const auto tag = static_cast<unsigned char>(bytes[at]);
        const std::size_t count = static_cast<unsigned char>(bytes[at + 1]);
        const std::size_t size = count * (tag == kAwardsTag ? kAwardBytes : kIdBytes);
        at += 2;
        if (at + size > bytes.size()) return;
        if (tag == kAwardsTag) {
            awards_ = bytes.data() + at;
            award_count_ = count;
        } else if (tag < kFacetCount) {
            facets_[tag] = {bytes.data() + at, count};
        }
        at += size;
    }
}

std::string_view FacetView::Ids::bytes() const { return {data, count * kIdBytes}; }

ValueId FacetView::Ids::at(std::size_t i) const { return read_id(data + i * kIdBytes); }

PackedAward FacetView::award(std::size_t i) const {
    const char* at = awards_ + i * kAwardBytes;
    return {read_id(at), read_id(at + kIdBytes), read_id(at + 2 * kIdBytes), read_id(at + 3 * kIdBytes),
            at[4 * kIdBytes] != '\0'};
}

}  // namespace findings
