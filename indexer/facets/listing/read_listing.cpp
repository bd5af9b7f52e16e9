#include "indexer/facets/listing/read_listing.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/text/ascii.hpp"
#include "indexer/facets/listing/listed_table.hpp"

namespace findings {
namespace {

constexpr std::size_t kMostEntries = 150;
/// A longer block is running text: its grade is read by the rules for sentences.
constexpr std::size_t kLongestLine = 60;
constexpr std::size_t kLongestHeading = 12;
/// Two names that nothing tells to be bodies are no listing.
constexpr std::size_t kFewest = 2;

/// "Rated Good", "Requires improvement:", "Outstanding (3)", "The following were rated inadequate:": what a line gives
/// to the names below it or behind it.
struct GroupHead {
    ListedWords grade;
    std::size_t behind = 0;  ///< the first word behind the colon; the line's end where nothing stands there
};

/// Words around a grade that is the heading of a group.
bool frames_group(std::string_view word) {
    constexpr std::array<std::string_view, 40> kWords{
        "rated",     "graded",       "judged",   "found",  "overall",  "rating",    "grade",     "judgement",
        "were",      "was",          "to",       "be",     "the",      "following", "those",     "these",
        "all",       "as",           "schools",  "homes",  "services", "providers", "nurseries", "settings",
        "practices", "surgeries",    "councils", "bodies", "are",      "have",      "been",      "and",
        "agencies",  "childminders", "with",     "a",      "of",       "ones",      "places",    "given"};
    return is_one_of(kWords, word);
}

std::optional<GroupHead> read_group_head(const Passage& passage, std::size_t first, std::size_t last) {
    constexpr std::size_t kMostWords = 12;
    GroupHead head;
    std::size_t frames = 0;
    for (std::size_t at = first; at < last; ++at) {
        const WordGap gap = at == first ? WordGap::plain : gap_before(passage, at);
        if (!head.grade.empty() && gap == WordGap::colon) {
            head.behind = at;
            return head;
        }
        if (at - first >= kMostWords || gap == WordGap::stop || gap == WordGap::bar) return std::nullopt;
        const std::size_t behind = end_of_grade(passage, at);
        if (behind > at && head.grade.empty()) {
            head.grade = {at, behind};
            at = behind - 1;
            continue;
        }
        const std::string word = passage.folded(at);
        const bool number = std::all_of(word.begin(), word.end(), is_digit);
        if (!number && !frames_group(word)) return std::nullopt;
        ++frames;
    }
    if (head.grade.empty()) return std::nullopt;
    // "Good" alone, "Rated good (3)", "These were rated good:".
    head.behind = last;
    return head;
}

/// "New rating", "Previously", "Overall grade", "Last time": what stands before a colon and a grade that are said of
/// the name above.
bool labels_grade(std::string_view word) {
    constexpr std::array<std::string_view, 22> kWords{
        "new",    "latest", "current", "now",   "previous", "previously", "last",   "former",
        "before", "old",    "rating",  "grade", "overall",  "judgement",  "result", "time",
        "this",   "today",  "verdict", "rated", "the",      "official"};
    return is_one_of(kWords, word);
}

/// The blocks of a text, read one after the other.
class ListingReader {
  public:
    explicit ListingReader(const Reading& reading) : reading_(reading), passage_(reading.body) {}

    Listing read() {
        const auto& blocks = reading_.article.blocks;
        for (number_ = 0; number_ < blocks.size() && found_.size() < kMostEntries; ++number_)
            read_block(blocks[number_]);
        keep_listed();
        measure_sections();
        Listing listing;
        for (Found& found : found_) listing.entries.push_back(std::move(found.entry));
        return listing;
    }

  private:
    struct Found {
        RoundUpEntry entry;
        bool heading = false;  ///< it has its name only; what is below may give it a grade
        std::size_t block = 0;
    };

    void read_block(const BodyBlock& block) {
        const std::size_t first = passage_.word_at(block.span.begin);
        const std::size_t last = passage_.word_at(block.span.end);
        if (first >= last) return;
        if (read_table(block, first, last)) return;
        if (read_labels(first, last, block.span)) return;
        if (read_group(block, first, last)) return;
        const ListedLine line = read_listed_line(passage_, first, last);
        const bool item = block.role == BlockRole::list_item || first != skip_list_number(passage_, first, last) ||
                          last - first <= kLongestHeading;
        if (line.name.empty()) {
            if (block.role != BlockRole::list_item) group_ = {};
            if (last - first <= kLongestHeading && ends_without_stop(block)) bounds_.push_back(number_);
            read_below_heading(block, first, last);
            return;
        }
        // "Neighbouring Leeds was rated good.": a sentence, which the rules for sentences read.
        const bool sentence = line.said && !ends_without_stop(block) && block.role != BlockRole::list_item;
        if (!line.grade.empty() && last - first <= kLongestLine && !sentence) {
            add(line, block.span, block.span);
            return;
        }
        if (!group_.empty() && line.grade.empty() && item && line.whole) {
            ListedLine grouped = line;
            grouped.grade = group_;
            add(grouped, block.span, grader_);
            return;
        }
        if (line.whole && last - first <= kLongestHeading && ends_without_stop(block)) {
            group_ = {};
            add(line, block.span, block.span, true);
            return;
        }
        group_ = {};
        read_below_heading(block, first, last);
    }

