#include "common/index/record.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

#include <libdeflate.h>

#include "common/base/error.hpp"
#include "common/base/varint.hpp"

namespace findings {
namespace {

// Of a page's number; above them stands how surely it was read by OCR.
constexpr unsigned kPageBits = 24;
constexpr double kConfidenceSteps = 200;
// No deflated byte stands for more: damaged lengths ask for no memory that a record could need.
constexpr std::uint64_t kMaxInflation = 1032;
// Texts of a part that later ones are compared with: a report has a few rules and names, and hundreds of values.
constexpr std::size_t kMaxRepeatable = 64;
constexpr std::uint64_t kDirections = 3;
constexpr auto kLastForm = static_cast<std::uint64_t>(FindingForm::sentence);

[[noreturn]] void throw_damaged_record() {
    throw Error(Status::unavailable, "a stored article is damaged", "run `findings-index verify`");
}

class Writer {
  public:
    void number(std::uint64_t value) { append_varint(bytes_, value); }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    /// A text that the part may have had before: twice its length, or twice its number among those and one.
    void repeated(std::string_view value) {
        const auto same = std::find(seen_.begin(), seen_.end(), value);
        if (same != seen_.end()) return number(2 * static_cast<std::uint64_t>(same - seen_.begin()) + 1);
        number(2 * value.size());
        bytes_.append(value);
        if (!value.empty() && seen_.size() < kMaxRepeatable) seen_.push_back(value);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
    std::vector<std::string_view> seen_;  ///< of the article that is written
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t number() {
        const auto value = take_varint(bytes_);
        if (!value) throw_damaged_record();
        return *value;
    }
    std::string_view view() { return take(number()); }
    std::string text() { return std::string(view()); }
    /// What Writer::repeated wrote.
    std::string repeated() {
        const std::uint64_t code = number();
        if (code % 2 != 0) {
            if (code / 2 >= seen_.size()) throw_damaged_record();
            return std::string(seen_[code / 2]);
        }
        const std::string_view value = take(code / 2);
        if (!value.empty() && seen_.size() < kMaxRepeatable) seen_.push_back(value);
        return std::string(value);
    }
    /// A count of things that take at least a byte each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > bytes_.size()) throw_damaged_record();
        return value;
    }
    /// What has not been read.
    [[nodiscard]] std::string_view left() const { return bytes_; }

  private:
    std::string_view take(std::uint64_t size) {
        if (size > bytes_.size()) throw_damaged_record();
        const std::string_view value = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return value;
    }

    std::string_view bytes_;
    std::vector<std::string_view> seen_;
};

bool quote_is_in_text(const Evidence& evidence) {
    return evidence.where == Where::body || evidence.where == Where::table;
}

void write_evidence(Writer& out, const Evidence& evidence) {
    out.number(static_cast<std::uint64_t>(evidence.where));
    out.repeated(evidence.rule);
    out.repeated(evidence.role);
    out.number(static_cast<std::uint64_t>(evidence.page));
    out.number(evidence.begin);
    out.number(evidence.end);
    out.number(static_cast<std::uint64_t>(std::lround(evidence.confidence * kConfidenceSteps)));
    out.number(static_cast<std::uint64_t>(evidence.polarity));
    // A quote from the text is its byte range; storing it again would add a fifth to a report's record.
    out.repeated(quote_is_in_text(evidence) ? std::string_view() : evidence.quote);
}

Evidence read_evidence(Reader& in) {
    Evidence evidence;
    evidence.where = static_cast<Where>(in.number());
    evidence.rule = in.repeated();
    evidence.role = in.repeated();
    evidence.page = static_cast<int>(in.number());
    evidence.begin = in.number();
    evidence.end = in.number();
    evidence.confidence = static_cast<double>(in.number()) / kConfidenceSteps;
    evidence.polarity = static_cast<Polarity>(in.number());
    evidence.quote = in.repeated();
    return evidence;
}

void write_values(Writer& out, const std::vector<FacetValue>& values) {
    out.number(values.size());
    for (const FacetValue& value : values) {
        out.number(static_cast<std::uint64_t>(value.facet()));
        out.repeated(value.slug());
        out.repeated(value.label());
        write_evidence(out, value.evidence());
    }
}

std::vector<FacetValue> read_values(Reader& in) {
    std::vector<FacetValue> values;
    const std::size_t count = in.count();
    values.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto facet = static_cast<Field>(in.number());
        std::string slug = in.repeated();
        std::string label = in.repeated();
        values.emplace_back(facet, std::move(slug), std::move(label), read_evidence(in));
    }
    return values;
}

void write_award(Writer& out, const Award& award) {
    for (const std::string* part : {&award.provider, &award.scale, &award.grade, &award.previous, &award.change})
        out.repeated(*part);
    out.number(award.inferred ? 1 : 0);
    out.number(award.judgements.size());
    for (const Judgement& judgement : award.judgements) {
        out.repeated(judgement.area);
        out.repeated(judgement.grade);
    }
}

Award read_award(Reader& in) {
    Award award;
    for (std::string* part : {&award.provider, &award.scale, &award.grade, &award.previous, &award.change})
        *part = in.repeated();
    award.inferred = in.number() != 0;
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        std::string area = in.repeated();
        award.judgements.push_back({std::move(area), in.repeated()});
    }
    return award;
}

