#include "searcher/match/rank_adjacent.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <numeric>

#include "common/index/position_pack.hpp"
#include "common/index/schema.hpp"

namespace findings {
namespace {

// Of a word's weight. Between 0.2 and 0.4 nothing moves by more than 0.005 nDCG@10 (docs/ranking.md).
constexpr double kPairWeight = 0.3;

using Positions = std::vector<std::uint32_t>;

// The stories of an ascending list that have the word.
std::vector<bool> find_word(const Xapian::Database& database, const std::string& term,
                            const std::vector<Xapian::docid>& ids) {
    std::vector<bool> has(ids.size());
    auto at = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    for (std::size_t i = 0; i < ids.size() && at != end; ++i) {
        at.skip_to(ids[i]);
        has[i] = at != end && *at == ids[i];
    }
    return has;
}

// How often a place of `right` follows one of `left`.
std::size_t count_neighbours(const Positions& left, const Positions& right) {
    std::size_t count = 0;
    auto next = right.begin();
    for (const std::uint32_t place : left) {
        while (next != right.end() && *next <= place) ++next;
        if (next == right.end()) break;
        if (*next == place + 1) ++count;
    }
    return count;
}

/// What the best stories tell of one pair.
struct PairCounts {
    std::vector<std::size_t> in_story;
    std::size_t stories = 0;            ///< that have the pair
    std::size_t stories_with_rare = 0;  ///< that have the rarer of its words
    std::size_t occurrences = 0;
};

class PairRanking {
  public:
    PairRanking(const std::vector<WordPair>& pairs, const Xapian::Database& database, const NumberColumn& lengths,
                const std::vector<FindingStories>& generations)
        : database_(database),
          lengths_(lengths),
          stories_in_index_(database.get_doccount()),
          average_length_(database.get_avlength()) {
        // Xapian deals the documents of several databases out in turn.
        for (const FindingStories& generation : generations) readers_.emplace_back(generation.findings, generations);
        if (generations.empty()) readers_.emplace_back(database, generations);
        for (const auto& [left, right] : pairs) {
            const std::size_t l = number_of(left);
            const std::size_t r = number_of(right);
            pairs_.push_back({l, r, frequencies_[l] <= frequencies_[r] ? l : r});
        }
    }

    void count(const std::vector<FoundStory>& stories, std::size_t number) {
        counts_.assign(pairs_.size(), {});
        for (PairCounts& counts : counts_) counts.in_story.resize(number);
        // Lists are read forwards only.
        std::vector<std::size_t> order(number);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return stories[a].id < stories[b].id; });
        std::vector<Xapian::docid> ids;
        ids.reserve(number);
        for (const std::size_t story : order) ids.push_back(stories[story].id);
        std::vector<std::vector<bool>> has;
        has.reserve(words_.size());
        for (const std::string& word : words_) has.push_back(find_word(database_, word, ids));
        std::vector<Positions> positions(words_.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::size_t several = readers_.size();
            const auto id = static_cast<Xapian::docid>((ids[i] - 1) / several + 1);
            PositionReader& reader = readers_[(ids[i] - 1) % several];
            reader.skip_to(id);
            if (reader.at_end() || reader.document() != id) continue;
            for (std::size_t word = 0; word < words_.size(); ++word) {
                positions[word].clear();
                if (has[word][i]) reader.find(hashes_[word], positions[word]);
            }
            count_story(positions, order[i]);
        }
    }

    /// What the pairs add to the story counted as number `story`.
    [[nodiscard]] double bonus(std::size_t story, Xapian::docid id) const {
        double sum = 0;
        for (std::size_t i = 0; i < pairs_.size(); ++i)
            if (const std::size_t found = counts_[i].in_story[story]; found > 0) sum += weigh(i, found, id);
        return kPairWeight * sum;
    }

  private:
    struct Pair {
        std::size_t left, right, rare;
    };

    void count_story(const std::vector<Positions>& positions, std::size_t story) {
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const std::size_t found = count_neighbours(positions[pairs_[i].left], positions[pairs_[i].right]);
            PairCounts& counts = counts_[i];
            counts.in_story[story] = found;
            counts.occurrences += found;
            if (found > 0) ++counts.stories;
            if (!positions[pairs_[i].rare].empty()) ++counts.stories_with_rare;
        }
    }

    std::size_t number_of(const std::string& word) {
        const auto [place, fresh] = numbers_.try_emplace(word, words_.size());
        if (fresh) {
            words_.push_back(word);
            hashes_.push_back(hash_word(word));
            frequencies_.push_back(database_.get_termfreq(word));
        }
        return place->second;
    }

    // A pair is weighed as a word is. The rarer word is taken to be followed (or preceded) by the other as often in the
    // whole index as in the stories counted.
    [[nodiscard]] double weigh(std::size_t pair, std::size_t found, Xapian::docid id) const {
        const PairCounts& counts = counts_[pair];
        const double rate =
            (static_cast<double>(counts.stories) + 0.5) / (static_cast<double>(counts.stories_with_rare) + 1.0);
        const double stories = std::max(1.0, rate * frequencies_[pairs_[pair].rare]);
        const double occurrences =
            stories * static_cast<double>(counts.occurrences) / static_cast<double>(counts.stories);
        const double length = std::max(1.0, static_cast<double>(length_of(id)));
        return IneB2(stories_in_index_, occurrences, stories)
            .weigh(static_cast<double>(found), normalise_length(length, average_length_));
    }

    [[nodiscard]] std::uint32_t length_of(Xapian::docid id) const {
        return lengths_.empty() ? database_.get_doclength(id) : lengths_[id - 1];
    }

    const Xapian::Database& database_;
    const NumberColumn& lengths_;
    std::deque<PositionReader> readers_;  ///< of each database
    double stories_in_index_;
    double average_length_;
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::string> words_;
    std::vector<std::uint64_t> hashes_;
    std::vector<double> frequencies_;
    std::vector<Pair> pairs_;
    std::vector<PairCounts> counts_;
};

}  // namespace

void rank_adjacent(const std::vector<WordPair>& pairs, const Xapian::Database& database,
                   std::vector<FoundStory>& stories, const NumberColumn& lengths,
                   const std::vector<FindingStories>& generations) {
    if (pairs.empty() || stories.size() < 2) return;
    PairRanking ranking(pairs, database, lengths, generations);
    const std::size_t best = std::min(stories.size(), kRerankedStories);
    ranking.count(stories, best);
    for (std::size_t i = 0; i < best; ++i) {
        stories[i].pair_weight = ranking.bonus(i, stories[i].id);
        stories[i].weight += stories[i].pair_weight;
    }
    // Stable: stories of one weight stay in document order, the newest first.
    std::stable_sort(stories.begin(), stories.begin() + static_cast<std::ptrdiff_t>(best),
                     [](const FoundStory& a, const FoundStory& b) { return a.weight > b.weight; });
}

}  // namespace findings
