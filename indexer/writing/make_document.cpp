#include "indexer/writing/make_document.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "common/date.hpp"
#include "common/facet_pack.hpp"
#include "common/record.hpp"
#include "common/terms.hpp"
#include "common/text/fold.hpp"
#include "common/vocabulary.hpp"
#include "indexer/writing/fingerprint.hpp"

namespace findings {
namespace {

constexpr Xapian::termcount kTitleWeight = 2;
constexpr std::size_t kMaxSortKeyBytes = 60;

// Descending dates as ascending text: nines' complement of each digit, "99999999" for undated.
std::string order_key(const Article& article) {
    std::string key = day_key(article.date());
    if (key.empty()) return "99999999" + article.id;
    for (char& digit : key) digit = static_cast<char>('0' + ('9' - digit));
    return key + article.id.substr(0, kMaxSortKeyBytes);
}

std::string worst_grade_key(const Article& article) {
    std::string key = grade_sort_key("");
    for (const std::string& grade : article.slugs(Field::grade)) key = std::min(key, grade_sort_key(grade));
    return key;
}

std::string provider_key(const Article& article) {
    std::string key = "\xff";
    for (const FacetValue& value : article.values)
        if (value.facet() == Field::provider) key = std::min(key, fold_text(value.label()).substr(0, kMaxSortKeyBytes));
    return key;
}

void add_values(const Article& article, Xapian::Document& document) {
    document.add_value(kSlotFacets, pack_facets(article));
    document.add_value(kSlotFingerprint, pack_fingerprint(make_fingerprint(article)));
    document.add_value(kSlotOrder, order_key(article));
    document.add_value(kSlotGrade, worst_grade_key(article));
    document.add_value(kSlotProvider, provider_key(article));
    document.add_value(kSlotOldest, article.date().empty() ? "\xff" : day_key(article.date()));
    const auto add_day = [&](Field field, const std::string& iso) {
        if (!iso.empty()) document.add_value(field_row(field).slot, day_key(iso));
    };
    add_day(Field::published, article.published);
    add_day(Field::inspected, article.inspected);
    add_day(Field::date, article.date());
}

void add_exact(Field field, const std::string& value, Xapian::Document& document) {
    if (!value.empty()) document.add_boolean_term(exact_term(field, value));
}

void add_filters(const Article& article, Xapian::Document& document) {
    for (const FacetValue& value : article.values) document.add_boolean_term(facet_term(value.facet(), value.slug()));
    for (const Award& award : article.awards) {
        if (award.inferred) continue;
        if (!award.previous.empty()) document.add_boolean_term(facet_term(Field::was, award.previous));
        if (!award.change.empty()) document.add_boolean_term(facet_term(Field::change, award.change));
    }
    add_exact(Field::id, article.id, document);
    add_exact(Field::url, article.url, document);
    add_exact(Field::source, article.source, document);
    add_exact(Field::publisher, article.publisher, document);
    for (const Copy& copy : article.copies) {
        add_exact(Field::id, copy.id, document);
        add_exact(Field::url, copy.url, document);
        add_exact(Field::source, copy.source, document);
        add_exact(Field::publisher, copy.publisher, document);
    }
}

}  // namespace

void DocumentMaker::tokenize_blocks(std::string_view text, std::uint32_t position) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::uint32_t next = analyzer_.tokenize(text.substr(0, end), tokens_, position);
        if (next > position) position = next + kPositionGap;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

Xapian::Document DocumentMaker::make(const Article& article) {
    Xapian::Document document;
    // Sorted by term, a document takes its postings in the order its map keeps them.
    const auto by_term = [](const Token& a, const Token& b) {
        return std::tie(a.term, a.position) < std::tie(b.term, b.position);
    };
    tokens_.clear();
    const std::uint32_t after_title = analyzer_.tokenize(article.title, tokens_);
    const std::string title_prefix(field_row(Field::title).prefix);
    for (const Token& token : tokens_) {
        const std::string stem = analyzer_.stem(token.term);
        document.add_posting(title_prefix + token.term, token.position);
        document.add_term(std::string(kStemPrefix) + title_prefix + stem);
        document.add_posting(token.term, token.position, kTitleWeight);
        document.add_term(std::string(kStemPrefix) + stem, kTitleWeight);
    }
    tokens_.clear();
    tokenize_blocks(article.text, after_title + kPositionGap);
    std::sort(tokens_.begin(), tokens_.end(), by_term);
    for (std::size_t i = 0; i < tokens_.size();) {
        const std::string& term = tokens_[i].term;
        std::size_t end = i;
        for (; end < tokens_.size() && tokens_[end].term == term; ++end)
            document.add_posting(term, tokens_[end].position);
        document.add_term(std::string(kStemPrefix) + analyzer_.stem(term), static_cast<Xapian::termcount>(end - i));
        i = end;
    }
    tokens_.clear();
    analyzer_.tokenize(article.dropped, tokens_);
    for (const Token& token : tokens_) {
        document.add_boolean_term(std::string(kDroppedPrefix) + token.term);
        document.add_boolean_term(std::string(kStemPrefix) + std::string(kDroppedPrefix) + analyzer_.stem(token.term));
    }
    add_filters(article, document);
    add_values(article, document);
    document.set_data(encode_record(article));
    return document;
}

}  // namespace findings
