#include "indexer/readers/text/text_blocks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "common/text/trim.hpp"
#include "indexer/readers/bytes/raised_marks.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/mended_letters.hpp"

namespace findings {
namespace {

// A wider line was not wrapped by a program but is a paragraph of its own; a narrower one is no prose.
constexpr std::size_t kWidestWrap = 120;
constexpr std::size_t kNarrowestWrap = 60;
// A line shorter than this that ends without a full stop is an item or a heading, not the start of a
// sentence.
constexpr std::size_t kShortestProse = 40;

// Besides the geometric shapes (U+25A0 to U+25FF), of which documents use a dozen, and private-use
// characters, which are what Word's Symbol and Wingdings bullets become.
constexpr std::array<std::string_view, 12> kBullets{"\xe2\x80\xa2",
                                                    "\xe2\x80\xa3",
                                                    "\xe2\x80\x93",
                                                    "\xe2\x80\x94",
                                                    "\xe2\x88\x99",
                                                    "\xc2\xb7",
                                                    "\xe2\x81\x83",
                                                    "\xe2\x9e\xa2",
                                                    "\xe2\x9c\x93",
                                                    "\xef\xbf\xbd",
                                                    "-",
                                                    "*"};

/// Length in bytes of the bullet the line begins with, 0 when it begins with none.
std::size_t bullet_length(std::string_view line) {
    for (std::string_view bullet : kBullets)
        if (line.starts_with(bullet)) return bullet.size();
    if (line.size() < 3) return 0;
    const auto first = static_cast<unsigned char>(line[0]);
    const auto second = static_cast<unsigned char>(line[1]);
    const bool shape = first == 0xe2 && (second == 0x96 || second == 0x97) &&
                       (second == 0x97 || static_cast<unsigned char>(line[2]) >= 0xa0);
    const bool private_use = first == 0xee || (first == 0xef && second < 0xa4);
    return shape || private_use ? 3 : 0;
}

constexpr std::string_view kSpaces = " \t\n";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// One line of a paragraph with what the joining rules ask about it.
struct Line {
    std::string_view text;  ///< trimmed
    std::size_t width = 0;  ///< characters
    bool bullet = false;
    bool columns = false;  ///< tabs, `|` or gaps of three spaces
};

/// Anything but single spaces between words, which few lines have. In pieces without a way out: the compiler looks at
/// many bytes at once there.
bool has_odd_spaces(std::string_view text) {
    constexpr std::size_t kPiece = 256;
    for (std::size_t begin = 1; begin < text.size(); begin += kPiece) {
        const std::size_t end = std::min(begin + kPiece, text.size());
        unsigned char odd = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const int second_space = static_cast<int>(text[i] == ' ') & static_cast<int>(text[i - 1] == ' ');
            const int other = static_cast<int>(text[i] == '\t') | static_cast<int>(text[i] == '\n');
            odd |= static_cast<unsigned char>(second_space | other);
        }
        if (odd != 0) return true;
    }
    return !text.empty() && (text.front() == '\t' || text.front() == '\n');
}

/// A tab, or a gap of three spaces.
bool has_gap(std::string_view text) {
    if (!has_odd_spaces(text)) return false;
    std::size_t spaces = 0;
    for (const char c : text) {
        spaces = c == ' ' ? spaces + 1 : 0;
        if (spaces == 3 || c == '\t') return true;
    }
    return false;
}

bool has_columns(std::string_view text) {
    return has_gap(text) || (text.starts_with('|') && text.ends_with('|') && text.size() > 2);
}

Line examine(std::string_view raw) {
    Line line;
    line.text = trim(raw, kSpaces);
    line.width = count_characters(line.text);
    line.bullet = !strip_bullet(line.text).empty();
    line.columns = !line.bullet && has_columns(line.text);
    return line;
}

/// "Inspection dates: 4 to 8 March": a capital, at most four words, a colon and a space.
bool is_labelled(std::string_view text) {
    const std::size_t colon = text.substr(0, 40).find(": ");
    if (colon == std::string_view::npos || text.empty() || text[0] < 'A' || text[0] > 'Z') return false;
    return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), ' ') < 4;
}

