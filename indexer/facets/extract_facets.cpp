#include "indexer/facets/extract_facets.hpp"

#include <algorithm>

#include "common/vocabulary.hpp"
#include "indexer/facets/context.hpp"
#include "indexer/facets/declared_facets.hpp"
#include "indexer/facets/evidence.hpp"
#include "indexer/facets/find_dates.hpp"
#include "indexer/facets/find_kind.hpp"
#include "indexer/facets/find_places.hpp"
#include "indexer/facets/find_providers.hpp"
#include "indexer/facets/find_publisher.hpp"
#include "indexer/facets/find_regulator.hpp"
#include "indexer/facets/find_themes.hpp"
#include "indexer/facets/gazetteer.hpp"
#include "indexer/facets/name_forms.hpp"
#include "indexer/facets/provider_parts.hpp"
#include "indexer/facets/reading.hpp"

namespace findings {
namespace {

/// A story about this many bodies is an overview.
constexpr std::size_t kOverviewProviders = 3;

std::string label_of(Field facet, std::string_view slug) {
    const Term* term = find_term(facet, slug);
    return term != nullptr ? term->label : std::string(slug);
}

/// Runs the rules of one article in order and gathers what they find.
class Extraction {
  public:
    Extraction(const CleanArticle& article, const KnownProviders& known)
        : article_(article),
          known_(known),
          all_declared_(known.empty() && declares_everything(article)),
          reading_(all_declared_ ? Reading{article, {}, {}, {}} : read_article(article)),
          context_{article, {}, {}, {}, {}, {}, {}} {}

    ExtractedFacets run() {
        if (article_.body.empty() && article_.title.empty()) {
            take_declared();
            return std::move(result_);
        }
        if (all_declared_) {
            take_declared();
            take_declared_awards();
            return std::move(result_);
        }
        find_what_it_is();
        find_days();
        find_bodies();
        find_grades();
        find_where();
        find_what_it_says();
        take_year();
        return std::move(result_);
    }

  private:
    /// Adds a value once; the first evidence stays.
    void add(Field facet, const std::string& slug, const std::string& label, Evidence evidence) {
        if (slug.empty()) return;
        for (const FacetValue& value : result_.values)
            if (value.facet() == facet && value.slug() == slug) return;
        result_.values.emplace_back(facet, slug, label, std::move(evidence));
    }

    /// Adds what the source declares for a facet; false when it declares nothing about it.
    bool add_declared(Field facet) {
        const auto values = read_declared(article_, facet, result_.warnings);
        if (!values) return false;
        for (const DeclaredValue& value : *values)
            add(facet, value.slug, value.label, make_declared_evidence(article_, field_row(facet).name, value.label));
        return true;
    }

    [[nodiscard]] std::vector<std::string> slugs(Field facet) const {
        std::vector<std::string> found;
        for (const FacetValue& value : result_.values)
            if (value.facet() == facet) found.push_back(value.slug());
        return found;
    }

    void take_declared() {
        for (const Field facet : kFacets)
            if (facet != Field::year) add_declared(facet);
        take_day("published", result_.published, std::nullopt);
        take_day("inspected", result_.inspected, std::nullopt);
        result_.publisher = find_publisher(article_);
        take_year();
    }

    void take_declared_awards() {
        for (const FacetValue& value : result_.values)
            if (value.facet() == Field::provider)
                context_.providers.push_back({.slug = value.slug(),
                                              .label = value.label(),
                                              .type = {},
                                              .group = {},
                                              .authority = {},
                                              .evidence = value.evidence(),
                                              .mentions = {}});
        const bool was = add_declared(Field::was);
        rebuild_awards({}, true, true, was, true, add_declared(Field::change));
    }

    void find_what_it_is() {
        form_ = find_kind(reading_);
        if (form_.slug == "other" && is_about_known_provider(reading_, known_)) form_.slug = "news";
        context_.kind = form_.slug;
        kind_declared_ = add_declared(Field::kind);
        if (const auto declared = slugs(Field::kind); !declared.empty()) context_.kind = declared.front();
        const auto regulators = find_regulators(reading_, context_.kind);
        if (!add_declared(Field::regulator))
            for (const FoundRegulator& regulator : regulators)
                add(Field::regulator, regulator.slug, label_of(Field::regulator, regulator.slug), regulator.evidence);
        if (const auto found = slugs(Field::regulator); !found.empty()) context_.regulator = found.front();
    }

