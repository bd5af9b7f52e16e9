#include "searcher/plan/build_query.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "searcher/plan/build_words.hpp"
#include "searcher/plan/field_query.hpp"
#include "searcher/query/print_query.hpp"

namespace findings {
namespace {

using Kind = QueryNode::Kind;
using Scope = WordQueryBuilder::Scope;
using Xapian::Query;

// What a hyphenated word weighs besides its halves: as much as two neighbouring words (rank_adjacent.cpp).
constexpr double kWholeWeight = 0.3;

Query everything() { return Query(std::string()); }

Query combine(Query::op op, const std::vector<Query>& queries) {
    if (queries.size() == 1) return queries.front();
    return {op, queries.begin(), queries.end()};
}

// Whether a part scores: it looks for words and does not only exclude.
bool has_words(const QueryNode& node) {
    switch (node.kind) {
        case Kind::word:
        case Kind::phrase:
        case Kind::near:
        case Kind::wildcard:
            return true;
        case Kind::none_of:
            return false;
        default:
            return std::any_of(node.children.begin(), node.children.end(), has_words);
    }
}

class Builder {
  public:
    Builder(Analyzer& analyzer, const Xapian::Database& db, const QueryOptions& options, BuiltQuery& built)
        : options_(options),
          built_(built),
          analyzer_(analyzer),
          words_(db, analyzer, options.include_dropped, options.generations, built) {}

    void build_root(const QueryNode& root) {
        built_.has_words = has_words(root);
        const bool is_row = root.kind == Kind::sequence || root.kind == Kind::all_of;
        if (is_row) {
            built_.query = build_row(root, true, true);
        } else {
            built_.query = build(root, true);
            if (built_.has_words) built_.weighed.push_back({print_query(root), built_.query});
            if (root.kind != Kind::everything) built_.parts.push_back({print_query(root), built_.query});
        }
        if (!built_.ignored.empty())
            built_.notes.push_back(fmt::format("stop words ignored: {}", fmt::join(built_.ignored, ", ")));
    }

  private:
    /// The parts of an AND or a row of words, by what they do to the answer.
    struct Row {
        std::vector<Query> required;  ///< words
        std::vector<Query> optional;  ///< words of which one must match, or none where others are required
        std::vector<Query> filters;   ///< fields and ranges
        std::vector<Query> excluded;
        std::vector<Query> rewarded;  ///< score where they match, and need not match
    };

    Query build(const QueryNode& node, bool wanted) {
        const Scope scope{"", wanted};
        switch (node.kind) {
            case Kind::everything:
                return everything();
            case Kind::word:
            case Kind::phrase:
            case Kind::near:
            case Kind::wildcard:
                return build_text(node, scope);
            case Kind::field:
                if (!node.children.empty())
                    return build_text(node.children.front(), {field_row(node.field).prefix, wanted});
                return build_field_query(node.field, node.text);
            case Kind::range:
                return build_range_query(node.field, node.from, node.to);
            case Kind::must:
                return build(node.children.front(), wanted);
            case Kind::sequence:
            case Kind::all_of:
                return build_row(node, wanted, false);
            case Kind::any_of:
                return build_any_of(node, wanted);
            case Kind::none_of: {
                const Query without(Query::OP_AND_NOT, everything(), build(node.children.front(), !wanted));
                return {Query::OP_SCALE_WEIGHT, without, 0.0};
            }
        }
        return {};
    }

    Query build_text(const QueryNode& node, const Scope& scope) {
        switch (node.kind) {
            case Kind::phrase:
                return words_.build_phrase(node.words, scope);
            case Kind::near:
                return words_.build_near(node.words, node.distance, scope);
            case Kind::wildcard:
                return words_.build_wildcard(node.text, scope);
            default:
                return words_.build_word(node.text, scope);
        }
    }

    Query build_any_of(const QueryNode& node, bool wanted) {
        std::vector<Query> queries;
        for (const QueryNode& child : node.children) {
            Query query = build(child, wanted);
            queries.push_back(has_words(child) ? std::move(query) : Query(Query::OP_SCALE_WEIGHT, query, 0.0));
        }
        return combine(Query::OP_OR, queries);
    }

    // Stop words of a row of words are left out when other words remain; never those with a sign or operator.
    std::vector<bool> find_ignored(const QueryNode& node) {
        std::vector<bool> ignored(node.children.size(), false);
        if (node.kind != Kind::sequence) return ignored;
        bool other_words = false;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const QueryNode& child = node.children[i];
            ignored[i] = child.kind == Kind::word && words_.is_stop_word(child.text);
            other_words = other_words || (!ignored[i] && has_words(child));
        }
        if (!other_words) ignored.assign(node.children.size(), false);
        return ignored;
    }

