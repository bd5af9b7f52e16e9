#include "indexer/digest/make_digest.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "indexer/digest/story_news.hpp"

namespace findings {
namespace {

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& some) {
    std::vector<std::string> rest;
    for (const std::string& one : all)
        if (std::find(some.begin(), some.end(), one) == some.end()) rest.push_back(one);
    return rest;
}

std::string find_rule(const Article& article, Field facet, const std::vector<std::string>& slugs) {
    for (const FacetValue& value : article.values)
        if (value.facet() == facet && std::find(slugs.begin(), slugs.end(), value.slug()) != slugs.end())
            return value.evidence().rule;
    return {};
}

std::string describe_award(const Award& award) {
    std::string text = award.provider + ' ' + (award.grade.empty() ? "no grade" : award.grade);
    if (!award.previous.empty()) text += ", was " + award.previous;
    if (award.inferred) text += ", inferred";
    return text;
}

std::vector<std::string> describe_awards(const Article& article) {
    std::vector<std::string> texts;
    for (const Award& award : article.awards) texts.push_back(describe_award(award));
    return texts;
}

bool matters_in_print(const ValueChange& change) {
    return change.facet == field_row(Field::grade).name || change.facet == field_row(Field::provider).name ||
           change.facet == "award";
}

void add_value_changes(const DigestSide& before, const DigestSide& after, const StoryChanges& changes, Digest& digest) {
    Section<RevaluedEntry> others;
    for (const StoryPair& pair : changes.revalued) {
        const Article article = after.generation.read(pair.after, RecordPart::head);
        RevaluedEntry entry{{}, compare_values(before.generation.read(pair.before, RecordPart::head), article)};
        if (entry.changes.empty()) continue;
        const bool first = std::any_of(entry.changes.begin(), entry.changes.end(), matters_in_print);
        entry.story = describe_story(article);
        (first ? digest.values_changed : others).add(std::move(entry));
    }
    for (RevaluedEntry& entry : others.rows) digest.values_changed.add(std::move(entry));
    digest.values_changed.count += others.count - others.rows.size();
}

void add_losses(const DigestSide& before, const DigestSide& after, const StoryChanges& changes, Digest& digest) {
    std::map<std::string, const Rejection*> rejected;
    for (const Rejection& rejection : after.rejected) rejected.emplace(rejection.source, &rejection);
    for (const std::uint32_t document : changes.gone) {
        const DigestStory story = describe_story(before.generation.read(document, RecordPart::head));
        if (const auto why = rejected.find(story.source); why != rejected.end())
            digest.fell_out.add({story, std::string(rejection_row(why->second->reason).name), why->second->hint});
        else
            digest.stories_gone.add(story);
    }
}

void add_rejections(const DigestSide& before, const DigestSide& after, Digest& digest) {
    std::set<std::tuple<std::string, std::size_t, RejectionReason>> known;
    for (const Rejection& rejection : before.rejected)
        known.emplace(rejection.source, rejection.line, rejection.reason);
    for (const Rejection& rejection : after.rejected)
        if (known.contains({rejection.source, rejection.line, rejection.reason}))
            ++digest.still_rejected;
        else
            digest.rejected.add(rejection);
}

}  // namespace

std::vector<ValueChange> compare_values(const Article& before, const Article& after) {
    std::vector<ValueChange> changes;
    for (const Field facet : kFacets) {
        const std::vector<std::string> old_slugs = before.slugs(facet);
        const std::vector<std::string> new_slugs = after.slugs(facet);
        ValueChange change{
            std::string(field_row(facet).name), without(old_slugs, new_slugs), without(new_slugs, old_slugs), {}};
        change.rule = find_rule(after, facet, change.after);
        if (!change.before.empty() || !change.after.empty()) changes.push_back(std::move(change));
    }
    const std::vector<std::string> old_awards = describe_awards(before);
    const std::vector<std::string> new_awards = describe_awards(after);
    ValueChange awards{"award", without(old_awards, new_awards), without(new_awards, old_awards), {}};
    if (!awards.before.empty() || !awards.after.empty()) changes.push_back(std::move(awards));
    const auto add_text = [&](Field field, const std::string& old_text, const std::string& new_text) {
        const auto list = [](const std::string& text) {
            return text.empty() ? std::vector<std::string>() : std::vector<std::string>{text};
        };
        if (old_text != new_text)
            changes.push_back({std::string(field_row(field).name), list(old_text), list(new_text), {}});
    };
    add_text(Field::published, before.published, after.published);
    add_text(Field::inspected, before.inspected, after.inspected);
    add_text(Field::publisher, before.publisher, after.publisher);
    return changes;
}

Digest make_first_digest(const OpenedGeneration& generation) {
    Digest digest;
    digest.to = generation.name();
    digest.to_built_at = generation.built_at();
    digest.stories = generation.story_count();
    return digest;
}

Digest make_digest(const DigestSide& before, const DigestSide& after, const StoryChanges& changes) {
    Digest digest = make_first_digest(after.generation);
    digest.from = before.generation.name();
    digest.from_built_at = before.generation.built_at();
    digest.new_stories = changes.added.size();
    digest.moved_stories = changes.moved.size();
    const KnownGrades known = before.generation.list_grades();
    StoryNews news(known);
    for (const std::uint32_t document : changes.added) news.add(after.generation.read(document), nullptr);
    for (const StoryPair& pair : changes.rewritten) {
        const Article article = after.generation.read(pair.after);
        const Article old = before.generation.read(pair.before);
        news.add(article, &old);
        digest.stories_changed.add(describe_story(article));
    }
    news.move_to(digest);
    add_value_changes(before, after, changes, digest);
    add_losses(before, after, changes, digest);
    add_rejections(before, after, digest);
    return digest;
}

}  // namespace findings
