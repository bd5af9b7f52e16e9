#include "searcher/plan/build_words.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "common/text/fold.hpp"
#include "searcher/plan/expand_terms.hpp"

namespace findings {
namespace {

using Xapian::Query;

// Spellings of one phrase that are tried; each hyphen doubles them.
constexpr std::size_t kMaxSpellings = 8;
// Shorter words have no halves worth looking for.
constexpr std::size_t kMinSplitLetters = 5;

// Spellings of a word are one word: a story that has several scores by one of them. Terms are a synonym, which is
// weighed by how many stories Xapian guesses it has; of a phrase it may guess none, which makes an infinite weight; and
// where all phrases under a synonym but the last have a word that is not indexed, Xapian 1.4 lets the last one filter
// the whole query around it. There the first spelling counts that a story has. Not OP_MAX: over several databases
// Xapian 1.4.22 reads freed memory once all parts of one have ended in the same story (MaxPostList::recalc_maxweight).
Query any_as_one(const std::vector<Query>& queries) {
    if (queries.size() == 1) return queries.front();
    const bool only_terms = std::all_of(queries.begin(), queries.end(),
                                        [](const Query& query) { return query.get_type() == Query::LEAF_TERM; });
    if (only_terms) return {Query::OP_SYNONYM, queries.begin(), queries.end()};
    std::vector<Query> apart{queries.front()};
    for (auto next = queries.begin() + 1; next != queries.end(); ++next)
        apart.emplace_back(Query::OP_AND_NOT, *next, Query(Query::OP_OR, queries.begin(), next));
    return {Query::OP_OR, apart.begin(), apart.end()};
}

Query combine(Query::op op, const std::vector<Query>& queries) {
    if (queries.size() == 1) return queries.front();
    return {op, queries.begin(), queries.end()};
}

Query any_term(const std::vector<std::string>& terms, std::string_view prefix) {
    std::vector<Query> queries;
    queries.reserve(terms.size());
    for (const std::string& term : terms) queries.emplace_back(std::string(prefix) + term);
    if (queries.size() == 1) return queries.front();
    return {Query::OP_SYNONYM, queries.begin(), queries.end()};
}

std::string stem_term(std::string_view prefix, const std::string& stem) {
    std::string term(kStemPrefix);
    term += prefix;
    term += stem;
    return term;
}

}  // namespace

void WordQueryBuilder::note(const std::string& text) {
    if (std::find(built_.notes.begin(), built_.notes.end(), text) == built_.notes.end()) built_.notes.push_back(text);
}

// "J.K" -> j, k: texts may have the letters as words of their own.
std::vector<std::string> WordQueryBuilder::letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_letter = std::isalpha(static_cast<unsigned char>(text[i])) != 0;
        if (i % 2 == 0 ? !is_letter : text[i] != '.') return {};
        if (is_letter) letters.push_back(fold_text(text.substr(i, 1)));
    }
    return letters;
}

std::vector<WordQueryBuilder::Group> WordQueryBuilder::analyze(const std::string& text) {
    std::vector<Token> tokens;
    analyzer_.tokenize(text, tokens);
    std::vector<Group> groups;
    std::vector<std::size_t> begins;
    for (Token& token : tokens) {
        if (!token.joined) {
            std::vector<std::string> letters =
                letters_of(std::string_view(text).substr(token.begin, token.end - token.begin));
            if (letters.size() > 1)
                groups.push_back({std::move(letters), std::move(token.term), true});
            else
                groups.push_back({{std::move(token.term)}, {}, false});
            begins.push_back(token.begin);
            continue;
        }
        // The joined form follows its parts.
        std::size_t first = groups.size();
        while (first > 0 && begins[first - 1] >= token.begin) --first;
        for (std::size_t i = first + 1; i < groups.size(); ++i)
            groups[first].parts.push_back(std::move(groups[i].parts.front()));
        groups.resize(first + 1);
        begins.resize(first + 1);
        groups[first].joined = std::move(token.term);
    }
    return groups;
}

std::vector<std::string> WordQueryBuilder::fold_plain(const std::string& text) {
    std::vector<std::string> terms;
    for (Group& group : analyze(text)) {
        if (!group.joined.empty() && !group.dotted) return {};
        terms.push_back(std::move(group.dotted ? group.joined : group.parts.front()));
    }
    return terms;
}

