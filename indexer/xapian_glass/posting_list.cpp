#include "indexer/xapian_glass/posting_list.hpp"

#include "common/base/varint.hpp"

namespace findings::glass {
namespace {

// Xapian's own size, in bytes, from which a list goes on in another chunk.
constexpr std::size_t kChunkBytes = 2000;

}  // namespace

void PostingList::begin(std::uint32_t document, std::size_t size) {
    if (open_.first == 0) {
        open_.first = document;
    } else if (bytes_.size() - open_.begin + size > kChunkBytes) {
        open_.end = bytes_.size();
        full_.push_back(open_);
        open_ = {document, document, bytes_.size(), 0};
    } else {
        append_varint(bytes_, document - open_.last - 1);
    }
}

void PostingList::add(std::uint32_t document, std::uint32_t number) {
    begin(document, 1);
    append_varint(bytes_, number);
    open_.last = document;
}

void PostingList::append(std::uint32_t first, std::uint32_t last, std::string_view postings) {
    begin(first, postings.size());
    bytes_ += postings;
    open_.last = last;
}

void PostingList::clear() {
    bytes_.clear();
    full_.clear();
    open_ = {};
}

void PostingList::append_first(std::string& tag) const { append_varint(tag, chunk(0).first - 1); }

// '1' when it is the last and '0' when not, its last document less its first, and its postings.
void PostingList::append_chunk(std::string& tag, std::size_t i) const {
    const Chunk& part = chunk(i);
    const bool is_last = i == full_.size();
    tag.push_back(is_last ? '1' : '0');
    append_varint(tag, part.last - part.first);
    tag.append(bytes_, part.begin, (is_last ? bytes_.size() : part.end) - part.begin);
}

bool ChunkView::parse(std::string_view tag, bool is_first) {
    if (is_first) {
        const auto list_documents = take_varint(tag);
        const auto list_occurrences = take_varint(tag);
        const auto first_less_one = take_varint(tag);
        if (!first_less_one) return false;
        documents = *list_documents;
        occurrences = *list_occurrences;
        first = static_cast<std::uint32_t>(*first_less_one) + 1;
    }
    if (tag.empty()) return false;
    tag.remove_prefix(1);
    const auto length = take_varint(tag);
    if (!length) return false;
    span = static_cast<std::uint32_t>(*length);
    postings = tag;
    return true;
}

}  // namespace findings::glass
