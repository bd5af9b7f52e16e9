#include "common/record.hpp"

#include <cmath>
#include <cstdint>

#include "common/error.hpp"
#include "common/varint.hpp"

namespace findings {
namespace {

constexpr double kConfidenceSteps = 200;

class Writer {
  public:
    void number(std::uint64_t value) { append_varint(bytes_, value); }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t number() {
        const auto value = take_varint(bytes_);
        if (!value) fail();
        return *value;
    }
    std::string_view view() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) fail();
        const std::string_view value = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return value;
    }
    std::string text() { return std::string(view()); }
    /// A count of things that take at least a byte each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > bytes_.size()) fail();
        return value;
    }

  private:
    [[noreturn]] static void fail() {
        throw Error(Status::unavailable, "a stored article is damaged", "run `findings-index verify`");
    }
    std::string_view bytes_;
};

bool quote_is_in_text(const Evidence& evidence) {
    return evidence.where == Where::body || evidence.where == Where::table;
}

void write_evidence(Writer& out, const Evidence& evidence) {
    out.number(static_cast<std::uint64_t>(evidence.where));
    out.text(evidence.rule);
    out.text(evidence.role);
    out.number(static_cast<std::uint64_t>(evidence.page));
    out.number(evidence.begin);
    out.number(evidence.end);
    out.number(static_cast<std::uint64_t>(std::lround(evidence.confidence * kConfidenceSteps)));
    out.number(static_cast<std::uint64_t>(evidence.polarity));
    // A quote from the text is its byte range; storing it again would add a fifth to a report's record.
    out.text(quote_is_in_text(evidence) ? std::string_view() : evidence.quote);
}

Evidence read_evidence(Reader& in) {
    Evidence evidence;
    evidence.where = static_cast<Where>(in.number());
    evidence.rule = in.text();
    evidence.role = in.text();
    evidence.page = static_cast<int>(in.number());
    evidence.begin = in.number();
    evidence.end = in.number();
    evidence.confidence = static_cast<double>(in.number()) / kConfidenceSteps;
    evidence.polarity = static_cast<Polarity>(in.number());
    evidence.quote = in.text();
    return evidence;
}

void write_values(Writer& out, const std::vector<FacetValue>& values) {
    out.number(values.size());
    for (const FacetValue& value : values) {
        out.number(static_cast<std::uint64_t>(value.facet()));
        out.text(value.slug());
        out.text(value.label());
        write_evidence(out, value.evidence());
    }
}

std::vector<FacetValue> read_values(Reader& in) {
    std::vector<FacetValue> values;
    const std::size_t count = in.count();
    values.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto facet = static_cast<Field>(in.number());
        std::string slug = in.text();
        std::string label = in.text();
        values.emplace_back(facet, std::move(slug), std::move(label), read_evidence(in));
    }
    return values;
}

void write_award(Writer& out, const Award& award) {
    for (const std::string* part : {&award.provider, &award.scale, &award.grade, &award.previous, &award.change})
        out.text(*part);
    out.number(award.inferred ? 1 : 0);
    out.number(award.judgements.size());
    for (const Judgement& judgement : award.judgements) {
        out.text(judgement.area);
        out.text(judgement.grade);
    }
}

Award read_award(Reader& in) {
    Award award;
    for (std::string* part : {&award.provider, &award.scale, &award.grade, &award.previous, &award.change})
        *part = in.text();
    award.inferred = in.number() != 0;
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        std::string area = in.text();
        award.judgements.push_back({std::move(area), in.text()});
    }
    return award;
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

}  // namespace

std::string encode_record(const Article& article) {
    Writer out;
    for (const std::string* part : {&article.id, &article.source, &article.url, &article.title, &article.publisher,
                                    &article.published, &article.inspected})
        out.text(*part);
    write_values(out, article.values);
    out.number(article.awards.size());
    for (const Award& award : article.awards) write_award(out, award);
    out.number(article.copies.size());
    for (const Copy& copy : article.copies)
        for (const std::string* part :
             {&copy.id, &copy.source, &copy.url, &copy.title, &copy.publisher, &copy.published})
            out.text(*part);
    write_values(out, article.remarks);
    out.number(article.pages.size());
    for (const PageStart& page : article.pages) {
        out.number(page.begin);
        out.number(static_cast<std::uint64_t>(page.page));
    }
    out.text(article.text);
    out.text(article.dropped);
    return out.take();
}

Article decode_record(std::string_view bytes, RecordPart part) {
    Reader in(bytes);
    Article article;
    for (std::string* text : {&article.id, &article.source, &article.url, &article.title, &article.publisher,
                              &article.published, &article.inspected})
        *text = in.text();
    article.values = read_values(in);
    std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) article.awards.push_back(read_award(in));
    count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        Copy& copy = article.copies.emplace_back();
        for (std::string* text : {&copy.id, &copy.source, &copy.url, &copy.title, &copy.publisher, &copy.published})
            *text = in.text();
    }
    if (part == RecordPart::head) return article;
    article.remarks = read_values(in);
    count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = in.number();
        article.pages.push_back({begin, static_cast<int>(in.number())});
    }
    article.text = in.text();
    article.dropped = in.text();
    restore_quotes(article.values, article.text);
    restore_quotes(article.remarks, article.text);
    return article;
}

}  // namespace findings
