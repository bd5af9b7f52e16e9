#include "searcher/answer/find_marks.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/text/scan_words.hpp"

namespace findings {
namespace {

// Letters of a word compared before it is folded and stemmed.
constexpr std::size_t kMaxAnchor = 3;
constexpr std::size_t kNoMark = std::numeric_limits<std::size_t>::max();

class MarkFinder {
  public:
    MarkFinder(std::string_view text, const QueryMarks& marks, Analyzer& analyzer, std::size_t enough_bytes)
        : text_(text), prefixes_(marks.prefixes), phrases_(marks.phrases), analyzer_(analyzer), enough_(enough_bytes) {
        std::size_t next = 0;
        for (const std::string& term : marks.exact) {
            exact_.emplace(term, next++);
            note_beginning(term, false);
        }
        for (const std::string& stem : marks.stems) {
            stems_.emplace(stem, next++);
            note_beginning(stem, true);
        }
        first_prefix_ = next;
        for (const std::string& prefix : marks.prefixes) note_beginning(prefix, false);
        first_phrase_ = next + marks.prefixes.size();
        for (std::size_t i = 0; i < phrases_.size(); ++i) {
            if (phrases_[i].empty()) continue;
            ends_[phrases_[i].back()].push_back(i);
            longest_ = std::max(longest_, phrases_[i].size());
            for (const std::string& term : phrases_[i]) note_beginning(term, false);
        }
        last_seen_.assign(first_phrase_ + phrases_.size(), kNoMark);
    }

