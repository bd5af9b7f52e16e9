#include <algorithm>
#include <span>

#include "indexer/clean/boilerplate.hpp"
#include "indexer/clean/recurring_words.hpp"
#include "indexer/clean/title.hpp"

namespace findings {
namespace {

constexpr std::string_view kRule = "recurs-across-site";

// In percent of the site's stories. What talks of the paper or to the reader is boilerplate as soon as it recurs at all
// (kLeastPercent); other lines may be the background paragraph of a series and must stand in more stories than one
// subject has, inside the story in nearly all of them.
constexpr int kTellingPercent = 30;
constexpr int kUsualPercent = 50;
constexpr int kSurePercent = 80;

// Two headings that a site's stories share make them forms: reports, whose sentences recur because they were meant to.
constexpr std::size_t kFormHeadings = 2;

// A label belongs to a box when it stands nowhere else.
constexpr int kPairPercent = 90;

bool holds_any(const Line& line, std::span<const std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&line](std::string_view phrase) {
        return (word_bits(phrase) & ~line.word_bits) == 0 && holds_phrase(line.folded, phrase);
    });
}

bool speaks_of_press(const Line& line) { return holds_any(line, kPressWords); }
// "We will keep you informed," is said to a council.
bool speaks_to_reader(const Line& line) {
    return line.folded.find('"') == std::string::npos && holds_any(line, kReaderWords);
}
bool speaks_of_inspection(const Line& line) { return holds_any(line, kInspectionWords); }
bool may_be_label_of_facet(const Line& line) { return speaks_of_inspection(line) || holds_any(line, kLabelWords); }

// A name may be the provider's, in a folder about one; a slogan has small words between.
bool is_name(const Line& line) {
    const std::vector<std::string_view> words = split_words(line.text);
    return std::count_if(words.begin(), words.end(),
                         [](std::string_view word) { return word[0] >= 'a' && word[0] <= 'z'; }) < 2;
}

bool is_salutation(const Line& line) {
    return line.folded.starts_with("dear ") || line.folded.starts_with("yours sincerely") ||
           line.folded.starts_with("yours faithfully");
}

