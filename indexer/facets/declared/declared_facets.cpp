#include "indexer/facets/declared/declared_facets.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/slug.hpp"
#include "indexer/facets/date/read_day.hpp"
#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/place/council_mentions.hpp"
#include "indexer/language/name_forms.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

/// The council that a text names and nothing else: "Medway", "Medway Council", "London Borough of Barnet", or its slug.
const Council* council_named(const std::string& text) {
    if (const Council* council = gazetteer().find_council(make_slug(text))) return council;
    Passage passage{text, lexicon().trie.split(text), {}};
    passage.matches = lexicon().trie.find(passage.words);
    for (const CouncilMention& mention : find_council_mentions(passage, {}))
        if (mention.first == 0 && mention.last == passage.words.size()) return &gazetteer().councils[mention.council];
    return nullptr;
}

/// "Help and protection: Good" with area and grade resolved, each kept by its slug when unknown.
DeclaredValue read_judgement(const std::string& text, bool& known) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) {
        known = false;
        return {make_slug(text), text};
    }
    const std::string area = text.substr(0, colon);
    const std::string grade = text.substr(colon + 1);
    const Term* area_term = resolve_term(Field::judgement, area);
    const Term* grade_term = resolve_term(Field::grade, grade);
    known = grade_term != nullptr && !make_slug(area).empty();  // areas that no list knows go by their printed names
    const std::string slug = (area_term != nullptr ? area_term->slug : make_slug(area)) + ":" +
                             (grade_term != nullptr ? grade_term->slug : make_slug(grade));
    const std::string label =
        (area_term != nullptr ? area_term->label : area) + ": " + (grade_term != nullptr ? grade_term->label : grade);
    return {slug, label};
}

DeclaredValue read_value(Field facet, const std::string& text, bool& known) {
    known = true;
    if (facet == Field::judgement) return read_judgement(text, known);
    if (facet == Field::authority)
        if (const Term* term = resolve_term(facet, text)) return {term->slug, term->label};
    if (facet == Field::provider || facet == Field::authority) {
        if (const Council* council = council_named(text)) return {council->slug, council->label};
        known = facet == Field::provider;
        return facet == Field::provider ? DeclaredValue{make_name_slug(text), make_name_label(text)}
                                        : DeclaredValue{make_slug(text), text};
    }
    if (facet == Field::group) {
        if (const Council* council = council_named(text)) return {council->slug, council->label};
        return {make_name_slug(text), make_name_label(text)};
    }
    if (const Term* term = resolve_term(facet, text)) return {term->slug, term->label};
    known = field_row(facet).vocabulary != Vocabulary::closed;
    return {make_slug(text), text};
}

const std::vector<std::string>* declared_key(const CleanArticle& article, Field facet) {
    const auto find = [&](std::string_view key) -> const std::vector<std::string>* {
        const auto row = article.declared.find(std::string(key));
        return row == article.declared.end() ? nullptr : &row->second;
    };
    if (const auto* values = find(field_row(facet).name)) return values;
    return facet == Field::was ? find("previous_grade") : nullptr;
}

std::string scale_of(std::string_view grade) {
    const Term* term = find_term(Field::grade, grade);
    return term != nullptr ? term->scale : std::string();
}

}  // namespace

std::optional<DeclaredKeys> drop_unknown_values(const DeclaredKeys& declared, std::vector<std::string>& warnings) {
    std::optional<DeclaredKeys> kept;
    for (const auto& [key, texts] : declared) {
        const FieldRow* row = key == "previous_grade" ? &field_row(Field::was) : find_field(key);
        if (row == nullptr || row->vocabulary != Vocabulary::closed) continue;
        const auto is_unknown = [&](const std::string& text) {
            return !make_slug(text).empty() && !is_declarable(row->field, text);
        };
        if (std::none_of(texts.begin(), texts.end(), is_unknown)) continue;
        if (!kept) kept = declared;
        std::vector<std::string>& known = (*kept)[key];
        known.clear();
        for (const std::string& text : texts) {
            if (!is_unknown(text)) {
                known.push_back(text);
                continue;
            }
            const std::string nearest = nearest_declarable(row->field, text);
            warnings.push_back(fmt::format("{}: “{}” is not one of its values and is ignored{}", key, text,
                                           nearest.empty() ? "" : fmt::format("; did you mean {}?", nearest)));
        }
        // Who declares nothing that is known has not declared that there is nothing.
        if (known.empty()) kept->erase(key);
    }
    return kept;
}

