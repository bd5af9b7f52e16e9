#include "common/index/position_pack.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "common/base/little_endian.hpp"
#include "common/base/varint.hpp"

namespace findings {
namespace {

static_assert(std::endian::native == std::endian::little, "keys are read in place");

constexpr std::uint64_t kGoldenRatio = 0x9e3779b97f4a7c15ULL;
constexpr unsigned kMinKeyBytes = 2;
constexpr unsigned kMaxKeyBytes = 8;
// Pairs of words expected to meet in one key, above which a key gets another byte: about five multipliers are tried.
constexpr double kMaxExpectedMeetings = 1.5;
constexpr std::uint64_t kMaxMultiplier = 100;
constexpr std::size_t kMaxShortList = 255;

std::uint64_t make_key(std::uint64_t hash, std::uint64_t multiplier, unsigned bytes) {
    return (hash * ((2 * multiplier + 1) * kGoldenRatio)) >> (64 - 8 * bytes);
}

unsigned choose_key_bytes(std::size_t count) {
    const double pairs = static_cast<double>(count) * static_cast<double>(count) / 2;
    unsigned bytes = kMinKeyBytes;
    while (bytes < kMaxKeyBytes && std::ldexp(pairs, -8 * static_cast<int>(bytes)) > kMaxExpectedMeetings) ++bytes;
    return bytes;
}

struct KeyedWord {
    std::uint64_t key = 0;
    const WordPlaces* word = nullptr;
};

bool all_differ(const std::vector<KeyedWord>& sorted) {
    return std::adjacent_find(sorted.begin(), sorted.end(),
                              [](const KeyedWord& a, const KeyedWord& b) { return a.key == b.key; }) == sorted.end();
}

// Whether the keys of two bytes differ, without sorting them: of five multipliers that are tried four fail.
class ShortKeyCheck {
  public:
    bool all_differ(const std::vector<KeyedWord>& keyed) {
        std::size_t marked = 0;
        while (marked < keyed.size() && mark(keyed[marked].key)) ++marked;
        for (std::size_t i = 0; i < marked; ++i) seen_[keyed[i].key / 64] = 0;
        return marked == keyed.size();
    }

  private:
    // False when it was marked before.
    bool mark(std::uint64_t key) {
        std::uint64_t& bits = seen_[key / 64];
        const std::uint64_t bit = std::uint64_t{1} << (key % 64);
        const bool fresh = (bits & bit) == 0;
        bits |= bit;
        return fresh;
    }

