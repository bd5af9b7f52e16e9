#include "indexer/facets/grade/grade_marks.hpp"

#include <algorithm>
#include <optional>

namespace findings {
namespace {

using enum TokenClass;

/// Rank of a printed grade among the scales that the rules allow; the first scale wins. None for another scale's.
std::optional<std::size_t> rank_of(const Regime& rules, std::uint32_t grade) {
    const std::string& scale = printed_grades()[grade].scale;
    std::size_t rank = 0;
    for (const std::vector<std::string>* scales : {&rules.awarded, &rules.previous})
        for (const std::string& each : *scales) {
            if (each == scale) return rank;
            ++rank;
        }
    return std::nullopt;
}

/// Collects what has a meaning of its own in a sentence: grades first, then areas, then names of bodies.
class MarkFinder {
  public:
    MarkFinder(std::size_t first, std::size_t last, const SentenceSetting& setting)
        : first_(first), last_(last), setting_(setting), taken_(last - first, false) {}

    std::vector<TokenMark> find() {
        find_grades();
        if (marks_.empty()) return {};
        find_areas();
        for (const TokenMark& mark : setting_.marks)
            if (mark.first >= first_ && mark.last <= last_) take(mark);
        std::sort(marks_.begin(), marks_.end(),
                  [](const TokenMark& a, const TokenMark& b) { return a.first < b.first; });
        return std::move(marks_);
    }

  private:
    void take(const TokenMark& mark) {
        for (std::size_t word = mark.first; word < mark.last; ++word)
            if (taken_[word - first_]) return;
        std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(mark.first - first_),
                  taken_.begin() + static_cast<std::ptrdiff_t>(mark.last - first_), true);
        marks_.push_back(mark);
    }

    /// Leftmost longest; of one length the first scale.
    void find_grades() {
        const Passage& passage = *setting_.passage;
        const auto [begin, end] = passage.matches_in(first_, last_);
        for (std::size_t i = begin; i < end; ++i) {
            const PhraseMatch& match = passage.matches[i];
            if (match.kind != PhraseKind::grade || match.first + match.count > last_) continue;
            const auto rank = rank_of(*setting_.rules, match.value);
            if (!rank || !is_printed_so(match)) continue;
            const std::size_t stop = match.first + match.count;
            if (!marks_.empty() && match.first < marks_.back().last) {
                // The same beginning, and longer or of a nearer scale.
                if (match.first != marks_.back().first || stop < marks_.back().last) continue;
                if (stop == marks_.back().last && *rank >= best_rank_) continue;
                marks_.pop_back();
            }
            best_rank_ = *rank;
            marks_.push_back({match.first, stop, grade, match.value});
        }
        std::vector<TokenMark> found;
        found.swap(marks_);
        for (const TokenMark& mark : found) take(mark);
    }

    /// The abbreviation is a grade in capitals only.
    [[nodiscard]] bool is_printed_so(const PhraseMatch& match) const {
        const std::string_view text = setting_.passage->words_text(match.first, match.first + match.count);
        return text.size() != 2 || text == "RI";
    }

    void find_areas() {
        const Passage& passage = *setting_.passage;
        const auto [begin, end] = passage.matches_in(first_, last_);
        std::optional<TokenMark> longest;
        const auto flush = [&] {
            if (longest) take(*longest);
            longest.reset();
        };
        for (std::size_t i = begin; i < end; ++i) {
            const PhraseMatch& match = passage.matches[i];
            if (match.kind != PhraseKind::judged_area || match.first + match.count > last_) continue;
            const auto row = setting_.books->row_of_name(match.value);
            if (!row) continue;
            const TokenMark mark{match.first, match.first + match.count, area, *row};
            if (longest && longest->first != mark.first) {
                if (mark.first < longest->last) continue;
                flush();
            }
            // Rows made for the regulator and type win: they have the lower rank.
            if (!longest || mark.last > longest->last ||
                setting_.books->rank_of_row(mark.value) < setting_.books->rank_of_row(longest->value))
                longest = mark;
        }
        flush();
    }

    std::size_t first_;
    std::size_t last_;
    const SentenceSetting& setting_;
    std::vector<bool> taken_;
    std::vector<TokenMark> marks_;
    std::size_t best_rank_ = 0;
};

}  // namespace

std::vector<TokenMark> find_grade_marks(std::size_t first, std::size_t last, const SentenceSetting& setting) {
    return MarkFinder(first, last, setting).find();
}

}  // namespace findings
