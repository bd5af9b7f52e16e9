#include "searcher/plan/position_source.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "common/index/position_pack.hpp"

namespace findings {
namespace {

using Positions = std::vector<std::uint32_t>;

/// A word that may stand at a place, and where its posting list has been read to. A story that has none of a word may
/// seem to have it in the packed positions; where one word of several is enough, only the posting list knows.
struct Candidate {
    std::string term;
    std::uint64_t hash = 0;
    std::optional<Xapian::PostingIterator> postings;
};

/// Judges the stories that an AND of its words has found. Xapian asks in ascending order of documents, and asks the
/// members of an AND by how many documents they claim, the rarest first: this one claims all.
class PositionSource : public Xapian::PostingSource {
  public:
    PositionSource(Window window, const Alternatives& places, std::size_t width, std::string_view prefix,
                   const std::vector<FindingStories>& generations)
        : window_(window), width_(width), prefix_(prefix), generations_(generations) {
        for (const std::vector<std::string>& terms : places) {
            places_.emplace_back();
            for (const std::string& term : terms)
                places_.back().push_back({prefix_ + term, hash_word(term), std::nullopt});
        }
        positions_.resize(places_.size());
    }

    [[nodiscard]] PositionSource* clone() const override {
        auto* copy = new PositionSource(window_, {}, width_, prefix_, generations_);
        copy->places_ = places_;
        for (std::vector<Candidate>& place : copy->places_)
            for (Candidate& candidate : place) candidate.postings.reset();
        copy->positions_.resize(places_.size());
        return copy;
    }
    [[nodiscard]] std::string name() const override { return "findings::PositionSource"; }

    void init(const Xapian::Database& database) override {
        database_ = database;
        documents_ = database.get_doccount();
        reader_.emplace(database, generations_);
        asked_ = 0;
        for (std::vector<Candidate>& place : places_)
            for (Candidate& candidate : place) candidate.postings.reset();
    }
    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }

    void next(double /*min_weight*/) override {
        reader_->skip_to(asked_ + 1);
        find_next();
    }
    void skip_to(Xapian::docid id, double /*min_weight*/) override {
        reader_->skip_to(id);
        find_next();
    }
    bool check(Xapian::docid id, double /*min_weight*/) override {
        reader_->skip_to(id);
        asked_ = id;
        if (at_end()) return true;
        return reader_->document() == id && fits();
    }
    [[nodiscard]] bool at_end() const override { return reader_->at_end(); }
    [[nodiscard]] Xapian::docid get_docid() const override { return reader_->document(); }
    [[nodiscard]] std::string get_description() const override {
        return window_ == Window::row ? "row" : "near " + std::to_string(width_);
    }

  private:
    void find_next() {
        while (!at_end() && !fits()) reader_->skip_to(reader_->document() + 1);
        if (!at_end()) asked_ = reader_->document();
    }

    bool fits() {
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (!find_places(places_[i], positions_[i])) return false;
        return window_ == Window::row ? stand_in_a_row(positions_) : stand_near(positions_, width_);
    }

    bool find_places(std::vector<Candidate>& candidates, Positions& positions) {
        positions.clear();
        for (Candidate& candidate : candidates) {
            const bool found = prefix_.empty() ? reader_->find(candidate.hash, found_)
                                               : reader_->find_in_title(candidate.hash, found_);
            if (!found || (candidates.size() > 1 && !has_word(candidate))) continue;
            positions.insert(positions.end(), found_.begin(), found_.end());
        }
        if (candidates.size() > 1) {
            // A word and a joined form may share a place.
            std::sort(positions.begin(), positions.end());
            positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
        }
        return !positions.empty();
    }

    bool has_word(Candidate& candidate) {
        if (!candidate.postings) candidate.postings = database_.postlist_begin(candidate.term);
        const auto end = database_.postlist_end(candidate.term);
        if (*candidate.postings != end) candidate.postings->skip_to(reader_->document());
        return *candidate.postings != end && **candidate.postings == reader_->document();
    }

