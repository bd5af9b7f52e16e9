#include "indexer/ingest/learn_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include <xxhash.h>

#include "indexer/clean/counted_lines.hpp"

namespace findings {
namespace {

/// A line or pair on a site, in a story.
struct Sighting {
    std::uint64_t key = 0;
    std::uint32_t story = 0;
    std::uint32_t site = 0;

    friend bool operator==(const Sighting&, const Sighting&) = default;
    friend bool operator<(const Sighting& a, const Sighting& b) {
        return std::tie(a.key, a.site, a.story) < std::tie(b.key, b.site, b.story);
    }
};

using Stories = std::vector<std::uint32_t>;  // by article
using Minhash = std::array<std::uint32_t, 4>;

// Two articles with a share of J lines in common agree on three of four minima in J^3 (4 - 3 J) of all cases: 0.95 for
// nine tenths, 0.02 for a fifth.
constexpr std::size_t kMinhashSize = Minhash().size();

// What is an article's own is at least a fifth of its prose; less is a copy's new first sentence.
constexpr std::uint64_t kOwnShare = 5;

std::uint32_t find_root(Stories& parents, std::uint32_t article) {
    while (parents[article] != article) article = parents[article] = parents[parents[article]];
    return article;
}

class Learner {
  public:
    Learner(const CountedArticles& articles, std::size_t sightings) : articles_(articles), sightings_(sightings) {
        std::unordered_map<std::uint64_t, std::uint32_t> numbers;
        for (const auto& sites : articles.sites) {
            auto& mine = numbers_.emplace_back();
            for (std::size_t k = 0; k < sites.size(); ++k)
                mine[k] = numbers.emplace(sites[k], static_cast<std::uint32_t>(numbers.size())).first->second;
        }
        site_stories_.resize(numbers.size());
    }

    RecurringLines learn() {
        Stories stories(articles_.sites.size());
        std::iota(stories.begin(), stories.end(), 0U);
        RecurringLines recurring = count(stories);
        if (recurring.empty()) return recurring;
        return count(join_copies(recurring));
    }

  private:
    RecurringLines count(const Stories& stories) {
        count_site_stories(stories);
        std::size_t all = 0;
        const auto count_one = [&all](const Sighting&) { ++all; };
        for_each_sighting(stories, count_one);
        const std::size_t slices = all / sightings_ + 1;
        std::vector<std::pair<std::uint64_t, std::uint8_t>> recurring;
        std::vector<Sighting> slice;
        slice.reserve(std::min(all, sightings_ + sightings_ / 8));
        for (std::size_t number = 0; number < slices; ++number) {
            slice.clear();
            for_each_sighting(stories, [&](const Sighting& sighting) {
                if (sighting.key % slices == number) slice.push_back(sighting);
            });
            add_recurring(slice, recurring);
        }
        return RecurringLines(std::move(recurring));
    }

    void count_site_stories(const Stories& stories) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (std::size_t i = 0; i < numbers_.size(); ++i)
            for (std::size_t k = 0; k < numbers_[i].size(); ++k)
                if (articles_.sites[i][k] != 0) pairs.emplace_back(numbers_[i][k], stories[i]);
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        std::fill(site_stories_.begin(), site_stories_.end(), 0);
        for (const auto& [site, story] : pairs) ++site_stories_[site];
    }

    template <typename Visit>
    void for_each_sighting(const Stories& stories, Visit visit) const {
        articles_.scan([&](std::size_t article, const std::vector<CountedLine>& lines) {
            for (std::size_t k = 0; k < numbers_[article].size(); ++k) {
                const std::uint32_t site = numbers_[article][k];
                if (articles_.sites[article][k] == 0 || site_stories_[site] < kLeastStories) continue;
                const auto see = [&](std::uint64_t line) {
                    visit(Sighting{hash_on_site(articles_.sites[article][k], line), stories[article], site});
                };
                for (std::size_t i = 0; i < lines.size(); ++i) {
                    see(lines[i].hash);
                    if (i > 0 && (lines[i - 1].label || lines[i].label))
                        see(hash_pair(lines[i - 1].hash, lines[i].hash));
                }
            }
        });
    }

