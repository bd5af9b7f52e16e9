#include "indexer/facets/evidence/evidence.hpp"

#include <algorithm>
#include <cassert>

namespace findings {
namespace {

Evidence fill(Where where, std::string_view quote, const Rule& rule) {
    assert(!rule.name.empty());
    Evidence evidence;
    evidence.where = where;
    evidence.quote = std::string(quote);
    evidence.rule = std::string(rule.name);
    evidence.role = std::string(rule.role);
    evidence.confidence = rule.confidence;
    return evidence;
}

}  // namespace

Evidence make_evidence(const CleanArticle& article, std::size_t at, const Rule& rule) {
    const Span sentence = article.sentence_at(at);
    return make_evidence(article, sentence.end > sentence.begin ? sentence : Span{at, at + 1}, rule);
}

Evidence make_evidence(const CleanArticle& article, Span span, const Rule& rule) {
    assert(span.begin <= span.end && span.end <= article.body.size());
    const BodyBlock* block = article.block_at(span.begin);
    const bool in_table = block != nullptr && span.begin < block->span.end && block->role == BlockRole::table_row;
    Evidence evidence = fill(in_table ? Where::table : Where::body, article.text_of(span), rule);
    evidence.begin = span.begin;
    evidence.end = span.end;
    evidence.page = article.page_at(span.begin);
    return evidence;
}

Evidence make_title_evidence(const CleanArticle& article, const Rule& rule) {
    Evidence evidence = fill(Where::title, article.title, rule);
    evidence.end = article.title.size();
    return evidence;
}

Evidence make_outside_evidence(Where where, std::string_view quote, const Rule& rule) {
    assert(where == Where::declared || where == Where::path || where == Where::metadata);
    return fill(where, quote, rule);
}

}  // namespace findings