    Query build_row(const QueryNode& node, bool wanted, bool outermost) {
        const std::vector<bool> ignored = find_ignored(node);
        const std::vector<LongFormRun> runs = find_runs(node);
        if (wanted && node.kind == Kind::sequence) note_adjacent(node, ignored);
        Row row;
        auto run = runs.begin();
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (run != runs.end() && run->first == i) {
                add_run(node, *run, ignored, wanted, outermost, row);
                i = run->last - 1;
                ++run;
                continue;
            }
            const QueryNode& child = node.children[i];
            if (ignored[i]) {
                if (wanted) built_.ignored.push_back(child.text);
                continue;
            }
            const bool excluded = child.kind == Kind::none_of;
            const Query query = excluded ? build(child.children.front(), !wanted) : build(child, wanted);
            if (outermost) built_.parts.push_back({print_query(child), query, excluded});
            const bool scores = !excluded && has_words(child);
            const bool optional = scores && is_any(node) && child.kind != Kind::must;
            if (excluded)
                row.excluded.push_back(query);
            else if (!scores)
                row.filters.push_back(query);
            else if (!optional)
                row.required.push_back(query);
            const Query weighed = optional ? add_optional(child, query, row) : query;
            if (outermost && scores) built_.weighed.push_back({print_query(child), weighed});
        }
        return join_row(row);
    }

    // One of several words: of a hyphenated one that a story lacks, half is better than nothing. Returns all that
    // scores.
    Query add_optional(const QueryNode& child, const Query& query, Row& row) {
        std::vector<Query> halves;
        if (child.kind == Kind::word) halves = words_.build_halves(child.text);
        row.optional.push_back(halves.empty() ? query : Query(Query::OP_SCALE_WEIGHT, query, kWholeWeight));
        row.rewarded.insert(row.rewarded.end(), halves.begin(), halves.end());
        halves.push_back(row.optional.back());
        return combine(Query::OP_OR, halves);
    }

    [[nodiscard]] bool is_any(const QueryNode& node) const {
        return node.kind == Kind::sequence && options_.match == MatchMode::any;
    }

    // Long forms of abbreviations among the plain words of a row.
    std::vector<LongFormRun> find_runs(const QueryNode& node) {
        if (node.kind != Kind::sequence) return {};
        std::vector<std::vector<std::string>> words;
        for (const QueryNode& child : node.children)
            words.push_back(child.kind == Kind::word ? words_.fold_parts(child.text) : std::vector<std::string>{});
        return find_long_forms(words, analyzer_);
    }

    // The words of a long form are one part of the row: all of them (or with `any` one of them), or the abbreviation.
    void add_run(const QueryNode& node, const LongFormRun& run, const std::vector<bool>& ignored, bool wanted,
                 bool outermost, Row& row) {
        std::vector<Query> words;
        std::string typed;
        for (std::size_t i = run.first; i < run.last; ++i) {
            const std::string& text = node.children[i].text;
            typed += (typed.empty() ? "" : " ") + text;
            if (!ignored[i])
                words.push_back(build(node.children[i], wanted));
            else if (wanted)
                built_.ignored.push_back(text);
        }
        const Query query = words_.build_long_form(words, is_any(node), *run.group, typed, {"", wanted});
        if (outermost) {
            built_.parts.push_back({typed, query});
            built_.weighed.push_back({typed, query});
        }
        (is_any(node) ? row.optional : row.required).push_back(query);
    }

    static Query join_row(const Row& row) {
        Query query = everything();
        const bool has_text = !row.required.empty() || !row.optional.empty();
        if (!row.required.empty()) query = combine(Query::OP_AND, row.required);
        if (!row.optional.empty()) {
            const Query optional = combine(Query::OP_OR, row.optional);
            query = row.required.empty() ? optional : Query(Query::OP_AND_MAYBE, query, optional);
        }
        if (!row.rewarded.empty()) query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, row.rewarded));
        if (!row.filters.empty()) {
            const Query filter = combine(Query::OP_AND, row.filters);
            query = has_text ? Query(Query::OP_FILTER, query, filter) : Query(Query::OP_SCALE_WEIGHT, filter, 0.0);
        }
        if (!row.excluded.empty()) query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, row.excluded));
        return query;
    }

    // Words with a stop word between them are no neighbours: that "of the" stands in a text tells nothing.
    void note_adjacent(const QueryNode& row, const std::vector<bool>& ignored) {
        std::string before;
        for (std::size_t i = 0; i < row.children.size(); ++i) {
            const QueryNode& child = row.children[i];
            const std::vector<std::string> terms =
                child.kind == Kind::word && !ignored[i] ? words_.fold_plain(child.text) : std::vector<std::string>{};
            if (terms.size() == 1 && !before.empty() && before != terms.front())
                built_.ranking.adjacent.emplace_back(before, terms.front());
            before = terms.size() == 1 ? terms.front() : std::string();
        }
    }

    const QueryOptions& options_;
    BuiltQuery& built_;
    Analyzer& analyzer_;
    WordQueryBuilder words_;
};

}  // namespace

BuiltQuery build_query(const QueryTree& tree, Analyzer& analyzer, const Xapian::Database& db,
                       const QueryOptions& options) {
    BuiltQuery built;
    Builder(analyzer, db, options, built).build_root(tree.root);
    return built;
}

}  // namespace findings
