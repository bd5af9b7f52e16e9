#include "indexer/readers/text/mended_letters.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace findings {
namespace {

// Shorter ones are initials ("A B C"), codes and numbers.
constexpr std::size_t kFewestLetters = 5;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Length of the character that begins with this byte.
std::size_t character_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// Words are parted by two spaces or more; without any they would become one word, and the line stays as it is when it
/// is too long for one.
bool join_spaced(std::string_view line, std::string& out) {
    constexpr std::size_t kLongestWord = 16;
    std::string joined;
    std::size_t letters = 0;
    std::size_t word = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t length = character_length(line[at]);
        joined.append(line.substr(at, length));
        letters += is_letter(line[at]) ? 1U : 0U;
        if (++word > kLongestWord) return false;
        at += length;
        std::size_t end = at;
        while (end < line.size() && line[end] == ' ') ++end;
        if (end == at && end < line.size()) return false;
        if (end - at > 1 && end < line.size()) {
            joined.push_back(' ');
            word = 0;
        }
        at = end;
    }
    if (letters < kFewestLetters) return false;
    out.append(joined);
    return true;
}

bool halve_doubled(std::string_view line, std::string& out) {
    std::string halved;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t length = character_length(line[at]);
        const std::string_view character = line.substr(at, length);
        at += length;
        if (line.substr(at, length) == character)
            at += length;
        else if (character != " ")
            return false;
        letters += is_letter(character[0]) ? 1U : 0U;
        halved.append(character);
    }
    if (letters < kFewestLetters) return false;
    // "11111111" and "------" are themselves.
    const char first = halved[0];
    if (std::all_of(halved.begin(), halved.end(), [first](char c) { return c == first || c == ' '; })) return false;
    out.append(halved);
    return true;
}

bool mend_line(std::string_view line, std::string& out) {
    if (line.size() < 2 * kFewestLetters - 1) return false;
    if (line[1] == ' ' && line[3] == ' ' && line[0] != ' ') return join_spaced(line, out);
    return line[0] == line[1] && line[2] == line[3] && line[0] != ' ' && halve_doubled(line, out);
}

}  // namespace

std::string mend_letters(std::string text) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t begin = std::min(text.find_first_not_of(' ', at), end);
        std::string line;
        if (mend_line(std::string_view(text).substr(begin, end - begin), line)) {
            out.append(text, done, begin - done).append(line);
            done = end;
        }
        at = end + 1;
    }
    return done == 0 ? text : out.append(text, done);
}

}  // namespace findings
