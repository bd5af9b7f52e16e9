#include "common/text/analyzer.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <unordered_map>

#include <embedded/stems.hpp>
#include <embedded/stop_words_en.hpp>
#include <xapian.h>

#include "common/base/table_rows.hpp"
#include "common/text/ascii.hpp"
#include "common/text/code_points.hpp"
#include "common/text/fold.hpp"
#include "common/text/scan_words.hpp"

namespace findings {
namespace {

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using StringMap = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;

// A collection has a few hundred thousand distinct words; beyond this the cache starts afresh.
constexpr std::size_t kMaxCachedStems = 1U << 20U;
// More parts than this is a row of dashes, not a word.
constexpr std::size_t kMaxHyphenParts = 5;

std::vector<std::string> load_stop_words() {
    std::vector<std::string> words;
    for_each_row(embedded::stop_words_en(), [&](const auto& cells) { words.emplace_back(cells.front()); });
    return words;
}

void cut_term(std::string& term) {
    if (term.size() > kMaxTermBytes) term.resize(bytes_within(term, kMaxTermBytes));
}

// "organizing" as "organising", "analyzed" as "analysed": Snowball cuts the one further than the other. Short words are
// spelt in one way: "size", "prize".
std::string with_british_ending(std::string_view word) {
    constexpr std::array<std::string_view, 11> kEndings{"e",    "ed",    "es",     "er",      "ers", "ing",
                                                        "ings", "ation", "ations", "ational", "able"};
    constexpr std::size_t kMinBefore = 3;
    std::string spelling(word);
    const std::size_t z = word.rfind('z');
    if (z == std::string_view::npos || z <= kMinBefore || (word[z - 1] != 'i' && word[z - 1] != 'y')) return spelling;
    const std::string_view ending = word.substr(z + 1);
    if (is_one_of(kEndings, ending)) spelling[z] = 's';
    return spelling;
}

std::string stem_of_language(const Xapian::Stem& stemmer, std::string_view word) {
    return stemmer(with_british_ending(word));
}

/// A row of data/stems.tsv, made from the two tables that people edit.
struct StemRow {
    std::string_view key;   ///< a word, or "~" and a stem of the language
    std::string_view stem;  ///< what both are taken for
    std::string_view word;  ///< of the tables
};

// Sorted by key. Made beforehand: to stem 450 words takes a sixth of the time of a short search.
const std::vector<StemRow>& stem_rows() {
    static const std::vector<StemRow> rows = [] {
        std::vector<StemRow> all;
        for_each_row(embedded::stems(), [&](const auto& cells) {
            all.push_back({cells.at(0), cells.at(1), cells.at(2)});
        });
        return all;
    }();
    return rows;
}

const StemRow* find_stem_row(std::string_view key) {
    const auto row = std::lower_bound(stem_rows().begin(), stem_rows().end(), key,
                                      [](const StemRow& a, std::string_view wanted) { return a.key < wanted; });
    return row == stem_rows().end() || row->key != key ? nullptr : &*row;
}

// Without "'s" in any of its spellings. The commas of grouped numbers go too, and the points of an abbreviation.
std::string fold_marked_word(std::string_view word, bool dotted) {
    for (const std::string_view ending : {"'s", "\u2019s", "\u2018s", "\u02bcs", "'S", "\u2019S", "\u2018S"})
        if (word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending) {
            word.remove_suffix(ending.size());
            break;
        }
    std::string folded = fold_text(word);
    std::erase(folded, ',');
    if (dotted) std::erase_if(folded, [](char c) { return c == '.' || c == ' '; });
    return folded;
}

void fold_word(std::string_view text, const WordSpan& span, std::string& term) {
    const std::string_view word = text.substr(span.begin, span.end - span.begin);
    if (span.ascii && span.plain) {
        term.resize(word.size());
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char c = word[i];
            term[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        }
    } else {
        term = fold_marked_word(word, span.dotted);
    }
    cut_term(term);
}

bool has_letter(std::string_view term) {
    for (const char c : term)
        if (c < '0' || c > '9') return true;
    return false;
}

}  // namespace

const AnalyzerSettings& default_analyzer_settings() {
    static const AnalyzerSettings settings{2, "english", load_stop_words()};
    return settings;
}

struct Analyzer::Impl {
    explicit Impl(const AnalyzerSettings& settings) : stemmer(settings.language) {
        for (const std::string& word : settings.stop_words) stop_words.emplace(fold_text(word));
    }

    // Adds the joined form of tokens [first, end) at the first one's place, unless it is a range of numbers.
    static void add_joined(std::vector<Token>& tokens, std::size_t first) {
        const std::size_t parts = tokens.size() - first;
        if (parts < 2 || parts > kMaxHyphenParts || !has_letter(tokens[first].term)) return;
        Token joined{{}, tokens[first].position, tokens[first].begin, tokens.back().end, true};
        for (std::size_t i = first; i < tokens.size(); ++i) joined.term += tokens[i].term;
        cut_term(joined.term);
        tokens.push_back(std::move(joined));
    }

    [[nodiscard]] std::string make_stem(std::string_view term) const {
        if (const StemRow* row = find_stem_row(term)) return std::string(row->stem);
        std::string stem = stem_of_language(stemmer, term);
        const StemRow* row = find_stem_row('~' + stem);
        return row == nullptr ? stem : std::string(row->stem);
    }

    Xapian::Stem stemmer;
    StringMap stems;
    std::unordered_set<std::string, StringHash, std::equal_to<>> stop_words;
};

Analyzer::Analyzer(const AnalyzerSettings& settings) : impl_(std::make_unique<Impl>(settings)) {}
Analyzer::~Analyzer() = default;

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): callers have an analyzer for it
std::uint32_t Analyzer::tokenize(std::string_view text, std::vector<Token>& tokens, std::uint32_t first_position) {
    std::uint32_t position = first_position;
    std::size_t chain = tokens.size();
    WordScanner scanner(text);
    WordSpan span;
    while (scanner.next(span)) {
        if (!span.hyphen_before) {
            if (tokens.size() - chain > 1) Impl::add_joined(tokens, chain);
            chain = tokens.size();
        }
        Token& token = tokens.emplace_back();
        fold_word(text, span, token.term);
        if (token.term.empty()) {
            tokens.pop_back();
            continue;
        }
        token.position = position++;
        token.begin = span.begin;
        token.end = span.end;
    }
    Impl::add_joined(tokens, chain);
    return position;
}

const std::string& Analyzer::stem(std::string_view term) {
    if (const auto cached = impl_->stems.find(term); cached != impl_->stems.end()) return cached->second;
    if (impl_->stems.size() >= kMaxCachedStems) impl_->stems.clear();
    return impl_->stems.emplace(term, impl_->make_stem(term)).first->second;
}

std::vector<std::string> Analyzer::list_equivalents(std::string_view term) const {
    const std::string stem = impl_->make_stem(term);
    std::vector<std::string> found;
    std::set<std::string> stems{stem_of_language(impl_->stemmer, term)};
    for (const StemRow& row : stem_rows()) {
        if (row.stem != stem || row.word == term) continue;
        if (stems.insert(stem_of_language(impl_->stemmer, row.word)).second) found.emplace_back(row.word);
    }
    return found;
}

bool Analyzer::is_stop_word(std::string_view term) const { return impl_->stop_words.contains(term); }

}  // namespace findings
