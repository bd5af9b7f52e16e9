#include "indexer/language/phrase_trie.hpp"

#include <algorithm>
#include <array>

namespace findings {
namespace {

constexpr std::uint64_t edge_key(std::uint32_t node, std::uint32_t word) {
    return (static_cast<std::uint64_t>(node) << 32U) | word;
}

constexpr std::size_t edge_hash(std::uint64_t key) {
    key *= 0x9e3779b97f4a7c15ULL;
    return static_cast<std::size_t>(key ^ (key >> 29U));
}

constexpr bool is_name(PhraseKind kind) { return kind <= PhraseKind::deliverer; }

}  // namespace

std::uint32_t PhraseTrie::step(std::uint32_t node, std::uint32_t word) const {
    const std::uint64_t key = edge_key(node, word);
    const std::size_t mask = edges_.size() - 1;
    for (std::size_t slot = edge_hash(key) & mask; edges_[slot].node != 0; slot = (slot + 1) & mask)
        if (edges_[slot].key == key) return edges_[slot].node;
    return 0;
}

std::uint32_t PhraseTrie::step_adding(std::uint32_t node, std::uint32_t word) {
    if (const std::uint32_t next = step(node, word)) return next;
    if ((edge_count_ + 1) * 2 > edges_.size()) {
        std::vector<Edge> old(edges_.size() * 2);
        old.swap(edges_);
        for (const Edge& edge : old) {
            if (edge.node == 0) continue;
            std::size_t slot = edge_hash(edge.key) & (edges_.size() - 1);
            while (edges_[slot].node != 0) slot = (slot + 1) & (edges_.size() - 1);
            edges_[slot] = edge;
        }
    }
    const auto next = static_cast<std::uint32_t>(first_entry_.size());
    first_entry_.push_back(0);
    std::size_t slot = edge_hash(edge_key(node, word)) & (edges_.size() - 1);
    while (edges_[slot].node != 0) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = {edge_key(node, word), next};
    ++edge_count_;
    return next;
}

void PhraseTrie::add(std::string_view phrase, PhraseKind kind, std::uint32_t value) {
    std::uint32_t node = 0;
    for (const Word& word : split_words_adding(phrase, ids_)) node = step_adding(node, word.id);
    if (node == 0) return;
    entries_.push_back({kind, value, first_entry_[node]});
    first_entry_[node] = static_cast<std::uint32_t>(entries_.size() - 1);
}

std::uint32_t PhraseTrie::add_word(std::string_view word) {
    const std::vector<Word> words = split_words_adding(word, ids_);
    return words.size() == 1 ? words.front().id : 0;
}

std::uint32_t PhraseTrie::find_word(std::string_view word) const {
    const std::vector<Word> words = split_words(word, ids_);
    return words.size() == 1 ? words.front().id : 0;
}

std::vector<PhraseMatch> PhraseTrie::find(const std::vector<Word>& words) const {
    std::vector<PhraseMatch> found;
    constexpr auto kKinds = static_cast<std::size_t>(PhraseKind::vocabulary);
    std::uint32_t name_end = 0;  // names inside a longer name are not names
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::array<std::uint32_t, kKinds> longest{};
        std::array<std::uint32_t, kKinds> entry_of{};
        std::uint32_t node = 0;
        std::uint32_t longest_name = 0;
        for (std::size_t at = first; at < words.size(); ++at) {
            if (words[at].id == 0 || (at > first && words[at].after_break)) break;
            node = step(node, words[at].id);
            if (node == 0) break;
            const auto count = static_cast<std::uint32_t>(at - first + 1);
            for (std::uint32_t entry = first_entry_[node]; entry != 0; entry = entries_[entry].next) {
                if (entries_[entry].kind >= PhraseKind::vocabulary) {
                    found.push_back(
                        {static_cast<std::uint32_t>(first), count, entries_[entry].kind, entries_[entry].value});
                    continue;
                }
                const auto kind = static_cast<std::size_t>(entries_[entry].kind);
                if (longest[kind] != count) entry_of[kind] = entry;
                longest[kind] = count;
                if (is_name(entries_[entry].kind)) longest_name = count;
            }
        }
        for (std::size_t kind = 0; kind < kKinds; ++kind) {
            if (longest[kind] == 0) continue;
            const auto phrase_kind = static_cast<PhraseKind>(kind);
            if (is_name(phrase_kind) && (!words[first].capital || first < name_end || longest[kind] != longest_name))
                continue;
            // Every entry of this node and kind: one phrase may stand for several values.
            for (std::uint32_t entry = entry_of[kind]; entry != 0; entry = entries_[entry].next)
                if (entries_[entry].kind == phrase_kind)
                    found.push_back(
                        {static_cast<std::uint32_t>(first), longest[kind], phrase_kind, entries_[entry].value});
        }
        if (longest_name != 0 && words[first].capital)
            name_end = std::max(name_end, static_cast<std::uint32_t>(first) + longest_name);
    }
    return found;
}

}  // namespace findings
