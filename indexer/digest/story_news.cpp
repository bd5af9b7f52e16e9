#include "indexer/digest/story_news.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "common/index/vocabulary.hpp"

namespace findings {
namespace {

// Below this a rule's own estimate says that one in four such values is wrong.
constexpr double kSure = 0.75;

// Of grades, providers and actions: what a headline would be about.
constexpr std::array kPrintedFacets{Field::provider, Field::grade, Field::action};

std::string label_in(const Article& article, Field facet, std::string_view slug) {
    for (const FacetValue& value : article.values)
        if (value.facet() == facet && value.slug() == slug) return value.label();
    return std::string(slug);
}

std::string first_sentence(const Article& article) {
    const std::string& text = article.text;
    std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::size_t stop = text.find(". "); stop < end) end = stop + 1;
    return text.substr(0, end);
}

Proof make_proof(const Evidence& evidence) {
    return {evidence.quote, evidence.page, evidence.where == Where::declared};
}

// A round-up gives one grade to several providers: the sentence that names this one, if there is one.
Proof find_grade_proof(const Article& article, std::string_view grade, const std::string& provider) {
    for (const FacetValue& value : article.values)
        if (value.facet() == Field::grade && value.slug() == grade &&
            value.evidence().quote.find(provider) != std::string::npos)
            return make_proof(value.evidence());
    return find_proof(article, Field::grade, grade);
}

// A story that gives the same grade says it better when it says when the visit was.
bool is_better(const GivenGrade& a, const GivenGrade& b) {
    if (a.grade == b.grade && a.inspected != b.inspected) return a.inspected;
    return a.day > b.day;
}

}  // namespace

DigestStory describe_story(const Article& article) {
    DigestStory story{article.id, article.source, article.title, article.date(), {}};
    for (const std::string& slug : article.slugs(Field::provider))
        story.provider += (story.provider.empty() ? "" : ", ") + label_in(article, Field::provider, slug);
    return story;
}

Proof find_proof(const Article& article, Field facet, std::string_view slug) {
    for (const auto* values : {&article.values, &article.remarks})
        for (const FacetValue& value : *values)
            if (value.facet() == facet && value.slug() == slug) return make_proof(value.evidence());
    return {first_sentence(article), 0, false};
}

void StoryNews::add(const Article& article, const Article* before) {
    const std::vector<GivenGrade> given = list_given_grades(article);
    bool graded = false;
    bool told = false;
    bool archive = false;
    bool undated = false;
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i].provider == 0) continue;
        graded = true;
        switch (known_.judge(given[i])) {
            case GradeNews::newer:
                told = true;
                add_grade(article, article.awards[i], given[i]);
                break;
            case GradeNews::contradicts:
                if (before == nullptr)
                    found_.check_before_print.add({describe_story(article), "contradicts",
                                                   std::string(field_row(Field::grade).name), article.awards[i].grade,
                                                   find_proof(article, Field::grade, article.awards[i].grade)});
                break;
            case GradeNews::archive:
                archive = true;
                break;
            case GradeNews::undated:
                undated = true;
                break;
            case GradeNews::repeated:
                break;
        }
    }
    if (archive && !told && before == nullptr) found_.archive_added.add(describe_story(article));
    if (!graded) add_outcome(article, before);
    if (told || (!graded && !is_old(article))) add_findings(article, before);
    add_doubts(article, undated);
}

void StoryNews::add_grade(const Article& article, const Award& award, const GivenGrade& given) {
    Candidate candidate{given, {}};
    GradeEntry& entry = candidate.entry;
    entry.story = describe_story(article);
    entry.provider = label_in(article, Field::provider, award.provider);
    entry.grade = award.grade;
    entry.inspected = article.inspected;
    for (const Judgement& judgement : award.judgements) {
        entry.judgements.push_back(judgement.area + ':' + judgement.grade);
        entry.judgement_labels.push_back(label_in(article, Field::judgement, entry.judgements.back()));
    }
    const GivenGrade* known = known_.find_before(given);
    entry.previous = award.previous;
    entry.change = award.change;
    entry.previous_from_text = !award.previous.empty() && !article.has_computed(award.previous);
    if (award.previous.empty() && known != nullptr && !known->grade.empty()) {
        entry.previous = known->grade;
        entry.change = grade_change(known->grade, award.grade);
    }
    if (award.grade.empty() && !entry.judgements.empty())
        entry.proof = find_proof(article, Field::judgement, entry.judgements.front());
    else
        entry.proof = find_grade_proof(article, award.grade, entry.provider);
    const auto [place, fresh] = grades_.try_emplace({given.provider, given.scale}, candidate);
    if (!fresh && is_better(given, place->second.given)) place->second = std::move(candidate);
}

