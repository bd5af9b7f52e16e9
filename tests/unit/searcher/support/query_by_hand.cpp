#include "tests/unit/searcher/support/query_by_hand.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <sstream>

#include <fmt/format.h>

namespace findings::testing {
namespace {

using Kind = QueryNode::Kind;

// Lower case, without the possessive; split at hyphens.
std::vector<std::string> parts_of(std::string word) {
    for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (word.size() > 2 && word.substr(word.size() - 2) == "'s") word.resize(word.size() - 2);
    std::vector<std::string> parts;
    std::istringstream rest(word);
    for (std::string part; std::getline(rest, part, '-');) parts.push_back(part);
    return parts;
}

std::string join(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, "")); }

bool begins_with(const std::string& text, const std::string& beginning) {
    return text.compare(0, beginning.size(), beginning) == 0;
}

bool looks_for_words(const QueryNode& node) {
    if (node.kind == Kind::none_of) return false;
    if (node.kind == Kind::word || node.kind == Kind::phrase || node.kind == Kind::near || node.kind == Kind::wildcard)
        return true;
    return std::any_of(node.children.begin(), node.children.end(), looks_for_words);
}

// One word of a row of places: whether a term may stand there.
using Test = std::function<bool(const std::string&)>;

Test exactly(const std::string& word) {
    return [word](const std::string& term) { return term == word; };
}

template <typename Place>
bool fits(const Place& place, const Test& test) {
    return std::any_of(place.terms.begin(), place.terms.end(), test);
}

template <typename Text>
bool has_row(const Text& text, const std::vector<Test>& row) {
    for (std::size_t first = 0; first + row.size() <= text.size(); ++first) {
        bool stands = true;
        for (std::size_t i = 0; i < row.size() && stands; ++i)
            stands = text[first + i].position == text[first].position + i && fits(text[first + i], row[i]);
        if (stands) return true;
    }
    return false;
}

// Whether every test can be given a place of its own, all of them within `width` positions.
template <typename Text>
bool has_near(const Text& text, const std::vector<Test>& tests, std::size_t width) {
    std::vector<std::size_t> taken;
    const std::function<bool(std::size_t)> place_rest = [&](std::size_t next) {
        if (next == tests.size()) return true;
        for (const auto& place : text) {
            if (!fits(place, tests[next])) continue;
            const bool free = std::find(taken.begin(), taken.end(), place.position) == taken.end();
            const bool close = std::all_of(taken.begin(), taken.end(), [&](std::size_t other) {
                return (other > place.position ? other - place.position : place.position - other) < width;
            });
            if (!free || !close) continue;
            taken.push_back(place.position);
            if (place_rest(next + 1)) return true;
            taken.pop_back();
        }
        return false;
    };
    return place_rest(0);
}

}  // namespace

QueryByHand::QueryByHand(const Article& article, Analyzer& analyzer, MatchMode match, Title title)
    : article_(article), analyzer_(analyzer), match_(match) {
    std::size_t position = 0;
    read_line(article.title, position, title_);
    if (title == Title::counts) all_ = title_;
    std::istringstream lines(article.text);
    for (std::string line; std::getline(lines, line);) {
        position += 1000;  // no phrase and no NEAR of a test reaches from one block to the next
        read_line(line, position, all_);
    }
}

void QueryByHand::read_line(const std::string& line, std::size_t& position, Text& text) {
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        const std::vector<std::string> parts = parts_of(word);
        for (const std::string& part : parts) text.push_back({position++, {part}});
        if (parts.size() > 1) text[text.size() - parts.size()].terms.push_back(join(parts));
    }
}

bool QueryByHand::finds(const QueryNode& node) const {
    switch (node.kind) {
        case Kind::everything:
            return true;
        case Kind::field:
            return node.children.empty() ? finds_field(node) : finds_text(node.children.front(), title_);
        case Kind::range:
            return finds_range(node);
        case Kind::must:
            return finds(node.children.front());
        case Kind::none_of:
            return !finds(node.children.front());
        case Kind::sequence:
            return finds_row(node);
        case Kind::all_of:
            return std::all_of(node.children.begin(), node.children.end(), [&](const auto& c) { return finds(c); });
        case Kind::any_of:
            return std::any_of(node.children.begin(), node.children.end(), [&](const auto& c) { return finds(c); });
        default:
            return finds_text(node, all_);
    }
}

bool QueryByHand::finds_text(const QueryNode& node, const Text& text) const {
    if (node.kind == Kind::phrase) return finds_phrase(node.words, text);
    if (node.kind == Kind::near) return finds_near(node, text);
    return node.kind == Kind::wildcard ? finds_wildcard(node.text, text) : finds_word(node.text, text);
}

// In any form; a hyphenated word joined, split and as typed, its last part in any form.
bool QueryByHand::finds_word(const std::string& word, const Text& text) const {
    const std::vector<std::string> parts = parts_of(word);
    const auto form_of = [&](const std::string& wanted) -> Test {
        return [this, stem = analyzer_.stem(wanted)](const std::string& term) { return analyzer_.stem(term) == stem; };
    };
    if (has_row(text, {form_of(join(parts))})) return true;
    std::vector<Test> row;
    for (const std::string& part : parts) row.push_back(exactly(part));
    row.back() = form_of(parts.back());
    return parts.size() > 1 && has_row(text, row);
}

bool QueryByHand::finds_wildcard(const std::string& beginning, const Text& text) const {
    const std::vector<std::string> parts = parts_of(beginning);
    const auto begins = [](const std::string& wanted) -> Test {
        return [wanted](const std::string& term) { return begins_with(term, wanted); };
    };
    if (has_row(text, {begins(join(parts))})) return true;
    std::vector<Test> row;
    for (const std::string& part : parts) row.push_back(exactly(part));
    row.back() = begins(parts.back());
    return parts.size() > 1 && has_row(text, row);
}

