#include "indexer/facets/grade/name_marks.hpp"

#include <algorithm>
#include <string>

namespace findings {
namespace {

constexpr std::size_t kMostProviders = 40;

/// A label, word for word in folded form.
struct LabelWords {
    std::vector<std::string> words;
    std::uint32_t provider = 0;
    bool shortened = false;
};

std::vector<std::string> fold_words(std::string_view label) {
    std::vector<std::string> folded;
    for (const Word& word : split_words(label, WordIds{}))
        folded.push_back(fold_word(label.substr(word.begin, word.end - word.begin)));
    return folded;
}

TokenClasses classes_of_word(std::string_view word) {
    const std::uint32_t id = lexicon().trie.find_word(word);
    return id != 0 && id < lexicon().word_classes.size() ? lexicon().word_classes[id] : 0;
}

std::vector<LabelWords> make_labels(const FacetContext& context) {
    std::vector<LabelWords> labels;
    for (std::size_t p = 0; p < std::min(context.providers.size(), kMostProviders); ++p) {
        LabelWords label{fold_words(context.providers[p].label), static_cast<std::uint32_t>(p), false};
        if (label.words.empty()) continue;
        labels.push_back(label);
        // "Kent" for "Kent County Council", "Park View" for "Park View School".
        const TokenClasses dress =
            bit_of(TokenClass::body) | bit_of(TokenClass::kind) | bit_of(TokenClass::council) | bit_of(TokenClass::reg);
        label.shortened = true;
        while (label.words.size() > 1 && ((classes_of_word(label.words.back()) & dress) != 0 ||
                                          label.words.back() == "police" || label.words.back() == "city")) {
            label.words.pop_back();
            if (label.words.size() > 1 || label.words.front().size() > 3) labels.push_back(label);
        }
    }
    // Longer names first, so that none is found inside another.
    std::stable_sort(labels.begin(), labels.end(),
                     [](const LabelWords& a, const LabelWords& b) { return a.words.size() > b.words.size(); });
    return labels;
}

class NameMarker {
  public:
    explicit NameMarker(const Passage& passage) : passage_(passage), taken_(passage.words.size(), false) {}

    void take(std::size_t first, std::size_t last, TokenClass token_class, std::uint32_t value) {
        last = std::min(last, passage_.words.size());
        if (first >= last) return;
        for (std::size_t word = first; word < last; ++word)
            if (taken_[word]) return;
        std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
                  taken_.begin() + static_cast<std::ptrdiff_t>(last), true);
        marks_.push_back({first, last, token_class, value});
    }

    void take_span(Span span, TokenClass token_class, std::uint32_t value) {
        take(passage_.word_at(span.begin), passage_.word_at(span.end), token_class, value);
    }

    void take_labels(const std::vector<LabelWords>& labels) {
        for (std::size_t at = 0; at < passage_.words.size(); ++at) {
            if (taken_[at]) continue;
            std::string folded;
            for (const LabelWords& label : labels) {
                // A name in small letters counts when it is more than one word.
                if (!passage_.words[at].capital && (label.words.size() < 2 || label.shortened)) continue;
                if (folded.empty()) folded = passage_.folded(at);
                if (folded != label.words.front() || at + label.words.size() > passage_.words.size()) continue;
                if (label.shortened && stands_for_place(at)) continue;
                std::size_t k = 1;
                while (k < label.words.size() && passage_.folded(at + k) == label.words[k]) ++k;
                if (k < label.words.size()) continue;
                take(at, at + k, TokenClass::name, label.provider);
                break;
            }
        }
    }

    std::vector<TokenMark> finish() {
        std::sort(marks_.begin(), marks_.end(),
                  [](const TokenMark& a, const TokenMark& b) { return a.first < b.first; });
        return std::move(marks_);
    }

  private:
    /// "in Kent": where something is.
    [[nodiscard]] bool stands_for_place(std::size_t at) const {
        if (at == 0) return false;
        const std::uint32_t id = passage_.words[at - 1].id;
        return id < lexicon().word_classes.size() && (lexicon().word_classes[id] & bit_of(TokenClass::place)) != 0;
    }

    const Passage& passage_;
    std::vector<bool> taken_;
    std::vector<TokenMark> marks_;
};

}  // namespace

std::vector<TokenMark> find_name_marks(const Passage& passage, const FacetContext& context, bool title) {
    NameMarker marker(passage);
    if (!title) {
        for (std::size_t p = 0; p < context.providers.size(); ++p)
            for (const Span& span : context.providers[p].mentions)
                marker.take_span(span, TokenClass::name, static_cast<std::uint32_t>(p));
    }
    marker.take_labels(make_labels(context));
    return marker.finish();
}

bool names_another_body(const Passage& passage, const std::vector<TokenMark>& marks, Span span) {
    for (const TokenMark& mark : marks) {
        const std::size_t begin = passage.words[mark.first].begin;
        if (mark.token_class == TokenClass::name && begin >= span.begin && begin < span.end) return false;
    }
    // The first word begins a sentence: its capital tells nothing.
    for (std::size_t word = passage.word_at(span.begin) + 1; word + 1 < passage.word_at(span.end); ++word) {
        const Word& next = passage.words[word + 1];
        const bool two = passage.words[word].capital && next.capital && !next.after_break && !next.after_comma;
        const auto [first, last] = passage.matches_in(word, word + 2);
        if (two && first == last) return true;
    }
    return false;
}

}  // namespace findings