    bool read_table(const BodyBlock& block, std::size_t first, std::size_t last) {
        const bool barred = block.role == BlockRole::table_row ||
                            reading_.article.text_of(block.span).find_first_of("|\t") != std::string_view::npos;
        if (!barred) {
            columns_.reset();
            return false;
        }
        const auto cells = read_cells(passage_, first, last);
        if (cells.size() < 2) return false;
        if (const auto header = read_header(passage_, cells)) {
            columns_ = header;
            group_ = {};
            return true;
        }
        if (!columns_) return false;
        const ListedLine row = read_row(passage_, cells, *columns_);
        if (!row.name.empty()) add(row, block.span, block.span);
        return true;
    }

    /// "Previous rating: Good (2018)", "New rating: Inadequate": lines below a name that is a heading.
    bool read_labels(std::size_t first, std::size_t last, Span where) {
        constexpr std::size_t kMostBlocks = 3;
        if (found_.empty() || !found_.back().heading || found_.back().block + kMostBlocks < number_) return false;
        bool any = false;
        for (std::size_t at = first; at < last; ++at) {
            if (at > first && gap_before(passage_, at) != WordGap::stop) continue;
            any = read_label(at, last, where) || any;
        }
        return any;
    }

    /// One such line.
    bool read_label(std::size_t first, std::size_t last, Span where) {
        constexpr std::size_t kMostWords = 4;
        bool previous = false;
        std::size_t at = first;
        for (; at < last && at < first + kMostWords && (at == first || gap_before(passage_, at) == WordGap::plain);
             ++at) {
            const std::string word = passage_.folded(at);
            if (!labels_grade(word) && !has_role_in(passage_, at, at + 1, Role::regulator) &&
                !has_role_in(passage_, at, at + 1, Role::inspect))
                break;
            previous = previous || is_label_of_previous(word);
        }
        if (at == first || at >= last) return false;
        const WordGap gap = gap_before(passage_, at);
        const std::size_t behind = end_of_grade(passage_, at);
        if (behind == at || (gap != WordGap::colon && gap != WordGap::dash)) return false;
        RoundUpEntry& entry = found_.back().entry;
        ListedWords& said = previous ? entry.previous : entry.grade;
        if (!said.empty()) return false;
        said = {at, behind};
        if (!previous) entry.grader = where;
        return true;
    }

    /// A heading that is a grade, with the names behind it where there are any.
    bool read_group(const BodyBlock& block, std::size_t first, std::size_t last) {
        const auto head = read_group_head(passage_, first, last);
        if (!head) return false;
        group_ = head->grade;
        grader_ = block.span;
        if (head->behind >= last) return true;
        read_names_behind(head->behind, last, block);
        group_ = {};
        return true;
    }

    /// "Abbey Sands, Torquay; Churston Court, Brixham.", "Elm House, Oak Lodge and Beech Court".
    void read_names_behind(std::size_t first, std::size_t last, const BodyBlock& block) {
        bool semicolons = false;
        for (std::size_t at = first; at < last; ++at)
            semicolons = semicolons || (at > first && gap_before(passage_, at) == WordGap::semicolon);
        std::size_t begin = first;
        for (std::size_t at = first + 1; at <= last; ++at) {
            const WordGap gap = at == last ? WordGap::stop : gap_before(passage_, at);
            const bool ends = gap == WordGap::stop ||
                              (semicolons ? gap == WordGap::semicolon : gap == WordGap::comma) ||
                              (!semicolons && at < last && passage_.folded(at) == "and" && closes_list(at, last));
            if (!ends) continue;
            if (begin < at && passage_.folded(begin) == "and") ++begin;
            ListedLine line = read_listed_line(passage_, begin, at);
            const bool place = !semicolons && at - begin == 1 && is_place(begin, at);
            if (!line.name.empty() && line.grade.empty() && !place) {
                line.grade = group_;
                add(line, block.span, block.span);
            }
            begin = at;
            if (gap == WordGap::stop) return;
        }
    }

    /// Whether the words are the name of a place and nothing else.
    [[nodiscard]] bool is_place(std::size_t first, std::size_t last) const {
        const auto [begin, end] = passage_.matches_in(first, first + 1);
        for (std::size_t i = begin; i < end; ++i)
            if (passage_.matches[i].kind <= PhraseKind::area &&
                passage_.matches[i].first + passage_.matches[i].count == last)
                return true;
        return false;
    }

    /// The "and" before the last name of a list.
    [[nodiscard]] bool closes_list(std::size_t at, std::size_t last) const {
        for (std::size_t word = at + 1; word < last; ++word) {
            const WordGap gap = gap_before(passage_, word);
            if (gap == WordGap::stop) return true;
            if (gap == WordGap::comma || passage_.folded(word) == "and") return false;
        }
        return true;
    }

