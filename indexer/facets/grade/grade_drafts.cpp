#include "indexer/facets/grade/grade_drafts.hpp"

#include <algorithm>

#include "common/index/vocabulary.hpp"
#include "indexer/regimes/grade_scales.hpp"

namespace findings {
namespace {

/// Remarks are for readers of `inspect`; a long report mentions grades without end.
constexpr std::size_t kMostRemarks = 24;
/// How far before a grade its provider may have been named, in a round-up.
constexpr std::size_t kNamedWithinBytes = 600;

void add_value(std::vector<FacetValue>& values, Field field, std::string slug, std::string label,
               const Evidence& evidence) {
    for (const FacetValue& value : values)
        if (value.facet() == field && value.slug() == slug) return;
    values.emplace_back(field, std::move(slug), std::move(label), evidence);
}

}  // namespace

Evidence make_grade_evidence(const CleanArticle& article, Where where, Span span, std::string_view rule,
                             std::string_view role, double confidence) {
    Evidence evidence;
    evidence.where = where;
    if (where == Where::title) {
        evidence.quote = article.title;
        evidence.end = article.title.size();
    } else {
        evidence.quote = article.text_of(span);
        evidence.begin = span.begin;
        evidence.end = span.end;
        evidence.page = article.page_at(span.begin);
    }
    evidence.rule = rule;
    evidence.role = role;
    evidence.confidence = confidence;
    return evidence;
}

AwardDrafts::AwardDrafts(const FacetContext& context) : context_(context) {
    for (const FoundProvider& provider : context.providers) drafts_.emplace_back().provider = provider.slug;
    // A report's own table proves a grade even where the provider's name could not be made out.
    if (drafts_.empty()) drafts_.emplace_back();
}

void AwardDrafts::keep_better(Proof& proof, std::string_view slug, int weight, Evidence evidence) {
    if (!proof.slug.empty() && proof.weight >= weight) return;
    proof.slug = slug;
    proof.weight = weight;
    proof.evidence = std::move(evidence);
}

void AwardDrafts::add_grade(std::size_t provider, std::string_view slug, int weight, Evidence evidence) {
    keep_better(drafts_[provider].grade, slug, weight, std::move(evidence));
}
void AwardDrafts::add_previous(std::size_t provider, std::string_view slug, int weight, Evidence evidence) {
    Proof& proof = drafts_[provider].previous;
    // A headline's grade is proved by the sentence that says when and why.
    if (proof.slug == slug && proof.evidence.where == Where::title && evidence.where == Where::body)
        proof.evidence = evidence;
    keep_better(proof, slug, weight, std::move(evidence));
}
void AwardDrafts::add_first(std::size_t provider, Evidence evidence) {
    keep_better(drafts_[provider].first, "first", 1, std::move(evidence));
}
void AwardDrafts::add_inferred(std::size_t provider, std::string_view slug, Evidence evidence) {
    keep_better(drafts_[provider].inferred, slug, 1, std::move(evidence));
}

void AwardDrafts::add_judgement(std::size_t provider, std::string_view area, std::string_view area_label,
                                std::string_view slug, Evidence evidence) {
    std::vector<AreaProof>& judgements = drafts_[provider].judgements;
    for (const AreaProof& known : judgements)
        if (known.area == area) return;
    std::string label = area_label.empty() ? label_of(Field::judgement, area) : std::string(area_label);
    judgements.push_back({std::string(area), std::move(label), std::string(slug), std::move(evidence)});
}

void AwardDrafts::add_remark(std::string_view slug, Evidence evidence) {
    if (remarks_.size() >= kMostRemarks) return;
    for (const FacetValue& known : remarks_)
        if (known.slug() == slug && known.evidence().begin == evidence.begin &&
            known.evidence().where == evidence.where)
            return;
    remarks_.emplace_back(Field::grade, std::string(slug), label_of(Field::grade, slug), std::move(evidence));
}

std::size_t AwardDrafts::provider_before(std::size_t byte) const {
    if (drafts_.size() == 1) return 0;
    std::size_t nearest = drafts_.size();
    std::size_t distance = kNamedWithinBytes;
    for (std::size_t p = 0; p < context_.providers.size(); ++p)
        for (const Span& mention : context_.providers[p].mentions)
            if (mention.end <= byte && byte - mention.end < distance) {
                distance = byte - mention.end;
                nearest = p;
            }
    return nearest;
}

bool AwardDrafts::has_grade() const {
    return std::any_of(drafts_.begin(), drafts_.end(), [](const Draft& draft) { return !draft.grade.slug.empty(); });
}

void AwardDrafts::finish_draft(Draft& draft, FoundAwards& found) {
    Award award;
    award.provider = draft.provider;
    award.grade = draft.grade.slug;
    award.previous = draft.previous.slug;
    if (award.grade.empty() && !draft.inferred.slug.empty()) {
        award.grade = draft.inferred.slug;
        award.inferred = true;
        found.remarks.emplace_back(Field::grade, award.grade, label_of(Field::grade, award.grade),
                                   draft.inferred.evidence);
    }
    if (award.grade.empty() && award.previous.empty() && draft.judgements.empty()) return;
    const std::string& scaled = !award.grade.empty()        ? award.grade
                                : !draft.judgements.empty() ? draft.judgements.front().slug
                                                            : award.previous;
    if (const Term* term = find_term(Field::grade, scaled)) award.scale = term->scale;
    if (!draft.grade.slug.empty())
        add_value(found.values, Field::grade, award.grade, label_of(Field::grade, award.grade), draft.grade.evidence);
    for (const AreaProof& judgement : draft.judgements) {
        award.judgements.push_back({judgement.area, judgement.slug});
        add_value(found.values, Field::judgement, judgement.area + ":" + judgement.slug,
                  judgement.label + ": " + label_of(Field::grade, judgement.slug), judgement.evidence);
    }
    if (!award.previous.empty())
        add_value(found.values, Field::was, award.previous, label_of(Field::grade, award.previous),
                  draft.previous.evidence);
    // A guessed grade sets nothing that is counted.
    if (!award.grade.empty() && !award.inferred) {
        award.change = change_between(award.previous, award.grade);
        const bool first = award.previous.empty() && !draft.first.slug.empty();
        if (first) award.change = "first";
        if (!award.change.empty())
            add_value(found.values, Field::change, award.change, label_of(Field::change, award.change),
                      first ? draft.first.evidence : draft.previous.evidence);
    }
    found.awards.push_back(std::move(award));
}

FoundAwards AwardDrafts::finish() {
    FoundAwards found;
    found.remarks = std::move(remarks_);
    for (Draft& draft : drafts_) finish_draft(draft, found);
    return found;
}

}  // namespace findings
