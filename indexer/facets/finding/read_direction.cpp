#include "indexer/facets/finding/read_direction.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "indexer/facets/finding/direction_cues.hpp"

namespace findings {
namespace {

constexpr std::size_t kSubjectReach = 3;  ///< words between a trouble and what lessens it
constexpr std::size_t kBurdenReach = 7;   ///< words between a burden and what says how much of it there is

/// A part of a sentence between commas and turns.
struct Segment {
    int fault = 0;
    int praise = 0;
    int worthy = 0;
    bool past = false;
    bool plan = false;
    bool early = false;
    bool neutral = false;
};

class SentenceReader {
  public:
    explicit SentenceReader(std::string_view sentence)
        : words_(split_sentence(sentence)), cues_(find_direction_cues(words_)) {}

    SaidDirection read() {
        for (const DirectionCue& cue : cues_)
            if (cue.role == DirectionRole::framework) return {{}, true};
        segments_.emplace_back();
        std::size_t scope_end = 0;
        for (std::size_t i = 0; i < cues_.size(); ++i) {
            const DirectionCue& cue = cues_[i];
            const std::size_t before = i == 0 ? 0 : cues_[i - 1].last;
            if (ends_between(before, cue.first + 1)) {
                segments_.emplace_back();
                scope_end = std::min(scope_end, cue.first);
            }
            const bool of_cases = cue.first < scope_end;
            if (cue.role == DirectionRole::turn) {
                if (cue.first > 0 || !is_adverb(cue)) turned_ = true;
                segments_.emplace_back();
                scope_end = cue.last;
            } else if (cue.role == DirectionRole::scope) {
                scope_end = std::max(scope_end, end_of(cue));
            } else if (!of_cases) {
                i = take(i);
            }
        }
        return decide();
    }

  private:
    /// Whether a comma, colon or semicolon stands before one of the words (after, end).
    [[nodiscard]] bool ends_between(std::size_t after, std::size_t end) const {
        for (std::size_t word = std::max<std::size_t>(after, 1); word < end; ++word)
            if (words_[word].comma_before || words_[word].stop_before) return true;
        return false;
    }

    /// "However, …": turns against the sentence before, not inside its own.
    [[nodiscard]] bool is_adverb(const DirectionCue& cue) const {
        return cue.last < words_.size() && cue.last == cue.first + 1 && words_[cue.last].comma_before;
    }

    [[nodiscard]] std::size_t end_of(const DirectionCue& cue) const {
        std::size_t end = std::min(words_.size(), cue.last + cue.reach);
        for (std::size_t word = cue.last; word < end; ++word)
            if (words_[word].comma_before || words_[word].stop_before) end = word;
        return end;
    }

    /// The first cue behind cue `i` that it reaches; cues_.size() for none.
    [[nodiscard]] std::size_t next_reached(std::size_t i) const {
        const std::size_t end = end_of(cues_[i]);
        const std::size_t next = i + 1;
        return next < cues_.size() && cues_[next].first < end && cues_[next].role != DirectionRole::turn ? next
                                                                                                         : cues_.size();
    }

    /// Whether a cue names what is praise when it is denied or lessened.
    [[nodiscard]] bool is_trouble(std::size_t i) const {
        return i < cues_.size() && (cues_[i].role == DirectionRole::trouble || cues_[i].role == DirectionRole::fault ||
                                    cues_[i].role == DirectionRole::burden);
    }

    /// Whether cue `i` stands close behind a trouble of such a kind, with no comma between.
    [[nodiscard]] bool is_behind(std::size_t i, std::initializer_list<DirectionRole> roles, std::size_t reach) const {
        if (i == 0 || cues_[i].first - cues_[i - 1].last > reach) return false;
        return std::find(roles.begin(), roles.end(), cues_[i - 1].role) != roles.end() &&
               !ends_between(cues_[i - 1].last, cues_[i].first + 1);
    }

