#include "common/index/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include <embedded/council_aliases.hpp>
#include <embedded/councils.hpp>
#include <embedded/vocabularies.hpp>
#include <fmt/format.h>

#include "common/base/table_rows.hpp"
#include "common/text/council_names.hpp"
#include "common/text/slug.hpp"

namespace findings {
namespace {

/// One closed vocabulary.
struct TermList {
    std::vector<Term> terms;
    std::unordered_map<std::string, std::size_t> by_slug;

    void add(Term term) {
        by_slug.emplace(term.slug, terms.size());
        terms.push_back(std::move(term));
    }
};

using TermLists = std::array<TermList, kFields.size()>;

TermLists load_vocabularies() {
    TermLists all;
    for_each_row(embedded::vocabularies(), [&](const auto& columns) {
        const FieldRow* row = find_field(columns.at(0));
        if (row == nullptr) throw std::logic_error(fmt::format("vocabularies.tsv: no field {}", columns[0]));
        Term term{std::string(columns.at(1)),
                  std::string(columns.at(2)),
                  std::string(columns.at(3)),
                  std::stoi(std::string(columns.at(4))),
                  {}};
        for (const std::string_view alias : split_at(columns.at(5), '|')) term.aliases.emplace_back(alias);
        all[static_cast<std::size_t>(row->field)].add(std::move(term));
    });
    return all;
}

TermList load_councils() {
    TermList councils;
    for_each_row(embedded::councils(), [&](const auto& columns) {
        Term term;
        term.slug = columns.at(0);
        term.label = columns.at(1);
        term.rank = static_cast<int>(councils.terms.size());
        for (const std::string_view alias : split_at(columns.at(6), '|')) term.aliases.emplace_back(alias);
        councils.add(std::move(term));
    });
    for_each_row(embedded::council_aliases(), [&](const auto& columns) {
        const auto council = councils.by_slug.find(std::string(columns.front()));
        if (council == councils.by_slug.end())
            throw std::logic_error(fmt::format("council_aliases.tsv: no council {}", columns.front()));
        std::vector<std::string>& aliases = councils.terms[council->second].aliases;
        aliases.insert(aliases.end(), columns.begin() + 1, columns.end());
    });
    return councils;
}

// Councils apart from the rest: most searches name none.
const TermList& list_of(Field field) {
    if (field == Field::authority) {
        static const TermList councils = load_councils();
        return councils;
    }
    static const TermLists all = load_vocabularies();
    return all[static_cast<std::size_t>(vocabulary_owner(field))];
}

/// Places in a field's list, by all that may be typed for a term. Made when a value of the field is first typed: the
/// slugs of all labels and aliases take longer than a search.
const std::unordered_map<std::string, std::size_t>& places_by_typed(Field owner) {
    static std::array<std::once_flag, kFields.size()> made;
    static std::array<std::unordered_map<std::string, std::size_t>, kFields.size()> all;
    const auto field = static_cast<std::size_t>(owner);
    std::call_once(made[field], [&] {
        const std::vector<Term>& terms = list_of(owner).terms;
        for (std::size_t place = 0; place < terms.size(); ++place) {
            all[field].emplace(terms[place].slug, place);
            all[field].emplace(make_slug(terms[place].label), place);
            for (const std::string& alias : terms[place].aliases) all[field].emplace(make_slug(alias), place);
        }
    });
    return all[field];
}

}  // namespace

Field vocabulary_owner(Field field) {
    switch (field) {
        case Field::strength:
        case Field::weakness:
            return Field::theme;
        case Field::was:
            return Field::grade;
        default:
            return field;
    }
}

const std::vector<Term>& vocabulary(Field field) { return list_of(field).terms; }

const Term* find_term(Field field, std::string_view slug) {
    const TermList& list = list_of(field);
    const auto found = list.by_slug.find(std::string(slug));
    return found == list.by_slug.end() ? nullptr : &list.terms[found->second];
}

std::string label_of(Field field, std::string_view slug) {
    const Term* term = find_term(field, slug);
    return term == nullptr ? std::string(slug) : term->label;
}

const Term* resolve_term(Field field, std::string_view typed) {
    const Field owner = vocabulary_owner(field);
    const auto& places = places_by_typed(owner);
    const auto find = [&](const std::string& slug) -> const Term* {
        const auto found = places.find(slug);
        return found == places.end() ? nullptr : &vocabulary(owner)[found->second];
    };
    const std::string slug = make_slug(typed);
    if (const Term* term = find(slug)) return term;
    if (owner != Field::authority) return nullptr;
    for (const std::string& name : list_council_names(slug))
        if (const Term* term = find(name)) return term;
    return nullptr;
}

std::string grade_sort_key(std::string_view grade_slug) {
    const Term* term = find_term(Field::grade, grade_slug);
    if (term == nullptr) return grade_slug.empty() ? "\xff" : "\xfe";
    // The first grade of a scale marks where the scale stands in the file.
    std::size_t scale = 0;
    const std::vector<Term>& grades = vocabulary(Field::grade);
    while (grades[scale].scale != term->scale) ++scale;
    constexpr int kWorstRank = 20;
    return {static_cast<char>('A' + scale), static_cast<char>('A' + kWorstRank - term->rank)};
}

std::string_view grade_change(std::string_view previous, std::string_view current) {
    const Term* before = find_term(Field::grade, previous);
    const Term* after = find_term(Field::grade, current);
    if (before == nullptr || after == nullptr || before->scale != after->scale) return {};
    if (before->rank == after->rank) return "unchanged";
    return after->rank < before->rank ? "improved" : "declined";
}

}  // namespace findings
