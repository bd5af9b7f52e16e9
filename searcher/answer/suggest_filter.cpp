#include "searcher/answer/suggest_filter.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/index/terms.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/slug.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/query/word_runs.hpp"

namespace findings {
namespace {

// In a long question some two words are always the label of something.
constexpr std::size_t kMaxWords = 12;
constexpr std::size_t kMaxLabelWords = 6;

/// A value that words may be the label of.
struct LabelledValue {
    Field field = Field::grade;
    std::string slug;
};

// What a label means first when it is one in two facets: "outstanding" is a grade.
constexpr std::array kFacetsByNeed{Field::grade,  Field::visit,     Field::action, Field::type,
                                   Field::region, Field::regulator, Field::theme,  Field::kind};

/// A text that is the label of a value: its slug, or the slug of the label as printed.
struct LabelText {
    Field field = Field::grade;
    const Term* term = nullptr;
    bool as_printed = false;
    std::string slug = {};  ///< made when first compared: of 300 labels a search looks at a dozen
};

// The texts by their first letter. Aliases are left out: many are everyday words.
using LabelTexts = std::array<std::vector<LabelText>, 256>;

LabelTexts list_label_texts() {
    LabelTexts texts;
    const auto at = [&](char letter) -> std::vector<LabelText>& { return texts[static_cast<unsigned char>(letter)]; };
    for (const Field field : kFacetsByNeed)
        for (const Term& term : vocabulary(field)) {
            at(term.slug.front()).push_back({field, &term, false, term.slug});
            const auto first = static_cast<unsigned char>(term.label.front());
            const bool is_plain = first < 0x80U && std::isalnum(first) != 0;
            const char letter = is_plain ? static_cast<char>(std::tolower(first)) : make_slug(term.label).front();
            at(letter).push_back({field, &term, true});
        }
    return texts;
}

// The value that a slug is the label of, by the first facet that has it.
std::optional<LabelledValue> find_labelled(const std::string& slug) {
    if (slug.empty() || slug == "other") return std::nullopt;
    thread_local LabelTexts texts = list_label_texts();
    for (LabelText& text : texts[static_cast<unsigned char>(slug.front())]) {
        if (text.slug.empty()) text.slug = make_slug(text.term->label);
        if (text.slug == slug) return LabelledValue{text.field, text.term->slug};
    }
    return std::nullopt;
}

bool finds_something(const LabelledValue& value, const FilterPlan& plan, const OpenIndex& index) {
    const std::string term = facet_term(value.field, value.slug);
    if (!index.database.term_exists(term)) return false;
    Xapian::Enquire enquire(index.database);
    enquire.set_query(apply_plan(Xapian::Query(term), plan));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const FacetCounter decider(plan.decided, {}, false);
    // One story is enough, and the first found ends the run.
    return enquire.get_mset(0, 1, 0, nullptr, &decider).size() > 0;
}

std::optional<LabelledValue> find_value(const std::string& text, bool whole_query, const OpenIndex& index) {
    const std::string slug = make_slug(text);
    if (auto known = find_labelled(slug)) return known;
    // Council areas are no built-in vocabulary, and the place of something is seldom all that is asked.
    if (whole_query && !slug.empty() && index.database.term_exists(facet_term(Field::authority, slug)))
        return LabelledValue{Field::authority, slug};
    return std::nullopt;
}

std::string describe(const std::string& text, const LabelledValue& value) {
    const FieldRow& row = field_row(value.field);
    std::string what(row.label);
    what.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(what.front())));
    const bool vowel = std::string_view("aeiou").find(what.front()) != std::string_view::npos;
    return fmt::format("“{}” is also {} {}: --{} {}", text, vowel ? "an" : "a", what, row.name, value.slug);
}

}  // namespace

std::string suggest_filter(const QueryTree& tree, const std::vector<ResolvedFilter>& filters, const FilterPlan& plan,
                           SearchContext& context) {
    for (const WordRun& run : find_word_runs(tree)) {
        if (run.words.size() > kMaxWords) continue;
        for (std::size_t count = std::min(kMaxLabelWords, run.words.size()); count > 0; --count) {
            const bool whole = run.whole_query && count == run.words.size();
            if (count == 1 && !whole) break;
            for (std::size_t first = 0; first + count <= run.words.size(); ++first) {
                const std::string text = run.text(first, count);
                const auto value = find_value(text, whole, context.index);
                const auto is_chosen = [&](const ResolvedFilter& filter) { return filter.field == value->field; };
                if (!value || std::any_of(filters.begin(), filters.end(), is_chosen)) continue;
                if (finds_something(*value, plan, context.index)) return describe(text, *value);
            }
        }
    }
    return {};
}

}  // namespace findings