std::vector<std::string> WordQueryBuilder::fold_parts(const std::string& text) {
    std::vector<std::string> parts;
    for (const Group& group : analyze(text)) {
        if (group.dotted)
            parts.push_back(group.joined);
        else
            parts.insert(parts.end(), group.parts.begin(), group.parts.end());
    }
    return parts;
}

bool WordQueryBuilder::is_stop_word(const std::string& text) {
    const std::vector<std::string> terms = fold_plain(text);
    return terms.size() == 1 && analyzer_.is_stop_word(terms.front());
}

Query WordQueryBuilder::match_nothing(const std::string& text) {
    note(fmt::format("“{}” holds no word that could be searched", text));
    return {};
}

std::vector<std::string> WordQueryBuilder::forms(const std::string& term, const Scope& scope) {
    return expand_stem(db_, scope.prefix, term, analyzer_, kMaxExpansion).terms;
}

std::vector<std::string> WordQueryBuilder::beginnings(const std::string& term, const Scope& scope,
                                                      const std::string& typed) {
    const std::size_t limit = scope.wanted ? kMaxExpansion : std::numeric_limits<std::size_t>::max();
    Expansion expansion = expand_prefix(db_, scope.prefix, term, limit);
    if (expansion.total > expansion.terms.size())
        note(fmt::format("{}* stands for its {} most frequent words of {}", typed, expansion.terms.size(),
                         expansion.total));
    if (expansion.terms.empty()) expansion.terms.push_back(term);
    return std::move(expansion.terms);
}

Alternatives WordQueryBuilder::places_of(const std::vector<std::string>& row, bool last_in_all_forms,
                                         const Scope& scope) {
    Alternatives places;
    for (const std::string& term : row) places.push_back({term});
    if (last_in_all_forms) places.back() = forms(row.back(), scope);
    return places;
}

Query WordQueryBuilder::row(const Alternatives& places, const Scope& scope) const {
    if (places.size() == 1) return any_term(places.front(), scope.prefix);
    return make_window_query(Window::row, places, places.size(), scope.prefix, generations_);
}

Query WordQueryBuilder::with_dropped(Query query, const std::vector<Group>& groups, bool exact, const Scope& scope) {
    if (!include_dropped_ || !scope.prefix.empty()) return query;
    // Boilerplate has no positions: all the words of a phrase, wherever they stand in it.
    std::vector<Query> words;
    const auto add = [&](const std::string& term) {
        words.emplace_back(exact ? std::string(kDroppedPrefix) + term
                                 : stem_term(kDroppedPrefix, analyzer_.stem(term)));
    };
    for (const Group& group : groups) {
        if (group.joined.empty() || exact)
            for (const std::string& part : group.parts) add(part);
        else
            add(group.joined);
    }
    if (words.size() > 1) note("boilerplate is searched word by word: phrases and NEAR do not bind there");
    return any_as_one(
        {std::move(query), words.size() == 1 ? words.front() : Query(Query::OP_AND, words.begin(), words.end())});
}

Query WordQueryBuilder::build_word(const std::string& text, const Scope& scope) {
    const std::vector<Group> groups = analyze(text);
    if (groups.empty()) return match_nothing(text);
    std::vector<std::string> all_parts;
    for (const Group& group : groups) all_parts.insert(all_parts.end(), group.parts.begin(), group.parts.end());
    const Group& first = groups.front();
    if (all_parts.size() == 1 || (groups.size() == 1 && first.dotted)) {
        const std::string& stem = analyzer_.stem(first.dotted ? first.joined : first.parts.front());
        if (scope.wanted) built_.marks.stems.insert(stem);
        std::vector<Query> spellings{Query(stem_term(scope.prefix, stem))};
        if (first.dotted) {
            spellings.push_back(row(places_of(first.parts, false, scope), scope));
            if (scope.wanted) built_.marks.phrases.push_back(first.parts);
        }
        if (const AbbreviationGroup* group = find_abbreviation(text)) add_group(*group, text, scope, spellings);
        return with_dropped(any_as_one(spellings), groups, false, scope);
    }
    // Endings change at the end: "self-harming" is found by "self harm".
    const Alternatives places = places_of(all_parts, true, scope);
    std::vector<Query> spellings;
    if (scope.wanted)
        for (const std::string& last : places.back()) {
            std::vector<std::string> phrase(all_parts.begin(), all_parts.end() - 1);
            phrase.push_back(last);
            built_.marks.phrases.push_back(std::move(phrase));
        }
    if (groups.size() == 1) {
        const std::string& stem = analyzer_.stem(groups.front().joined);
        if (scope.wanted) built_.marks.stems.insert(stem);
        spellings.emplace_back(stem_term(scope.prefix, stem));
    }
    spellings.push_back(row(places, scope));
    return with_dropped(any_as_one(spellings), groups, false, scope);
}

