#include "indexer/language/token_class.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace findings {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(TokenClass::count)> kNames{
    "edge",  "comma",    "open",    "close",      "dash",       "colon",      "semicolon",  "stop",    "line",
    "grade", "area",     "name",    "capital",    "number",     "year",       "early_year", "unknown", "quoted",
    "verb",  "weak",     "keep",    "lose",       "move",       "noun",       "light",      "be",      "have",
    "aux",   "follow",   "det",     "prep",       "bound",      "prev",       "later",      "insp",    "hyp",
    "neg",   "spread",   "say",     "person",     "body",       "whole",      "plural",     "other",   "reg",
    "part",  "month",    "numword", "indefinite", "everywhere", "apposition", "place",      "council", "kind",
    "times", "sections", "pronoun", "owning",     "list",       "overall",    "also",       "opener",  "conjunction"};
static_assert(kNames.back() == "conjunction" && kNames.size() <= 64);

}  // namespace

TokenClass token_class_of(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) throw std::logic_error("unknown class of words: " + std::string(name));
    return static_cast<TokenClass>(found - kNames.begin());
}

}  // namespace findings
