#include "indexer/facets/finding/read_lists.hpp"

#include <string_view>
#include <utility>

#include "indexer/facets/finding/entry_marks.hpp"
#include "indexer/facets/finding/table_entries.hpp"

namespace findings {
namespace {

constexpr std::size_t kHeadingWords = 20;  ///< a longer line is no heading
constexpr std::size_t kSubheadingWords = 10;
constexpr std::size_t kLeadWords = 80;   ///< a sentence that ends in a colon may open a list
constexpr std::size_t kInlineWords = 4;  ///< "Recommendation: ensure that plans are kept"
constexpr std::size_t kFewestWords = 4;  ///< of an entry that no mark and no table tells
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// How the entries of one list are printed: told by its first entry.
enum class Style : unsigned char { unknown, numbers, bullets, lines };

/// "Recommendation 1": one thing to do, and what follows it explains.
bool is_singular(std::string_view heading) {
    while (!heading.empty() && (heading.back() < 'A' || heading.back() == ' ')) heading.remove_suffix(1);
    const bool area = heading.starts_with("Area ") || heading.starts_with("AREA ");
    return area || heading.ends_with("ecommendation") || heading.ends_with("ause of concern") ||
           heading.ends_with("equirement");
}

bool is_question(std::string_view heading) { return heading.starts_with("What "); }

class ListReader {
  public:
    ListReader(const CleanArticle& article, const ListHeadings& headings)
        : article_(article), headings_(headings), lines_(article.blocks.size(), ListLine::other) {
        result_.used.assign(article.blocks.size(), false);
        for (std::size_t i = 0; i < article.blocks.size(); ++i)
            if (may_be_heading(article.blocks[i])) lines_[i] = headings.read(text(i));
    }