    void take_day(std::string_view key, std::string& day, std::optional<FoundDay> found) {
        const Field field = key == "published" ? Field::published : Field::inspected;
        if (const auto declared = read_declared_day(article_, key, result_.warnings)) {
            day = *declared;
            if (!day.empty()) result_.remarks.emplace_back(field, day, day, make_declared_evidence(article_, key, day));
        } else if (found) {
            day = found->day;
            result_.remarks.emplace_back(field, day, day, std::move(found->evidence));
        }
    }

    void find_days() {
        take_day("published", result_.published, find_published(reading_, context_.kind));
        take_day("inspected", result_.inspected, find_inspected(reading_, context_.kind, result_.published));
        // A visit that ends after its report came out is a misread date.
        if (!result_.published.empty() && result_.inspected > result_.published &&
            !article_.declared.contains("inspected")) {
            result_.inspected.clear();
            std::erase_if(result_.remarks, [](const FacetValue& value) { return value.facet() == Field::inspected; });
        }
        context_.published = result_.published;
        context_.inspected = result_.inspected;
        result_.publisher = find_publisher(article_);
    }

    [[nodiscard]] const std::string& day() const {
        return result_.inspected.empty() ? result_.published : result_.inspected;
    }

    void find_bodies() {
        if (const auto declared = read_declared(article_, Field::provider, result_.warnings)) {
            // Another name for the one body the text is about: its type and owner are still what the text says.
            std::vector<FoundProvider> found;
            if (declared->size() == 1) found = find_providers(reading_, context_.kind, day());
            for (const DeclaredValue& value : *declared) {
                FoundProvider provider{.slug = value.slug,
                                       .label = value.label,
                                       .type = {},
                                       .group = {},
                                       .authority = {},
                                       .evidence = make_declared_evidence(article_, "provider", value.label),
                                       .mentions = {}};
                if (const KnownProvider* known = known_.find_name(value.label))
                    provider.slug = known->slug, provider.label = known->label, provider.type = known->type,
                    provider.group = known->group;
                else if (gazetteer().find_council(value.slug) != nullptr)
                    provider.type = "council-services";
                else if (found.size() == 1 && gazetteer().find_council(found.front().slug) == nullptr)
                    provider.type = found.front().type, provider.group = found.front().group;
                add_mentions(reading_, provider);
                add_place(reading_, provider, day());
                context_.providers.push_back(std::move(provider));
            }
        } else {
            context_.providers = find_providers(reading_, context_.kind, day());
            take_known_providers(reading_, known_, context_.kind, context_.providers);
        }
        if (context_.regulator.empty() && !context_.providers.empty() && !article_.declared.contains("regulator"))
            for (const FoundRegulator& regulator : find_mentioned_regulator(reading_)) {
                add(Field::regulator, regulator.slug, label_of(Field::regulator, regulator.slug), regulator.evidence);
                context_.regulator = regulator.slug;
            }
        FoundKind kind = form_;
        if (context_.kind == "news" && context_.providers.size() >= kOverviewProviders) {
            kind.slug = "overview";
            kind.evidence.rule = "round-up";
        }
        if (!kind_declared_) {
            context_.kind = kind.slug;
            add(Field::kind, kind.slug, label_of(Field::kind, kind.slug), kind.evidence);
        }
        find_visit_kind();

        const bool type_declared = add_declared(Field::type);
        const bool group_declared = add_declared(Field::group);
        for (FoundProvider& provider : context_.providers) {
            add(Field::provider, provider.slug, provider.label, provider.evidence);
            if (type_declared) {
                if (const auto types = slugs(Field::type); types.size() == 1) provider.type = types.front();
            } else {
                const KnownProvider* known = known_.find_slug(provider.slug);
                const std::string label = label_of(Field::type, provider.type);
                add(Field::type, provider.type, label,
                    known != nullptr && !known->type.empty() ? make_known_evidence("type", label) : provider.evidence);
            }
            if (!group_declared && !provider.group.empty())
                add(Field::group, make_name_slug(provider.group), provider.group, group_evidence(provider));
        }
    }

