#include "searcher/rank_adjacent.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace findings {
namespace {

// Of a word's weight. Between 0.2 and 0.4 nothing moves by more than 0.005 nDCG@10 (docs/ranking.md).
constexpr double kPairWeight = 0.3;

using Positions = std::vector<Xapian::termpos>;

Positions read_positions(const Xapian::Database& database, Xapian::docid id, const std::string& term) {
    Positions positions;
    for (auto at = database.positionlist_begin(id, term); at != database.positionlist_end(id, term); ++at)
        positions.push_back(*at);
    return positions;
}

// How often a place of `right` follows one of `left`.
std::size_t count_neighbours(const Positions& left, const Positions& right) {
    std::size_t count = 0;
    auto next = right.begin();
    for (const Xapian::termpos place : left) {
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
    PairRanking(const std::vector<WordPair>& pairs, const Xapian::Database& database)
        : database_(database), stories_in_index_(database.get_doccount()), average_length_(database.get_avlength()) {
        for (const auto& [left, right] : pairs) {
            const std::size_t l = number_of(left);
            const std::size_t r = number_of(right);
            pairs_.push_back({l, r, frequencies_[l] <= frequencies_[r] ? l : r});
        }
        counts_.resize(pairs_.size());
    }

    void count(Xapian::docid id) {
        std::vector<Positions> positions;
        positions.reserve(words_.size());
        for (const std::string& word : words_) positions.push_back(read_positions(database_, id, word));
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const std::size_t found = count_neighbours(positions[pairs_[i].left], positions[pairs_[i].right]);
            PairCounts& counts = counts_[i];
            counts.in_story.push_back(found);
            counts.occurrences += found;
            if (found > 0) ++counts.stories;
            if (!positions[pairs_[i].rare].empty()) ++counts.stories_with_rare;
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

    std::size_t number_of(const std::string& word) {
        const auto [place, fresh] = numbers_.try_emplace(word, words_.size());
        if (fresh) {
            words_.push_back(word);
            frequencies_.push_back(database_.get_termfreq(word));
        }
        return place->second;
    }

    // IneB2 for a pair, as Xapian's IneB2Weight computes it for a word. The rarer word is taken to be followed (or
    // preceded) by the other as often in the whole index as in the stories counted.
    [[nodiscard]] double weigh(std::size_t pair, std::size_t found, Xapian::docid id) const {
        const PairCounts& counts = counts_[pair];
        const double rate =
            (static_cast<double>(counts.stories) + 0.5) / (static_cast<double>(counts.stories_with_rare) + 1.0);
        const double stories = std::max(1.0, rate * frequencies_[pairs_[pair].rare]);
        const double occurrences =
            stories * static_cast<double>(counts.occurrences) / static_cast<double>(counts.stories);
        const double all = stories_in_index_;
        const double expected = all * (1.0 - std::pow((all - 1.0) / all, occurrences));
        const double rarity = std::log2((all + 1.0) / (expected + 0.5));
        const double length = std::max(1.0, static_cast<double>(database_.get_doclength(id)));
        const double normal =
            static_cast<double>(found) * std::log2(1.0 + kWeightingConstant * average_length_ / length);
        return std::max(0.0, rarity) * normal * (occurrences + 1.0) / (stories * (normal + 1.0));
    }

    const Xapian::Database& database_;
    double stories_in_index_;
    double average_length_;
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::string> words_;
    std::vector<double> frequencies_;
    std::vector<Pair> pairs_;
    std::vector<PairCounts> counts_;
};

}  // namespace

void rank_adjacent(const std::vector<WordPair>& pairs, const Xapian::Database& database,
                   std::vector<FoundStory>& stories) {
    if (pairs.empty() || stories.size() < 2) return;
    PairRanking ranking(pairs, database);
    const std::size_t best = std::min(stories.size(), kRerankedStories);
    for (std::size_t i = 0; i < best; ++i) ranking.count(stories[i].id);
    for (std::size_t i = 0; i < best; ++i) {
        stories[i].pair_weight = ranking.bonus(i, stories[i].id);
        stories[i].weight += stories[i].pair_weight;
    }
    // Stable: stories of one weight stay in document order, the newest first.
    std::stable_sort(stories.begin(), stories.begin() + static_cast<std::ptrdiff_t>(best),
                     [](const FoundStory& a, const FoundStory& b) { return a.weight > b.weight; });
}

}  // namespace findings
