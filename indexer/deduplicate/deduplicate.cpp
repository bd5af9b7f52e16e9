#include "indexer/deduplicate/deduplicate.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace findings {
namespace {

// Copies with another headline, intro and advert lines measured 0.72 to 0.84 (twelve files of one to three
// copies); other stories at most 0.03, and 80 reports by one inspectorate at most 0.09 between two providers.
// A short story with a third of its text replaced still has 0.5. The estimate's standard deviation there is
// 0.06.
constexpr double kCopyLikeness = 0.5;
// Below this a few shared phrases make two notices alike, and identical ones are no evidence without a
// provider.
constexpr std::size_t kTellingBytes = 200;
// A copy may end early ("read the full story at …"), not be another text that quotes this one.
constexpr std::size_t kMostLengthRatio = 2;
constexpr int kCopyDays = 7;
// Up to here an article is compared with every leader of its bucket.
constexpr std::size_t kSmallBucket = 32;
constexpr std::size_t kBandRows = 2;
// Leaders remembered for one band, newest first to be tried: bounds the work for 150,000 articles of one
// provider.
constexpr std::size_t kBandLeaders = 24;

/// Days since 1 March of year 0 of an ISO day; -1 when it is none.
int count_days(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return -1;
    const auto number = [iso](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char c : iso.substr(at, size)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    int year = number(0, 4);
    int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1) return -1;
    // Years that begin in March put the leap day last.
    if (month <= 2) {
        --year;
        month += 12;
    }
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day;
}

/// A story under construction.
struct Leader {
    std::size_t article = 0;
    std::string_view inspected;  ///< of the first copy that knows it
    int day = -1;
};

bool agrees(const Leader& leader, const CopyCandidate& article) {
    return leader.inspected.empty() || article.inspected.empty() || leader.inspected == article.inspected;
}

bool is_near(const Leader& leader, int day) {
    return leader.day < 0 || day < 0 || std::abs(leader.day - day) <= kCopyDays;
}

bool has_like_length(const CopyCandidate& a, const CopyCandidate& b) {
    const auto [least, most] = std::minmax(a.body_length, b.body_length);
    return least > kTellingBytes && most <= least * kMostLengthRatio;
}

/// Folds the articles of one bucket: same providers, same grades. Visited in the order of leadership, so that
/// the first article of a story leads it, whatever order the files were read in.
class BucketFolder {
  public:
    BucketFolder(const std::vector<CopyCandidate>& articles, std::vector<std::size_t>& leader_of)
        : articles_(articles), leader_of_(leader_of) {}

    void fold(std::size_t article) {
        const CopyCandidate& candidate = articles_[article];
        const int day = count_days(candidate.published);
        std::size_t story = find_identical(candidate);
        if (story == kNone && !candidate.providers.empty()) story = find_alike(candidate, day);
        if (story == kNone) {
            add_leader(article, day);
            return;
        }
        Leader& leader = leaders_[story];
        leader_of_[article] = leader.article;
        if (leader.inspected.empty()) leader.inspected = candidate.inspected;
    }

  private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    // The same text, printed again later, is the same story still.
    [[nodiscard]] std::size_t find_identical(const CopyCandidate& candidate) const {
        if (candidate.body_length == 0) return kNone;
        if (candidate.providers.empty() && candidate.body_length <= kTellingBytes) return kNone;
        const auto [first, last] = by_hash_.equal_range(candidate.body_hash);
        std::size_t story = kNone;
        for (auto it = first; it != last; ++it) {
            if (agrees(leaders_[it->second], candidate)) story = std::min(story, it->second);
        }
        return story;
    }

    [[nodiscard]] std::size_t find_alike(const CopyCandidate& candidate, int day) const {
        std::size_t best = kNone;
        double most = 0;
        const auto try_story = [&](std::size_t story) {
            const Leader& leader = leaders_[story];
            const CopyCandidate& other = articles_[leader.article];
            if (!agrees(leader, candidate) || !is_near(leader, day) || !has_like_length(other, candidate)) return;
            const double likeness = estimate_likeness(other.minhash, candidate.minhash);
            if (likeness < kCopyLikeness || likeness < most || (likeness == most && story > best)) return;
            most = likeness;
            best = story;
        };
        if (leaders_.size() <= kSmallBucket) {
            for (std::size_t story = 0; story < leaders_.size(); ++story) try_story(story);
            return best;
        }
        // With two rows in a band, texts that share half of their shingles meet in one of the 32 bands for
        // sure (1 - 0.75^32 = 0.9999).
        visit_bands(candidate, [&](std::uint64_t band) {
            const auto found = by_band_.find(band);
            if (found == by_band_.end()) return;
            for (const std::size_t story : found->second) try_story(story);
        });
        return best;
    }

    void add_leader(std::size_t article, int day) {
        const CopyCandidate& candidate = articles_[article];
        const std::size_t story = leaders_.size();
        leaders_.push_back({article, candidate.inspected, day});
        by_hash_.emplace(candidate.body_hash, story);
        if (candidate.providers.empty()) return;
        visit_bands(candidate, [&](std::uint64_t band) {
            std::vector<std::size_t>& stories = by_band_[band];
            // Articles come by date: the oldest leader of a full band is the first out of the seven days.
            if (stories.size() == kBandLeaders) stories.erase(stories.begin());
            stories.push_back(story);
        });
    }

    template <typename Visit>
    static void visit_bands(const CopyCandidate& candidate, Visit visit) {
        const std::vector<std::uint32_t>& minhash = candidate.minhash;
        for (std::size_t row = 0; row + kBandRows <= minhash.size(); row += kBandRows) {
            std::uint64_t band = row;
            bool filled = false;
            for (std::size_t i = row; i < row + kBandRows; ++i) {
                filled |= minhash[i] != static_cast<std::uint32_t>(-1);
                band = (band ^ minhash[i]) * 0x9e3779b97f4a7c15ULL;
                band ^= band >> 29U;
            }
            if (filled) visit(band);  // what neither text has says nothing
        }
    }

    const std::vector<CopyCandidate>& articles_;
    std::vector<std::size_t>& leader_of_;
    std::vector<Leader> leaders_;
    std::unordered_multimap<std::uint64_t, std::size_t> by_hash_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_band_;
};

auto leadership(const CopyCandidate& article) {
    return std::make_tuple(article.published.empty(), std::string_view(article.published),
                           std::string_view(article.id));
}

}  // namespace

std::vector<std::size_t> deduplicate(const std::vector<CopyCandidate>& articles) {
    std::vector<std::size_t> leader_of(articles.size());
    std::iota(leader_of.begin(), leader_of.end(), std::size_t{0});
    std::vector<std::size_t> order = leader_of;
    // Sorted by bucket, so that one bucket's tables are in memory at a time. Without a provider only
    // identical bodies fold: their hash is their bucket.
    const auto bucket = [&articles](std::size_t i) {
        const CopyCandidate& article = articles[i];
        return std::make_tuple(std::string_view(article.providers), std::string_view(article.grades),
                               article.providers.empty() ? article.body_hash : 0);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto left = bucket(a);
        const auto right = bucket(b);
        if (left != right) return left < right;
        const auto first = leadership(articles[a]);
        const auto second = leadership(articles[b]);
        return first != second ? first < second : a < b;
    });
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && bucket(order[end]) == bucket(order[begin])) ++end;
        if (end - begin > 1) {
            BucketFolder folder(articles, leader_of);
            for (std::size_t i = begin; i < end; ++i) folder.fold(order[i]);
        }
        begin = end;
    }
    return leader_of;
}

}  // namespace findings
