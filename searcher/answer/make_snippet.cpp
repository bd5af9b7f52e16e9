#include "searcher/answer/make_snippet.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "searcher/answer/commonplace.hpp"
#include "searcher/answer/find_marks.hpp"
#include "searcher/query/character.hpp"

namespace findings {
namespace {

// A new mark in the window counts as much as ten repetitions of one already there.
constexpr std::size_t kNewMark = 10;
// More words of one kind than this say nothing about which window is best.
constexpr std::size_t kMaxConsidered = 20000;

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The marked words [first, last) of the window with the best score; of equals the first.
std::pair<std::size_t, std::size_t> choose_window(const std::vector<MarkedWord>& words, std::size_t max_bytes) {
    std::pair<std::size_t, std::size_t> best{0, 0};
    std::size_t best_score = 0;
    std::unordered_map<std::size_t, std::size_t> counts;
    std::size_t score = 0;
    std::size_t last = 0;
    const std::size_t considered = std::min(words.size(), kMaxConsidered);
    for (std::size_t first = 0; first < considered; ++first) {
        for (; last < considered && (last == first || words[last].end - words[first].begin <= max_bytes); ++last)
            score += counts[words[last].mark]++ == 0 ? kNewMark : 1;
        if (score > best_score) {
            best_score = score;
            best = {first, last};
        }
        score -= --counts[words[first].mark] == 0 ? kNewMark : 1;
    }
    return best;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

// The longest number of a paragraph: "49.", "12.3.".
constexpr std::size_t kLongestNumber = 6;

bool begins_sentence(std::string_view text, std::size_t byte);

// Whether a text ends in a paragraph's number: what follows it is the paragraph, and no sentence ends with it.
bool ends_in_paragraph_number(std::string_view text) {
    if (!text.ends_with('.')) return false;
    std::size_t at = text.size() - 1;
    while (at > 0 && ((text[at - 1] >= '0' && text[at - 1] <= '9') || text[at - 1] == '.')) --at;
    const std::size_t size = text.size() - at;
    return size > 1 && size <= kLongestNumber && begins_sentence(text, at);
}

// Whether a sentence begins at a byte: the text or a line does, or a full stop and a space stand before it.
bool begins_sentence(std::string_view text, std::size_t byte) {
    std::size_t at = byte;
    while (at > 0 && is_space(text[at - 1]) && text[at - 1] != '\n') --at;
    if (at == 0 || text[at - 1] == '\n') return true;
    if (at == byte || ends_in_paragraph_number(text.substr(0, at))) return false;
    std::string_view before = text.substr(0, at);
    for (const std::string_view closing : {"\"", "'", ")", "\u2019", "\u201d"})
        if (before.size() > closing.size() && before.substr(before.size() - closing.size()) == closing) {
            before.remove_suffix(closing.size());
            break;
        }
    return before.back() == '.' || before.back() == '!' || before.back() == '?';
}

// Longer runs without a space are no words: addresses, and scripts that write none.
constexpr std::size_t kLongestWord = 60;

// Where the printed word begins that a byte stands in; the byte itself where that is too far.
std::size_t find_word_begin(std::string_view text, std::size_t byte) {
    std::size_t at = byte;
    while (at > 0 && !is_space(text[at - 1])) --at;
    return byte - at <= kLongestWord ? at : byte;
}

// One past the printed word that a byte stands in or behind; the byte itself where that is too far.
std::size_t find_word_end(std::string_view text, std::size_t byte) {
    std::size_t at = byte;
    while (at < text.size() && !is_space(text[at])) ++at;
    return at - byte <= kLongestWord ? at : byte;
}

// The nearest sentence start not further back than `room`, else the first word start in the nearer half of
// it.
std::size_t move_begin(std::string_view text, std::size_t begin, std::size_t room) {
    const std::size_t limit = begin > room ? begin - room : 0;
    for (std::size_t at = begin;; --at) {
        if (begins_sentence(text, at)) return at;
        if (at == limit) break;
    }
    std::size_t at = begin - std::min(begin, room / 2);
    while (at < begin && !(at == 0 || is_space(text[at - 1]))) ++at;
    return at < begin ? at : find_word_begin(text, begin);
}

// Where the line begins that a byte stands in; of a line's end, where the next one does.
std::size_t find_line_begin(std::string_view text, std::size_t byte) {
    const std::size_t line_end = text.rfind('\n', byte);
    return line_end == std::string_view::npos ? 0 : line_end + 1;
}

// Lines of a report's cover: they name every subject of the inspection and say nothing about any.
bool is_cover_line(std::string_view text, std::size_t byte) {
    std::string_view line = text.substr(byte == 0 ? 0 : find_line_begin(text, byte - 1));
    while (!line.empty() && is_space(line.front()) && line.front() != '\n') line.remove_prefix(1);
    for (const std::string_view beginning :
         {"Inspection date", "Date of inspection", "Lead inspector", "Lead Inspector", "Reporting inspector",
          "Report published", "Publication date", "Unique reference number", "Registered provider",
          "Responsible individual", "Registered manager"})
        if (line.substr(0, beginning.size()) == beginning) return true;
    return false;
}

// The earliest sentence start not further back than `room`, else the place itself.
std::size_t find_earlier_sentence(std::string_view text, std::size_t begin, std::size_t room) {
    std::size_t best = begin;
    for (std::size_t at = begin; at > 0 && begin - at < room;) {
        --at;
        if (is_space(text[at]) || !begins_sentence(text, at)) continue;
        if (is_cover_line(text, at) || is_commonplace(sentence_around(text, at))) break;
        best = at;
    }
    return best;
}

// The last sentence end within `room`, else the last word end, else the end of the word begun, else the last whole
// character.
std::size_t move_end(std::string_view text, std::size_t end, std::size_t room) {
    const std::size_t limit = std::min(text.size(), end + room);
    if (limit == text.size()) return limit;
    for (std::size_t at = limit; at > end; --at)
        if (begins_sentence(text, at)) return at;
    for (std::size_t at = limit; at > end; --at)
        if (is_space(text[at])) return at;
    // One long word: whole, although it needs more than the room.
    const std::size_t word_end = find_word_end(text, end);
    if (word_end > end || is_space(text[end])) return word_end;
    std::size_t at = limit;
    while (at > end && continues_character(text[at])) --at;
    return at;
}

// A heading's line: short, and it does not end as a sentence or the entry of a list does.
bool is_heading(std::string_view line) {
    constexpr std::size_t kLongestHeading = 80;
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    return !line.empty() && line.size() <= kLongestHeading &&
           std::string_view(".!;:,").find(line.back()) == std::string_view::npos && line.find("\u2022") != 0;
}

// The end of a stretch moved before the first line within (from, end) that begins something else: a heading, or a row
// or sentence that every report has. A list's entries without full stops are no headings: `from` stands in one.
std::size_t end_before_heading(std::string_view text, std::size_t from, std::size_t end) {
    std::size_t begin = text.find('\n', from);
    const std::size_t own = find_line_begin(text, from);
    if (is_heading(text.substr(own, begin - own))) return end;
    for (; begin < end; begin = text.find('\n', begin + 1)) {
        const std::size_t next = std::min(text.find('\n', begin + 1), text.size());
        const std::string_view line = text.substr(begin + 1, next - begin - 1);
        if (is_heading(line) || (!line.empty() && is_commonplace(line))) return begin;
    }
    return end;
}

// White space collapsed and control characters gone; `after_space`: the piece before ended in a space.
std::string clean(std::string_view text, bool after_space) {
    std::string result;
    for (const char c : replace_controls(text)) {
        const bool repeated = result.empty() ? after_space : result.back() == ' ';
        if (c != ' ' || !repeated) result.push_back(c);
    }
    return result;
}

class SnippetWriter {
  public:
    explicit SnippetWriter(std::string_view text) : text_(text) {}

    std::vector<SnippetPiece> write(const Stretch& stretch, const std::vector<MarkedWord>& words) {
        if (!begins_sentence(text_, stretch.begin)) add("… ", false);
        std::size_t at = stretch.begin;
        for (const MarkedWord& word : words) {
            if (word.end <= at || word.begin < stretch.begin || word.end > stretch.end) continue;
            const std::size_t begin = std::max(word.begin, at);
            add(text_.substr(at, begin - at), false);
            add(text_.substr(begin, word.end - begin), true);
            at = word.end;
        }
        add(text_.substr(at, stretch.end - at), false);
        if (!pieces_.empty() && !pieces_.back().marked) trim(pieces_.back().text);
        std::size_t next = stretch.end;
        while (next < text_.size() && is_space(text_[next])) ++next;
        const bool ends = next >= text_.size() || begins_sentence(text_, next);
        if (!ends) add(" …", false);
        std::erase_if(pieces_, [](const SnippetPiece& piece) { return piece.text.empty(); });
        return std::move(pieces_);
    }

  private:
    static void trim(std::string& text) {
        while (!text.empty() && text.back() == ' ') text.pop_back();
    }

    void add(std::string_view text, bool marked) {
        const bool after_space = pieces_.empty() || pieces_.back().text.empty() || pieces_.back().text.back() == ' ';
        std::string cleaned = clean(text, after_space);
        if (cleaned.empty()) return;
        if (!marked && !pieces_.empty() && !pieces_.back().marked)
            pieces_.back().text += cleaned;
        else
            pieces_.push_back({std::move(cleaned), marked});
    }

    std::string_view text_;
    std::vector<SnippetPiece> pieces_;
};

// Without the words on cover lines, when the others still show everything that was looked for.
std::vector<MarkedWord> leave_out_cover(std::string_view text, const std::vector<MarkedWord>& words) {
    std::vector<MarkedWord> kept;
    std::set<std::size_t> all;
    std::set<std::size_t> shown;
    for (const MarkedWord& word : words) {
        all.insert(word.mark);
        if (is_cover_line(text, word.begin)) continue;
        kept.push_back(word);
        shown.insert(word.mark);
    }
    return shown == all ? kept : words;
}

// A finding is a sentence of some length; a heading or a row of a table is none.
bool is_telling(const Evidence& evidence, std::string_view text) {
    constexpr std::size_t kShortestFinding = 40;
    if (evidence.where != Where::body || evidence.quote.size() < kShortestFinding) return false;
    const bool ends = std::string_view(".!?").find(evidence.quote.back()) != std::string_view::npos;
    return ends && evidence.begin < text.size() && !is_cover_line(text, evidence.begin) &&
           !is_commonplace(evidence.quote);
}

std::vector<MarkedWord> find_marks_from(std::string_view text, std::size_t begin, std::size_t end,
                                        const QueryMarks& marks, Analyzer& analyzer, std::size_t max_bytes) {
    std::vector<MarkedWord> words = find_marks(text.substr(begin, end - begin), marks, analyzer, max_bytes);
    for (MarkedWord& word : words) {
        word.begin += begin;
        word.end += begin;
    }
    return words;
}

// The words of the chosen passage with the most different marks; of equals the first. None where none has any.
std::vector<MarkedWord> find_in_chosen(std::string_view text, const std::vector<TextRange>& chosen,
                                       const QueryMarks& marks, Analyzer& analyzer) {
    std::vector<MarkedWord> best;
    std::size_t most = 0;
    for (const auto& [begin, end] : chosen) {
        std::vector<MarkedWord> words = find_marks_from(text, begin, end, marks, analyzer, end - begin);
        std::set<std::size_t> different;
        for (const MarkedWord& word : words) different.insert(word.mark);
        if (different.size() <= most) continue;
        most = different.size();
        best = std::move(words);
    }
    return best;
}

// The words to show a stretch of: those of the passages chosen, else of the whole text, but not of a sentence that
// every report has while there are others.
std::vector<MarkedWord> find_telling_words(std::string_view text, const std::vector<TextRange>& chosen,
                                           const QueryMarks& marks, Analyzer& analyzer, std::size_t max_bytes) {
    constexpr std::size_t kMostTries = 12;
    if (std::vector<MarkedWord> words = find_in_chosen(text, chosen, marks, analyzer); !words.empty()) return words;
    std::vector<MarkedWord> first;
    std::size_t begin = 0;
    for (std::size_t tries = 0; tries < kMostTries && begin < text.size(); ++tries) {
        std::vector<MarkedWord> words =
            leave_out_cover(text, find_marks_from(text, begin, text.size(), marks, analyzer, max_bytes));
        if (words.empty()) break;
        const std::string_view sentence = sentence_around(text, words[choose_window(words, max_bytes).first].begin);
        if (!is_commonplace(sentence)) return words;
        begin = static_cast<std::size_t>(sentence.data() - text.data()) + sentence.size();
        if (first.empty()) first = std::move(words);
    }
    return first;
}

// Where the sentence begins that proves the grade, else the first finding; the beginning of the text without either.
std::size_t find_telling_sentence(const Article& article) {
    const std::vector<std::string> kinds = article.slugs(Field::kind);
    if (std::none_of(kinds.begin(), kinds.end(), [](const auto& kind) { return kind == "report" || kind == "letter"; }))
        return 0;
    std::size_t first_finding = std::string::npos;
    for (const FacetValue& value : article.values) {
        if (!is_telling(value.evidence(), article.text)) continue;
        if (value.facet() == Field::grade) return value.evidence().begin;
        if (value.facet() == Field::strength || value.facet() == Field::weakness)
            first_finding = std::min(first_finding, value.evidence().begin);
    }
    return first_finding == std::string::npos ? 0 : first_finding;
}

}  // namespace

Snippet make_browse_snippet(const Article& article, const std::vector<ResolvedFilter>& filters, std::size_t max_bytes) {
    const std::string_view text = article.text;
    Snippet snippet;
    Stretch stretch;
    const std::vector<TextRange> chosen = find_chosen_passages(article, filters);
    stretch.begin = chosen.empty() ? find_telling_sentence(article) : chosen.front().first;
    while (stretch.begin < text.size() && is_space(text[stretch.begin])) ++stretch.begin;
    stretch.end = move_end(text, stretch.begin, max_bytes);
    if (!chosen.empty()) stretch.end = end_before_heading(text, chosen.front().second - 1, stretch.end);
    snippet.begin = stretch.begin;
    snippet.pieces = SnippetWriter(text).write(stretch, {});
    return snippet;
}

std::vector<SnippetPiece> mark_text(std::string_view text, const QueryMarks& marks, Analyzer& analyzer) {
    return SnippetWriter(text).write({0, text.size()}, find_marks(text, marks, analyzer, text.size()));
}

Snippet make_snippet(std::string_view text, const QueryMarks& marks, Analyzer& analyzer, std::size_t max_bytes,
                     const std::vector<TextRange>& chosen) {
    const std::vector<MarkedWord> words = find_telling_words(text, chosen, marks, analyzer, max_bytes);
    Snippet snippet;
    Stretch stretch;
    if (words.empty()) {
        while (stretch.begin < text.size() && is_space(text[stretch.begin])) ++stretch.begin;
        stretch.end = move_end(text, stretch.begin, max_bytes);
    } else {
        snippet.has_marks = true;
        const auto [first, last] = choose_window(words, max_bytes);
        stretch.begin = words[first].begin;
        for (std::size_t i = first; i < last; ++i) stretch.end = std::max(stretch.end, words[i].end);
        const std::size_t used = stretch.end - stretch.begin;
        const std::size_t room = max_bytes > used ? max_bytes - used : 0;
        const std::size_t begin = move_begin(text, stretch.begin, room);
        const std::size_t end = move_end(text, stretch.end, room - std::min(room, stretch.begin - begin));
        stretch.end = end_before_heading(text, stretch.end - 1, end);
        stretch.begin = begin;
        // At the end of a text there is room left: show what leads up to the words.
        const std::size_t length = stretch.end - stretch.begin;
        // A passage that the filters chose stands alone.
        if (chosen.empty() && length < max_bytes && begins_sentence(text, begin))
            stretch.begin = find_earlier_sentence(text, begin, max_bytes - length);
    }
    snippet.begin = stretch.begin;
    snippet.pieces = SnippetWriter(text).write(stretch, words);
    return snippet;
}

int find_page(const std::vector<PageStart>& pages, std::size_t byte) {
    const auto after = std::upper_bound(pages.begin(), pages.end(), byte,
                                        [](std::size_t value, const PageStart& page) { return value < page.begin; });
    return after == pages.begin() ? 0 : std::prev(after)->page;
}

}  // namespace findings
