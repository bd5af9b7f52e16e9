#include "indexer/xapian_glass/merge_databases.hpp"

#include <algorithm>
#include <cerrno>
#include <future>
#include <map>
#include <memory>
#include <queue>
#include <string>
#include <string_view>

#include "common/base/varint.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/xapian_glass/encode.hpp"
#include "indexer/xapian_glass/posting_list.hpp"
#include "indexer/xapian_glass/table_reader.hpp"
#include "indexer/xapian_glass/table_writer.hpp"
#include "indexer/xapian_glass/write_version.hpp"

namespace findings::glass {
namespace {

namespace fs = std::filesystem;

// Kinds of keys in a postlist table, in their order; whatever begins otherwise is a term.
constexpr std::string_view kMetadata("\0\xc0", 2);
constexpr std::string_view kSlotBounds("\0\xd0", 2);
constexpr std::string_view kValues("\0\xd8", 2);
constexpr std::string_view kLengths("\0\xe0", 2);

/// A table that is merged, at one of its entries.
class Source {
  public:
    Source(const fs::path& folder, std::uint32_t base)
        : path_(folder / "postlist.glass"), reader_(path_), base_(base), more_(reader_.next()) {}

    [[nodiscard]] bool more() const { return more_; }
    [[nodiscard]] bool is(std::string_view kind) const { return more_ && reader_.key().starts_with(kind); }
    [[nodiscard]] std::string_view key() const { return reader_.key(); }
    [[nodiscard]] std::string_view tag() const { return reader_.tag(); }
    void next() { more_ = reader_.next(); }

    /// The document whose number ends a key, in the merged table.
    [[nodiscard]] std::uint32_t document(std::string_view number) const {
        const auto document = take_sortable(number);
        if (!document || !number.empty()) fail();
        return base_ + *document;
    }
    /// Appends the chunk at hand and goes on; `number` is the end of its key, empty for a first chunk.
    ChunkView move_chunk(PostingList& list, std::string_view number) {
        ChunkView chunk;
        if (!chunk.parse(tag(), number.empty())) fail();
        const std::uint32_t first = number.empty() ? base_ + chunk.first : document(number);
        list.append(first, first + chunk.span, chunk.postings);
        next();
        return chunk;
    }
    [[noreturn]] void fail() const { throw make_io_error("read", path_.string(), EIO); }

  private:
    fs::path path_;
    TableReader reader_;
    std::uint32_t base_;
    bool more_;
};

class PostlistMerge {
  public:
    PostlistMerge(std::vector<std::unique_ptr<Source>> sources, TableWriter& output, const StopToken& stop_token)
        : sources_(std::move(sources)), output_(output), stop_token_(stop_token) {}

    void run() {
        for (const auto& source : sources_)
            for (; source->is(kMetadata); source->next()) output_.add(source->key(), source->tag());
        merge_bounds();
        merge_values();
        merge_lengths();
        merge_terms();
    }

  private:
    struct Bounds {
        std::uint64_t documents = 0;
        std::string lowest;
        std::string highest;
    };

    void merge_bounds() {
        std::map<std::string, Bounds> slots;
        for (const auto& source : sources_)
            for (; source->is(kSlotBounds); source->next()) {
                std::string_view tag = source->tag();
                const auto documents = take_varint(tag);
                const auto size = take_varint(tag);
                if (!size || *size > tag.size()) source->fail();
                const std::string_view lowest = tag.substr(0, *size);
                const std::string_view highest = tag.size() > *size ? tag.substr(*size) : lowest;
                Bounds& bounds = slots[std::string(source->key())];
                if (bounds.documents == 0 || lowest < bounds.lowest) bounds.lowest = lowest;
                if (bounds.documents == 0 || highest > bounds.highest) bounds.highest = highest;
                bounds.documents += *documents;
            }
        for (const auto& [key, bounds] : slots) {
            std::string tag;
            append_varint(tag, bounds.documents);
            append_sized(tag, bounds.lowest);
            if (bounds.highest != bounds.lowest) tag += bounds.highest;
            output_.add(key, tag);
        }
    }

    // Values of a slot follow each other, whichever segment they come from.
    void merge_values() {
        for (;;) {
            std::optional<std::uint64_t> slot;
            for (const auto& source : sources_)
                if (source->is(kValues)) slot = std::min(slot.value_or(~std::uint64_t{0}), slot_of(*source));
            if (!slot) return;
            for (const auto& source : sources_)
                for (; source->is(kValues) && slot_of(*source) == *slot; source->next()) {
                    throw_if_stopped(stop_token_);
                    std::string_view number = source->key().substr(kValues.size());
                    take_varint(number);
                    output_.add(values_key(static_cast<std::uint32_t>(*slot), source->document(number)), source->tag());
                }
        }
    }

