#include "searcher/plan/abbreviations.hpp"

#include <algorithm>
#include <cctype>

#include <embedded/abbreviations.hpp>

#include "common/base/table_rows.hpp"

namespace findings {
namespace {

std::vector<AbbreviationGroup> load_groups() {
    std::vector<AbbreviationGroup> groups;
    for_each_row(embedded::abbreviations(), [&](const auto& columns) {
        AbbreviationGroup& group = groups.emplace_back();
        for (const std::string_view name : split_at(columns.at(0), ',')) group.abbreviations.emplace_back(name);
        group.one_way = columns.at(1) == "one-way";
        group.upper_only = columns.at(1) != "any";
        group.long_forms.assign(columns.begin() + 2, columns.end());
    });
    return groups;
}

std::string to_upper(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return upper;
}

// "SENCO's", "LADOs" -> "SENCO", "LADO".
std::string_view without_ending(std::string_view typed) {
    for (const std::string_view ending : {"'s", "\u2019s", "s"})
        if (typed.size() > ending.size() + 1 && typed.substr(typed.size() - ending.size()) == ending)
            return typed.substr(0, typed.size() - ending.size());
    return typed;
}

struct LongForm {
    std::vector<std::string> words;  ///< folded; the last one is compared by its stem
    const AbbreviationGroup* group = nullptr;
};

std::vector<LongForm> list_long_forms(Analyzer& analyzer) {
    std::vector<LongForm> forms;
    for (const AbbreviationGroup& group : abbreviation_groups())
        for (const std::string& text : group.long_forms) {
            std::vector<Token> tokens;
            analyzer.tokenize(text, tokens);
            LongForm& form = forms.emplace_back();
            form.group = &group;
            for (Token& token : tokens)
                if (!token.joined) form.words.push_back(std::move(token.term));
        }
    // The longest first: "special educational needs" begins several.
    std::stable_sort(forms.begin(), forms.end(),
                     [](const LongForm& a, const LongForm& b) { return a.words.size() > b.words.size(); });
    return forms;
}

// How many words of the row from `first` on spell the form; 0 when they do not.
std::size_t count_words_of(const LongForm& form, const std::vector<std::vector<std::string>>& words, std::size_t first,
                           Analyzer& analyzer) {
    std::size_t next = 0;
    for (std::size_t at = first; at < words.size(); ++at) {
        if (words[at].empty()) return 0;
        for (const std::string& part : words[at]) {
            if (next == form.words.size()) return 0;
            const bool is_last = next + 1 == form.words.size();
            const std::string& word = form.words[next];
            // A stem begins as its word does: most words differ there, and need no stem.
            if (part.front() != word.front()) return 0;
            if (part != word && (!is_last || analyzer.stem(part) != analyzer.stem(word))) return 0;
            ++next;
        }
        if (next == form.words.size()) return at + 1 - first;
    }
    return 0;
}

}  // namespace

const std::vector<AbbreviationGroup>& abbreviation_groups() {
    static const std::vector<AbbreviationGroup> groups = load_groups();
    return groups;
}

const AbbreviationGroup* find_abbreviation(std::string_view typed) {
    std::string bare(typed);
    std::erase(bare, '.');
    for (const std::string_view word : {std::string_view(bare), without_ending(bare)}) {
        const std::string upper = to_upper(word);
        for (const AbbreviationGroup& group : abbreviation_groups()) {
            const auto found = std::find(group.abbreviations.begin(), group.abbreviations.end(), upper);
            if (found != group.abbreviations.end() && (!group.upper_only || upper == word)) return &group;
        }
    }
    return nullptr;
}

std::vector<LongFormRun> find_long_forms(const std::vector<std::vector<std::string>>& words, Analyzer& analyzer) {
    std::vector<LongFormRun> runs;
    // Most queries have a word or two; only a longer row can hold a long form.
    if (words.size() < 2) return runs;
    static const std::vector<LongForm> forms = list_long_forms(analyzer);  // folds and stems are the same everywhere
    for (std::size_t first = 0; first < words.size();) {
        std::size_t count = 0;
        for (auto form = forms.begin(); form != forms.end() && count == 0; ++form) {
            count = count_words_of(*form, words, first, analyzer);
            if (count > 0) runs.push_back({first, first + count, form->group});
        }
        first += std::max<std::size_t>(count, 1);
    }
    return runs;
}

}  // namespace findings