std::optional<std::vector<DeclaredValue>> read_declared(const CleanArticle& article, Field facet) {
    const auto* texts = declared_key(article, facet);
    if (texts == nullptr) return std::nullopt;
    std::vector<DeclaredValue> values;
    for (const std::string& text : *texts) {
        bool known = true;
        DeclaredValue value = read_value(facet, text, known);
        if (!value.slug.empty()) values.push_back(std::move(value));
    }
    return values;
}

std::optional<std::string> read_declared_day(const CleanArticle& article, std::string_view key,
                                             std::vector<std::string>& warnings) {
    const auto row = article.declared.find(std::string(key));
    if (row == article.declared.end()) return std::nullopt;
    for (const std::string& text : row->second) {
        if (text.empty()) continue;
        if (key == "published")
            if (std::string day = read_published_day(text); !day.empty()) return day;
        // A visit is known by its last day.
        if (const auto days = read_days(text)) return format_date(days->to);
        warnings.push_back(std::string(key) + ": “" + text + "” is not a day");
    }
    return std::string();
}

std::vector<Award> make_declared_awards(const std::vector<std::string>& providers,
                                        const std::vector<std::string>& grades,
                                        const std::vector<std::string>& previous,
                                        const std::vector<std::string>& judgements) {
    std::vector<Award> awards;
    for (std::size_t i = 0; i < providers.size(); ++i) {
        const auto nth = [i](const std::vector<std::string>& values) {
            // One grade declared for several providers is everyone's; several are taken in order.
            return values.empty()       ? std::string()
                   : values.size() == 1 ? values.front()
                   : i < values.size()  ? values[i]
                                        : std::string();
        };
        Award award;
        award.provider = providers[i];
        award.grade = nth(grades);
        award.previous = nth(previous);
        award.scale = scale_of(award.grade.empty() ? award.previous : award.grade);
        if (!award.grade.empty() && !award.previous.empty())
            award.change = std::string(grade_change(award.previous, award.grade));
        if (providers.size() == 1)
            for (const std::string& judgement : judgements)
                if (const std::size_t colon = judgement.find(':'); colon != std::string::npos)
                    award.judgements.push_back({judgement.substr(0, colon), judgement.substr(colon + 1)});
        awards.push_back(std::move(award));
    }
    return awards;
}

bool declares_everything(const CleanArticle& article) {
    const auto declares = [&article](std::string_view key) { return article.declared.contains(std::string(key)); };
    return declares("published") && declares("inspected") && declares("previous_grade") &&
           std::all_of(kFacets.begin(), kFacets.end(),
                       [&](Field facet) { return facet == Field::year || declares(field_row(facet).name); });
}

Evidence make_declared_evidence(const CleanArticle& article, std::string_view key, std::string_view text) {
    const bool previous = key == field_row(Field::was).name;
    const bool corrected = article.corrected.contains(previous ? "previous_grade" : std::string(key));
    return make_outside_evidence(Where::declared, text, {corrected ? "corrections" : "declared", key, 1.0});
}

bool is_declarable(Field facet, const std::string& text) { return declared_slug(facet, text).has_value(); }

std::string nearest_declarable(Field facet, const std::string& text) {
    std::vector<std::string> slugs;
    if (facet == Field::authority)
        for (const Council& council : gazetteer().councils) slugs.push_back(council.slug);
    else if (facet == Field::judgement)
        return {};
    else
        for (const Term& term : vocabulary(facet)) slugs.push_back(term.slug);
    return nearest_name(make_slug(text), slugs);
}

std::optional<std::string> declared_slug(Field facet, const std::string& text) {
    bool known = true;
    DeclaredValue value = read_value(facet, text, known);
    if (!known || value.slug.empty()) return std::nullopt;
    return std::move(value.slug);
}

}  // namespace findings