    /// Counts cue `i` and what it governs; the last cue taken.
    std::size_t take(std::size_t i) {
        Segment& segment = segments_.back();
        switch (cues_[i].role) {
            case DirectionRole::fault:
                ++segment.fault;
                return i;
            case DirectionRole::praise:
                ++segment.praise;
                return i;
            case DirectionRole::worthy:
                ++segment.worthy;
                return i;
            case DirectionRole::early:
                segment.early = true;
                return i;
            case DirectionRole::plan:
                segment.plan = true;
                ++segment.worthy;
                return i;
            case DirectionRole::past:
                segment.past = true;
                return i;
            case DirectionRole::neutral:
                segment.neutral = true;
                return i;
            case DirectionRole::negation:
                return take_negation(i);
            case DirectionRole::lessen:
            case DirectionRole::hinder:
                return take_lessening(i);
            case DirectionRole::high:
            case DirectionRole::low:
                return take_amount(i);
            default:
                return i;
        }
    }

    std::size_t take_negation(std::size_t i) {
        Segment& segment = segments_.back();
        const std::size_t next = next_reached(i);
        // "Not always allocated in line with caseloads" denies the allocation.
        const bool burden_apart = next < cues_.size() && cues_[next].role == DirectionRole::burden &&
                                  cues_[next].first - cues_[i].last > kSubjectReach;
        if (is_trouble(next) && !burden_apart) {
            ++segment.praise;
            return next;
        }
        ++segment.fault;
        // All that is reached is denied: "not fully effective and timely".
        std::size_t last = i;
        const std::size_t end = end_of(cues_[i]);
        while (last + 1 < cues_.size() && cues_[last + 1].first < end &&
               (cues_[last + 1].role == DirectionRole::praise || cues_[last + 1].role == DirectionRole::worthy ||
                cues_[last + 1].role == DirectionRole::negation))
            ++last;
        return last;
    }

    std::size_t take_lessening(std::size_t i) {
        Segment& segment = segments_.back();
        if (const std::size_t next = next_reached(i); is_trouble(next)) {
            ++segment.praise;
            return next;
        }
        // "The number of children at risk has reduced."
        const bool behind_trouble = is_behind(i, {DirectionRole::trouble}, kSubjectReach) ||
                                    is_behind(i, {DirectionRole::burden}, kBurdenReach);
        if (behind_trouble && cues_[i].role == DirectionRole::lessen) {
            ++segment.praise;
            return i;
        }
        if (cues_[i].role == DirectionRole::hinder)
            ++segment.fault;
        else
            ++segment.worthy;
        return i;
    }

    /// "Turnover is low", "high caseloads", and what is low that should not be.
    std::size_t take_amount(std::size_t i) {
        Segment& segment = segments_.back();
        const bool low = cues_[i].role == DirectionRole::low;
        const std::size_t next = next_reached(i);
        const bool before = next < cues_.size() && cues_[next].role == DirectionRole::burden;
        if (before || is_behind(i, {DirectionRole::burden}, kBurdenReach)) {
            ++(low ? segment.praise : segment.fault);
            return before ? next : i;
        }
        if (low) ++segment.fault;
        return i;
    }

    [[nodiscard]] SaidDirection decide() const {
        bool fault = false;
        bool early = false;
        bool firm_praise = false;
        bool worthy = false;
        bool plan = false;
        bool neutral = false;
        bool praise_apart = false;  ///< a segment with praise and no fault
        for (const Segment& segment : segments_) {
            neutral = neutral || segment.neutral;
            if (segment.past) {
                neutral = true;
                continue;
            }
            fault = fault || segment.fault > 0;
            early = early || segment.early;
            plan = plan || segment.plan;
            firm_praise = firm_praise || segment.praise > 0;
            worthy = worthy || segment.worthy > 0;
            praise_apart =
                praise_apart || (segment.fault == 0 && !segment.early && (segment.praise > 0 || segment.worthy > 0));
        }
        if (fault || early) {
            const bool two_sides = (turned_ && praise_apart) || (plan && fault);
            return {two_sides ? FindingDirection::mixed : FindingDirection::weakness, true};
        }
        if (firm_praise) return {FindingDirection::strength, true};
        if (worthy && !neutral) return {FindingDirection::strength, false};
        return {{}, neutral};
    }

    std::vector<GradeWord> words_;
    std::vector<DirectionCue> cues_;
    std::vector<Segment> segments_;
    bool turned_ = false;
};

}  // namespace

SaidDirection read_direction(std::string_view sentence) { return SentenceReader(sentence).read(); }

}  // namespace findings
