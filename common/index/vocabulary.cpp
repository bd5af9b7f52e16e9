#include "common/index/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <embedded/council_aliases.hpp>
#include <embedded/council_terms.hpp>
#include <embedded/vocabularies.hpp>
#include <fmt/format.h>

#include "common/base/table_rows.hpp"
#include "common/text/council_names.hpp"
#include "common/text/slug.hpp"

namespace findings {
namespace {

using Places = std::array<std::unordered_map<std::string, std::size_t>, kFields.size()>;

struct Vocabularies {
    std::array<std::vector<Term>, kFields.size()> terms;
    Places by_slug;
};

Vocabularies load_vocabularies() {
    Vocabularies all;
    for_each_row(embedded::vocabularies(), [&](const auto& columns) {
        const FieldRow* row = find_field(columns.at(0));
        if (row == nullptr) throw std::logic_error(fmt::format("vocabularies.tsv: no field {}", columns[0]));
        Term term{std::string(columns.at(1)),
                  std::string(columns.at(2)),
                  std::string(columns.at(3)),
                  std::stoi(std::string(columns.at(4))),
                  {}};
        for (const std::string_view alias : split_at(columns.at(5), '|')) term.aliases.emplace_back(alias);
        const auto field = static_cast<std::size_t>(row->field);
        const std::size_t place = all.terms[field].size();
        all.by_slug[field].emplace(term.slug, place);
        all.terms[field].push_back(std::move(term));
    });
    return all;
}

const Vocabularies& vocabularies() {
    static const Vocabularies all = load_vocabularies();
    return all;
}

std::vector<Term> load_councils() {
    std::vector<Term> councils;
    for_each_row(embedded::council_terms(), [&](const auto& columns) {
        Term& term = councils.emplace_back();
        term.slug = columns.at(0);
        term.label = columns.at(1);
        term.rank = static_cast<int>(councils.size()) - 1;
        for (const std::string_view alias : split_at(columns.at(6), '|')) term.aliases.emplace_back(alias);
    });
    for_each_row(embedded::council_aliases(), [&](const auto& columns) {
        const auto council = std::find_if(councils.begin(), councils.end(),
                                          [&](const Term& term) { return term.slug == columns.front(); });
        if (council == councils.end())
            throw std::logic_error(fmt::format("council_aliases.tsv: no council {}", columns.front()));
        council->aliases.insert(council->aliases.end(), columns.begin() + 1, columns.end());
    });
    return councils;
}

// Apart from the rest: most searches name no council.
const std::vector<Term>& councils() {
    static const std::vector<Term> all = load_councils();
    return all;
}

// Apart from the rest: a search that names no value does not wait for the slugs of all labels and aliases.
const Places& places_by_typed() {
    static const Places all = [] {
        Places places;
        for (std::size_t field = 0; field < places.size(); ++field) {
            const std::vector<Term>& terms = vocabulary(static_cast<Field>(field));
            for (std::size_t place = 0; place < terms.size(); ++place) {
                places[field].emplace(terms[place].slug, place);
                places[field].emplace(make_slug(terms[place].label), place);
                for (const std::string& alias : terms[place].aliases) places[field].emplace(make_slug(alias), place);
            }
        }
        return places;
    }();
    return all;
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

const std::vector<Term>& vocabulary(Field field) {
    if (field == Field::authority) return councils();
    return vocabularies().terms[static_cast<std::size_t>(vocabulary_owner(field))];
}

const Term* find_term(Field field, std::string_view slug) {
    if (field == Field::authority) {
        const auto found =
            std::find_if(councils().begin(), councils().end(), [&](const Term& term) { return term.slug == slug; });
        return found == councils().end() ? nullptr : &*found;
    }
    const auto owner = static_cast<std::size_t>(vocabulary_owner(field));
    const auto found = vocabularies().by_slug[owner].find(std::string(slug));
    return found == vocabularies().by_slug[owner].end() ? nullptr : &vocabularies().terms[owner][found->second];
}

std::string label_of(Field field, std::string_view slug) {
    const Term* term = find_term(field, slug);
    return term == nullptr ? std::string(slug) : term->label;
}

const Term* resolve_term(Field field, std::string_view typed) {
    const Field owner = vocabulary_owner(field);
    const auto& places = places_by_typed()[static_cast<std::size_t>(owner)];
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
