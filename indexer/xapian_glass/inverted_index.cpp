#include "indexer/xapian_glass/inverted_index.hpp"

#include <algorithm>

#include "indexer/xapian_glass/encode.hpp"

namespace findings::glass {
namespace {

constexpr std::size_t kFirstTable = 1U << 14U;

constexpr std::uint32_t make_tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

InvertedIndex::TermId InvertedIndex::intern(std::string_view term, std::uint64_t hash) {
    if (2 * (terms_.size() + 1) > table_.size()) grow();
    const std::size_t mask = table_.size() - 1;
    const std::uint32_t tag = make_tag(hash);
    std::size_t at = hash & mask;
    for (; table_[at].term != kNone; at = (at + 1) & mask)
        if (table_[at].tag == tag && terms_[table_[at].term].term.text == term) return table_[at].term;
    table_[at] = {tag, static_cast<TermId>(terms_.size())};
    Entry& entry = terms_.emplace_back();
    entry.term.text = term;
    entry.term.hash = hash;
    return table_[at].term;
}

void InvertedIndex::grow() {
    table_.assign(std::max(kFirstTable, 2 * table_.size()), Place());
    const std::size_t mask = table_.size() - 1;
    for (TermId id = 0; id < terms_.size(); ++id) {
        const std::uint64_t hash = terms_[id].term.hash;
        std::size_t at = hash & mask;
        while (table_[at].term != kNone) at = (at + 1) & mask;
        table_[at] = {make_tag(hash), id};
    }
}

void InvertedIndex::begin_document() {
    ++document_;
    length_ = 0;
}

void InvertedIndex::add(TermId id, std::uint32_t frequency) {
    Term& term = terms_[id].term;
    if (term.document != document_) {
        term.document = document_;
        term.frequency = 0;
        touched_.push_back(id);
    }
    term.frequency += frequency;
    length_ += frequency;
}

void InvertedIndex::add_value(std::uint32_t slot, std::string_view value) {
    Slot& values = slots_[slot];
    if (values.documents++ == 0) {
        values.lowest = value;
        values.highest = value;
    } else if (value < values.lowest) {
        values.lowest = value;
    } else if (value > values.highest) {
        values.highest = value;
    }
    if (values.chunks.empty() || values.chunks.back().second.size() >= value_chunk_)
        values.chunks.emplace_back(document_, std::string());
    else
        append_varint(values.chunks.back().second, document_ - values.last - 1);
    append_sized(values.chunks.back().second, value);
    values.last = document_;
}

void InvertedIndex::end_document() {
    for (const TermId id : touched_) {
        Entry& entry = terms_[id];
        entry.postings.add(document_, entry.term.frequency);
        ++entry.documents;
        entry.occurrences += entry.term.frequency;
        counts_.most_frequent = std::max(counts_.most_frequent, entry.term.frequency);
    }
    touched_.clear();
    const auto length = static_cast<std::uint32_t>(length_);
    lengths_.add(document_, length);
    counts_.documents = document_;
    counts_.total_length += length;
    counts_.longest = std::max(counts_.longest, length);
    // Xapian leaves documents without words out of this bound.
    if (length > 0 && (counts_.shortest == 0 || length < counts_.shortest)) counts_.shortest = length;
}

void InvertedIndex::write_values(TableWriter& postlist) const {
    for (const auto& [slot, values] : slots_) {
        std::string bounds;
        append_varint(bounds, values.documents);
        append_sized(bounds, values.lowest);
        if (values.highest != values.lowest) bounds += values.highest;
        postlist.add(slot_bounds_key(slot), bounds);
    }
    for (const auto& [slot, values] : slots_)
        for (const auto& [document, bytes] : values.chunks) postlist.add(values_key(slot, document), bytes);
}

// In the order of their keys, which sort as terms do.
std::vector<InvertedIndex::TermId> InvertedIndex::sort_terms() const {
    // Most terms differ in their first bytes: comparing those beside the number saves going to the terms.
    std::vector<std::pair<std::uint64_t, TermId>> sorted(terms_.size());
    for (TermId id = 0; id < terms_.size(); ++id) sorted[id] = {sort_prefix(terms_[id].term.text), id};
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : terms_[a.second].term.text < terms_[b.second].term.text;
    });
    std::vector<TermId> order(sorted.size());
    std::transform(sorted.begin(), sorted.end(), order.begin(), [](const auto& entry) { return entry.second; });
    return order;
}

void InvertedIndex::write(TableWriter& postlist) {
    write_values(postlist);
    // Where a term says how many documents and occurrences it has, the lengths say nothing.
    if (document_ > 0)
        lengths_.write(postlist, std::string_view("\0\0", 2), [](std::uint32_t from) { return length_key(from); });
    std::string head;
    for (const TermId id : sort_terms()) {
        const Entry& entry = terms_[id];
        if (entry.documents == 0) continue;
        head.clear();
        append_varint(head, entry.documents);
        append_varint(head, entry.occurrences);
        entry.postings.write(postlist, head, [&](std::uint32_t from) { return term_key(entry.term.text, from); });
    }
}

}  // namespace findings::glass
