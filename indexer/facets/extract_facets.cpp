#include "indexer/facets/extract_facets.hpp"

#include <algorithm>

#include "common/base/date.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/ascii.hpp"
#include "indexer/facets/date/find_dates.hpp"
#include "indexer/facets/declared/declared_facets.hpp"
#include "indexer/facets/declared/facet_collector.hpp"
#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/finding/find_findings.hpp"
#include "indexer/facets/grade/told_providers.hpp"
#include "indexer/facets/kind/find_kind.hpp"
#include "indexer/facets/kind/find_publisher.hpp"
#include "indexer/facets/kind/find_regulator.hpp"
#include "indexer/facets/place/find_places.hpp"
#include "indexer/facets/provider/article_places.hpp"
#include "indexer/facets/provider/find_providers.hpp"
#include "indexer/facets/provider/provider_parts.hpp"
#include "indexer/facets/theme/find_themes.hpp"
#include "indexer/facets/theme/report_themes.hpp"
#include "indexer/language/name_forms.hpp"
#include "indexer/language/reading.hpp"
#include "indexer/regimes/regimes.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

/// A story about this many bodies is an overview.
constexpr std::size_t kOverviewProviders = 3;

std::string day_after(std::string_view day) {
    const auto parsed = parse_date(day);
    return parsed ? format_date(add_days(*parsed, 1)) : std::string(day);
}

