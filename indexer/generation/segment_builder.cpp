#include "indexer/generation/segment_builder.hpp"

#include <new>
#include <utility>

#include <libdeflate.h>

#include "common/index/schema.hpp"
#include "indexer/generation/make_folder.hpp"
#include "indexer/xapian_glass/encode.hpp"
#include "indexer/xapian_glass/write_version.hpp"

namespace findings {
namespace {

constexpr std::uint32_t kTitleWeight = 2;
// Of libdeflate's 1 to 12. On articles of 6 kB, 6 takes two and a half times as long as 1 and saves 5 %; on texts of
// 100 kB, which are few, three and a half times as long, and saves 13 %.
constexpr int kQuickLevel = 1;
constexpr int kThoroughLevel = 6;
constexpr std::size_t kLongRecord = 16U << 10U;

}  // namespace

struct SegmentBuilder::Deflater {
    explicit Deflater(int level) : compressor(libdeflate_alloc_compressor(level)) {
        if (compressor == nullptr) throw std::bad_alloc();
    }
    ~Deflater() { libdeflate_free_compressor(compressor); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    libdeflate_compressor* compressor;
};

SegmentBuilder::SegmentBuilder(std::filesystem::path folder, Analyzer& analyzer)
    : folder_(make_folder(std::move(folder))),
      analyzer_(analyzer),
      docdata_(folder_ / "docdata.glass"),
      quick_(std::make_unique<Deflater>(kQuickLevel)),
      thorough_(std::make_unique<Deflater>(kThoroughLevel)),
      stems_(index_, analyzer) {}

SegmentBuilder::~SegmentBuilder() = default;

void SegmentBuilder::add(const IndexedDocument& document) {
    index_.begin_document();
    add_words(document);
    tokens_.clear();
    analyzer_.tokenize(document.dropped, tokens_);
    const std::string dropped(kDroppedPrefix);
    for (const Token& token : tokens_) {
        add_term(dropped + token.term, 0);
        add_term(std::string(kStemPrefix) + dropped + analyzer_.stem(token.term), 0);
    }
    for (const std::string& term : document.filter_terms) add_term(term, 0);
    for (const auto& [slot, value] : document.values) index_.add_value(slot, value);
    add_record(document.record);
    index_.end_document();
}

void SegmentBuilder::add_term(std::string_view term, std::uint32_t frequency) {
    index_.add(index_.intern(term, hash_word(term)), frequency);
}

void SegmentBuilder::add_words(const IndexedDocument& document) {
    story_words_.clear();
    tokenize_story(document.title, document.text, analyzer_, story_);
    for (std::size_t i = 0; i < story_.tokens.size(); ++i) {
        const Token& token = story_.tokens[i];
        const bool in_title = i < story_.title_words;
        if (in_title) add_in_title(token);
        add_place(token.term, token.position, in_title ? kTitleWeight : 1);
    }
    // Once for each word, not for each place of it.
    for (const StoryWord& word : story_words_) {
        index_.add(word.term, word.weight);
        index_.add(stems_.stem_of(word.term), word.weight);
    }
    index_.add_value(kSlotPositions, pack_positions({words_.data(), story_words_.size()}, story_.title_end));
}

void SegmentBuilder::add_place(std::string_view word, std::uint32_t position, std::uint32_t weight) {
    const std::uint64_t hash = hash_word(word);
    const TermId term = index_.intern(word, hash);
    if (term >= word_places_.size()) word_places_.resize(2 * std::size_t{term} + 64);
    std::uint32_t& place = word_places_[term];
    if (place >= story_words_.size() || story_words_[place].term != term) {
        place = static_cast<std::uint32_t>(story_words_.size());
        story_words_.push_back({term, 0});
        if (place == words_.size()) words_.emplace_back();
        words_[place].hash = hash;
        words_[place].places.clear();
    }
    words_[place].places.push_back(position);
    story_words_[place].weight += weight;
}

void SegmentBuilder::add_in_title(const Token& token) {
    const std::string title(field_row(Field::title).prefix);
    add_term(title + token.term, 1);
    add_term(std::string(kStemPrefix) + title + analyzer_.stem(token.term), 1);
}

void SegmentBuilder::add_record(const RecordParts& parts) {
    std::string key;
    glass::append_sortable(key, index_.documents());
    // A stream that is no shorter than the rest does not fit, and the rest is stored as it is.
    buffer_.resize(parts.rest.size() - 1);
    const Deflater& deflater = parts.rest.size() < kLongRecord ? *quick_ : *thorough_;
    const std::size_t size = libdeflate_deflate_compress(deflater.compressor, parts.rest.data(), parts.rest.size(),
                                                         buffer_.data(), buffer_.size());
    // Flagged as deflated: Xapian would try to deflate it once more at every merge.
    docdata_.add(key, glass::stored_stream(join_record(parts, std::string_view(buffer_).substr(0, size))), true);
}

void SegmentBuilder::finish() {
    glass::TableWriter postlist(folder_ / "postlist.glass");
    index_.write(postlist);
    const glass::TableRoot postlist_root = postlist.finish();
    glass::write_version(folder_, index_.counts(), postlist_root, docdata_.finish());
}

}  // namespace findings