bool ends_sentence(std::string_view text) {
    for (std::string_view quote : {"\xe2\x80\x9d", "\xe2\x80\x99", "\"", "'", ")"})
        if (text.ends_with(quote)) text.remove_suffix(quote.size());
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

std::size_t first_word_width(std::string_view text) { return count_characters(text.substr(0, text.find(' '))); }

bool begins_lower(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }

/// A wrapped line is one that the next word would not have fitted on. Three characters of grace: programs
/// differ in whether they count the last space.
bool is_full(const Line& line, const Line& next, std::size_t width) {
    return line.width + 1 + first_word_width(next.text) + 3 > width;
}

/// How the lines of one paragraph were made.
struct Wrap {
    std::size_t width = 0;  ///< characters of the longest line
    bool prose = false;     ///< a program wrapped them, judging by more than the width
    bool list = false;      ///< each line is an entry of its own
};

/// Narrow columns, 15 to 60 characters: nearly every line is full or cut inside a word, most go on in lower
/// case, and the last ends a sentence. Labels above values, addresses and lists of short items do none of these.
bool is_narrow_prose(const std::vector<Line>& lines, std::size_t width) {
    constexpr std::size_t kNarrowestColumn = 15;
    if (lines.size() < 2 || width < kNarrowestColumn || width >= kNarrowestWrap) return false;
    std::size_t full = 0;
    std::size_t lower = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1].bullet || lines[i].columns || lines[i + 1].columns) return false;
        lower += begins_lower(lines[i + 1].text) ? 1U : 0U;
        full += ends_with_hyphen(lines[i].text) || is_full(lines[i], lines[i + 1], width) ? 1U : 0U;
    }
    const std::size_t joints = lines.size() - 1;
    const bool ends = ends_sentence(lines.back().text) && !lines.back().text.ends_with(':');
    return full * 10 >= joints * 8 && lower * 2 >= joints && (ends || joints >= 5);
}

/// Three words in a row, with the spaces around them.
std::string_view three_words(std::string_view text, std::size_t from) {
    std::size_t end = from;
    for (int spaces = 0; end < text.size(); ++end)
        if (text[end] == ' ' && ++spaces == 4) return text.substr(from, end + 1 - from);
    return {};
}

/// Whether both lines hold the same three words ("Bury has been rated …", "Camden has been rated …") or the same mark
/// behind a name ("Elm House, Ashby – good", "Oak Lodge – inadequate").
bool are_alike(std::string_view a, std::string_view b) {
    for (const std::string_view mark : {" - ", " | ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", ": "})
        if (a.find(mark) != std::string_view::npos && b.find(mark) != std::string_view::npos) return true;
    constexpr std::size_t kFarthest = 60;
    constexpr std::size_t kShortestWords = 12;
    for (std::size_t space = a.find(' '); space < kFarthest; space = a.find(' ', space + 1)) {
        const std::string_view words = three_words(a, space);
        if (words.size() >= kShortestWords && b.find(words) != std::string_view::npos) return true;
    }
    return false;
}

/// Lines that all begin with a capital or a figure, half of them built like the one before: no program wrapped them.
bool is_list_of_lines(const std::vector<Line>& lines) {
    std::size_t alike = 0;
    std::size_t joints = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const char first = lines[i].text.front();
        if (!(first >= 'A' && first <= 'Z') && !(first >= '0' && first <= '9')) return false;
        // "Ratings are as follows:" stands above them.
        if (i == 0 || lines[i - 1].text.ends_with(':')) continue;
        ++joints;
        alike += are_alike(lines[i - 1].text, lines[i].text) ? 1U : 0U;
    }
    return alike > 0 && alike * 2 >= joints;
}

Wrap find_wrap(const std::vector<Line>& lines) {
    Wrap wrap;
    wrap.list = is_list_of_lines(lines);
    for (const Line& line : lines) wrap.width = std::max(wrap.width, line.width);
    wrap.prose = is_narrow_prose(lines, wrap.width);
    return wrap;
}