void write_finding(Writer& out, const Finding& finding, std::size_t& last) {
    out.number(static_cast<std::uint64_t>(finding.form) * kDirections + static_cast<std::uint64_t>(finding.direction));
    out.number(finding.pieces.size());
    for (const auto& [begin, end] : finding.pieces) {
        // Nearly always behind the piece before: a list may be read before the text it stands in.
        out.number(begin >= last ? 2 * (begin - last) : 2 * (last - begin) + 1);
        out.number(end - begin);
        last = end;
    }
    out.number(2 * static_cast<std::uint64_t>(finding.page) + (finding.other_body ? 1 : 0));
    for (const std::string* part : {&finding.heading, &finding.section, &finding.addressee, &finding.due,
                                    &finding.regulation, &finding.reference, &finding.area, &finding.compared_with})
        out.repeated(*part);
    out.number(finding.themes.size());
    for (const std::string& theme : finding.themes) out.repeated(theme);
    out.number(finding.repeats.size());
    for (const RepeatedFinding& repeat : finding.repeats) {
        out.text(repeat.id);
        out.number((repeat.full ? 2U : 0U) + (repeat.computed ? 1U : 0U));
    }
}

Finding read_finding(Reader& in, std::size_t& last) {
    Finding finding;
    const std::uint64_t kind = in.number();
    finding.form = static_cast<FindingForm>(std::min<std::uint64_t>(kind / kDirections, kLastForm));
    finding.direction = static_cast<FindingDirection>(kind % kDirections);
    std::size_t count = in.count();
    if (count == 0) throw_damaged_record();
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t step = in.number();
        const std::size_t begin = step % 2 == 0 ? last + step / 2 : last - step / 2;
        last = begin + in.number();
        finding.pieces.emplace_back(begin, last);
    }
    const std::uint64_t page = in.number();
    finding.page = static_cast<int>(page / 2);
    finding.other_body = page % 2 != 0;
    for (std::string* part : {&finding.heading, &finding.section, &finding.addressee, &finding.due, &finding.regulation,
                              &finding.reference, &finding.area, &finding.compared_with})
        *part = in.repeated();
    count = in.count();
    for (std::size_t i = 0; i < count; ++i) finding.themes.push_back(in.repeated());
    count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        RepeatedFinding& repeat = finding.repeats.emplace_back();
        repeat.id = in.text();
        const std::uint64_t flags = in.number();
        repeat.full = (flags & 2U) != 0;
        repeat.computed = (flags & 1U) != 0;
    }
    return finding;
}

// The quotes that write_evidence left out.
void restore_quotes(std::vector<FacetValue>& values, const std::string& text) {
    for (FacetValue& value : values) {
        Evidence evidence = value.evidence();
        if (!quote_is_in_text(evidence) || evidence.begin > evidence.end || evidence.end > text.size()) continue;
        evidence.quote = text.substr(evidence.begin, evidence.end - evidence.begin);
        value = FacetValue(value.facet(), value.slug(), value.label(), std::move(evidence));
    }
}

