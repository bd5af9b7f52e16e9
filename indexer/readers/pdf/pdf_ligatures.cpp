#include "indexer/readers/pdf/pdf_ligatures.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/readers/pdf/pdf_signs.hpp"

namespace findings {
namespace {

// Beginnings of common words that have a ligature in them, each at least four letters behind which a word may go on,
// and a few short words whole (with a full stop). Enough to tell one ligature from another: no dictionary.
constexpr std::array<std::string_view, 124> kWords{
    "affair",   "affect",    "affirm",   "afford",   "after",      "attempt",   "attend",   "attent",   "attitud",
    "baff",     "beneficia", "benefit",  "better",   "beautif",    "brief",     "briefing", "certific", "clarif",
    "classif",  "coffee",    "committ",  "conditio", "confid",     "configur",  "confirm",  "conflict", "cutting",
    "deficien", "deficit",   "define",   "definit",  "differ",     "difficult", "diffus",   "draft",    "educatio",
    "effect",   "effici",    "effort",   "facilit",  "field",      "fifte",     "fifth",    "fifty",    "fight",
    "figur",    "file",      "fill",     "film",     "final",      "financ",    "find",     "finding",  "finish",
    "first",    "fit.",      "five.",    "fixed",    "flagg",      "flat.",     "flats",    "flexib",   "flood",
    "floor",    "flourish",  "flow",     "fluctuat", "fluen",      "fluid",     "focus.",   "getting",  "gift",
    "identif",  "inflat",    "inflict",  "influen",  "informatio", "inspectio", "justif",   "left.",    "letter",
    "little",   "matter",    "modif",    "nationa",  "notif",      "offen",     "offer",    "office",   "offici",
    "often",    "pattern",   "positi",   "potentia", "practi",     "profess",   "profil",   "profit",   "protectio",
    "qualif",   "reflect",   "relatio",  "rectif",   "refin",      "sacrific",  "safe",     "satisf",   "scientific",
    "setting",  "shift",     "signific", "simplif",  "specific",   "staff",     "stuff",    "suffer",   "suffici",
    "time.",    "times.",    "until.",   "verif",    "waiting",    "written",   "workflow"};
constexpr std::array<std::string_view, 8> kLigatures{"fi", "ff", "fl", "ffi", "ffl", "ti", "tt", "ft"};
// Word's Calibri gives these two, which no language with reports of inspections has. Its third, U+014C for ft, begins
// names of Japan and New Zealand.
constexpr std::array<std::pair<char32_t, std::string_view>, 2> kCalibri{std::pair{U'\u019f', std::string_view("ti")},
                                                                        {U'\u01a9', "tt"}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_letter(char c) { return is_lower(lower(c)); }

enum class Fit { none, beginning, whole };

/// How a word of the list fits: as its beginning, or whole.
Fit find_fit(const std::string& word) {
    Fit best = Fit::none;
    for (std::string_view known : kWords) {
        const bool only_whole = known.ends_with('.');
        if (only_whole) known.remove_suffix(1);
        if (word == known) return Fit::whole;
        if (!only_whole && word.starts_with(known)) best = Fit::beginning;
    }
    return best;
}
bool is_known(const std::string& word) { return find_fit(word) != Fit::none; }

using Ligatures = std::map<char32_t, std::string_view>;

bool is_named(char32_t code) {
    return code >= kFirstNamedLigature && code < kFirstNamedLigature + kNamedLigatures.size();
}

/// What stands before and behind a sign in one word, small letters.
using Context = std::pair<std::string, std::string>;

/// Signs and the words they stand in, in the order of their codes.
using Contexts = std::map<char32_t, std::set<Context>>;

Context context_of(std::string_view text, std::size_t begin, std::size_t end) {
    Context context;
    std::size_t first = begin;
    while (first > 0 && is_letter(text[first - 1])) --first;
    while (first < begin) context.first.push_back(lower(text[first++]));
    while (end < text.size() && is_letter(text[end])) context.second.push_back(lower(text[end++]));
    return context;
}

/// Calls visit(code, begin, end) for each sign that letters stand beside.
template <typename Visit>
void visit_signs(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const char32_t code = next_code(text, at);
        if (!is_foreign_sign(code)) continue;
        const bool beside = (begin > 0 && is_letter(text[begin - 1])) || (at < text.size() && is_letter(text[at]));
        if (beside) visit(code, begin, at);
    }
}

/// The ligature that makes a word of this context and fits best, or an empty string.
std::string_view find_word(const Context& context) {
    std::string_view found;
    Fit best = Fit::none;
    for (const std::string_view ligature : kLigatures) {
        const Fit fit = find_fit(context.first + std::string(ligature) + context.second);
        if (fit > best)
            best = fit, found = ligature;
        else if (fit == best)
            found = {};  // two fit alike
    }
    return found;
}

/// The ligature that makes words of most of what the sign stands in, or an empty string.
std::string_view find_ligature(char32_t sign, const std::set<Context>& contexts) {
    std::string_view best;
    std::size_t most = 0;
    for (const std::string_view ligature : kLigatures) {
        const auto known =
            static_cast<std::size_t>(std::count_if(contexts.begin(), contexts.end(), [&](const Context& c) {
                return is_known(c.first + std::string(ligature) + c.second);
            }));
        if (known > most) best = ligature, most = known;
    }
    for (const auto& [code, letters] : kCalibri)
        if (code == sign && most == 0) return letters;
    return most * 2 >= contexts.size() ? best : std::string_view();
}

std::string replace_signs(std::string_view text, const Ligatures& ligatures) {
    std::string out;
    std::size_t done = 0;
    visit_signs(text, [&](char32_t code, std::size_t begin, std::size_t end) {
        std::string_view letters;
        if (const auto found = ligatures.find(code); found != ligatures.end())
            // One sign stands for every glyph that a font does not name.
            letters = code == kUnknownSign ? find_word(context_of(text, begin, end)) : found->second;
        if (letters.empty()) return;
        out.append(text.substr(done, begin - done)).append(letters);
        done = end;
    });
    return out.append(text.substr(done));
}

/// Empty when every ligature had a name.
std::string describe(const Ligatures& ligatures) {
    std::string text;
    for (const auto& [code, letters] : ligatures) {
        if (is_named(code)) continue;
        text.append(text.empty() ? "ligatures without a map, read by the words they make: " : " ");
        append_code(text, code);
        text.append(" as ").append(letters).push_back(',');
    }
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

std::string mend_ligatures(std::vector<PdfPage>& pages) {
    Contexts contexts;
    for (const PdfPage& page : pages)
        for (const PdfLine& line : page.lines)
            visit_signs(line.text, [&](char32_t code, std::size_t begin, std::size_t end) {
                contexts[code].insert(context_of(line.text, begin, end));
            });
    Ligatures ligatures;
    for (const auto& [code, words] : contexts) {
        std::string_view letters = find_ligature(code, words);
        if (is_named(code)) letters = kNamedLigatures.at(code - kFirstNamedLigature);
        if (code == kUnknownSign &&
            std::any_of(words.begin(), words.end(), [](const Context& word) { return !find_word(word).empty(); }))
            letters = "their words ask";
        if (!letters.empty()) ligatures[code] = letters;
    }
    if (ligatures.empty()) return {};
    for (PdfPage& page : pages)
        for (PdfLine& line : page.lines) line.text = replace_signs(line.text, ligatures);
    return describe(ligatures);
}

}  // namespace findings
