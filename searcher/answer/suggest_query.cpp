#include "searcher/answer/suggest_query.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/edit_distance.hpp"
#include "searcher/query/print_query.hpp"

namespace findings {
namespace {

using Kind = QueryNode::Kind;

// A slip in a short word gives another word too easily.
constexpr std::size_t kShortWord = 4;
constexpr std::size_t kShortestWord = 3;

class Corrector {
  public:
    Corrector(IndexedWords& words, Analyzer& analyzer) : words_(words), db_(words.database()), analyzer_(analyzer) {}

    // Corrects in place; returns whether anything changed.
    bool correct(QueryNode& node, std::string_view prefix = {}) {
        if (node.kind == Kind::none_of) return false;
        bool changed = false;
        if (node.kind == Kind::word) changed = correct_word(node.text, prefix, true);
        for (std::string& word : node.words) changed |= correct_word(word, prefix, node.kind == Kind::near);
        const std::string_view inner = node.kind == Kind::field ? field_row(node.field).prefix : prefix;
        for (QueryNode& child : node.children) changed |= correct(child, inner);
        return changed;
    }

  private:
    struct Best {
        std::string term;
        std::size_t distance = 0;
        Xapian::doccount documents = 0;
    };

    bool correct_word(std::string& word, std::string_view prefix, bool stemmed) {
        if (word.empty() || word.back() == '*') return false;
        std::vector<Token> tokens;
        analyzer_.tokenize(word, tokens);
        // Hyphenated words and numbers are no slips of the finger.
        if (tokens.size() != 1 || tokens.front().term.size() < kShortestWord) return false;
        const std::string& term = tokens.front().term;
        if (term.find_first_of("0123456789") != std::string::npos) return false;
        const std::string field(prefix);
        const bool known = stemmed ? db_.term_exists(std::string(kStemPrefix) + field + analyzer_.stem(term))
                                   : db_.term_exists(field + term);
        if (known) return false;
        const std::optional<Best> best = find_nearest(term, field);
        if (!best) return false;
        word = best->term;
        return true;
    }

    [[nodiscard]] std::optional<Best> find_nearest(const std::string& term, const std::string& field) {
        std::optional<Best> best;
        const std::size_t limit = term.size() <= kShortWord ? 1 : 2;
        scan(term, field, term.substr(0, 1), limit, best);
        if (term[0] != term[1]) scan(term, field, {term[1], term[0]}, limit, best);
        return best;
    }

    void scan(const std::string& term, const std::string& field, const std::string& start, std::size_t limit,
              std::optional<Best>& best) {
        for (const std::string& indexed : words_.beginning_with(field + start)) {
            const std::string_view candidate = std::string_view(indexed).substr(field.size());
            const std::size_t allowed = best ? best->distance : limit;
            const std::size_t distance = edit_distance(term, candidate, allowed);
            if (distance == 0 || distance > allowed) continue;
            const Xapian::doccount documents = db_.get_termfreq(indexed);
            if (!best || distance < best->distance || documents > best->documents)
                best = Best{std::string(candidate), distance, documents};
        }
    }

    IndexedWords& words_;
    const Xapian::Database& db_;
    Analyzer& analyzer_;
};

}  // namespace

std::string suggest_query(const QueryTree& tree, IndexedWords& words, Analyzer& analyzer, const QueryOptions& options,
                          const Xapian::Query& filter) {
    const Xapian::Database& db = words.database();
    QueryTree corrected = tree;
    if (!Corrector(words, analyzer).correct(corrected.root)) return {};
    Xapian::Query query = build_query(corrected, analyzer, db, options).query;
    if (!filter.empty()) query = Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
    Xapian::Enquire enquire(db);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 1).empty() ? std::string() : print_query(corrected.root);
}

}  // namespace findings