/// Runs the rules of one article in order and gathers what they find.
class Extraction {
  public:
    Extraction(const CleanArticle& article, const KnownProviders& known)
        : article_(article),
          known_(known),
          all_declared_(known.empty() && declares_everything(article)),
          reading_(all_declared_ ? Reading{article, {}, {}, {}, {}} : read_article(article)),
          context_{article, {}, {}, {}, {}, {}, {}},
          collector_(article),
          result_(collector_.facets()) {}

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
        find_frameworks();
        find_where();
        if (makes_findings()) result_.findings = find_findings(context_);
        find_what_it_says();
        collector_.add_year();
        return std::move(result_);
    }

  private:
    void take_declared() {
        for (const Field facet : kFacets)
            if (facet != Field::year) collector_.add_declared(facet);
        collector_.add_day(Field::published, std::nullopt);
        collector_.add_day(Field::inspected, std::nullopt);
        result_.publisher = find_publisher(article_.declared, article_.metadata);
        collector_.add_year();
    }

    void take_declared_awards() {
        for (const FacetValue& value : result_.values)
            if (value.facet() == Field::provider)
                context_.providers.push_back({.slug = value.slug(),
                                              .label = value.label(),
                                              .type = {},
                                              .group = {},
                                              .evidence = value.evidence(),
                                              .mentions = {}});
        const bool was = collector_.add_declared(Field::was);
        rebuild_awards({}, true, true, was, true, collector_.add_declared(Field::change));
    }

    void find_what_it_is() {
        form_ = find_kind(reading_);
        // A text file says nothing of what it is: one that reports an inspection is a story.
        if (form_.slug == "other" && (is_about_known_provider(reading_, known_) || reports_an_inspection(reading_)))
            form_.slug = "news";
        context_.kind = form_.slug;
        kind_declared_ = collector_.add_declared(Field::kind);
        if (const std::string declared = collector_.first_slug(Field::kind); !declared.empty())
            context_.kind = declared;
        const auto regulators = find_regulators(reading_, context_.kind);
        if (!collector_.add_declared(Field::regulator))
            for (const FoundRegulator& regulator : regulators)
                collector_.add(Field::regulator, regulator.slug, regulator.evidence);
        context_.regulator = collector_.first_slug(Field::regulator);
    }

    void find_days() {
        collector_.add_day(Field::published, find_published(reading_, context_.kind));
        collector_.add_day(Field::inspected, find_inspected(reading_, context_.kind, result_.published));
        // A visit that ends after its report came out is a misread date, but for a story written during the visit.
        if (!result_.published.empty() && result_.inspected > day_after(result_.published) &&
            !article_.declared.contains("inspected")) {
            result_.inspected.clear();
            std::erase_if(result_.remarks, [](const FacetValue& value) { return value.facet() == Field::inspected; });
        }
        context_.published = result_.published;
        context_.inspected = result_.inspected;
        result_.publisher = find_publisher(article_.declared, article_.metadata);
    }

    [[nodiscard]] const std::string& day() const {
        return result_.inspected.empty() ? result_.published : result_.inspected;
    }

    void find_bodies() {
        context_.reading = &reading_;
        if (const auto declared = read_declared(article_, Field::provider)) {
            // Another name for the one body the text is about: its type and owner are still what the text says.
            std::vector<FoundProvider> found;
            if (declared->size() == 1) found = find_providers(reading_, context_.kind, day());
            for (const DeclaredValue& value : *declared) {
                FoundProvider provider{.slug = value.slug,
                                       .label = value.label,
                                       .type = {},
                                       .group = {},
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
                context_.providers.push_back(std::move(provider));
            }
        } else {
            std::vector<FoundProvider> others;
            context_.providers = find_providers(reading_, context_.kind, day(), &others);
            if (add_told_providers(context_, std::move(others))) add_mentions(reading_, context_.providers);
            take_known_providers(reading_, known_, context_.kind, context_.providers);
        }
        if (context_.regulator.empty() && !context_.providers.empty() && !article_.declared.contains("regulator"))
            for (const FoundRegulator& regulator : find_mentioned_regulator(reading_)) {
                collector_.add(Field::regulator, regulator.slug, regulator.evidence);
                context_.regulator = regulator.slug;
            }
        FoundKind kind = form_;
        if (context_.kind == "news" && context_.providers.size() >= kOverviewProviders) {
            kind.slug = "overview";
            kind.evidence.rule = "round-up";
        }
        if (!kind_declared_) {
            context_.kind = kind.slug;
            collector_.add(Field::kind, kind.slug, kind.evidence);
        }
        find_visit_kind();
        const bool type_declared = collector_.add_declared(Field::type);
        const bool group_declared = collector_.add_declared(Field::group);
        for (FoundProvider& provider : context_.providers) {
            collector_.add(Field::provider, provider.slug, provider.label, provider.evidence);
            if (type_declared) {
                if (const auto types = collector_.slugs(Field::type); types.size() == 1) provider.type = types.front();
            } else {
                const KnownProvider* known = known_.find_slug(provider.slug);
                const std::string label = label_of(Field::type, provider.type);
                collector_.add(
                    Field::type, provider.type, label,
                    known != nullptr && !known->type.empty() ? make_known_evidence("type", label) : provider.evidence);
            }
            if (!group_declared && !provider.group.empty())
                collector_.add(Field::group, make_name_slug(provider.group), provider.group, group_evidence(provider));
        }
    }

    /// The framework of the inspection of each body, and the line it belongs to.
    void find_frameworks() {
        const bool framework = collector_.add_declared(Field::framework);
        const bool line = collector_.add_declared(Field::line);
        const bool graded = std::any_of(result_.awards.begin(), result_.awards.end(),
                                        [](const Award& award) { return !award.grade.empty() && !award.inferred; });
        for (const FoundProvider& provider : context_.providers) {
            const Regime& regime = select_regime(context_, provider.type);
            // A kind of visit that gives no grade was misread where a grade was given.
            const std::string visit = graded && regime.gives_no_grade(context_.visit) ? std::string() : context_.visit;
            Evidence evidence = provider.evidence;
            evidence.rule = "regime";
            evidence.role = "framework";
            const std::string named(regime.framework_of(visit));
            if (!framework && !named.empty()) collector_.add(Field::framework, named, evidence);
            const std::string succession(regime.line_of(visit));
            if (!line && !succession.empty()) collector_.add(Field::line, succession, evidence);
        }
    }

    /// A story about no provider reports no visit, whatever visits it mentions.
    void find_visit_kind() {
        const bool document = form_.slug == "report" || form_.slug == "letter";
        if (!collector_.add_declared(Field::visit) && (document || !context_.providers.empty()))
            if (const auto visit = find_visit(reading_, form_))
                collector_.add(Field::visit, visit->slug, visit->evidence);
        context_.visit = collector_.first_slug(Field::visit);
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
        const bool grade = collector_.add_declared(Field::grade);
        const bool judgement = collector_.add_declared(Field::judgement);
        const bool action = collector_.add_declared(Field::action);
        const bool was = collector_.add_declared(Field::was);
        const bool change = collector_.add_declared(Field::change);
        const bool provider = article_.declared.contains("provider");
        for (FacetValue& value : found.values) {
            const Field facet = value.facet();
            const bool replaced = (facet == Field::grade && grade) || (facet == Field::judgement && judgement) ||
                                  (facet == Field::action && action) || (facet == Field::was && was) ||
                                  (facet == Field::change && (change || grade || was));
            if (!replaced) collector_.add(facet, value.slug(), value.label(), value.evidence());
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
        const auto grades = collector_.slugs(Field::grade);
        const auto previous = collector_.slugs(Field::was);
        const auto judgements = collector_.slugs(Field::judgement);
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
                award.change = collector_.first_slug(Field::change);
            } else if (!award.grade.empty() && !award.previous.empty()) {
                award.change = std::string(grade_change(award.previous, award.grade));
            }
            if (!change && !award.change.empty())
                collector_.add(
                    Field::change, award.change,
                    make_declared_evidence(article_, grade ? "grade" : "was", label_of(Field::grade, award.grade)));
        }
        std::erase_if(result_.awards, [](const Award& award) {
            return award.grade.empty() && award.previous.empty() && award.judgements.empty();
        });
    }

    void find_where() {
        const bool region = collector_.add_declared(Field::region);
        const bool authority = collector_.add_declared(Field::authority);
        if (region && authority) return;
        for (const FoundPlace& place : find_article_places(reading_, context_, known_)) {
            if (const Council* council = gazetteer().find_council(place.authority); council != nullptr && !authority)
                collector_.add(Field::authority, council->slug, council->label, place.evidence);
            if (!region) collector_.add(Field::region, place.region, place.evidence);
        }
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
            if (value.facet() == Field::judgement && value.evidence().where == Where::table)
                known.judged.push_back({value.evidence().begin, value.evidence().end});
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
        const bool theme = collector_.add_declared(Field::theme);
        const bool strength = collector_.add_declared(Field::strength);
        const bool weakness = collector_.add_declared(Field::weakness);
        if (!makes_findings() || (theme && strength && weakness)) return;
        const auto declared = collector_.slugs(Field::theme);
        // What is declared to be no theme is neither praised nor faulted.
        const auto may_add = [&](std::string_view slug) { return !theme || is_one_of(declared, slug); };
        if (touches_on_everything(result_.findings)) {
            for (const ReportTheme& found : choose_report_themes(result_.findings)) {
                if (!may_add(found.slug)) continue;
                const auto add = [&](Field facet, const Finding* proof) {
                    if (proof != nullptr) collector_.add(facet, found.slug, finding_evidence(*proof));
                };
                if (!theme) add(Field::theme, found.proof);
                if (!strength) add(Field::strength, found.strength);
                if (!weakness) add(Field::weakness, found.weakness);
            }
            return;
        }
        for (const FoundTheme& found : find_themes(reading_, theme_context())) {
            const std::string slug(theme_slug(found.theme));
            if (!may_add(slug)) continue;
            if (!theme) collector_.add(Field::theme, slug, found.evidence);
            if (!strength && found.strength) collector_.add(Field::strength, slug, found.strength_evidence);
            if (!weakness && found.weakness) collector_.add(Field::weakness, slug, found.weakness_evidence);
        }
    }

    /// A finding as the proof of a theme: the sentence it begins with.
    [[nodiscard]] Evidence finding_evidence(const Finding& finding) const {
        const auto& [begin, end] = finding.pieces.front();
        Evidence evidence = make_evidence(article_, Span{begin, end}, {"finding", "finding", 0.9});
        evidence.polarity = finding.direction == FindingDirection::strength   ? Polarity::strength
                            : finding.direction == FindingDirection::weakness ? Polarity::weakness
                                                                              : Polarity::none;
        return evidence;
    }

    const CleanArticle& article_;
    const KnownProviders& known_;
    bool all_declared_;
    Reading reading_;
    FacetContext context_;
    FoundKind form_;  ///< the kind as found
    bool kind_declared_ = false;
    FacetCollector collector_;
    ExtractedFacets& result_;
};

}  // namespace

ExtractedFacets extract_facets(const CleanArticle& article, const KnownProviders* known) {
    static const KnownProviders none;
    const auto extract = [&](const CleanArticle& from) {
        return Extraction(from, known == nullptr ? none : *known).run();
    };
    std::vector<std::string> warnings;
    std::optional<DeclaredKeys> kept = drop_unknown_values(article.declared, warnings);
    if (!kept) return extract(article);
    CleanArticle amended = article;
    amended.declared = std::move(*kept);
    ExtractedFacets facets = extract(amended);
    facets.warnings.insert(facets.warnings.begin(), warnings.begin(), warnings.end());
    return facets;
}

}  // namespace findings