class RecurringDropper {
  public:
    RecurringDropper(std::vector<Line>& lines, const MarkedTitle& title, const SiteLines& site)
        : lines_(lines), title_(title), site_(site), hashes_(lines.size()), percents_(lines.size()) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            hashes_[i] = hash_counted_line(lines[i]);
            if (lines[i].kept() && !is_title(lines[i])) percents_[i] = site.percent(hashes_[i]);
            if (!lines[i].kept() || percents_[i] > 0 || !is_prose(lines[i])) continue;
            first_own_ = std::min(first_own_, i);
            own_end_ = i + 1;
        }
    }

    void drop() {
        // Nothing of its own: a copy of what others hold, or a page without a story. Either way this is all there is.
        if (own_end_ == 0 || std::all_of(percents_.begin(), percents_.end(), [](int p) { return p == 0; })) return;
        form_ = is_form();
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (recurs(i) && is_sentence(lines_[i]) && is_boilerplate_sentence(i)) lines_[i].rule = kRule;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (recurs(i) && !is_sentence(lines_[i]) && is_boilerplate_label(i)) lines_[i].rule = kRule;
        drop_tail();
        drop_boxes();
    }

  private:
    [[nodiscard]] bool recurs(std::size_t i) const { return lines_[i].kept() && percents_[i] > 0; }
    [[nodiscard]] bool is_title(const Line& line) const {
        return !title_.folded.empty() && repeats_title(line, title_.folded);
    }
    [[nodiscard]] bool outside(std::size_t i) const { return i < first_own_ || i >= own_end_; }

    /// The kept line before or after, lines_.size() when there is none.
    [[nodiscard]] std::size_t previous(std::size_t i) const {
        while (i-- > 0)
            if (lines_[i].kept()) return i;
        return lines_.size();
    }
    [[nodiscard]] std::size_t next(std::size_t i) const {
        while (++i < lines_.size())
            if (lines_[i].kept()) return i;
        return lines_.size();
    }

    [[nodiscard]] bool is_form() const {
        std::vector<std::uint64_t> headings;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].kept() && is_salutation(lines_[i])) return true;
            if (!recurs(i) || is_sentence(lines_[i])) continue;
            const std::size_t above = previous(i);
            const std::size_t below = next(i);
            if (above == lines_.size() || below == lines_.size() || percents_[below] > 0) continue;
            // The last label of a box stands above a story too, but below the box.
            if (percents_[above] > 0 && is_sentence(lines_[above])) continue;
            const bool heads = is_prose(lines_[below]) || lines_[below].role == BlockRole::table_row;
            if (heads && std::find(headings.begin(), headings.end(), hashes_[i]) == headings.end())
                headings.push_back(hashes_[i]);
        }
        return headings.size() >= kFormHeadings;
    }

    [[nodiscard]] bool is_boilerplate_sentence(std::size_t i) const {
        const Line& line = lines_[i];
        // Quotes are what somebody said; a colon says that what follows belongs to it.
        if (opens_with_quote(line.text) || line.text.ends_with(':')) return false;
        const std::size_t above = previous(i);
        if (above < lines_.size() && percents_[above] == 0 && lines_[above].text.ends_with(':')) return false;
        const bool telling = speaks_of_press(line) || speaks_to_reader(line);
        const bool inspection = speaks_of_inspection(line);
        if (telling) return percents_[i] >= (inspection ? kUsualPercent : kTellingPercent);
        // In a folder of reports without an address such a sentence is the reports' own.
        if (form_ || (inspection && !site_.named)) return false;
        return percents_[i] >= (inspection || !outside(i) ? kSurePercent : kUsualPercent);
    }

    // Headings ("Background") recur as well: inside the story a label falls only by its words.
    [[nodiscard]] bool is_boilerplate_label(std::size_t i) const {
        const Line& line = lines_[i];
        if (line.text.ends_with(':') || (form_ && !outside(i))) return false;
        if (speaks_of_press(line))
            return percents_[i] >= (may_be_label_of_facet(line) ? kUsualPercent : kTellingPercent);
        if (form_ || i >= first_own_ || may_be_label_of_facet(line)) return false;
        // Nothing of a story stands above its heading.
        if (title_.line < lines_.size()) return i < title_.line && percents_[i] >= kTellingPercent;
        return percents_[i] >= kSurePercent && !is_name(line) && has_headline_below(i);
    }

    // What will be the title once this line is gone.
    [[nodiscard]] bool has_headline_below(std::size_t i) const {
        while (++i < first_own_)
            if (lines_[i].kept() && percents_[i] == 0 && is_headline_like(lines_[i])) return true;
        return false;
    }

    // Below everything that is the article's own, a label heads nothing.
    void drop_tail() {
        for (std::size_t i = lines_.size(); i-- > own_end_;) {
            if (!lines_[i].kept()) continue;
            if (percents_[i] == 0) return;
            if (is_sentence(lines_[i])) continue;
            if (!form_ && percents_[i] >= kUsualPercent && !may_be_label_of_facet(lines_[i])) lines_[i].rule = kRule;
        }
    }

    // Labels that stand only above or below boilerplate go with it.
    void drop_boxes() {
        for (std::size_t i = 1; i < lines_.size(); ++i) drop_with(i, i - 1, hash_pair(hashes_[i - 1], hashes_[i]));
        for (std::size_t i = lines_.size() - 1; i-- > 0;) drop_with(i, i + 1, hash_pair(hashes_[i], hashes_[i + 1]));
    }
    void drop_with(std::size_t i, std::size_t neighbour, std::uint64_t pair) {
        if (!recurs(i) || form_ || is_sentence(lines_[i]) || lines_[neighbour].kept() || hashes_[neighbour] == 0)
            return;
        if (site_.percent(pair) * 100 >= percents_[i] * kPairPercent) lines_[i].rule = kRule;
    }

    std::vector<Line>& lines_;
    const MarkedTitle& title_;
    const SiteLines& site_;
    std::vector<std::uint64_t> hashes_;
    std::vector<int> percents_;
    std::size_t first_own_ = static_cast<std::size_t>(-1);  ///< first and one past the last line of own prose
    std::size_t own_end_ = 0;
    bool form_ = false;
};

}  // namespace

void drop_recurring(std::vector<Line>& lines, const MarkedTitle& title, const SiteLines& site) {
    if (site.lines == nullptr || site.lines->empty() || lines.empty()) return;
    RecurringDropper(lines, title, site).drop();
}

}  // namespace findings