    /// A story about no provider reports no visit, whatever visits it mentions.
    void find_visit_kind() {
        const bool document = form_.slug == "report" || form_.slug == "letter";
        if (!add_declared(Field::visit) && (document || !context_.providers.empty()))
            if (const auto visit = find_visit(reading_, form_))
                add(Field::visit, visit->slug, label_of(Field::visit, visit->slug), visit->evidence);
        if (const auto found = slugs(Field::visit); !found.empty()) context_.visit = found.front();
    }

    /// The sentence that names the owner, else the provider's.
    Evidence group_evidence(const FoundProvider& provider) {
        const auto named = find_name(reading_.body, provider.group, {});
        if (const KnownProvider* known = known_.find_slug(provider.slug);
            named.empty() && known != nullptr && !known->group.empty())
            return make_known_evidence("group", known->group);
        if (named.empty()) return provider.evidence;
        return make_evidence(article_, named.front().begin, {"owner-named", "group", 0.85});
    }

    void find_grades() {
        FoundAwards found = find_awards(context_);
        const bool grade = add_declared(Field::grade);
        const bool judgement = add_declared(Field::judgement);
        const bool action = add_declared(Field::action);
        const bool was = add_declared(Field::was);
        const bool change = add_declared(Field::change);
        const bool provider = article_.declared.contains("provider");
        for (FacetValue& value : found.values) {
            const Field facet = value.facet();
            const bool replaced = (facet == Field::grade && grade) || (facet == Field::judgement && judgement) ||
                                  (facet == Field::action && action) || (facet == Field::was && was) ||
                                  (facet == Field::change && (change || grade || was));
            if (!replaced) add(facet, value.slug(), value.label(), value.evidence());
        }
        for (FacetValue& remark : found.remarks) result_.remarks.push_back(std::move(remark));
        if (!grade && !was && !judgement && !change) {
            result_.awards = std::move(found.awards);
            return;
        }
        rebuild_awards(std::move(found.awards), provider, grade, was, judgement, change);
    }

    /// Awards made of declared grades, and of found ones where nothing is declared.
    void rebuild_awards(std::vector<Award> found, bool provider, bool grade, bool was, bool judgement, bool change) {
        std::vector<std::string> providers;
        for (const FoundProvider& body : context_.providers) providers.push_back(body.slug);
        if (providers.empty() && !provider && !found.empty()) providers.push_back(found.front().provider);
        const auto grades = slugs(Field::grade);
        const auto previous = slugs(Field::was);
        const auto judgements = slugs(Field::judgement);
        result_.awards = make_declared_awards(providers, grades, previous, judgements);
        for (Award& award : result_.awards) {
            const auto same = std::find_if(found.begin(), found.end(),
                                           [&](const Award& other) { return other.provider == award.provider; });
            if (same != found.end()) {
                if (!grade) award.grade = same->grade, award.scale = same->scale, award.inferred = same->inferred;
                if (!was) award.previous = same->previous;
                if (!judgement) award.judgements = same->judgements;
            }
            if (change) {
                const auto declared = slugs(Field::change);
                award.change = declared.empty() ? std::string() : declared.front();
            } else if (!award.grade.empty() && !award.previous.empty()) {
                award.change = std::string(grade_change(award.previous, award.grade));
            }
            if (!change && !award.change.empty())
                add(Field::change, award.change, label_of(Field::change, award.change),
                    make_declared_evidence(article_, grade ? "grade" : "was", label_of(Field::grade, award.grade)));
        }
        std::erase_if(result_.awards, [](const Award& award) {
            return award.grade.empty() && award.previous.empty() && award.judgements.empty();
        });
    }

    void add_found_place(const FoundPlace& place, bool region, bool authority) {
        if (!authority && !place.authority.empty())
            if (const Council* council = gazetteer().find_council(place.authority))
                add(Field::authority, council->slug, council->label, place.evidence);
        if (!region) add(Field::region, place.region, label_of(Field::region, place.region), place.evidence);
    }

    /// Where the user's table says the provider is; false when it does not say.
    bool add_known_place(const FoundProvider& provider, bool region, bool authority) {
        const KnownProvider* known = known_.find_slug(provider.slug);
        if (known == nullptr || (known->region.empty() && known->authority.empty())) return false;
        const Council* council = gazetteer().find_council(known->authority);
        add_found_place(
            {known->authority, known->region.empty() && council != nullptr ? council->region : known->region,
             make_known_evidence("place", known->label)},
            region, authority);
        return true;
    }