std::vector<Query> WordQueryBuilder::build_halves(const std::string& text) {
    std::vector<Query> halves;
    for (const Group& group : analyze(text))
        for (const std::string& part : group.dotted ? std::vector<std::string>{} : group.parts)
            if (!analyzer_.is_stop_word(part)) halves.emplace_back(stem_term("", analyzer_.stem(part)));
    if (halves.size() < 2) halves.clear();
    return halves;
}

// Adds what stands for the same as `typed`, but for `typed` itself.
void WordQueryBuilder::add_group(const AbbreviationGroup& group, const std::string& typed, const Scope& scope,
                                 std::vector<Query>& spellings) {
    const std::vector<std::string> own = fold_parts(typed);
    std::vector<std::string> added;
    const bool is_abbreviation = own.size() == 1;
    for (const std::string& abbreviation : group.abbreviations) {
        const std::string stem = analyzer_.stem(fold_parts(abbreviation).front());
        if ((group.one_way && !is_abbreviation) || (is_abbreviation && stem == analyzer_.stem(own.front()))) continue;
        spellings.emplace_back(stem_term(scope.prefix, stem));
        if (scope.wanted) built_.marks.stems.insert(stem);
        added.push_back(abbreviation);
    }
    for (const std::string& form : group.long_forms) {
        std::vector<std::string> parts = fold_parts(form);
        if (parts == own) continue;
        const Alternatives places = places_of(parts, true, scope);
        spellings.push_back(row(places, scope));
        for (const std::string& last : places.back()) {
            parts.back() = last;
            if (scope.wanted) built_.marks.phrases.push_back(parts);
        }
        added.push_back(form);
    }
    if (!added.empty())
        built_.added.push_back(
            fmt::format("“{}” also finds “{}”; quotes switch that off", typed, fmt::join(added, "”, “")));
}

Query WordQueryBuilder::build_long_form(const std::vector<Query>& words, bool any, const AbbreviationGroup& group,
                                        const std::string& typed, const Scope& scope) {
    std::vector<Query> spellings;
    if (!any) spellings.push_back(combine(Query::OP_AND, words));
    add_group(group, typed, scope, spellings);
    if (!any) return any_as_one(spellings);
    // One word of a long form is not the long form: the abbreviation scores beside it.
    std::vector<Query> parts = words;
    if (!spellings.empty()) parts.push_back(any_as_one(spellings));
    return combine(Query::OP_OR, parts);
}

Query WordQueryBuilder::build_wildcard(const std::string& text, const Scope& scope) {
    const std::vector<Group> groups = analyze(text);
    if (groups.empty()) return match_nothing(text);
    std::vector<std::string> all_parts;
    for (const Group& group : groups) all_parts.insert(all_parts.end(), group.parts.begin(), group.parts.end());
    if (scope.wanted)
        built_.marks.prefixes.push_back(groups.size() == 1 && !groups.front().joined.empty() ? groups.front().joined
                                                                                             : all_parts.back());
    Alternatives places = places_of(all_parts, false, scope);
    places.back() = beginnings(all_parts.back(), scope, text);
    std::vector<Query> spellings{row(places, scope)};
    if (groups.size() == 1 && !groups.front().joined.empty())
        spellings.push_back(any_term(beginnings(groups.front().joined, scope, text), scope.prefix));
    if (include_dropped_ && scope.prefix.empty() && all_parts.size() == 1) {
        const Scope dropped{kDroppedPrefix, scope.wanted};
        spellings.push_back(any_term(beginnings(all_parts.front(), dropped, text), kDroppedPrefix));
    }
    return any_as_one(spellings);
}