    Window window_;
    std::size_t width_;
    std::string prefix_;
    std::vector<std::vector<Candidate>> places_;
    Xapian::Database database_;
    Xapian::doccount documents_ = 0;
    std::vector<FindingStories> generations_;
    std::optional<PositionReader> reader_;
    Xapian::docid asked_ = 0;           ///< the document judged last
    std::vector<Positions> positions_;  ///< of each place, kept for its memory
    Positions found_;
};

Xapian::Query any_term(const std::vector<std::string>& terms, std::string_view prefix) {
    std::vector<Xapian::Query> queries;
    queries.reserve(terms.size());
    for (const std::string& term : terms) queries.emplace_back(std::string(prefix) + term);
    if (queries.size() == 1) return queries.front();
    return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

/// One position for each place out of those within a window: a matching of places to positions, found place by place
/// along augmenting paths (Kuhn's algorithm). There are a few places and about as many positions.
class Matching {
  public:
    Matching(const std::vector<Positions>& places, std::uint32_t first, std::uint32_t last)
        : places_(places), first_(first), last_(last) {}

    bool covers_all() {
        for (std::size_t place = 0; place < places_.size(); ++place) {
            tried_.clear();
            if (!assign(place)) return false;
        }
        return true;
    }

  private:
    bool assign(std::size_t place) {
        for (auto at = std::lower_bound(places_[place].begin(), places_[place].end(), first_);
             at != places_[place].end() && *at <= last_; ++at) {
            if (std::find(tried_.begin(), tried_.end(), *at) != tried_.end()) continue;
            tried_.push_back(*at);
            const auto taken =
                std::find_if(taken_.begin(), taken_.end(), [&](const auto& pair) { return pair.first == *at; });
            if (taken == taken_.end()) {
                taken_.emplace_back(*at, place);
                return true;
            }
            const std::size_t index = static_cast<std::size_t>(taken - taken_.begin());
            if (assign(taken->second)) {
                taken_[index].second = place;
                return true;
            }
        }
        return false;
    }

    const std::vector<Positions>& places_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::vector<std::pair<std::uint32_t, std::size_t>> taken_;  ///< position, place that has it
    Positions tried_;
};

}  // namespace

bool stand_in_a_row(const std::vector<Positions>& places) {
    for (const std::uint32_t start : places.front()) {
        bool stands = true;
        for (std::size_t i = 1; i < places.size() && stands; ++i)
            stands = std::binary_search(places[i].begin(), places[i].end(), start + i);
        if (stands) return true;
    }
    return false;
}

bool stand_near(const std::vector<Positions>& places, std::size_t width) {
    // Every position may be the first of a window; those of the place with the fewest bound which are worth a try.
    const auto fewest = std::min_element(places.begin(), places.end(),
                                         [](const Positions& a, const Positions& b) { return a.size() < b.size(); });
    const auto reach = static_cast<std::uint32_t>(width - 1);
    for (const Positions& place : places)
        for (const std::uint32_t first : place) {
            const auto anchor = std::lower_bound(fewest->begin(), fewest->end(), first);
            if (anchor == fewest->end() || *anchor - first > reach) continue;
            if (Matching(places, first, first + reach).covers_all()) return true;
        }
    return false;
}

Xapian::Query make_window_query(Window window, const Alternatives& places, std::size_t width, std::string_view prefix,
                                const std::vector<FindingStories>& generations) {
    std::vector<Xapian::Query> words;
    words.reserve(places.size());
    for (const std::vector<std::string>& terms : places) words.push_back(any_term(terms, prefix));
    const Xapian::Query all(Xapian::Query::OP_AND, words.begin(), words.end());
    return {Xapian::Query::OP_FILTER, all,
            Xapian::Query((new PositionSource(window, places, width, prefix, generations))->release())};
}

}  // namespace findings
