#include "tests/unit/searcher/support/small_index.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tests/unit/support/pack_tokens.hpp"

namespace findings::testing {

SmallIndex::SmallIndex(std::initializer_list<SmallArticle> articles) : db_("", Xapian::DB_BACKEND_INMEMORY) {
    for (const SmallArticle& article : articles) add(article);
    db_.commit();
}

void SmallIndex::add(const SmallArticle& article) {
    Xapian::Document document;
    std::vector<Token> tokens;
    const std::uint32_t next = analyzer_.tokenize(article.title, tokens);
    for (const Token& token : tokens) {
        document.add_term("S" + token.term);
        document.add_term("ZS" + analyzer_.stem(token.term));
        document.add_term(token.term, 2);
        document.add_term("Z" + analyzer_.stem(token.term), 2);
    }
    const std::size_t title = tokens.size();
    analyzer_.tokenize(article.text, tokens, next + kPositionGap);
    for (std::size_t i = title; i < tokens.size(); ++i) {
        document.add_term(tokens[i].term);
        document.add_term("Z" + analyzer_.stem(tokens[i].term));
    }
    document.add_value(kSlotPositions, pack_tokens(tokens, next - 1));
    tokens.clear();
    analyzer_.tokenize(article.dropped, tokens);
    for (const Token& token : tokens) {
        document.add_term(std::string(kDroppedPrefix) + token.term);
        document.add_term("Z" + std::string(kDroppedPrefix) + analyzer_.stem(token.term));
    }
    document.add_boolean_term("Q" + article.id);
    for (const auto& [field, value] : article.values) {
        if (field_row(field).slot != kNoSlot)
            document.add_value(field_row(field).slot, value);
        else
            document.add_boolean_term(std::string(field_row(field).prefix) + value);
    }
    document.set_data(article.id);
    db_.add_document(document);
}

std::string SmallIndex::find(const Xapian::Query& query) const {
    Xapian::Enquire enquire(db_);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, db_.get_doccount(), db_.get_doccount());
    std::vector<std::string> ids;
    for (auto hit = found.begin(); hit != found.end(); ++hit) ids.push_back(hit.get_document().get_data());
    std::sort(ids.begin(), ids.end());
    return fmt::format("{}", fmt::join(ids, " "));
}

}  // namespace findings::testing
