#include "searcher/query/resolve_values.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/base/error.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/name_slug.hpp"
#include "common/text/slug.hpp"
#include "searcher/query/character.hpp"
#include "searcher/query/foreign_operators.hpp"
#include "searcher/query/query_error.hpp"
#include "searcher/query/suggest_name.hpp"

namespace findings {
namespace {

constexpr std::string_view kNone = "none";

// "good,inadequate" -> how to ask for both.
std::string suggest_repeating(Field field, std::string_view typed) {
    std::string options;
    while (true) {
        const std::size_t end = typed.find_first_of(",|;");
        const Term* term = resolve_term(field, typed.substr(0, end));
        if (term == nullptr || (end == std::string_view::npos && options.empty())) return {};
        options += fmt::format(" --{} {}", field_row(field).name, term->slug);
        if (end == std::string_view::npos) return "for several values write" + options;
        typed.remove_prefix(end + 1);
    }
}

// Where all values of a field are told. Only facets can be listed; a previous grade is a grade.
std::string name_all_values(Field field) {
    if (field == Field::was) field = Field::grade;
    const FieldRow& row = field_row(field);
    if (row.kind == FieldKind::facet) return fmt::format("--list-values {} shows them all", row.name);
    std::vector<std::string> slugs;
    for (const Term& term : vocabulary(field)) slugs.push_back(term.slug);
    return fmt::format("{} is one of {}", row.name, fmt::join(slugs, ", "));
}

[[noreturn]] void fail_value(Field field, std::string_view typed, std::string hint, VocabularySource& source) {
    const FieldRow& row = field_row(field);
    if (std::string other = suggest_other_field(field, typed, source); !other.empty()) hint = std::move(other) + ';';
    if (std::string several = suggest_repeating(field, typed); !several.empty()) hint = std::move(several) + ';';
    const std::string list = name_all_values(field);
    throw Error(Status::usage, fmt::format("unknown {} \"{}\"", row.name, replace_controls(typed)),
                hint.empty() ? list : hint + ' ' + list);
}

// Whether each part of a slug is one of another's: "caseloads" of "staffing-caseloads-and-retention".
bool has_parts_of(std::string_view whole, std::string_view asked) {
    while (!asked.empty()) {
        const std::string_view part = asked.substr(0, asked.find('-'));
        asked.remove_prefix(std::min(asked.size(), part.size() + 1));
        if (fmt::format("-{}-", whole).find(fmt::format("-{}-", part)) == std::string::npos) return false;
    }
    return true;
}

// "south-west" -> "sw".
std::string initials_of(std::string_view slug) {
    std::string initials;
    for (std::size_t i = 0; i < slug.size(); ++i)
        if (i == 0 || slug[i - 1] == '-') initials += slug[i];
    return initials;
}

// Values whose label has the typed words among its own, or whose initials were typed; "" for none or many.
std::string suggest_by_label(Field field, std::string_view typed) {
    constexpr std::size_t kShortestWord = 4;
    constexpr std::size_t kMostValues = 3;
    const std::string slug = make_slug(typed);
    std::vector<std::string> near;
    for (const Term& term : vocabulary(field)) {
        const bool is_part = slug.size() >= kShortestWord && has_parts_of(make_slug(term.label), slug);
        if (is_part || (slug.size() > 1 && initials_of(term.slug) == slug)) near.push_back(term.slug);
    }
    if (near.empty() || near.size() > kMostValues) return {};
    return fmt::format("did you mean {}?", fmt::join(near, " or "));
}

// Slugs of everything that may be typed for a field, the nearest names being looked for among slugs and
// labels.
std::string suggest_values(Field field, std::string_view typed, VocabularySource& source) {
    std::vector<std::string> slugs;
    std::vector<std::string> labels;
    const auto add = [&](const std::string& slug, const std::string& label) {
        if (std::find(slugs.begin(), slugs.end(), slug) != slugs.end()) return;
        slugs.push_back(slug);
        if (!label.empty() && make_slug(label) != slug) labels.push_back(label);
    };
    for (const Term& term : vocabulary(field)) add(term.slug, term.label);
    for (const KnownValue& value : source.values(field)) {
        // Of a judgement the area is asked for here, its grade apart.
        if (field == Field::judgement)
            add(value.slug.substr(0, value.slug.rfind(':')), {});
        else
            add(value.slug, value.label);
    }
    std::string hint = suggest_by_label(field, typed);
    if (hint.empty()) hint = suggest_hint(make_slug(typed), slugs);
    return hint.empty() ? suggest_hint(typed, labels) : hint;
}

// The slug among the generation's own values, or empty.
std::string find_known(Field field, std::string_view slug, VocabularySource& source) {
    const std::vector<KnownValue>& values = source.values(field);
    for (const KnownValue& value : values)
        if (value.slug == slug) return value.slug;
    for (const KnownValue& value : values)
        if (make_slug(value.label) == slug) return value.slug;
    return {};
}

// area:grade, each by slug or label; an area printed under its own name is known to the generation as a
// whole.
std::string resolve_judgement(std::string_view typed, VocabularySource& source) {
    const std::string slug = make_judgement_slug(typed);
    if (std::string known = find_known(Field::judgement, slug, source); !known.empty()) return known;
    const std::size_t colon = typed.rfind(':');
    if (colon == std::string_view::npos)
        throw Error(Status::usage, fmt::format("judgement \"{}\" names no grade", replace_controls(typed)),
                    "write area:grade, for example leaders:inadequate");
    const std::string_view area = typed.substr(0, colon);
    const std::string_view grade = typed.substr(colon + 1);
    const Term* area_term = resolve_term(Field::judgement, area);
    if (area_term == nullptr)
        fail_value(Field::judgement, typed, suggest_values(Field::judgement, area, source), source);
    const Term* grade_term = resolve_term(Field::grade, grade);
    if (grade_term == nullptr) fail_value(Field::judgement, typed, suggest_values(Field::grade, grade, source), source);
    return area_term->slug + ':' + grade_term->slug;
}

// direction:area, each by slug or label: which way the grade of one area went.
std::string resolve_area_change(std::string_view typed, VocabularySource& source) {
    const std::size_t colon = typed.find(':');
    const std::string_view area = typed.substr(colon + 1);
    const Term* direction = resolve_term(Field::change, typed.substr(0, colon));
    if (direction == nullptr || direction->slug == "first")
        throw Error(Status::usage, fmt::format("change \"{}\" names no direction", replace_controls(typed)),
                    "write improved, declined or unchanged before the area, for example declined:leaders");
    const Term* term = resolve_term(Field::judgement, area);
    const std::string slug = term != nullptr ? term->slug : make_slug(area);
    const auto& known = source.values(Field::judgement);
    const bool printed = std::any_of(known.begin(), known.end(), [&](const KnownValue& value) {
        return value.slug.substr(0, value.slug.rfind(':')) == slug;
    });
    if (term == nullptr && !printed)
        fail_value(Field::change, typed, suggest_values(Field::judgement, area, source), source);
    return direction->slug + ':' + slug;
}

std::string resolve_closed(Field field, std::string_view typed, VocabularySource& source) {
    if (const Term* term = resolve_term(field, typed)) return term->slug;
    std::string known = find_known(field, make_slug(typed), source);
    if (known.empty()) fail_value(field, typed, suggest_values(field, typed, source), source);
    return known;
}

// The providers of a number, or of a name that a register's body has.
std::vector<std::string> find_providers(std::string_view typed, VocabularySource& source) {
    std::vector<std::string> providers = source.providers_of(make_slug(typed));
    return providers.empty() ? source.providers_of(make_name_slug(typed)) : providers;
}

std::vector<std::string> first_of(std::vector<std::string> names) {
    constexpr std::size_t kShown = 5;
    if (names.size() > kShown) names.resize(kShown);
    return names;
}

// A name as typed, or as the index spells names it found itself: "The Pines Ltd" stands under "pines", a council under
// its everyday name.
std::string resolve_open(Field field, std::string_view typed, VocabularySource& source) {
    std::string slug = make_slug(typed);
    if (source.has_value(field, slug)) return slug;
    std::string name = make_name_slug(typed);
    if (source.has_value(field, name)) return name;
    if (field != Field::provider) return slug;
    if (const Term* council = resolve_term(Field::authority, typed);
        council != nullptr && source.has_value(field, council->slug))
        return council->slug;
    const std::vector<std::string> providers = find_providers(typed, source);
    if (providers.size() > 1)
        throw Error(
            Status::usage, fmt::format("“{}” is the name of {} bodies", replace_controls(typed), providers.size()),
            fmt::format("write the number of one, or its short name: {}", fmt::join(first_of(providers), ", ")));
    return providers.empty() ? slug : providers.front();
}

// A filter takes every body of a name, those that registers name and those of articles alone: they are told apart in
// the answer. A short name is one provider's.
std::vector<std::string> resolve_filter_value(Field field, const std::string& typed, VocabularySource& source) {
    if (field == Field::provider && !source.has_value(field, typed)) {
        std::vector<std::string> named = find_providers(typed, source);
        if (std::string slug = make_name_slug(typed); !named.empty() && source.has_value(field, slug))
            named.push_back(std::move(slug));
        if (named.size() > 1) return named;
    }
    return {resolve_value(field, typed, source)};
}

std::string resolve_year(std::string_view typed) {
    const bool digits =
        typed.size() == 4 && std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits)
        throw Error(Status::usage, fmt::format("\"{}\" is not a year", replace_controls(typed)),
                    "a year has four digits, for example 2024");
    return std::string(typed);
}

void resolve_node(QueryNode& node, std::string_view text, VocabularySource& source) {
    for (QueryNode& child : node.children) resolve_node(child, text, source);
    if (node.kind != QueryNode::Kind::field || !node.children.empty()) return;
    try {
        node.text = resolve_value(node.field, node.text, source);
    } catch (const Error& error) {
        throw make_query_error(text, node.begin, node.end, error.what(), error.hint());
    }
}

}  // namespace

