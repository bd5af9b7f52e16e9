#include "indexer/readers/json/json_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "indexer/encoding/decode.hpp"
#include "indexer/readers/json/json_record.hpp"
#include "indexer/readers/json/record_lines.hpp"
#include "indexer/readers/text/mend_json.hpp"

namespace findings {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_blank(std::string_view line) { return std::all_of(line.begin(), line.end(), is_space); }

/// The line without spaces around it and what may stand before it: a byte order mark (files put one behind another keep
/// theirs), the record separator of RFC 7464.
std::string_view bare_line(std::string_view line) {
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    if (line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
    while (!line.empty() && (is_space(line.front()) || line.front() == '\x1e')) line.remove_prefix(1);
    return line;
}

/// A record may be as long as its text, every character escaped as \uXXXX, and then some for the other keys.
std::uint64_t max_record_bytes(const ReaderLimits& limits) { return limits.text_bytes * 2 + (1U << 20U); }

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

/// One past the end of the list, the size of `bytes` when it is broken.
std::size_t read_array(std::string_view bytes, std::size_t at, RecordSink& records) {
    std::size_t index = 0;
    at = skip_spaces(bytes, at + 1);
    while (at < bytes.size() && bytes[at] != ']') {
        const std::size_t end = find_json_end(bytes, at);
        records.add(bytes.substr(at, end - at), ++index);
        at = skip_spaces(bytes, end);
        if (at < bytes.size() && bytes[at] == ',') {
            at = skip_spaces(bytes, at + 1);
        } else if (at < bytes.size() && bytes[at] != ']') {
            records.reject(RejectionReason::bad_record, "broken JSON after this record", index);
            return bytes.size();
        }
    }
    if (at >= bytes.size())
        records.reject(RejectionReason::bad_record, "the list is cut short after this record", index);
    else if (index == 0)
        records.reject(RejectionReason::no_text, "an empty list", 0);
    return std::min(at + 1, bytes.size());
}

/// Objects one behind another, each with the number of its first line, and lists, each record with its place.
void read_values(std::string_view text, RecordSink& lists, RecordSink& objects) {
    std::size_t line = 1;
    std::size_t counted = 0;
    for (std::size_t at = skip_spaces(text, 0); at < text.size(); at = skip_spaces(text, at)) {
        for (; counted < at; ++counted) line += text[counted] == '\n' ? 1U : 0U;
        if (text[at] == ',') {
            ++at;
        } else if (text[at] == '[') {
            at = read_array(text, at, lists);
        } else if (text[at] == '{') {
            const std::size_t end = find_json_end(text, at);
            objects.add(text.substr(at, end - at), line);
            at = end;
        } else {
            return objects.reject(RejectionReason::bad_record, "no record begins here", line);
        }
    }
}

/// True for a line that begins a value which goes on in the next: a list, an object laid out for the eye.
bool begins_value(std::string_view line) {
    if (line.starts_with('[')) return true;
    constexpr std::string_view kOpen = "{[,:";
    return line.starts_with('{') && kOpen.find(line.back()) != std::string_view::npos &&
           find_json_end(line, 0) == line.size();
}

/// The line and everything behind it, at the line it has in its file; nothing when that is over the limit.
std::optional<std::string> gather(std::string_view line, RecordLines& lines, std::uint64_t limit) {
    std::string text(lines.number() - 1, '\n');
    bool too_long = false;
    do {
        if (too_long || text.size() + line.size() > limit) return std::nullopt;
        text.append(line).append(1, '\n');
    } while (lines.next(line, too_long));
    return text;
}

/// One object a line, unless the first line says otherwise.
void read_lines(RecordLines& lines, const ReaderLimits& limits, RecordSink& records, RecordSink& lists) {
    std::string_view line;
    bool too_long = false;
    bool any = false;
    while (lines.next(line, too_long)) {
        if (too_long) records.reject(RejectionReason::too_large, "one line over the limit", lines.number());
        if (too_long || is_blank(line)) continue;
        line = bare_line(line);
        if (!any && begins_value(line)) {
            const auto text = gather(line, lines, limits.memory_bytes / 4);
            if (!text) return records.reject(RejectionReason::too_large, "one value over the limit", lines.number());
            return read_values(*text, lists, records);
        }
        any = true;
        // Lines taken from a list keep its commas.
        while (line.ends_with(',')) line = bare_line(line.substr(0, line.size() - 1));
        if (!line.empty()) records.add(line, lines.number());
    }
    if (!any && lines.number() <= 1) records.reject(RejectionReason::empty, "no record", 0);
}

}  // namespace

void read_json(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    const auto decoded = decode_text(bytes);
    if (!decoded) return sink.rejection({{}, RejectionReason::undecodable, "no known character encoding"});
    const std::string_view text = decoded->text;
    RecordSink records(limits, sink, ContentType::json);
    RecordSink objects(limits, sink, ContentType::json_lines);
    const std::size_t at = skip_spaces(text, 0);
    const bool object = at < text.size() && text[at] == '{';
    const std::size_t end = object ? find_json_end(text, at) : text.size();
    const std::size_t next = skip_spaces(text, end);
    if (object && next == text.size()) return records.add(text.substr(at), 0);
    if (object && text.substr(at, end - at).find('\n') == std::string_view::npos) {
        // JSON Lines named .json: a broken line costs that line only.
        RecordLines lines(open_bytes(text), max_record_bytes(limits));
        return read_lines(lines, limits, objects, records);
    }
    if (at < text.size() && (object || text[at] == '[')) return read_values(text, records, objects);
    records.add(text.substr(at), 0);
}

void read_json_lines(SourceStream& stream, const ReaderLimits& limits, const ReadSink& sink) {
    RecordSink objects(limits, sink, ContentType::json_lines);
    RecordSink lists(limits, sink, ContentType::json);
    RecordLines lines(open_utf8(stream), max_record_bytes(limits));
    read_lines(lines, limits, objects, lists);
    if (stream.failure()) objects.reject(stream.failure()->reason, stream.failure()->detail, lines.number());
}

}  // namespace findings
