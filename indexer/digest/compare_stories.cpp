#include "indexer/digest/compare_stories.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/base/fnv_hash.hpp"
#include "common/index/facet_pack.hpp"
#include "common/text/fold.hpp"
#include "common/text/scan_words.hpp"

namespace findings {
namespace {

constexpr std::size_t kPhraseWords = 3;

using Phrases = std::unordered_set<std::uint64_t>;

std::vector<std::uint64_t> hash_words(std::string_view text) {
    std::vector<std::uint64_t> words;
    const std::string folded = fold_text(text);
    WordScanner scanner(folded);
    for (WordSpan word; scanner.next(word);)
        words.push_back(value_id(std::string_view(folded).substr(word.begin, word.end - word.begin)));
    return words;
}

// Hashes of every `length` words in a row.
void add_phrases(const std::vector<std::uint64_t>& words, std::size_t length, Phrases& phrases) {
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        std::uint64_t hash = length;
        for (std::size_t j = 0; j < length; ++j) hash = fnv_step(hash, words[i + j]);
        phrases.insert(hash);
    }
}

// What a story says, line by line: taking out a line between two others makes no phrase of their ends.
Phrases said(const Article& article) {
    Phrases phrases;
    const std::string text = article.title + '\n' + article.text;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::vector<std::uint64_t> words = hash_words(rest.substr(0, end));
        if (!words.empty()) add_phrases(words, std::min(kPhraseWords, words.size()), phrases);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return phrases;
}

// All that stands on its page, across lines too: another reader may join or part them.
Phrases on_page(const Article& article) {
    Phrases phrases;
    const std::vector<std::uint64_t> words = hash_words(article.title + '\n' + article.text + '\n' + article.dropped);
    for (std::size_t length = 1; length <= kPhraseWords; ++length) add_phrases(words, length, phrases);
    return phrases;
}

bool has_all(const Phrases& all, const Phrases& some) {
    return std::all_of(some.begin(), some.end(), [&](std::uint64_t phrase) { return all.contains(phrase); });
}

class Comparison {
  public:
    Comparison(const OpenedGeneration& before, const OpenedGeneration& after) : before_(before), after_(after) {}

    StoryChanges run(const std::vector<StoryPrint>& old_stories, const std::vector<StoryPrint>& new_stories) {
        auto old_row = old_stories.begin();
        for (const StoryPrint& story : new_stories) {
            for (; old_row != old_stories.end() && old_row->id < story.id; ++old_row) lose(*old_row);
            if (old_row != old_stories.end() && old_row->id == story.id)
                compare(*old_row++, story);
            else
                candidates_.push_back(story);
        }
        for (; old_row != old_stories.end(); ++old_row) lose(*old_row);
        for (const StoryPrint& story : candidates_) add(story);
        for (const auto& [content, document] : lost_) changes_.gone.push_back(document);
        sort();
        return std::move(changes_);
    }

  private:
    void compare(const StoryPrint& old_story, const StoryPrint& new_story) {
        const StoryPair pair{old_story.document, new_story.document};
        if (old_story.content != new_story.content) {
            if (says_something_else(before_.read(pair.before), after_.read(pair.after))) {
                changes_.rewritten.push_back(pair);
                return;
            }
            changes_.nothing_new.insert(pair.after);
        }
        if (old_story.values != new_story.values) changes_.revalued.push_back(pair);
    }

    // Folded into another story by now: its id is a copy's.
    void lose(const StoryPrint& story) {
        if (after_.find(before_.read(story.document, RecordPart::head).id) == 0)
            lost_.emplace(story.content, story.document);
    }

    void add(const StoryPrint& story) {
        const Article article = after_.read(story.document, RecordPart::head);
        bool known = before_.find(article.id) != 0;
        for (const Copy& copy : article.copies) known = known || before_.find(copy.id) != 0;
        if (const auto same = lost_.find(story.content); !known && same != lost_.end()) {
            lost_.erase(same);
            changes_.moved.push_back(story.document);
            known = true;
        } else if (!known) {
            changes_.added.push_back(story.document);
        }
        if (known) changes_.nothing_new.insert(story.document);
    }

    void sort() {
        const auto by_document = [](const StoryPair& a, const StoryPair& b) { return a.after < b.after; };
        for (auto* documents : {&changes_.added, &changes_.gone, &changes_.moved})
            std::sort(documents->begin(), documents->end());
        for (auto* pairs : {&changes_.rewritten, &changes_.revalued})
            std::sort(pairs->begin(), pairs->end(), by_document);
    }

    const OpenedGeneration& before_;
    const OpenedGeneration& after_;
    StoryChanges changes_;
    std::vector<StoryPrint> candidates_;
    std::unordered_multimap<std::int64_t, std::uint32_t> lost_;  ///< content -> document of the old generation
};

}  // namespace

bool says_something_else(const Article& before, const Article& after) {
    return !has_all(on_page(before), said(after)) || !has_all(on_page(after), said(before));
}

StoryChanges compare_stories(const OpenedGeneration& before, const std::vector<StoryPrint>& old_stories,
                             const OpenedGeneration& after, const std::vector<StoryPrint>& new_stories) {
    return Comparison(before, after).run(old_stories, new_stories);
}

}  // namespace findings