std::string suggest_other_field(Field field, std::string_view typed, VocabularySource& source) {
    constexpr std::array kClosed{Field::authority, Field::region, Field::grade,     Field::type,  Field::visit,
                                 Field::action,    Field::change, Field::regulator, Field::theme, Field::kind};
    constexpr std::array kOpen{Field::provider, Field::group};
    const auto describe = [&](Field other, const std::string& slug) {
        std::string what(field_row(other).label);
        what.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(what.front())));
        const bool vowel = std::string_view("aeiou").find(what.front()) != std::string_view::npos;
        return fmt::format("“{}” is {} {}: --{} {}", replace_controls(typed), vowel ? "an" : "a", what,
                           field_row(other).name, slug);
    };
    for (const Field other : kClosed) {
        if (other == vocabulary_owner(field)) continue;
        if (const Term* term = resolve_term(other, typed)) return describe(other, term->slug);
    }
    for (const Field other : kOpen)
        for (const std::string& slug : {make_slug(typed), make_name_slug(typed)})
            if (other != field && !slug.empty() && source.has_value(other, slug)) return describe(other, slug);
    return {};
}

void check_value(Field field, std::string_view typed) {
    if (const auto sign = find_sign_in_value(field_row(field), typed))
        throw Error(Status::usage, sign->message, sign->hint);
}

