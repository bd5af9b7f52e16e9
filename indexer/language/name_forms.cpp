#include "indexer/language/name_forms.hpp"

#include <algorithm>

namespace findings {

std::vector<Span> find_name(const Passage& passage, std::string_view label, std::string_view short_form) {
    const auto split = [](std::string_view text) {
        std::vector<std::string> words;
        for (const Word& word : split_words(text, WordIds{}))
            words.push_back(fold_word(text.substr(word.begin, word.end - word.begin)));
        return words;
    };
    const std::vector<std::string> full = split(label);
    const std::vector<std::string> brief = split(short_form);
    std::vector<Span> found;
    if (full.empty()) return found;
    const auto stands_at = [&](const std::vector<std::string>& name, std::size_t at) {
        if (name.empty() || at + name.size() > passage.words.size()) return false;
        for (std::size_t i = 0; i < name.size(); ++i) {
            const Word& word = passage.words[at + i];
            // Folding keeps the number of bytes but for curly apostrophes: compare lengths first, it is
            // cheap.
            const auto letter = static_cast<unsigned char>(passage.text[word.begin]);
            if (letter < 0x80 && (letter | 0x20U) != (static_cast<unsigned char>(name[i].front()) | 0x20U))
                return false;
            if (word.end - word.begin < name[i].size() || passage.folded(at + i) != name[i]) return false;
        }
        return true;
    };
    for (std::size_t at = 0; at < passage.words.size(); ++at) {
        const Word& word = passage.words[at];
        if (!word.capital) continue;
        std::size_t count = stands_at(full, at) ? full.size() : 0;
        if (count == 0 && stands_at(brief, at)) count = brief.size();
        if (count == 0) continue;
        found.push_back({word.begin, passage.words[at + count - 1].end});
        at += count - 1;
    }
    return found;
}

}  // namespace findings