    void add_recurring(std::vector<Sighting>& slice, std::vector<std::pair<std::uint64_t, std::uint8_t>>& recurring) {
        std::sort(slice.begin(), slice.end());
        slice.erase(std::unique(slice.begin(), slice.end()), slice.end());
        for (std::size_t begin = 0, end = 0; begin < slice.size(); begin = end) {
            while (end < slice.size() && slice[end].key == slice[begin].key) ++end;
            const std::size_t percent = (end - begin) * 100 / site_stories_[slice[begin].site];
            if (end - begin >= kLeastStories && percent >= kLeastPercent)
                recurring.emplace_back(slice[begin].key,
                                       static_cast<std::uint8_t>(std::min<std::size_t>(percent, 100)));
        }
    }

    // Articles of one site whose own prose is the same get the number of the first of them.
    Stories join_copies(const RecurringLines& recurring) const {
        std::vector<Minhash> minhashes(articles_.sites.size());
        articles_.scan([&](std::size_t article, const std::vector<CountedLine>& lines) {
            minhashes[article] = make_minhash(article, lines, recurring);
        });
        Stories parents(minhashes.size());
        std::iota(parents.begin(), parents.end(), 0U);
        std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(minhashes.size());
        for (std::size_t left_out = 0; left_out < kMinhashSize; ++left_out) {
            for (std::size_t i = 0; i < minhashes.size(); ++i) {
                Minhash three = minhashes[i];
                three[left_out] = 0;
                const std::uint64_t site = articles_.sites[i].front();
                keys[i] = {XXH3_64bits_withSeed(three.data(), sizeof three, site), static_cast<std::uint32_t>(i)};
            }
            std::sort(keys.begin(), keys.end());
            for (std::size_t i = 1; i < keys.size(); ++i) {
                if (keys[i].first != keys[i - 1].first) continue;
                const std::uint32_t a = find_root(parents, keys[i - 1].second);
                const std::uint32_t b = find_root(parents, keys[i].second);
                parents[std::max(a, b)] = std::min(a, b);
            }
        }
        for (std::uint32_t i = 0; i < parents.size(); ++i) parents[i] = find_root(parents, i);
        return parents;
    }

    [[nodiscard]] Minhash make_minhash(std::size_t article, const std::vector<CountedLine>& lines,
                                       const RecurringLines& recurring) const {
        const SiteLines known{&recurring, {articles_.sites[article].begin(), articles_.sites[article].end()}};
        std::uint64_t prose_bytes = 0;
        std::uint64_t own_bytes = 0;
        for (const CountedLine& line : lines) {
            prose_bytes += line.prose_bytes;
            if (known.percent(line.hash) == 0) own_bytes += line.prose_bytes;
        }
        const bool has_own = own_bytes * kOwnShare >= prose_bytes;
        Minhash minhash;
        minhash.fill(std::numeric_limits<std::uint32_t>::max());
        const auto add = [&minhash](std::uint64_t hash) {
            for (std::size_t k = 0; k < kMinhashSize; ++k)
                minhash[k] = std::min(
                    minhash[k], static_cast<std::uint32_t>(XXH3_64bits_withSeed(&hash, sizeof hash, k + 1) >> 32U));
        };
        for (const CountedLine& line : lines)
            if ((line.prose_bytes > 0 || prose_bytes == 0) && (!has_own || known.percent(line.hash) == 0))
                add(line.hash);
        // Without a line there is nothing to be a copy of.
        if (lines.empty()) add(hash_on_site(article, 0));
        return minhash;
    }

    const CountedArticles& articles_;
    std::size_t sightings_;
    std::vector<std::array<std::uint32_t, 2>> numbers_;  // of sites, by article
    std::vector<std::size_t> site_stories_;              // by number of site
};

}  // namespace

RecurringLines learn_lines(const CountedArticles& articles, std::size_t sightings) {
    return Learner(articles, sightings).learn();
}

}  // namespace findings