    std::vector<MarkedWord> find() {
        WordScanner scanner(text_);
        WordSpan span;
        // Words joined by hyphens are looked at together, for the sake of their joined form.
        std::vector<WordSpan> chain;
        bool more = scanner.next(span);
        while (more && span.begin < stop_at_) {
            chain.assign(1, span);
            while ((more = scanner.next(span)) && span.hyphen_before) chain.push_back(span);
            look_at(chain);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const MarkedWord& a, const MarkedWord& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        return std::move(found_);
    }

  private:
    using Terms = std::unordered_map<std::string, std::size_t>;
    struct Place {
        std::size_t ordinal;
        std::size_t begin;
        std::size_t end;
        std::string term;
    };

    // Forms of a word share three letters with its stem; those of short ones (die, dying) the first only. Of
    // the table of equivalents enquiry/inquiry alone does not, and stays unmarked in the other spelling.
    void note_beginning(const std::string& term, bool is_stem) {
        const std::size_t length = is_stem && term.size() <= kMaxAnchor ? 1 : kMaxAnchor;
        if (!term.empty()) anchors_[static_cast<unsigned char>(term.front())].push_back(term.substr(0, length));
    }

    // Upper-case letters are tried as lower case; a word with accents may begin with anything once folded.
    [[nodiscard]] bool may_match(const WordSpan& span) const {
        if (!span.ascii) return true;
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
        const std::string_view word = text_.substr(span.begin, span.end - span.begin);
        for (const std::string& anchor : anchors_[static_cast<unsigned char>(lower(word.front()))]) {
            std::size_t i = 1;
            while (i < anchor.size() && i < word.size() && lower(word[i]) == anchor[i]) ++i;
            if (i == anchor.size()) return true;
        }
        return false;
    }

    void look_at(const std::vector<WordSpan>& chain) {
        const std::size_t first_ordinal = ordinal_;
        ordinal_ += chain.size();
        // The beginning of a joined form may reach over several parts; hyphens are rare enough to fold them
        // all.
        if (chain.size() == 1 && !may_match(chain.front())) return;
        const std::size_t begin = chain.front().begin;
        tokens_.clear();
        analyzer_.tokenize(text_.substr(begin, chain.back().end - begin), tokens_,
                           static_cast<std::uint32_t>(first_ordinal));
        for (Token& token : tokens_) {
            Place place{token.position, begin + token.begin, begin + token.end, std::move(token.term)};
            if (const std::size_t mark = mark_of(place.term); mark != kNoMark) add_found(place, mark);
            if (longest_ > 0 && !token.joined) look_for_phrases(std::move(place));
        }
    }

    std::size_t mark_of(const std::string& term) {
        if (const auto found = exact_.find(term); found != exact_.end()) return found->second;
        if (!stems_.empty())
            if (const auto found = stems_.find(analyzer_.stem(term)); found != stems_.end()) return found->second;
        for (std::size_t i = 0; i < prefixes_.size(); ++i)
            if (term.compare(0, prefixes_[i].size(), prefixes_[i]) == 0) return first_prefix_ + i;
        return kNoMark;
    }

    // The words just before are kept; a phrase is looked for backwards from its last word.
    void look_for_phrases(Place place) {
        const auto ending = ends_.find(place.term);
        recent_.push_back(std::move(place));
        if (recent_.size() > longest_) recent_.erase(recent_.begin());
        if (ending == ends_.end()) return;
        for (const std::size_t phrase : ending->second)
            if (stands_here(phrases_[phrase]))
                for (std::size_t i = 0; i < phrases_[phrase].size(); ++i)
                    add_found(recent_[recent_.size() - 1 - i], first_phrase_ + phrase);
    }

    [[nodiscard]] bool stands_here(const std::vector<std::string>& phrase) const {
        if (phrase.size() > recent_.size()) return false;
        const Place* place = &recent_[recent_.size() - phrase.size()];
        const std::size_t start = place->ordinal;
        for (std::size_t i = 0; i < phrase.size(); ++i, ++place)
            if (place->ordinal != start + i || place->term != phrase[i]) return false;
        // The index leaves a gap between lines: no phrase reaches over one.
        const std::size_t begin = (place - static_cast<std::ptrdiff_t>(phrase.size()))->begin;
        return text_.substr(begin, recent_.back().end - begin).find('\n') == std::string_view::npos;
    }

    void add_found(const Place& place, std::size_t mark) {
        found_.push_back({place.begin, place.end, mark});
        if (last_seen_[mark] == kNoMark) ++marks_seen_;
        last_seen_[mark] = place.begin;
        if (marks_seen_ < last_seen_.size()) return;
        const std::size_t oldest = *std::min_element(last_seen_.begin(), last_seen_.end());
        // One stretch further, so that the words after the last mark are known as well.
        if (place.end - oldest <= enough_) stop_at_ = std::min(stop_at_, oldest + 2 * enough_);
    }

    std::string_view text_;
    const std::vector<std::string>& prefixes_;
    const std::vector<std::vector<std::string>>& phrases_;
    Analyzer& analyzer_;
    std::size_t enough_;
    Terms exact_;
    Terms stems_;
    std::size_t first_prefix_ = 0;
    std::size_t first_phrase_ = 0;
    std::unordered_map<std::string, std::vector<std::size_t>> ends_;  ///< last word of a phrase -> phrases
    std::size_t longest_ = 0;
    std::array<std::vector<std::string>, 256> anchors_;  ///< by first byte: how words worth folding begin
    std::vector<Place> recent_;
    std::size_t ordinal_ = 1;
    std::vector<Token> tokens_;
    std::vector<MarkedWord> found_;
    std::vector<std::size_t> last_seen_;  ///< for each mark, where it stood last
    std::size_t marks_seen_ = 0;
    std::size_t stop_at_ = kNoMark;
};

}  // namespace

std::size_t count_marks(const QueryMarks& marks) {
    return marks.exact.size() + marks.stems.size() + marks.prefixes.size() + marks.phrases.size();
}

std::vector<MarkedWord> find_marks(std::string_view text, const QueryMarks& marks, Analyzer& analyzer,
                                   std::size_t enough_bytes) {
    if (marks.empty()) return {};
    return MarkFinder(text, marks, analyzer, enough_bytes).find();
}

}  // namespace findings