    static std::uint64_t slot_of(const Source& source) {
        std::string_view rest = source.key().substr(kValues.size());
        const auto slot = take_varint(rest);
        if (!slot) source.fail();
        return *slot;
    }

    void merge_lengths() {
        list_.clear();
        for (const auto& source : sources_)
            while (source->is(kLengths)) source->move_chunk(list_, source->key().substr(kLengths.size()));
        // Where a term says how many documents and occurrences it has, the lengths say nothing.
        if (!list_.empty())
            list_.write(output_, std::string_view("\0\0", 2), [](std::uint32_t from) { return length_key(from); });
    }

    struct Head {
        std::uint64_t prefix = 0;
        std::size_t source = 0;
    };

    void merge_terms() {
        const auto after = [this](const Head& a, const Head& b) {
            if (a.prefix != b.prefix) return a.prefix > b.prefix;
            const int order = sources_[a.source]->key().compare(sources_[b.source]->key());
            return order != 0 ? order > 0 : a.source > b.source;
        };
        std::priority_queue<Head, std::vector<Head>, decltype(after)> heads(after);
        const auto enter = [&](std::size_t source) {
            if (sources_[source]->more()) heads.push({sort_prefix(sources_[source]->key()), source});
        };
        for (std::size_t i = 0; i < sources_.size(); ++i) enter(i);
        std::string term;
        std::string head;
        while (!heads.empty()) {
            throw_if_stopped(stop_token_);
            term = sources_[heads.top().source]->key();
            list_.clear();
            std::uint64_t documents = 0;
            std::uint64_t occurrences = 0;
            while (!heads.empty() && sources_[heads.top().source]->key() == term) {
                const std::size_t source = heads.top().source;
                heads.pop();
                const ChunkView first = take_list(*sources_[source], term);
                documents += first.documents;
                occurrences += first.occurrences;
                enter(source);
            }
            head.clear();
            append_varint(head, documents);
            append_varint(head, occurrences);
            list_.write(output_, head, [&term](std::uint32_t from) { return chunk_key(term, from); });
        }
    }

    // All chunks of the term at hand; the first one says how many documents they have.
    ChunkView take_list(Source& source, std::string_view term) {
        const ChunkView first = source.move_chunk(list_, {});
        const std::size_t begin = term.size() + 1;
        // Behind a term stands a NUL and the chunk's document; NUL and 0xff are a NUL of another term.
        while (source.more() && source.key().size() > begin && source.key().starts_with(term) &&
               source.key()[begin - 1] == '\0' && source.key()[begin] != '\xff')
            source.move_chunk(list_, source.key().substr(begin));
        return first;
    }

    static std::string chunk_key(const std::string& term, std::uint32_t document) {
        std::string key = term;
        if (document == 0) return key;
        key.push_back('\0');
        append_sortable(key, document);
        return key;
    }

    std::vector<std::unique_ptr<Source>> sources_;
    TableWriter& output_;
    const StopToken& stop_token_;
    PostingList list_;
};

// `bases`: documents before each input. A document need not have a record.
TableRoot merge_records(const std::vector<fs::path>& inputs, const std::vector<std::uint32_t>& bases,
                        const fs::path& output) {
    TableWriter merged(output / "docdata.glass");
    std::string key;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const fs::path path = inputs[i] / "docdata.glass";
        TableReader records(path);
        while (records.next()) {
            std::string_view number = records.key();
            const auto document = take_sortable(number);
            if (!document || !number.empty()) throw make_io_error("read", path.string(), EIO);
            key.clear();
            append_sortable(key, bases[i] + *document);
            merged.add(key, records.tag(), records.deflated());
        }
    }
    return merged.finish();
}

}  // namespace

void merge_databases(const std::vector<fs::path>& inputs, const fs::path& output, const StopToken& stop_token,
                     MergedTags tags) {
    std::error_code error;
    fs::create_directories(output, error);
    if (error) throw make_io_error("create", output.string(), error.value());
    DatabaseCounts counts;
    std::vector<std::unique_ptr<Source>> sources;
    std::vector<std::uint32_t> bases;
    for (const fs::path& input : inputs) {
        bases.push_back(counts.documents);
        sources.push_back(std::make_unique<Source>(input, counts.documents));
        counts.add(read_counts(input));
    }
    auto records = std::async(std::launch::async, [&] { return merge_records(inputs, bases, output); });
    TableWriter postlist(output / "postlist.glass");
    if (tags == MergedTags::deflated) postlist.deflate_tags();
    PostlistMerge(std::move(sources), postlist, stop_token).run();
    write_version(output, counts, postlist.finish(), records.get());
    // Xapian locks it where it writes, and makes it where it is not there.
    write_synced(output / "flintlock", {});
}

}  // namespace findings::glass