    /// "Rated inadequate and given a notice. …", "Good, no change.": what the paragraph below a heading begins with.
    void read_below_heading(const BodyBlock& block, std::size_t first, std::size_t last) {
        if (found_.empty() || found_.back().block + 1 != number_) return;
        RoundUpEntry& entry = found_.back().entry;
        if (!entry.grade.empty() && !entry.previous.empty()) return;
        ListedLine line;
        read_listed_grades(passage_, first, std::min(last, end_of_sentences(first, last, 2)), line);
        if (entry.grade.empty()) {
            if (line.grade.empty() || line.said || !opens_sentence(line.grade.first, first)) return;
            entry.grade = line.grade;
            entry.grader = block.span;
        }
        if (entry.previous.empty()) entry.previous = line.previous;
        entry.unchanged = entry.unchanged || line.unchanged;
    }

    [[nodiscard]] std::size_t end_of_sentences(std::size_t first, std::size_t last, std::size_t count) const {
        for (std::size_t at = first + 1; at < last; ++at)
            if (gap_before(passage_, at) == WordGap::stop && --count == 0) return at;
        return last;
    }

    /// The grade, or "rated" before it, begins a sentence.
    [[nodiscard]] bool opens_sentence(std::size_t grade, std::size_t first) const {
        constexpr std::size_t kFarthest = 4;
        std::size_t at = grade;
        while (at > first && grade - at < kFarthest && gap_before(passage_, at) != WordGap::stop) --at;
        if (at != first && gap_before(passage_, at) != WordGap::stop) return false;
        for (std::size_t word = at; word < grade; ++word)
            if (!frames_group(passage_.folded(word))) return false;
        return true;
    }

    [[nodiscard]] bool ends_without_stop(const BodyBlock& block) const {
        const char end = reading_.article.body[block.span.end - 1];
        return end != '.' && end != '!' && end != '?';
    }

    void add(const ListedLine& line, Span where, Span grader, bool heading = false) {
        Found found;
        found.entry.name = line.name;
        found.entry.grade = line.grade;
        found.entry.previous = line.previous;
        found.entry.unchanged = line.unchanged;
        found.entry.line = where;
        found.entry.grader = grader;
        found.heading = heading;
        found.block = number_;
        found_.push_back(std::move(found));
    }

    /// One body with a grade is no listing.
    void keep_listed() {
        const auto headings = static_cast<std::size_t>(
            std::count_if(found_.begin(), found_.end(), [](const Found& found) { return found.heading; }));
        // A heading without a grade ends the section above it.
        if (headings < kFewest)
            std::erase_if(found_, [](const Found& found) { return found.heading && !found.entry.grade.empty(); });
        const auto all =
            std::count_if(found_.begin(), found_.end(), [](const Found& found) { return !found.entry.grade.empty(); });
        if (static_cast<std::size_t>(all) < kFewest) found_.clear();
    }

    /// A section goes up to the next entry; the last one is as long as the others.
    void measure_sections() {
        const auto& blocks = reading_.article.blocks;
        std::size_t longest = 0;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const std::size_t begin = found_[i].block;
            std::size_t end = begin + 1;
            if (i + 1 < found_.size()) {
                end = std::max(begin + 1, std::min(found_[i + 1].block, bound_behind(begin)));
                longest = std::max(longest, end - begin);
            } else {
                end = std::min({blocks.size(), begin + std::max<std::size_t>(longest, 1), bound_behind(begin)});
            }
            found_[i].entry.section = {blocks[begin].span.begin, blocks[end - 1].span.end};
        }
    }

    /// The first block behind another that is a heading of something else.
    [[nodiscard]] std::size_t bound_behind(std::size_t block) const {
        const auto bound = std::upper_bound(bounds_.begin(), bounds_.end(), block);
        return bound == bounds_.end() ? reading_.article.blocks.size() : *bound;
    }

    const Reading& reading_;
    const Passage& passage_;
    std::vector<Found> found_;
    std::vector<std::size_t> bounds_;  ///< blocks that are headings without a name
    std::optional<ListedColumns> columns_;
    ListedWords group_;  ///< the grade of the heading above
    Span grader_;
    std::size_t number_ = 0;
};

}  // namespace

const RoundUpEntry* Listing::entry_at(std::size_t byte) const {
    const auto behind =
        std::upper_bound(entries.begin(), entries.end(), byte,
                         [](std::size_t at, const RoundUpEntry& entry) { return at < entry.section.begin; });
    if (behind == entries.begin()) return nullptr;
    const RoundUpEntry& entry = *(behind - 1);
    // Names of one line have no text of their own.
    const bool shared = behind - entries.begin() > 1 && (behind - 2)->line == entry.line;
    return byte < entry.section.end && !shared ? &entry : nullptr;
}

Listing read_listing(const Reading& reading) {
    std::size_t grades = 0;
    for (const PhraseMatch& match : reading.body.matches) grades += match.kind == PhraseKind::grade ? 1 : 0;
    if (grades < kFewest) return {};
    return ListingReader(reading).read();
}

}  // namespace findings
