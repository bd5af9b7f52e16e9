#include "indexer/readers/json/json_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/bytes/decode.hpp"
#include "indexer/readers/json/json_record.hpp"

namespace findings {
namespace {

constexpr std::size_t kBufferBytes = 256U << 10U;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_blank(std::string_view line) { return std::all_of(line.begin(), line.end(), is_space); }

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes;
}

/// A record may be as long as its text, every character escaped as \uXXXX, and then some for the other keys.
std::uint64_t max_record_bytes(const ReaderLimits& limits) { return limits.text_bytes * 2 + (1U << 20U); }

/// One past the end of the value that begins at `begin`: strings, escapes and nesting are followed, nothing
/// else.
std::size_t find_end(std::string_view bytes, std::size_t begin) {
    std::size_t depth = 0;
    for (std::size_t i = begin; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '"') {
            for (++i; i < bytes.size() && bytes[i] != '"'; ++i)
                if (bytes[i] == '\\') ++i;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) return i;
            if (--depth == 0) return i + 1;
        } else if (c == ',' && depth == 0) {
            return i;
        }
    }
    return bytes.size();
}

std::size_t skip_spaces(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && is_space(bytes[at])) ++at;
    return at;
}

/// Gives each record to the sink as it comes.
class RecordSink {
  public:
    RecordSink(const ReaderLimits& limits, const ReadSink& sink, ContentType type)
        : reader_(limits.text_bytes), sink_(sink), type_(type) {}

    void add(std::string_view object, std::size_t line) {
        RawArticle article;
        if (auto rejection = reader_.read(object, type_, line, article))
            sink_.rejection(std::move(*rejection));
        else
            sink_.article(std::move(article));
    }
    void reject(RejectionReason reason, std::string detail, std::size_t line) {
        sink_.rejection({{}, reason, std::move(detail), line});
    }

  private:
    JsonRecordReader reader_;
    const ReadSink& sink_;
    ContentType type_;
};

void read_array(std::string_view bytes, std::size_t at, RecordSink& records) {
    std::size_t index = 0;
    at = skip_spaces(bytes, at + 1);
    while (at < bytes.size() && bytes[at] != ']') {
        const std::size_t end = find_end(bytes, at);
        records.add(bytes.substr(at, end - at), ++index);
        at = skip_spaces(bytes, end);
        if (at < bytes.size() && bytes[at] == ',')
            at = skip_spaces(bytes, at + 1);
        else if (at < bytes.size() && bytes[at] != ']')
            return records.reject(RejectionReason::bad_record, "broken JSON after this record", index);
    }
    if (at >= bytes.size())
        records.reject(RejectionReason::bad_record, "the list is cut short after this record", index);
    else if (index == 0)
        records.reject(RejectionReason::no_text, "an empty list", 0);
}

/// Cuts a stream into lines; a line longer than the limit is passed over in pieces.
class LineReader {
  public:
    LineReader(SourceStream& stream, std::uint64_t limit) : stream_(stream), limit_(limit) {}

    /// False at the end. `line` stays valid until the next call; `too_long` says that it was passed over.
    bool next(std::string_view& line, bool& too_long) {
        too_long = false;
        for (;;) {
            const char* data = buffer_.data();
            const void* end = std::memchr(data + scanned_, '\n', filled_ - scanned_);
            if (end != nullptr) {
                const auto at = static_cast<std::size_t>(static_cast<const char*>(end) - data);
                line = std::string_view(data + begin_, at - begin_);
                begin_ = scanned_ = at + 1;
                return true;
            }
            scanned_ = filled_;
            if (filled_ - begin_ > limit_) {
                too_long = true;
                begin_ = scanned_ = filled_ = 0;
            }
            if (!fill()) return last(line, too_long);
        }
    }

  private:
    bool fill() {
        if (begin_ > 0) {
            std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
            filled_ -= begin_;
            scanned_ -= begin_;
            begin_ = 0;
        }
        if (buffer_.size() - filled_ < kBufferBytes) buffer_.resize(std::max(2 * buffer_.size(), 2 * kBufferBytes));
        const std::size_t count = stream_.read(buffer_.data() + filled_, kBufferBytes);
        filled_ += count;
        return count > 0;
    }
    bool last(std::string_view& line, bool too_long) {
        line = std::string_view(buffer_.data() + begin_, filled_ - begin_);
        begin_ = scanned_ = filled_;
        return !line.empty() || too_long;
    }

    SourceStream& stream_;
    std::uint64_t limit_;
    std::vector<char> buffer_ = std::vector<char>(2 * kBufferBytes);
    std::size_t begin_ = 0;
    std::size_t scanned_ = 0;
    std::size_t filled_ = 0;
};

}  // namespace

void read_json(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    const auto decoded = decode_text(bytes);
    if (!decoded) return sink.rejection({{}, RejectionReason::undecodable, "no known character encoding"});
    const std::string_view text = decoded->text;
    RecordSink records(limits, sink, ContentType::json);
    const std::size_t at = skip_spaces(text, 0);
    if (at < text.size() && text[at] == '[') return read_array(text, at, records);
    const std::size_t end = at < text.size() && text[at] == '{' ? find_end(text, at) : text.size();
    if (const std::size_t rest = skip_spaces(text, end); rest < text.size() && text[rest] == '{')
        return records.reject(RejectionReason::mismatch, "JSON Lines named .json", 0);
    records.add(text.substr(at), 0);
}

void read_json_lines(SourceStream& stream, const ReaderLimits& limits, const ReadSink& sink) {
    RecordSink records(limits, sink, ContentType::json_lines);
    LineReader lines(stream, max_record_bytes(limits));
    std::string_view line;
    bool too_long = false;
    std::size_t number = 0;
    bool any = false;
    while (lines.next(line, too_long)) {
        ++number;
        if (too_long)
            records.reject(RejectionReason::too_large, "one line over the limit", number);
        else if (number == 1)
            line = without_mark(line);
        if (too_long || is_blank(line)) continue;
        any = true;
        records.add(line, number);
    }
    if (stream.failure()) return records.reject(stream.failure()->reason, stream.failure()->detail, number);
    if (!any && number <= 1) records.reject(RejectionReason::empty, "no record", 0);
}

}  // namespace findings
