#include "indexer/clean/line.hpp"

#include <algorithm>
#include <array>

namespace findings {
namespace {

constexpr std::size_t kHeadlineBytes = 170;  // the longest of 900 news headlines had 151
constexpr std::size_t kProseWords = 8;
constexpr std::size_t kSurelyProseWords = 30;

struct Folding {
    std::string_view from;
    std::string_view to;
};

// Only what pages print around boilerplate; letters keep their accents.
constexpr std::array kFoldings = {
    Folding{"\u2018", "'"}, Folding{"\u2019", "'"}, Folding{"\u201c", "\""},  Folding{"\u201d", "\""},
    Folding{"\u2013", "-"}, Folding{"\u2014", "-"}, Folding{"\u2026", "..."}, Folding{"\u2022", "|"},
    Folding{"\u00b7", "|"}, Folding{"\u00bb", "|"}, Folding{"\u203a", "|"},   Folding{"\u2192", "|"},
    Folding{"\u25aa", "|"}, Folding{"\u25cf", "|"}, Folding{"\u25b8", "|"},   Folding{"\u25ba", "|"},
    Folding{"\u00a0", " "}, Folding{"\u2003", " "}, Folding{"\u2009", " "},   Folding{"\u202f", " "},
    Folding{"\u200b", ""},  Folding{"\ufeff", ""},
};

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

// What each ASCII byte folds to; white space becomes a space.
constexpr std::array<char, 128> kAsciiFolding = [] {
    std::array<char, 128> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const char c = static_cast<char>(i);
        table[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : (c >= '\t' && c <= '\r') ? ' ' : c;
    }
    return table;
}();

std::string fold_line(std::string_view text) {
    std::string out(text.size(), '\0');  // no folding is longer than what it replaces
    char* to = out.data();
    char before = ' ';  // so that a space at the front is dropped as a second one is
    const auto append = [&to, &before](char c) {
        *to = c;
        to += c == ' ' && before == ' ' ? 0 : 1;
        before = c;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            append(kAsciiFolding[byte]);
            ++i;
            continue;
        }
        const std::string_view rest = text.substr(i);
        const bool may_fold = byte == 0xc2 || byte == 0xe2 || byte == 0xef;  // lead bytes of the table
        const auto* found = may_fold ? std::find_if(kFoldings.begin(), kFoldings.end(),
                                                    [rest](const Folding& f) { return rest.starts_with(f.from); })
                                     : kFoldings.end();
        if (found == kFoldings.end()) {
            append(text[i++]);
            continue;
        }
        for (const char c : found->to) append(c);
        i += found->from.size();
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    const std::size_t first = out.find_first_not_of(" *#>|-_~");
    if (first == std::string::npos) return {};
    const std::size_t last = out.find_last_not_of(" *#>|-_~:.!,");
    return last == std::string::npos || last < first ? std::string{} : out.substr(first, last - first + 1);
}

// Cells are parts like those of a breadcrumb.
std::string fold_row(std::string_view text) {
    std::string piped(text);
    std::replace(piped.begin(), piped.end(), '\t', '|');
    return fold_line(piped);
}

enum class WordByte : unsigned char { none, ascii, beyond };

constexpr std::array<WordByte, 256> kWordBytes = [] {
    std::array<WordByte, 256> table{};
    for (unsigned c = 0; c < table.size(); ++c) {
        const bool ascii = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
        table[c] = c >= 0x80 ? WordByte::beyond : ascii ? WordByte::ascii : WordByte::none;
    }
    return table;
}();

// Sets words and word_bits in one pass. To the bits a letter beyond ASCII ends a word, as in word_bits().
void count_words(Line& line) {
    const auto kind = [](char c) { return kWordBytes[static_cast<unsigned char>(c)]; };
    const char* at = line.folded.data();
    const char* const end = at + line.folded.size();
    std::size_t words = 0;
    std::uint64_t bits = 0;
    for (;;) {
        while (at < end && kind(*at) == WordByte::none) ++at;
        if (at == end) break;
        ++words;
        while (at < end && kind(*at) != WordByte::none) {
            WordHash word;
            for (; at < end && kind(*at) == WordByte::ascii; ++at) word.add(*at);
            bits |= word.bit();
            while (at < end && kind(*at) == WordByte::beyond) ++at;
        }
    }
    line.words = words;
    line.word_bits = bits;
}

std::string_view strip_closers(std::string_view text) {
    for (;;) {
        if (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')') || text.ends_with(']') ||
            text.ends_with('*')) {
            text.remove_suffix(1);
        } else if (text.ends_with("\u2019") || text.ends_with("\u201d")) {
            text.remove_suffix(3);
        } else {
            return text;
        }
    }
}

bool ends_with_full_stop(std::string_view text) {
    const std::string_view bare = strip_closers(text);
    return bare.ends_with('.') || bare.ends_with("\u2026");
}

}  // namespace

