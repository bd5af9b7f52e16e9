#include "indexer/readers/text/character_references.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

#include <gumbo.h>

#include "indexer/readers/bytes/tidy.hpp"

namespace findings {
namespace {

// The longest name is 31 letters. Source: HTML Standard, section 13.5, named character references.
constexpr std::size_t kLongestName = 32;
// "&amp;amp;amp;" has been seen; a fourth time is text about references.
constexpr int kMostPasses = 3;

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Length of the reference that begins at `at` with its semicolon, 0 when none does.
std::size_t reference_length(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '#') ++end;
    const std::size_t begin = end;
    while (end < text.size() && end - begin <= kLongestName && is_alnum(text[end])) ++end;
    if (end == begin || end == text.size() || text[end] != ';') return 0;
    const bool number = text[at + 1] == '#';
    const bool letter_first = text[begin] < '0' || text[begin] > '9';
    if (number != letter_first) return end + 1 - at;
    return number && (text[begin] == 'x' || text[begin] == 'X') ? end + 1 - at : 0;
}

/// The text between the bars in a page that holds one text area and nothing else; empty when there is none.
std::string read_textarea(const std::string& page) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    std::string text;
    const GumboNode* node = output->root;
    while (node != nullptr && node->type == GUMBO_NODE_ELEMENT) {
        const GumboVector& children = node->v.element.children;
        node = children.length == 0 ? nullptr : static_cast<const GumboNode*>(children.data[children.length - 1]);
    }
    if (node != nullptr && node->type == GUMBO_NODE_TEXT) text = node->v.text.text;
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return text.size() > 2 ? text.substr(1, text.size() - 2) : std::string();
}

/// Through the HTML parser, which knows all 2,231 names and what browsers make of "&#146;". The reference itself when
/// it names nothing.
const std::string& resolve(std::string_view reference) {
    constexpr std::size_t kMostKept = 4096;
    thread_local std::unordered_map<std::string, std::string> known;
    if (known.size() > kMostKept) known.clear();
    const auto [found, added] = known.try_emplace(std::string(reference));
    if (added) {
        // RCDATA: references are read, tags are not. The bars keep white space that would be trimmed.
        const std::string page = "<textarea>|" + found->first + "|</textarea>";
        found->second = read_textarea(page);
        if (found->second.empty()) found->second = found->first;
    }
    return found->second;
}

/// True when at least one reference was replaced.
bool decode_once(std::string& text) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at)) {
        const std::size_t length = reference_length(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        out.append(text, done, at - done).append(resolve(std::string_view(text).substr(at, length)));
        at += length;
        done = at;
    }
    if (done == 0) return false;
    out.append(text, done);
    const bool changed = out != text;
    text = std::move(out);
    return changed;
}

}  // namespace

std::string decode_references(std::string text) {
    int passes = 0;
    while (passes < kMostPasses && text.find('&') != std::string::npos && decode_once(text)) ++passes;
    return passes == 0 ? text : tidy_text(text);
}

}  // namespace findings