void StoryNews::add_outcome(const Article& article, const Article* before) {
    OutcomeEntry entry;
    entry.actions = article.slugs(Field::action);
    if (before != nullptr)
        for (const std::string& action : before->slugs(Field::action)) std::erase(entry.actions, action);
    if (entry.actions.empty()) return;
    entry.story = describe_story(article);
    entry.proof = find_proof(article, Field::action, entry.actions.front());
    if (find_day(article).empty())
        found_.check_before_print.add(
            {entry.story, "undated", std::string(field_row(Field::action).name), entry.actions.front(), entry.proof});
    else if (is_old(article))
        found_.archive_added.add(entry.story);
    else
        found_.outcomes.add(std::move(entry));
}

bool StoryNews::is_old(const Article& article) const {
    const std::string day = find_day(article);
    bool old = is_years_before(1, day, known_.newest_day());
    for (const std::string& provider : article.slugs(Field::provider))
        old = old || day < known_.newest_day_of(value_id(provider));
    return old;
}

// Other rules may find other things in a text that was told before: that is no news.
void StoryNews::add_findings(const Article& article, const Article* before) {
    if (before != nullptr && before->text == article.text) return;
    std::set<std::string> known;
    if (before != nullptr)
        for (const Finding& finding : before->findings) known.insert(finding_text(finding, before->text));
    for (std::size_t i = 0; i < article.findings.size(); ++i) {
        const Finding& finding = article.findings[i];
        if (finding.form != FindingForm::priority_action && finding.repeats.empty()) continue;
        std::string text = finding_text(finding, article.text);
        if (known.contains(text)) continue;
        std::string id = make_finding_id(article.id, i + 1, text);
        found_.findings.add({describe_story(article), std::move(id), std::string(form_name(finding.form)),
                             finding.heading, std::move(text), finding.page, finding.repeats});
    }
}

void StoryNews::add_doubts(const Article& article, bool undated_grade) {
    const std::string grade(field_row(Field::grade).name);
    for (const Award& award : article.awards)
        if (award.inferred)
            found_.check_before_print.add({describe_story(article), "inferred", grade, award.grade,
                                           find_proof(article, Field::grade, award.grade)});
    if (undated_grade) {
        const std::vector<std::string> grades = article.slugs(Field::grade);
        const std::string slug = grades.empty() ? std::string() : grades.front();
        found_.check_before_print.add(
            {describe_story(article), "undated", grade, slug, find_proof(article, Field::grade, slug)});
    }
    for (const Field facet : kPrintedFacets)
        for (const std::string& slug : article.slugs(facet)) {
            const FacetValue* best = nullptr;
            for (const FacetValue& value : article.values)
                if (value.facet() == facet && value.slug() == slug &&
                    (best == nullptr || value.evidence().confidence > best->evidence().confidence))
                    best = &value;
            if (best != nullptr && best->evidence().confidence < kSure)
                found_.check_before_print.add({describe_story(article), "unsure", std::string(field_row(facet).name),
                                               slug, make_proof(best->evidence())});
        }
}

void StoryNews::move_to(Digest& digest) {
    std::vector<Candidate*> ordered;
    for (auto& [key, candidate] : grades_) ordered.push_back(&candidate);
    // Falls first, then newest: what a newsroom rings people about.
    std::sort(ordered.begin(), ordered.end(), [](const Candidate* a, const Candidate* b) {
        const bool a_fell = a->entry.change == "declined";
        const bool b_fell = b->entry.change == "declined";
        return std::tie(b_fell, b->given.day, a->entry.provider) < std::tie(a_fell, a->given.day, b->entry.provider);
    });
    for (Candidate* candidate : ordered) digest.new_grades.add(std::move(candidate->entry));
    digest.outcomes = std::move(found_.outcomes);
    digest.findings = std::move(found_.findings);
    digest.check_before_print = std::move(found_.check_before_print);
    digest.archive_added = std::move(found_.archive_added);
}

}  // namespace findings