std::string resolve_value(Field field, std::string_view typed, VocabularySource& source) {
    const FieldRow& row = field_row(field);
    if (row.vocabulary != Vocabulary::none || field == Field::publisher) check_value(field, typed);
    if (row.kind == FieldKind::unique || row.vocabulary == Vocabulary::none) return std::string(typed);
    if (make_slug(typed) == kNone) return std::string(kNone);
    if (make_slug(typed).empty()) fail_value(field, typed, {}, source);
    if (field == Field::year) return resolve_year(typed);
    if (field == Field::judgement) return resolve_judgement(typed, source);
    if (field == Field::change && typed.find(':') != std::string_view::npos) return resolve_area_change(typed, source);
    return row.vocabulary == Vocabulary::closed ? resolve_closed(field, typed, source)
                                                : resolve_open(field, typed, source);
}

std::vector<ResolvedFilter> resolve_filters(const std::vector<FieldFilter>& filters, VocabularySource& source) {
    std::vector<ResolvedFilter> resolved;
    for (const FieldFilter& filter : filters) {
        auto same = std::find_if(resolved.begin(), resolved.end(), [&](const ResolvedFilter& other) {
            return other.field == filter.field && other.exclude == filter.exclude;
        });
        if (same == resolved.end()) same = resolved.insert(same, {filter.field, {}, filter.exclude});
        for (const std::string& value : filter.values) {
            for (std::string& slug : resolve_filter_value(filter.field, value, source))
                if (std::find(same->slugs.begin(), same->slugs.end(), slug) == same->slugs.end())
                    same->slugs.push_back(std::move(slug));
        }
    }
    return resolved;
}

void resolve_query(QueryTree& tree, VocabularySource& source) { resolve_node(tree.root, tree.text, source); }

}  // namespace findings
