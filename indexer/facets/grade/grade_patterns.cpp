#include "indexer/facets/grade/grade_patterns.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/base/table_rows.hpp"
#include "embedded/grade_patterns.hpp"
#include "indexer/language/token_class.hpp"

namespace findings {
namespace {

/// What may follow a grade that describes no noun: "rated good by Ofsted", not "rated good practice".
constexpr TokenClasses kFree = kPunctuation | bit_of(TokenClass::follow) | bit_of(TokenClass::noun) |
                               bit_of(TokenClass::year) | bit_of(TokenClass::bound) | bit_of(TokenClass::later) |
                               bit_of(TokenClass::reg) | bit_of(TokenClass::number) | bit_of(TokenClass::numword);

/// One place of a pattern.
struct Atom {
    TokenClasses classes = 0;
    std::vector<std::uint32_t> words;
    bool negated = false;
    bool anchor = false;
    std::size_t least = 1;
    std::size_t most = 1;

    [[nodiscard]] bool accepts(const ClauseToken& token) const {
        const bool held =
            token.any(classes) || (token.word != 0 && std::find(words.begin(), words.end(), token.word) != words.end());
        return held != negated;
    }
};

struct CompiledPattern {
    GradePattern row;
    std::vector<Atom> left;  ///< from the grade outwards
    std::vector<Atom> right;
    TokenClasses own = 0;  ///< classes the grade must have
};

[[noreturn]] void refuse(std::string_view pattern, std::string_view part) {
    throw std::logic_error("grade_patterns.tsv: " + std::string(part) + " in " + std::string(pattern));
}

/// Reads one atom, "!comma|=now{5}".
Atom read_atom(std::string_view text, std::string_view pattern) {
    Atom atom;
    if (text.front() == '@') atom.anchor = true, text.remove_prefix(1);
    if (text.front() == '!') atom.negated = true, text.remove_prefix(1);
    if (text.back() == '?') {
        atom.least = 0;
        text.remove_suffix(1);
    } else if (text.back() == '}') {
        const std::size_t brace = text.find('{');
        if (brace == std::string_view::npos) refuse(pattern, text);
        atom.least = 0;
        atom.most = std::stoul(std::string(text.substr(brace + 1, text.size() - brace - 2)));
        text = text.substr(0, brace);
    }
    if (text == "~") {
        atom.negated = true;
        text = "punctuation|grade|bound";
    }
    for (const std::string_view part : split_at(text, '|')) {
        if (part.front() == '=') {
            const std::uint32_t word = lexicon().trie.find_word(part.substr(1));
            if (word == 0) refuse(pattern, part);
            atom.words.push_back(word);
        } else if (part == "punctuation") {
            atom.classes |= kPunctuation;
        } else if (part == "free") {
            atom.classes |= kFree;
        } else {
            atom.classes |= bit_of(token_class_of(part));
        }
    }
    return atom;
}

PatternResult read_result(std::string_view cell, std::string_view pattern) {
    PatternResult result;
    const std::array<std::pair<std::string_view, bool PatternResult::*>, 11> names{
        {{"governs", &PatternResult::governs},
         {"firm", &PatternResult::firm},
         {"bare", &PatternResult::bare},
         {"previous", &PatternResult::previous},
         {"awarded", &PatternResult::awarded},
         {"mentioned", &PatternResult::mentioned},
         {"kept", &PatternResult::kept},
         {"once", &PatternResult::once},
         {"recalled", &PatternResult::recalled},
         {"title", &PatternResult::title},
         {"report", &PatternResult::report}}};
    for (const std::string_view part : split_at(cell, ',')) {
        const auto* found =
            std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == part; });
        if (found == names.end()) refuse(pattern, part);
        result.*found->second = true;
    }
    return result;
}

PatternGroup read_group(std::string_view cell) {
    constexpr std::array<std::string_view, 4> kGroups{"govern", "role", "keep", "lean"};
    const auto* found = std::find(kGroups.begin(), kGroups.end(), cell);
    if (found == kGroups.end()) refuse(cell, "unknown group");
    return static_cast<PatternGroup>(found - kGroups.begin());
}