    void find_where() {
        const bool region = add_declared(Field::region);
        const bool authority = add_declared(Field::authority);
        if (region && authority) return;
        for (const FoundProvider& provider : context_.providers) {
            if (add_known_place(provider, region, authority)) continue;
            const Council* council = gazetteer().find_council(provider.slug);
            if (council != nullptr && (provider.type == "council-services" || provider.type == "area-partnership")) {
                add_found_place({council->slug, council->region, provider.evidence}, region, authority);
            } else {
                const bool unnamed = provider.label.starts_with("Unnamed home");
                const auto named = unnamed ? std::vector<Span>{} : find_name(reading_.body, provider.label, {});
                if (const auto place = find_place_of(reading_, provider.label, named, day()))
                    add_found_place(*place, region, authority);
            }
        }
        // A story that is about no provider has a place only when it is about inspections of a whole nation.
        if (!context_.providers.empty() || context_.regulator.empty()) return;
        if (const auto nation = find_nation(reading_)) add_found_place(*nation, region, authority);
    }

    /// Whether the article is about inspections at all: else its themes are not findings.
    [[nodiscard]] bool makes_findings() const {
        if (!context_.providers.empty()) return true;
        return !context_.regulator.empty() && (context_.kind == "report" || context_.kind == "letter" ||
                                               context_.kind == "overview" || find_nation(reading_));
    }

    [[nodiscard]] ThemeContext theme_context() const {
        ThemeContext known{.kind = context_.kind, .tone = tone_of(result_.awards)};
        for (const FoundProvider& provider : context_.providers) {
            known.names.insert(known.names.end(), provider.mentions.begin(), provider.mentions.end());
            known.types.push_back(provider.type);
        }
        std::vector<Span> present;
        for (const FacetValue& value : result_.values) {
            const bool was = value.facet() == Field::was;
            if ((was || value.facet() == Field::grade) && value.evidence().where == Where::body)
                (was ? known.past : present).push_back({value.evidence().begin, value.evidence().end});
        }
        // "Rated inadequate, down from good" tells of both; what it says is today's.
        std::erase_if(known.past, [&](const Span& span) {
            return std::find(present.begin(), present.end(), span) != present.end();
        });
        return known;
    }

    void find_what_it_says() {
        const bool theme = add_declared(Field::theme);
        const bool strength = add_declared(Field::strength);
        const bool weakness = add_declared(Field::weakness);
        if (!makes_findings() || (theme && strength && weakness)) return;
        for (const FoundTheme& found : find_themes(reading_, theme_context())) {
            const std::string slug(theme_slug(found.theme));
            const std::string label(theme_label(found.theme));
            // What is declared to be no theme is neither praised nor faulted.
            if (const auto declared = slugs(Field::theme);
                theme && std::find(declared.begin(), declared.end(), slug) == declared.end())
                continue;
            if (!theme) add(Field::theme, slug, label, found.evidence);
            if (!strength && found.strength) add(Field::strength, slug, label, found.strength_evidence);
            if (!weakness && found.weakness) add(Field::weakness, slug, label, found.weakness_evidence);
        }
    }

    void take_year() {
        const std::string& date = result_.published.empty() ? result_.inspected : result_.published;
        if (date.size() < 4) return;
        const std::string year = date.substr(0, 4);
        const Field source = result_.published.empty() ? Field::inspected : Field::published;
        for (const FacetValue& remark : result_.remarks)
            if (remark.facet() == source) {
                add(Field::year, year, year, remark.evidence());
                return;
            }
    }

    const CleanArticle& article_;
    const KnownProviders& known_;
    bool all_declared_;
    Reading reading_;
    FacetContext context_;
    FoundKind form_;  ///< the kind as found
    bool kind_declared_ = false;
    ExtractedFacets result_;
};

}  // namespace

ExtractedFacets extract_facets(const CleanArticle& article, const KnownProviders* known) {
    static const KnownProviders none;
    return Extraction(article, known == nullptr ? none : *known).run();
}

}  // namespace findings
