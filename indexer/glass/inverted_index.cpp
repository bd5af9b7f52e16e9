#include "indexer/glass/inverted_index.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "indexer/glass/encode.hpp"

namespace findings::glass {
namespace {

// Xapian's own sizes, in bytes, from which a list goes on in another chunk.
constexpr std::size_t kPostingChunk = 2000;
constexpr std::size_t kValueChunk = 2000;

constexpr InvertedIndex::TermId kNone = std::numeric_limits<InvertedIndex::TermId>::max();
constexpr std::size_t kFirstTable = 1U << 14U;

}  // namespace

InvertedIndex::TermId InvertedIndex::intern(std::string_view term, std::uint64_t hash) {
    if (2 * (terms_.size() + 1) > table_.size()) grow();
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash & mask;
    for (; table_[at] != kNone; at = (at + 1) & mask) {
        const Term& found = terms_[table_[at]].term;
        if (found.hash == hash && found.text == term) return table_[at];
    }
    table_[at] = static_cast<TermId>(terms_.size());
    Entry& entry = terms_.emplace_back();
    entry.term.text = term;
    entry.term.hash = hash;
    return table_[at];
}

void InvertedIndex::grow() {
    table_.assign(std::max(kFirstTable, 2 * table_.size()), kNone);
    const std::size_t mask = table_.size() - 1;
    for (TermId id = 0; id < terms_.size(); ++id) {
        std::size_t at = terms_[id].term.hash & mask;
        while (table_[at] != kNone) at = (at + 1) & mask;
        table_[at] = id;
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
    if (values.chunks.empty() || values.chunks.back().second.size() >= kValueChunk)
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

void InvertedIndex::Postings::add(std::uint32_t document, std::uint32_t number) {
    if (bytes.size() - open.begin >= kPostingChunk) {
        open.end = bytes.size();
        full.push_back(open);
        open = {document, document, bytes.size(), 0};
    } else if (open.first == 0) {
        open.first = document;
    } else {
        append_varint(bytes, document - open.last - 1);
    }
    append_varint(bytes, number);
    open.last = document;
}

// A chunk: '1' when it is the last and '0' when not, its last document less its first, and its postings.
template <typename MakeKey>
void InvertedIndex::Postings::write(TableWriter& postlist, std::string_view head, const MakeKey& make_key) const {
    std::string tag(head);
    append_varint(tag, (full.empty() ? open : full.front()).first - 1);
    for (std::size_t i = 0; i <= full.size(); ++i) {
        const bool is_last = i == full.size();
        const Chunk& chunk = is_last ? open : full[i];
        tag.push_back(is_last ? '1' : '0');
        append_varint(tag, chunk.last - chunk.first);
        tag.append(bytes, chunk.begin, (is_last ? bytes.size() : chunk.end) - chunk.begin);
        postlist.add(make_key(i == 0 ? 0 : chunk.first), tag);
        tag.clear();
    }
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

void InvertedIndex::write(TableWriter& postlist) {
    write_values(postlist);
    // Where a term says how many documents and occurrences it has, the lengths say nothing.
    if (document_ > 0)
        lengths_.write(postlist, std::string_view("\0\0", 2), [](std::uint32_t from) { return length_key(from); });
    std::vector<TermId> order(terms_.size());
    std::iota(order.begin(), order.end(), 0U);
    // Keys sort as terms do.
    std::sort(order.begin(), order.end(),
              [&](TermId a, TermId b) { return terms_[a].term.text < terms_[b].term.text; });
    std::string head;
    for (const TermId id : order) {
        const Entry& entry = terms_[id];
        if (entry.documents == 0) continue;
        head.clear();
        append_varint(head, entry.documents);
        append_varint(head, entry.occurrences);
        entry.postings.write(postlist, head, [&](std::uint32_t from) { return term_key(entry.term.text, from); });
    }
}

}  // namespace findings::glass