// Nearly every path ends in the source: only what stands before it is stored, up to the last '/', in which no path of a
// file ends.
void write_path(Writer& out, const Article& article) {
    std::string_view path = article.path;
    if (path.size() > article.source.size() && path.ends_with(article.source)) {
        path.remove_suffix(article.source.size());
        if (path.ends_with('/')) return out.text(path);
    }
    out.text(article.path);
}

std::string read_path(Reader& in, const std::string& source) {
    std::string path = in.text();
    return path.ends_with('/') ? path + source : path;
}

std::string inflate(std::string_view deflated, std::uint64_t size) {
    if (size / kMaxInflation > deflated.size()) throw_damaged_record();
    // Made once a thread: its tables take as long to set up as a short text to inflate.
    thread_local const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (decompressor == nullptr) throw std::bad_alloc();
    std::string bytes(size, '\0');
    if (libdeflate_deflate_decompress(decompressor.get(), deflated.data(), deflated.size(), bytes.data(), size,
                                      nullptr) != LIBDEFLATE_SUCCESS)
        throw_damaged_record();
    return bytes;
}

void read_rest(std::string_view bytes, Article& article) {
    Reader in(bytes);
    article.remarks = read_values(in);
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = in.number();
        const std::uint64_t page = in.number();
        article.pages.push_back({begin, static_cast<int>(page & ((1U << kPageBits) - 1)),
                                 static_cast<int>(std::min<std::uint64_t>(page >> kPageBits, 100))});
    }
    const std::size_t findings = in.count();
    std::size_t last = 0;
    for (std::size_t i = 0; i < findings; ++i) article.findings.push_back(read_finding(in, last));
    article.text = in.text();
    article.dropped = in.text();
    restore_quotes(article.values, article.text);
    restore_quotes(article.remarks, article.text);
}

}  // namespace

RecordParts encode_parts(const Article& article) {
    Writer head;
    for (const std::string* part : {&article.id, &article.source, &article.url, &article.title, &article.publisher,
                                    &article.published, &article.inspected})
        head.repeated(*part);
    write_path(head, article);
    write_values(head, article.values);
    head.number(article.awards.size());
    for (const Award& award : article.awards) write_award(head, award);
    head.number(article.copies.size());
    for (const Copy& copy : article.copies)
        for (const std::string* part :
             {&copy.id, &copy.source, &copy.url, &copy.title, &copy.publisher, &copy.published})
            head.repeated(*part);
    Writer rest;
    write_values(rest, article.remarks);
    rest.number(article.pages.size());
    for (const PageStart& page : article.pages) {
        rest.number(page.begin);
        // Most pages are of text, and have their number alone.
        rest.number(static_cast<std::uint64_t>(page.page) +
                    (static_cast<std::uint64_t>(page.ocr_confidence) << kPageBits));
    }
    rest.number(article.findings.size());
    std::size_t last = 0;
    for (const Finding& finding : article.findings) write_finding(rest, finding, last);
    rest.text(article.text);
    rest.text(article.dropped);
    return {head.take(), rest.take()};
}

std::string join_record(const RecordParts& parts, std::string_view deflated) {
    std::string record = parts.head;
    append_varint(record, parts.rest.size());
    record += deflated.empty() ? std::string_view(parts.rest) : deflated;
    return record;
}

std::string encode_record(const Article& article) { return join_record(encode_parts(article), {}); }

Article decode_record(std::string_view bytes, RecordPart part) {
    Reader in(bytes);
    Article article;
    for (std::string* text : {&article.id, &article.source, &article.url, &article.title, &article.publisher,
                              &article.published, &article.inspected})
        *text = in.repeated();
    article.path = read_path(in, article.source);
    article.values = read_values(in);
    std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) article.awards.push_back(read_award(in));
    count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        Copy& copy = article.copies.emplace_back();
        for (std::string* text : {&copy.id, &copy.source, &copy.url, &copy.title, &copy.publisher, &copy.published})
            *text = in.repeated();
    }
    const std::uint64_t rest = in.number();
    if (part == RecordPart::head) return article;
    if (rest == in.left().size())
        read_rest(in.left(), article);
    else
        read_rest(inflate(in.left(), rest), article);
    return article;
}

}  // namespace findings
