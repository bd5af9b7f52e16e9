#include "indexer/generation/story_fields.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/index/facet_pack.hpp"
#include "common/index/schema.hpp"
#include "common/index/terms.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/fold.hpp"
#include "indexer/generation/fingerprint.hpp"

namespace findings {
namespace {

constexpr std::size_t kMaxSortKeyBytes = 60;

// The day that a story is dated by is that of publication, a register's row that of the visit: it is a list of visits.
std::string sort_day(const Article& article) {
    const bool visit = is_record(article) && !article.inspected.empty();
    return day_key(visit ? article.inspected : article.date());
}

// Descending dates as ascending text: nines' complement of each digit, "99999999" for undated.
std::string order_key(const Article& article) {
    std::string key = sort_day(article);
    if (key.empty()) return "99999999" + article.id;
    for (char& digit : key) digit = static_cast<char>('0' + ('9' - digit));
    return key + article.id.substr(0, kMaxSortKeyBytes);
}

std::string worst_grade_key(const Article& article) {
    std::string key = grade_sort_key("");
    for (const std::string& grade : article.slugs(Field::grade)) key = std::min(key, grade_sort_key(grade));
    return key;
}

std::string provider_key(const Article& article) {
    std::string key = "\xff";
    for (const FacetValue& value : article.values)
        if (value.facet() == Field::provider) key = std::min(key, fold_text(value.label()).substr(0, kMaxSortKeyBytes));
    return key;
}

}  // namespace

std::vector<std::string> make_filter_terms(const Article& article) {
    std::vector<std::string> terms;
    const auto add_exact = [&](Field field, const std::string& value) {
        if (!value.empty()) terms.push_back(exact_term(field, value));
    };
    for (const FacetValue& value : article.values) terms.push_back(facet_term(value.facet(), value.slug()));
    for (const Award& award : article.awards) {
        if (award.inferred) continue;
        if (!award.previous.empty()) terms.push_back(facet_term(Field::was, award.previous));
        if (!award.change.empty()) terms.push_back(facet_term(Field::change, award.change));
    }
    for (const FacetValue& remark : article.remarks)
        if (remark.facet() == Field::number) terms.push_back(facet_term(Field::number, remark.slug()));
    add_exact(Field::id, article.id);
    add_exact(Field::url, article.url);
    add_exact(Field::source, article.source);
    add_exact(Field::publisher, article.publisher);
    for (const Copy& copy : article.copies) {
        add_exact(Field::id, copy.id);
        add_exact(Field::url, copy.url);
        add_exact(Field::source, copy.source);
        add_exact(Field::publisher, copy.publisher);
    }
    return terms;
}

std::vector<std::pair<std::uint32_t, std::string>> make_slot_values(const Article& article) {
    std::vector<std::pair<std::uint32_t, std::string>> values{
        {kSlotFacets, pack_facets(article)},
        {kSlotOrder, order_key(article)},
        {kSlotGrade, worst_grade_key(article)},
        {kSlotProvider, provider_key(article)},
        {kSlotOldest, sort_day(article).empty() ? "\xff" : sort_day(article)},
        {field_row(Field::published).slot, day_key(article.published)},
        {field_row(Field::inspected).slot, day_key(article.inspected)},
        {field_row(Field::date).slot, sort_day(article)},
        {kSlotFingerprint, pack_fingerprint(make_fingerprint(article))},
        {kSlotByInspected, day_key(article.inspected.empty() ? article.published : article.inspected)},
        {kSlotByPublished, day_key(article.date())},
        {kSlotGone, article.gone_from == 0 ? std::string() : fmt::format("{:08}", article.gone_from)},
    };
    std::erase_if(values, [](const auto& value) { return value.second.empty(); });
    return values;
}

}  // namespace findings