std::string_view trim_space(std::string_view text) {
    constexpr std::array<std::string_view, 9> kSpaces = {" ",  "\t",     "\n",     "\r",    "\f",
                                                         "\v", "\u00a0", "\u200b", "\ufeff"};
    const auto trim = [&text, &kSpaces](bool front) {
        for (bool again = true; again;) {
            again = false;
            for (const std::string_view space : kSpaces) {
                if (front ? !text.starts_with(space) : !text.ends_with(space)) continue;
                front ? text.remove_prefix(space.size()) : text.remove_suffix(space.size());
                again = true;
            }
        }
    };
    trim(true);
    trim(false);
    return text;
}

Line make_line(BlockRole role, int page, std::string_view text) {
    Line line;
    line.role = role;
    line.page = page;
    line.text = text;
    if (line.text.size() > kLongLineBytes) {
        line.words = kSurelyProseWords;
        return line;
    }
    line.folded = role == BlockRole::table_row ? fold_row(line.text) : fold_line(line.text);
    count_words(line);
    return line;
}

bool starts_with_phrase(std::string_view folded, std::string_view phrase) {
    if (!folded.starts_with(phrase)) return false;
    // A sign at the phrase's end ("©") is a boundary itself.
    const char last = phrase.back();
    const bool open = static_cast<unsigned char>(last) < 0x80 && is_word_byte(last);
    return !open || folded.size() == phrase.size() || !is_word_byte(folded[phrase.size()]);
}

bool holds_phrase(std::string_view folded, std::string_view phrase) {
    for (std::size_t at = folded.find(phrase); at != std::string_view::npos; at = folded.find(phrase, at + 1)) {
        if ((at == 0 || !is_word_byte(folded[at - 1])) && starts_with_phrase(folded.substr(at), phrase)) return true;
    }
    return false;
}

std::vector<std::string_view> split_words(std::string_view folded) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        if (i < folded.size() && folded[i] != ' ' && folded[i] != '|') continue;
        if (i > begin) words.push_back(folded.substr(begin, i - begin));
        begin = i + 1;
    }
    return words;
}

bool opens_with_quote(std::string_view text) {
    return text.starts_with('"') || text.starts_with('\'') || text.starts_with("\u2018") || text.starts_with("\u201c");
}

bool ends_like_sentence(std::string_view text) {
    const std::string_view bare = strip_closers(text);
    return bare.ends_with('.') || bare.ends_with('!') || bare.ends_with('?') || bare.ends_with(':') ||
           bare.ends_with(';') || bare.ends_with(',') || bare.ends_with("\u2026");
}

bool is_prose(const Line& line) {
    if (line.role == BlockRole::table_row || line.role == BlockRole::heading) return false;
    return line.words >= kSurelyProseWords || (line.words >= kProseWords && ends_with_full_stop(line.text));
}

bool is_headline_like(const Line& line) {
    if (line.role == BlockRole::table_row || line.words == 0 || line.words >= kSurelyProseWords) return false;
    if (line.text.size() > kHeadlineBytes) return false;
    const bool asks = line.text.ends_with('?') || line.text.ends_with('!');
    if (asks && !opens_with_quote(line.text)) return true;
    // A whole line in double quotes is somebody speaking, even without a full stop.
    const bool spoken = (line.text.starts_with('"') || line.text.starts_with("\u201c")) &&
                        (line.text.ends_with('"') || line.text.ends_with("\u201d"));
    return !spoken && !ends_like_sentence(line.text);
}

}  // namespace findings