// Hyphens make no difference: each hyphenated word of the phrase counts split or joined, and a word of the phrase finds
// the two halves of itself in articles that write it as one word somewhere.
bool QueryByHand::finds_phrase(const std::vector<std::string>& words, const Text& text) const {
    std::vector<std::vector<std::string>> spellings{{}};
    std::vector<std::string> as_typed;
    for (const std::string& word : words) {
        const std::vector<std::string> parts = parts_of(word);
        as_typed.insert(as_typed.end(), parts.begin(), parts.end());
        std::vector<std::vector<std::string>> longer;
        for (const std::vector<std::string>& spelling : spellings) {
            longer.push_back(spelling);
            longer.back().insert(longer.back().end(), parts.begin(), parts.end());
            if (parts.size() == 1) continue;
            longer.push_back(spelling);
            longer.back().push_back(join(parts));
        }
        spellings = std::move(longer);
    }
    for (std::size_t i = 0; i < as_typed.size() && as_typed.size() > 1; ++i) {
        if (as_typed[i].size() < 5 || !has_row(text, {exactly(as_typed[i])})) continue;
        for (std::size_t cut = 2; cut + 2 <= as_typed[i].size(); ++cut) {
            std::vector<std::string> halves = as_typed;
            halves[i] = as_typed[i].substr(0, cut);
            halves.insert(halves.begin() + static_cast<std::ptrdiff_t>(i) + 1, as_typed[i].substr(cut));
            spellings.push_back(halves);
        }
    }
    return std::any_of(spellings.begin(), spellings.end(), [&](const std::vector<std::string>& spelling) {
        std::vector<Test> row;
        for (const std::string& word : spelling) row.push_back(exactly(word));
        return has_row(text, row);
    });
}

// Two words: at most `distance` positions apart; each further word makes room for itself. A hyphenated word takes one
// place, or its parts take theirs, in an article that has them in a row.
bool QueryByHand::finds_near(const QueryNode& node, const Text& text) const {
    std::vector<Test> joined;
    std::vector<Test> split;
    bool rows_stand = true;
    bool hyphenated = false;
    for (const std::string& word : node.words) {
        const bool star = word.back() == '*';
        const std::vector<std::string> parts = parts_of(star ? word.substr(0, word.size() - 1) : word);
        const auto last = [&](const std::string& wanted) -> Test {
            if (star) return [wanted](const std::string& term) { return begins_with(term, wanted); };
            return
                [this, stem = analyzer_.stem(wanted)](const std::string& term) { return analyzer_.stem(term) == stem; };
        };
        joined.push_back(last(join(parts)));
        std::vector<Test> row;
        for (const std::string& part : parts) row.push_back(exactly(part));
        row.back() = last(parts.back());
        split.insert(split.end(), row.begin(), row.end());
        if (parts.size() == 1) continue;
        hyphenated = true;
        rows_stand = rows_stand && has_row(text, row);
    }
    const auto near = [&](const std::vector<Test>& tests) {
        return has_near(text, tests, node.distance + tests.size() - 1);
    };
    return near(joined) || (hyphenated && rows_stand && near(split));
}

bool QueryByHand::finds_field(const QueryNode& node) const {
    std::set<std::string> values;
    for (const std::string& slug : article_.slugs(node.field)) values.insert(slug);
    for (const Award& award : article_.awards) {
        if (award.inferred) continue;
        if (node.field == Field::was) values.insert(award.previous);
        if (node.field == Field::change) values.insert(award.change);
    }
    values.erase("");
    return node.text == "none" ? values.empty() : values.count(node.text) > 0;
}

// As text: 2023-04-17 lies in 2023-04..2023.
bool QueryByHand::finds_range(const QueryNode& node) const {
    const std::string& day = node.field == Field::published   ? article_.published
                             : node.field == Field::inspected ? article_.inspected
                                                              : article_.date();
    const auto text_of = [](const PartialDate& date) {
        std::string text = fmt::format("{:04}", date.year);
        if (date.month > 0) text += fmt::format("-{:02}", date.month);
        if (date.day > 0) text += fmt::format("-{:02}", date.day);
        return text;
    };
    if (day.empty() || (node.from && day < text_of(*node.from))) return false;
    return !node.to || day.substr(0, text_of(*node.to).size()) <= text_of(*node.to);
}

// Side by side. Stop words do not count beside other words. With `any`, one of the words is enough, and none is needed
// beside one with a plus; fields, exclusions and what carries a plus always apply.
bool QueryByHand::finds_row(const QueryNode& node) const {
    const auto is_stop_word = [&](const QueryNode& child) {
        return child.kind == Kind::word && parts_of(child.text).size() == 1 &&
               analyzer_.is_stop_word(parts_of(child.text).front());
    };
    const bool other_words = std::any_of(node.children.begin(), node.children.end(), [&](const QueryNode& child) {
        return !is_stop_word(child) && looks_for_words(child);
    });
    bool must = false;
    bool has_optional = false;
    bool found_optional = false;
    for (const QueryNode& child : node.children) {
        if (other_words && is_stop_word(child)) continue;
        const bool words = looks_for_words(child);
        const bool optional = match_ == MatchMode::any && words && child.kind != Kind::must;
        must = must || (words && child.kind == Kind::must);
        has_optional = has_optional || optional;
        if (optional)
            found_optional = found_optional || finds(child);
        else if (!finds(child))
            return false;
    }
    return !has_optional || must || found_optional;
}

}  // namespace findings::testing