/// Whether `next` goes on with `line`'s sentence.
bool continues(const Line& line, const Line& next, const Wrap& wrap) {
    if (wrap.list || next.bullet || next.columns || line.columns) return false;
    const bool lower = begins_lower(next.text);
    if (lower && ends_with_hyphen(line.text)) return true;
    if (lower && (line.width >= kShortestProse || wrap.prose) && !ends_sentence(line.text)) return true;
    if (wrap.prose) return is_full(line, next, wrap.width);
    if (wrap.width < kNarrowestWrap || wrap.width > kWidestWrap) return false;
    if (is_labelled(next.text) && next.width < kNarrowestWrap) return false;
    return is_full(line, next, wrap.width);
}

/// `a | b`, tabs or wide gaps, as cells joined by tabs.
std::string join_cells(std::string_view line) {
    std::string row;
    const bool pipes = line.starts_with('|');
    while (!line.empty()) {
        const std::size_t tab = pipes ? line.find('|') : std::min(line.find('\t'), line.find("   "));
        const std::string cell = fold_spaces(line.substr(0, tab));
        if (!cell.empty()) row.append(row.empty() ? "" : "\t").append(cell);
        line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    }
    return row;
}

Block make_block(const Line& line) {
    if (line.columns) {
        std::string row = join_cells(line.text);
        const bool one_cell = row.find('\t') == std::string::npos;
        return {one_cell ? BlockRole::paragraph : BlockRole::table_row, 0, std::move(row)};
    }
    if (line.bullet) return {BlockRole::list_item, 0, fold_spaces(strip_bullet(line.text))};
    return {BlockRole::paragraph, 0, fold_spaces(line.text)};
}

}  // namespace

std::string fold_spaces(std::string_view text) {
    text = trim(text, kSpaces);
    if (!has_odd_spaces(text)) return std::string(text);
    std::string out(text.size(), '\0');
    std::size_t size = 0;
    bool after_space = false;
    for (const char c : text) {
        const bool space = is_space(c);
        out[size] = space ? ' ' : c;
        size += space && after_space ? 0 : 1;
        after_space = space;
    }
    out.resize(size);
    return out;
}

std::string join_lines(std::string_view text) {
    std::string joined;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        append_line(joined, fold_spaces(text.substr(0, end)), WordEvidence{});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return joined;
}

std::string plain_text(std::string_view text) {
    std::string plain = mend_letters(decode_references(std::string(text)));
    return plain.find('[') == std::string::npos ? plain : drop_bracketed_marks(plain);
}

std::string_view strip_bullet(std::string_view line) {
    const std::size_t length = bullet_length(line);
    if (length == 0) return {};
    const std::string_view rest = line.substr(length);
    // "-good", "*starred*" and a dash in front of a word are text; a typographic bullet may stand close.
    const bool ambiguous = length == 1 || line.starts_with("\xe2\x80\x93") || line.starts_with("\xe2\x80\x94");
    if (ambiguous && (rest.empty() || !is_space(rest.front()))) return {};
    return trim(rest, kSpaces);
}

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

void split_paragraph(std::string_view lines, const WordEvidence& evidence, std::vector<Block>& blocks) {
    std::vector<Line> items;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        const Line line = examine(lines.substr(0, end));
        if (has_words(line.text)) items.push_back(line);
        lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
    }
    const Wrap wrap = items.size() > 1 ? find_wrap(items) : Wrap{};
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0 && continues(items[i - 1], items[i], wrap))
            append_line(blocks.back().text, fold_spaces(items[i].text), evidence);
        else
            blocks.push_back(make_block(items[i]));
    }
}

std::vector<Block> split_text(std::string_view text) {
    WordEvidence evidence;
    // Only text with a hyphen at a line end needs its words counted, and few have one.
    if (text.find("-\n") != std::string_view::npos) evidence.add(text);
    std::vector<Block> blocks;
    std::size_t begin = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (trim(text.substr(at, end - at), kSpaces).empty()) {
            split_paragraph(text.substr(begin, at - begin), evidence, blocks);
            begin = end;
        }
        at = end + 1;
    }
    if (begin < text.size()) split_paragraph(text.substr(begin), evidence, blocks);
    return blocks;
}

}  // namespace findings