CompiledPattern compile(const std::vector<std::string_view>& cells) {
    CompiledPattern made;
    made.row.group = read_group(cells.at(0));
    made.row.name = cells.at(1);
    const std::string_view pattern = cells.at(2);
    made.row.result = read_result(cells.at(3), pattern);
    made.row.example = cells.at(4);
    made.row.expected = cells.at(5);
    bool grade = false;
    for (const std::string_view part : split_at(pattern, ' ')) {
        if (part.empty()) continue;
        if (part == "G" || part.substr(0, 2) == "G:") {
            grade = true;
            if (part.size() > 2)
                for (const std::string_view own : split_at(part.substr(2), ':'))
                    made.own |= bit_of(token_class_of(own));
            continue;
        }
        (grade ? made.right : made.left).push_back(read_atom(part, pattern));
    }
    if (!grade) refuse(pattern, "no G");
    std::reverse(made.left.begin(), made.left.end());
    return made;
}

const std::vector<CompiledPattern>& compiled_patterns() {
    static const std::vector<CompiledPattern> patterns = [] {
        std::vector<CompiledPattern> made;
        for_each_row(embedded::grade_patterns(), [&](const auto& cells) { made.push_back(compile(cells)); });
        return made;
    }();
    return patterns;
}

/// Matches atoms outwards from a grade: `step` is -1 to the left, +1 to the right.
class Matcher {
  public:
    Matcher(const std::vector<ClauseToken>& tokens, const std::vector<Atom>& atoms, std::ptrdiff_t step)
        : tokens_(tokens), atoms_(atoms), step_(step) {}

    bool match(std::size_t from) { return match_from(0, static_cast<std::ptrdiff_t>(from) + step_); }
    [[nodiscard]] std::ptrdiff_t anchor() const { return anchor_; }

  private:
    [[nodiscard]] bool inside(std::ptrdiff_t at) const {
        return at >= 0 && at < static_cast<std::ptrdiff_t>(tokens_.size());
    }

    bool match_from(std::size_t index, std::ptrdiff_t at) {
        if (index == atoms_.size()) return true;
        const Atom& atom = atoms_[index];
        std::size_t taken = 0;
        std::ptrdiff_t here = at;
        while (taken < atom.least) {
            if (!inside(here) || !atom.accepts(tokens_[static_cast<std::size_t>(here)])) return false;
            if (atom.anchor) anchor_ = here;
            here += step_;
            ++taken;
        }
        // The fewest first: what governs is the nearest.
        for (;;) {
            if (match_from(index + 1, here)) return true;
            if (taken == atom.most || !inside(here) || !atom.accepts(tokens_[static_cast<std::size_t>(here)]))
                return false;
            if (atom.anchor) anchor_ = here;
            here += step_;
            ++taken;
        }
    }

    const std::vector<ClauseToken>& tokens_;
    const std::vector<Atom>& atoms_;
    std::ptrdiff_t step_;
    std::ptrdiff_t anchor_ = -1;
};

}  // namespace

const std::vector<GradePattern>& grade_patterns() {
    static const std::vector<GradePattern> rows = [] {
        std::vector<GradePattern> made;
        for (const CompiledPattern& pattern : compiled_patterns()) made.push_back(pattern.row);
        return made;
    }();
    return rows;
}

std::optional<PatternMatch> match_grade_pattern(PatternGroup group, const std::vector<ClauseToken>& tokens,
                                                std::size_t grade, bool title, bool report) {
    for (const CompiledPattern& pattern : compiled_patterns()) {
        if (pattern.row.group != group) continue;
        const PatternResult& result = pattern.row.result;
        if ((result.title && !title) || (result.report && !report)) continue;
        if ((tokens[grade].classes & pattern.own) != pattern.own) continue;
        Matcher right(tokens, pattern.right, 1);
        if (!right.match(grade)) continue;
        Matcher left(tokens, pattern.left, -1);
        if (!left.match(grade)) continue;
        const std::ptrdiff_t anchor = left.anchor() >= 0 ? left.anchor() : right.anchor();
        return PatternMatch{&pattern.row, anchor >= 0 ? static_cast<std::size_t>(anchor) : grade};
    }
    return std::nullopt;
}

}  // namespace findings
