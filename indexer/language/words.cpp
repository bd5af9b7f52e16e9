#include "indexer/language/words.hpp"

#include <array>

#include "common/base/fnv_hash.hpp"

namespace findings {
namespace {

enum class Byte : std::uint8_t {
    other,
    letter,
    capital,
    digit,
    apostrophe,
    hyphen,
    sentence_end,
    comma,
    quote,
    line_end,
    ampersand
};

constexpr std::array<Byte, 256> kBytes = [] {
    std::array<Byte, 256> table{};
    for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = Byte::letter;
    for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = Byte::capital;
    for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = Byte::digit;
    // Bytes of UTF-8 sequences are letters unless read_symbol() says otherwise.
    for (int c = 0x80; c <= 0xff; ++c) table[static_cast<std::size_t>(c)] = Byte::letter;
    table['\''] = Byte::apostrophe;
    table['-'] = Byte::hyphen;
    for (const char c : {'.', '!', '?', ';', ':'}) table[static_cast<unsigned char>(c)] = Byte::sentence_end;
    for (const char c : {',', '(', ')', '[', ']', '/', '|', '>'}) table[static_cast<unsigned char>(c)] = Byte::comma;
    table['"'] = Byte::quote;
    table['\n'] = table['\t'] = Byte::line_end;
    table['&'] = Byte::ampersand;
    return table;
}();

struct Symbol {
    Byte kind;
    std::size_t length;
};

/// What stands at a byte: most of General Punctuation is E2 80 xx; C2 xx is Latin-1 punctuation and no-break
/// space.
Symbol read_symbol(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return {kBytes[c], 1};
    if (c == 0xe2 && at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80) {
        const auto last = static_cast<unsigned char>(text[at + 2]);
        if (last == 0x98 || last == 0x99) return {Byte::apostrophe, 3};
        if (last == 0x9c || last == 0x9d) return {Byte::quote, 3};
        if (last >= 0x90 && last <= 0x91) return {Byte::hyphen, 3};
        if (last >= 0x92 && last <= 0x95) return {Byte::comma, 3};
        if (last == 0xa2) return {Byte::line_end, 3};  // a bullet begins an item
        return {Byte::other, 3};
    }
    if (c == 0xc2 && at + 1 < text.size()) return {Byte::other, 2};
    return {kBytes[c], 1};
}

bool is_word_byte(Byte kind) { return kind == Byte::letter || kind == Byte::capital || kind == Byte::digit; }

/// Lower case of one byte, given the byte before it: ASCII, and U+00C0 to U+00DE after 0xC3.
unsigned char fold_byte(unsigned char c, unsigned char before) {
    if (c >= 'A' && c <= 'Z') return static_cast<unsigned char>(c + 32);
    if (before == 0xc3 && c >= 0x80 && c <= 0x9e) return static_cast<unsigned char>(c + 32);
    return c;
}

bool is_short_title(std::string_view word) {
    return word == "St" || word == "Mr" || word == "Mrs" || word == "Ms" || word == "Dr" || word == "Rev" ||
           word == "Cllr";
}

template <typename Number>
std::vector<Word> split(std::string_view text, Number number) {
    std::vector<Word> words;
    words.reserve(text.size() / 6 + 4);
    Word next;
    next.after_break = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const Symbol symbol = read_symbol(text, at);
        if (!is_word_byte(symbol.kind)) {
            switch (symbol.kind) {
                case Byte::sentence_end:
                    if (text[at] != '.' || words.empty() || words.back().end != at ||
                        !is_short_title(text.substr(words.back().begin, at - words.back().begin)))
                        next.after_break = true;
                    break;
                case Byte::line_end:
                    next.after_break = true;
                    break;
                case Byte::comma:
                    next.after_comma = true;
                    break;
                case Byte::hyphen:
                    // A hyphen inside a word only separates; one between spaces is a dash.
                    if (at > 0 && text[at - 1] == ' ') next.after_comma = true;
                    break;
                case Byte::apostrophe:
                case Byte::quote:
                    next.after_quote = true;
                    break;
                case Byte::ampersand: {
                    next.begin = static_cast<std::uint32_t>(at);
                    next.end = static_cast<std::uint32_t>(at + 1);
                    next.id = number(fnv_hash("and"));
                    words.push_back(next);
                    next = Word{};
                    break;
                }
                default:
                    break;
            }
            at += symbol.length;
            continue;
        }
        next.begin = static_cast<std::uint32_t>(at);
        next.capital =
            symbol.kind == Byte::capital || (static_cast<unsigned char>(text[at]) == 0xc3 && at + 1 < text.size() &&
                                             static_cast<unsigned char>(text[at + 1]) <= 0x9e);
        next.digits = symbol.kind == Byte::digit;
        std::uint64_t hash = kFnvStart;
        unsigned char before = 0;
        while (at < text.size()) {
            const Symbol inner = read_symbol(text, at);
            if (is_word_byte(inner.kind)) {
                const auto c = static_cast<unsigned char>(text[at]);
                hash = fnv_step(hash, fold_byte(c, before));
                before = c;
                ++at;
                continue;
            }
            if (inner.kind != Byte::apostrophe) break;
            const std::size_t after = at + inner.length;
            if (after >= text.size() || !is_word_byte(read_symbol(text, after).kind)) break;
            const bool ends_with_s = (text[after] == 's' || text[after] == 'S') &&
                                     (after + 1 >= text.size() || !is_word_byte(read_symbol(text, after + 1).kind));
            if (ends_with_s) {
                next.possessive = true;
                break;
            }
            hash = fnv_step(hash, '\'');
            before = '\'';
            at = after;
        }
        next.end = static_cast<std::uint32_t>(at);
        if (next.possessive) at += read_symbol(text, at).length + 1;
        next.id = number(hash);
        words.push_back(next);
        next = Word{};
    }
    return words;
}

}  // namespace