    std::array<std::uint64_t, (1U << (8 * kMinKeyBytes)) / 64> seen_{};
};

}  // namespace

std::string pack_positions(std::span<const WordPlaces> words, std::uint32_t title_end) {
    std::string bytes;
    unsigned key_bytes = choose_key_bytes(words.size());
    std::vector<KeyedWord> keyed(words.size());
    ShortKeyCheck short_keys;
    std::uint64_t multiplier = 0;
    for (;; ++multiplier) {
        if (multiplier > kMaxMultiplier) {
            multiplier = 0;
            ++key_bytes;
        }
        for (std::size_t i = 0; i < words.size(); ++i)
            keyed[i] = {make_key(words[i].hash, multiplier, key_bytes), &words[i]};
        if (key_bytes == kMinKeyBytes && !short_keys.all_differ(keyed)) continue;
        std::sort(keyed.begin(), keyed.end(), [](const KeyedWord& a, const KeyedWord& b) { return a.key < b.key; });
        // Keys of eight bytes are the hashes themselves, shuffled: another multiplier would not part them.
        if (key_bytes == kMinKeyBytes || key_bytes == kMaxKeyBytes || all_differ(keyed)) break;
    }
    append_varint(bytes, title_end);
    append_varint(bytes, words.size());
    append_varint(bytes, multiplier);
    append_varint(bytes, key_bytes);
    for (const KeyedWord& word : keyed) append_little_endian(bytes, word.key, key_bytes);
    std::string list;
    std::string sizes;
    std::string short_lists;
    std::string long_lists;
    for (const KeyedWord& word : keyed) {
        list.clear();
        std::uint32_t last = 0;
        for (const std::uint32_t place : word.word->places) {
            append_varint(list, place - last);
            last = place;
        }
        const bool is_long = list.size() > kMaxShortList;
        sizes.push_back(is_long ? '\0' : static_cast<char>(list.size()));
        if (is_long) append_varint(long_lists, list.size());
        (is_long ? long_lists : short_lists) += list;
    }
    bytes += sizes;
    bytes += short_lists;
    bytes += long_lists;
    return bytes;
}

PositionView::PositionView(std::string_view bytes) {
    const auto title_end = take_varint(bytes);
    const auto count = take_varint(bytes);
    const auto multiplier = take_varint(bytes);
    const auto key_bytes = take_varint(bytes);
    if (!key_bytes || *key_bytes < kMinKeyBytes || *key_bytes > kMaxKeyBytes ||
        *count > bytes.size() / (*key_bytes + 1))
        return;
    title_end_ = static_cast<std::uint32_t>(*title_end);
    count_ = *count;
    multiplier_ = *multiplier;
    key_bytes_ = static_cast<unsigned>(*key_bytes);
    keys_ = bytes.substr(0, count_ * key_bytes_);
    sizes_ = bytes.substr(keys_.size(), count_);
    lists_ = bytes.substr(keys_.size() + count_);
}

std::uint64_t PositionView::key_at(std::size_t i) const {
    // Nearly every story has keys of two bytes, and a phrase looks at some in thousands of stories.
    if (key_bytes_ == kMinKeyBytes) {
        std::uint16_t key = 0;
        std::memcpy(&key, keys_.data() + i * kMinKeyBytes, sizeof key);
        return key;
    }
    return read_little_endian(keys_.substr(i * key_bytes_, key_bytes_));
}

// Where a list begins is a sum of bytes, which processors take sixteen at a time: to step from list to list was a third
// of a phrase.
std::size_t PositionView::bytes_before(std::size_t i) const {
    std::size_t sum = 0;
    for (const char size : sizes_.substr(0, i)) sum += static_cast<unsigned char>(size);
    return sum;
}

std::optional<std::string_view> PositionView::list_at(std::size_t i) const {
    if (sizes_[i] != 0) {
        const std::size_t begin = bytes_before(i);
        if (begin >= lists_.size()) return std::nullopt;
        return lists_.substr(begin, static_cast<unsigned char>(sizes_[i]));
    }
    const std::size_t end = bytes_before(count_);
    if (end >= lists_.size()) return std::nullopt;
    std::string_view lists = lists_.substr(end);
    for (auto longer = std::count(sizes_.begin(), sizes_.begin() + static_cast<std::ptrdiff_t>(i), '\0');; --longer) {
        const auto size = take_varint(lists);
        if (!size || *size > lists.size()) return std::nullopt;
        if (longer == 0) return lists.substr(0, *size);
        lists.remove_prefix(*size);
    }
}

bool PositionView::find(std::uint64_t hash, std::vector<std::uint32_t>& places) const {
    places.clear();
    if (count_ == 0) return false;
    const std::uint64_t wanted = make_key(hash, multiplier_, key_bytes_);
    std::size_t first = 0;
    for (std::size_t rest = count_; rest > 0;) {
        const std::size_t half = rest / 2;
        if (key_at(first + half) < wanted) {
            first += half + 1;
            rest -= half + 1;
        } else {
            rest = half;
        }
    }
    if (first == count_ || key_at(first) != wanted) return false;
    const auto list = list_at(first);
    if (!list) return false;
    std::string_view left = *list;
    std::uint32_t place = 0;
    while (const auto step = take_varint(left)) places.push_back(place += static_cast<std::uint32_t>(*step));
    return !places.empty();
}

}  // namespace findings