    ReadLists read() {
        while (at_ < article_.blocks.size()) {
            if (begins_list(lines_[at_])) {
                read_list();
            } else {
                if (!read_inline()) pass();
                ++at_;
            }
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] std::string_view text(std::size_t block) const {
        return article_.text_of(article_.blocks[block].span);
    }
    [[nodiscard]] std::string_view text(Span span) const { return article_.text_of(span); }
    [[nodiscard]] BlockRole role(std::size_t block) const { return article_.blocks[block].role; }
    [[nodiscard]] bool is_row(std::size_t block) const { return text(block).find('\t') != std::string_view::npos; }

    [[nodiscard]] bool may_be_heading(const BodyBlock& block) const {
        const std::string_view line = article_.text_of(block.span);
        if (block.role == BlockRole::heading) return true;
        const std::size_t words = count_words(line);
        if (line.ends_with(':') && words <= kLeadWords) return true;
        if (words > kHeadingWords) return false;
        return block.role != BlockRole::list_item || !ends_sentence(line) || words <= kSubheadingWords;
    }

    /// A heading that is none of a list's, kept as the section of what follows.
    void pass() {
        if (role(at_) != BlockRole::heading) return;
        section_ = is_letterhead(text(at_)) ? Span{} : article_.blocks[at_].span;
    }

    /// "Recommendation 2: the council should …": heading and entry in one line.
    bool read_inline() {
        const std::size_t colon = text(at_).find(':');
        if (colon == std::string_view::npos || colon > 60) return false;
        const ListLine form = headings_.read(text(at_).substr(0, colon));
        if (!begins_list(form) || count_words(text(at_).substr(colon + 1)) < kInlineWords) return false;
        Span words = article_.blocks[at_].span;
        const Span heading{words.begin, words.begin + colon};
        words.begin += colon + 1;
        while (words.begin < words.end && article_.body[words.begin] == ' ') ++words.begin;
        result_.entries.push_back(
            {.form = form, .pieces = {words}, .addressee = {}, .due = {}, .heading = heading, .section = section_});
        result_.used[at_] = true;
        return true;
    }

    void read_list() {
        // "What does the local authority need to improve?", below it "Areas for improvement": the nearer heading says
        // what the list is. A heading printed twice is one.
        // It stands above later lists of its pages, too, until another question opens theirs.
        if (is_question(text(at_)) && is_question(text(section_))) section_ = {};
        while (at_ + 1 < article_.blocks.size() && begins_list(lines_[at_ + 1])) {
            if (text(at_) != text(at_ + 1) && role(at_) == BlockRole::heading) section_ = article_.blocks[at_].span;
            ++at_;
        }
        form_ = lines_[at_];
        heading_ = article_.blocks[at_].span;
        style_ = Style::unknown;
        number_ = 0;
        begin_ = result_.entries.size();
        open_ = kNone;
        due_ = {};
        single_ = is_singular(text(at_));
        ++at_;
        if (read_table()) return;
        while (at_ < article_.blocks.size() && read_block()) ++at_;
    }

    bool read_table() {
        std::size_t first = at_;
        while (first < article_.blocks.size() && !is_row(first) && role(first) != BlockRole::heading &&
               lines_[first] == ListLine::lead)
            ++first;
        if (first >= article_.blocks.size() || !is_row(first)) return false;
        std::size_t last = first;
        while (last < article_.blocks.size() && role(last) != BlockRole::heading && !begins_list(lines_[last]) &&
               lines_[last] != ListLine::close && lines_[last] != ListLine::aside)
            ++last;
        std::vector<ListedEntry> entries = read_table_entries(article_, headings_, first, last);
        for (ListedEntry& entry : entries) {
            entry.form = form_;
            entry.heading = heading_;
            entry.section = section_;
            result_.entries.push_back(std::move(entry));
        }
        for (std::size_t block = first; block < last; ++block) result_.used[block] = true;
        at_ = last;
        return true;
    }

    /// One block below the heading; false when the list is over before it.
    bool read_block() {
        const ListLine line = lines_[at_];
        if (begins_list(line) || line == ListLine::close || line == ListLine::aside) return false;
        if (line == ListLine::no_entries || line == ListLine::lead) {
            result_.used[at_] = true;
            return true;
        }
        if (line == ListLine::due) {
            due_ = article_.blocks[at_].span;
            return true;
        }
        if (headings_.read(text(at_).substr(0, text(at_).find_first_of(".\n"))) == ListLine::no_entries) return true;
        if (role(at_) == BlockRole::heading) return is_subheading();
        const MarkedLine mark = read_mark(text(at_));
        Span words = article_.blocks[at_].span;
        words.begin += mark.length;
        if (words.begin >= words.end) return true;
        const bool bulleted = role(at_) == BlockRole::list_item || mark.mark == EntryMark::bullet;
        if (mark.mark == EntryMark::number) return read_numbered(mark.number, words);
        if (mark.mark == EntryMark::dash || (bulleted && is_below_entry(words))) return add_below(words);
        if (bulleted) return read_bullet(words);
        return read_line(words);
    }

    /// A heading inside a list goes on with it when what follows is printed as its entries are.
    bool is_subheading() {
        std::size_t next = at_ + 1;
        while (next < article_.blocks.size() && lines_[next] == ListLine::other && role(next) == BlockRole::heading)
            ++next;
        if (next >= article_.blocks.size() || next > at_ + 2 || lines_[next] == ListLine::close ||
            lines_[next] == ListLine::aside)
            return false;
        const MarkedLine mark = read_mark(text(next));
        const bool numbered = mark.mark == EntryMark::number;
        const bool bulleted = !numbered && (role(next) == BlockRole::list_item || mark.mark == EntryMark::bullet);
        if (style_ == Style::numbers)
            return numbered && mark.number == number_ + 1 && is_directive(text(next).substr(mark.length));
        if (style_ == Style::bullets) return bulleted;
        return style_ == Style::unknown && (numbered || bulleted);
    }

    /// "Ensure that …", "The board should …".
    static bool is_directive(std::string_view words) {
        return !words.starts_with("The ") || words.find(" should ") != std::string_view::npos ||
               words.find(" must ") != std::string_view::npos || words.find(" need") != std::string_view::npos;
    }

    bool read_numbered(int number, Span words) {
        if (style_ == Style::unknown && headings_.read(text(words)) == ListLine::lead) return true;
        if (style_ != Style::numbers && is_numbered_heading(words)) return true;
        if (style_ == Style::bullets || style_ == Style::lines) return false;
        if (style_ == Style::numbers && number != number_ + 1 && number_ - number != 0 && number > number_ + 2)
            return false;
        style_ = Style::numbers;
        number_ = number;
        return add_entry(words);
    }

    /// "1. Quality of practice" above bullets that stand for themselves.
    [[nodiscard]] bool is_numbered_heading(Span words) const {
        return count_words(text(words)) <= kSubheadingWords && !ends_sentence(text(words)) && !leads_on(text(words)) &&
               is_followed_by_bullet() && !starts_small(text(at_ + 1));
    }

    bool read_bullet(Span words) {
        if (style_ == Style::numbers) return true;
        if (style_ == Style::lines) {
            // One line above bullets was no entry of theirs but told what they are.
            if (result_.entries.size() != begin_ + 1 || result_.entries[open_].pieces.size() != 1) return false;
            result_.entries.pop_back();
        }
        style_ = Style::bullets;
        return add_entry(words);
    }

    /// A line without a mark: an entry of a list without marks, the rest of an entry, a line between.
    bool read_line(Span words) {
        const std::string_view line = text(words);
        const std::string_view last = open_ == kNone ? std::string_view() : text(result_.entries[open_].pieces.back());
        const bool goes_on = open_ != kNone && !ends_sentence(last) && (starts_small(line) || breaks_off(last));
        if (style_ == Style::numbers) {
            if (goes_on) return add_below(words);
            return true;  // a subheading, a footnote
        }
        if (style_ == Style::bullets) {
            if (goes_on) return add_below(words);
            if (!is_followed_by_bullet()) return false;
            const bool new_page = article_.blocks[at_].page != article_.blocks[at_ - 1].page;
            return new_page && ends_sentence(line) ? add_below(words) : !ends_sentence(line);
        }
        if (style_ == Style::unknown && is_lead(line)) return true;
        if (count_words(line) < kFewestWords) return style_ == Style::unknown;
        if (goes_on) return add_below(words);
        if (single_ && style_ == Style::lines) return false;
        style_ = Style::lines;
        return add_entry(words);
    }

    [[nodiscard]] bool is_followed_by_bullet() const {
        const std::size_t next = at_ + 1;
        if (next >= article_.blocks.size()) return false;
        const MarkedLine mark = read_mark(text(next));
        return (role(next) == BlockRole::list_item || mark.mark == EntryMark::bullet) &&
               mark.length < text(next).size();
    }

    /// "Priority action should be taken across the following areas:" above bullets that stand for themselves.
    [[nodiscard]] bool is_lead(std::string_view line) const {
        if (headings_.read(line) == ListLine::lead) return true;
        if (at_ + 1 < article_.blocks.size() && read_mark(text(at_ + 1)).mark == EntryMark::number) return true;
        return is_followed_by_bullet() && !starts_small(text(at_ + 1)) &&
               (line.ends_with(':') || (!ends_sentence(line) && count_words(line) <= kSubheadingWords));
    }

    /// Bullets below a numbered entry, or in small letters below one that leads on to them.
    [[nodiscard]] bool is_below_entry(Span words) const {
        if (open_ == kNone) return false;
        const ListedEntry& entry = result_.entries[open_];
        const std::string_view first = text(entry.pieces.front());
        const bool led = leads_on(first) || entry.pieces.size() > 1;
        if (style_ == Style::bullets)
            return first.ends_with(':') && starts_small(text(words)) && !ends_sentence(text(entry.pieces.back()));
        return led || (style_ == Style::numbers && !ends_sentence(first));
    }

    bool add_entry(Span words) {
        open_ = result_.entries.size();
        result_.entries.push_back(
            {.form = form_, .pieces = {words}, .addressee = {}, .due = {}, .heading = heading_, .section = section_});
        if (due_.end > due_.begin) result_.entries.back().due.push_back(due_);
        result_.used[at_] = true;
        return true;
    }

    bool add_below(Span words) {
        result_.used[at_] = true;
        if (open_ == kNone) return add_entry(words);
        result_.entries[open_].pieces.push_back(words);
        return true;
    }

    const CleanArticle& article_;
    const ListHeadings& headings_;
    std::vector<ListLine> lines_;  ///< by block
    ReadLists result_;
    std::size_t at_ = 0;  ///< block
    Span section_;        ///< the last heading that began no list

    // The list being read.
    ListLine form_ = ListLine::other;
    Span heading_;
    Span due_;
    Style style_ = Style::unknown;
    int number_ = 0;
    bool single_ = false;
    std::size_t begin_ = 0;     ///< its first entry
    std::size_t open_ = kNone;  ///< its last entry
};

}  // namespace

ReadLists read_lists(const CleanArticle& article, const ListHeadings& headings) {
    return ListReader(article, headings).read();
}

}  // namespace findings