std::uint32_t WordIds::add(std::uint64_t hash) {
    if (const std::uint32_t id = find(hash)) return id;
    if ((std::size_t{count_} + 1) * 2 > entries_.size()) grow();
    std::size_t slot = hash & (entries_.size() - 1);
    while (entries_[slot].id != 0) slot = (slot + 1) & (entries_.size() - 1);
    entries_[slot] = {hash, ++count_};
    return count_;
}

std::uint32_t WordIds::find(std::uint64_t hash) const {
    for (std::size_t slot = hash & (entries_.size() - 1); entries_[slot].id != 0;
         slot = (slot + 1) & (entries_.size() - 1))
        if (entries_[slot].hash == hash) return entries_[slot].id;
    return 0;
}

void WordIds::grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old) {
        if (entry.id == 0) continue;
        std::size_t slot = entry.hash & (entries_.size() - 1);
        while (entries_[slot].id != 0) slot = (slot + 1) & (entries_.size() - 1);
        entries_[slot] = entry;
    }
}

std::vector<Word> split_words(std::string_view text, const WordIds& ids) {
    return split(text, [&ids](std::uint64_t hash) { return ids.find(hash); });
}

std::vector<Word> split_words_adding(std::string_view text, WordIds& ids) {
    return split(text, [&ids](std::uint64_t hash) { return ids.add(hash); });
}

std::string fold_word(std::string_view word) {
    std::string folded;
    unsigned char before = 0;
    for (std::size_t at = 0; at < word.size();) {
        const Symbol symbol = read_symbol(word, at);
        if (symbol.kind == Byte::apostrophe) {
            folded += '\'';
            before = '\'';
            at += symbol.length;
            continue;
        }
        const auto c = static_cast<unsigned char>(word[at]);
        folded += static_cast<char>(fold_byte(c, before));
        before = c;
        ++at;
    }
    return folded;
}

}  // namespace findings
