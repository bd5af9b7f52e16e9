#include "indexer/clean/recurring_lines.hpp"

#include <algorithm>
#include <bit>

#include <xxhash.h>

#include "common/base/little_endian.hpp"

namespace findings {
namespace {

// "Share" and "1 of 2" are told from a story by other rules, if at all; longer lines have no folded form.
constexpr std::size_t kShortestLineBytes = 4;
// "Declined to comment." may be a sentence, "Read on." is a button.
constexpr std::size_t kSentenceWords = 4;
constexpr std::size_t kHashBytes = 8;
constexpr std::size_t kEncodedBytes = kHashBytes + 1;

bool may_be_counted(const Line& line) {
    switch (line.role) {
        case BlockRole::table_row:
        case BlockRole::navigation:
        case BlockRole::boilerplate:
        case BlockRole::caption:
            return false;
        default:
            return line.folded.size() >= kShortestLineBytes && line.words > 0;
    }
}

}  // namespace

std::uint64_t hash_counted_line(const Line& line) {
    if (!may_be_counted(line)) return 0;
    return std::max<std::uint64_t>(1, XXH3_64bits(line.folded.data(), line.folded.size()));
}

std::uint64_t hash_pair(std::uint64_t above, std::uint64_t below) { return hash_on_site(std::rotl(above, 1), below); }

std::uint64_t hash_site(std::string_view name) { return XXH3_64bits(name.data(), name.size()); }

std::uint64_t hash_on_site(std::uint64_t site, std::uint64_t line) {
    return XXH3_64bits_withSeed(&line, sizeof line, site);
}

bool is_sentence(const Line& line) {
    if (line.role == BlockRole::heading || line.role == BlockRole::list_item) return false;
    if (is_prose(line)) return true;
    return line.words >= kSentenceWords && ends_like_sentence(line.text) && !line.text.ends_with(':') &&
           !line.text.ends_with(',') && !line.text.ends_with(';');
}

RecurringLines::RecurringLines(std::vector<std::pair<std::uint64_t, std::uint8_t>> lines) : lines_(std::move(lines)) {
    std::sort(lines_.begin(), lines_.end());
}

int RecurringLines::percent(std::uint64_t site, std::uint64_t line) const {
    const std::uint64_t wanted = hash_on_site(site, line);
    const auto found = std::lower_bound(lines_.begin(), lines_.end(), wanted,
                                        [](const auto& entry, std::uint64_t hash) { return entry.first < hash; });
    return found != lines_.end() && found->first == wanted ? found->second : 0;
}

std::string RecurringLines::encode() const {
    std::string bytes;
    bytes.reserve(lines_.size() * kEncodedBytes);
    for (const auto& [hash, percent] : lines_) {
        append_little_endian(bytes, hash, kHashBytes);
        bytes += static_cast<char>(percent);
    }
    return bytes;
}

RecurringLines RecurringLines::decode(std::string_view bytes) {
    if (bytes.size() % kEncodedBytes != 0) return RecurringLines();
    std::vector<std::pair<std::uint64_t, std::uint8_t>> lines;
    lines.reserve(bytes.size() / kEncodedBytes);
    for (; !bytes.empty(); bytes.remove_prefix(kEncodedBytes))
        lines.emplace_back(read_little_endian(bytes.substr(0, kHashBytes)),
                           static_cast<std::uint8_t>(bytes[kHashBytes]));
    return RecurringLines(std::move(lines));
}

int SiteLines::percent(std::uint64_t line) const {
    if (lines == nullptr || line == 0) return 0;
    int most = 0;
    for (const std::uint64_t site : sites) most = std::max(most, lines->percent(site, line));
    return most;
}

}  // namespace findings