// A text that writes the word with a hyphen holds the joined form at the first half's place, so the word
// after it is one position further than the phrase expects: look for the halves, in articles that have the
// joined form too.
Query WordQueryBuilder::split_rows(const std::vector<std::string>& row, const Scope& scope) {
    std::vector<Query> found;
    const std::string prefix(scope.prefix);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& word = row[i];
        if (word.size() < kMinSplitLetters || !db_.term_exists(prefix + word)) continue;
        for (std::size_t cut = 2; cut + 2 <= word.size() && found.size() < kMaxSpellings; ++cut) {
            const std::string left = word.substr(0, cut);
            const std::string right = word.substr(cut);
            if (!db_.term_exists(prefix + left) || !db_.term_exists(prefix + right)) continue;
            std::vector<std::string> split(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(i));
            split.push_back(left);
            split.push_back(right);
            split.insert(split.end(), row.begin() + static_cast<std::ptrdiff_t>(i) + 1, row.end());
            found.emplace_back(Query::OP_FILTER, this->row(places_of(split, false, scope), scope),
                               Query(prefix + word));
            if (scope.wanted) built_.marks.phrases.push_back(std::move(split));
        }
    }
    return found.empty() ? Query() : any_as_one(found);
}

Query WordQueryBuilder::build_phrase(const std::vector<std::string>& words, const Scope& scope) {
    const std::string text = fmt::format("{}", fmt::join(words, " "));
    const std::vector<Group> groups = analyze(text);
    if (groups.empty()) return match_nothing(text);
    std::vector<std::vector<std::string>> rows{{}};
    for (const Group& group : groups) {
        const std::size_t count = rows.size();
        const bool doubles = !group.joined.empty() && count * 2 <= kMaxSpellings;
        for (std::size_t i = 0; doubles && i < count; ++i) rows.push_back(rows[i]);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (doubles && i >= count)
                rows[i].push_back(group.joined);
            else
                rows[i].insert(rows[i].end(), group.parts.begin(), group.parts.end());
        }
    }
    std::vector<Query> spellings;
    for (const std::vector<std::string>& spelling : rows) {
        spellings.push_back(row(places_of(spelling, false, scope), scope));
        if (scope.wanted) built_.marks.phrases.push_back(spelling);
    }
    if (rows.front().size() > 1)
        if (Query split = split_rows(rows.front(), scope); !split.empty()) spellings.push_back(std::move(split));
    return with_dropped(any_as_one(spellings), groups, true, scope);
}

Query WordQueryBuilder::build_near(const std::vector<std::string>& words, std::size_t distance, const Scope& scope) {
    Alternatives joined;  // a hyphenated word as one place
    Alternatives split;   // its parts as places of their own, which must also stand in a row
    std::vector<Query> rows;
    std::vector<Group> all_groups;
    for (const std::string& word : words) {
        const bool star = word.back() == '*';
        const std::vector<Group> groups = analyze(star ? word.substr(0, word.size() - 1) : word);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Group& group = groups[i];
            const bool begins = star && i + 1 == groups.size();
            const std::string& whole = group.joined.empty() ? group.parts.front() : group.joined;
            joined.push_back(begins ? beginnings(whole, scope, word.substr(0, word.size() - 1)) : forms(whole, scope));
            if (scope.wanted && begins) built_.marks.prefixes.push_back(whole);
            if (scope.wanted && !begins) built_.marks.stems.insert(analyzer_.stem(whole));
            Alternatives places =
                group.joined.empty() ? Alternatives{joined.back()} : places_of(group.parts, !begins, scope);
            if (begins && places.size() > 1)
                places.back() = beginnings(group.parts.back(), scope, word.substr(0, word.size() - 1));
            if (places.size() > 1) {
                rows.push_back(row(places, scope));
                if (scope.wanted) built_.marks.phrases.push_back(group.parts);
            }
            split.insert(split.end(), std::make_move_iterator(places.begin()), std::make_move_iterator(places.end()));
            all_groups.push_back(group);
        }
    }
    if (joined.empty()) return match_nothing(fmt::format("{}", fmt::join(words, " ")));
    const auto near = [&](const Alternatives& places) {
        if (places.size() == 1) return row(places, scope);
        return make_window_query(Window::near, places, distance + places.size() - 1, scope.prefix, generations_);
    };
    std::vector<Query> spellings{near(joined)};
    if (!rows.empty())
        spellings.emplace_back(Query::OP_FILTER, near(split), Query(Query::OP_AND, rows.begin(), rows.end()));
    return with_dropped(any_as_one(spellings), all_groups, false, scope);
}

}  // namespace findings
