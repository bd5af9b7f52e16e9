#include "indexer/generation/indexed_document.hpp"

#include "common/index/finding_place.hpp"
#include "common/index/finding_values.hpp"
#include "common/index/schema.hpp"
#include "common/index/terms.hpp"
#include "indexer/generation/story_fields.hpp"

namespace findings {
namespace {

// What every finding takes from its article: neither texts nor quotes, which would be copied for each of them.
Article copy_shared(const Article& article) {
    Article shared;
    shared.id = article.id;
    shared.source = article.source;
    shared.url = article.url;
    shared.publisher = article.publisher;
    shared.published = article.published;
    shared.inspected = article.inspected;
    shared.awards = article.awards;
    shared.copies = article.copies;
    for (const FacetValue& value : article.values)
        shared.values.emplace_back(value.facet(), value.slug(), value.label(),
                                   Evidence{value.evidence().where, {}, value.evidence().rule});
    return shared;
}

}  // namespace

IndexedDocument make_story_document(const Article& article) {
    return {article.title,
            true,
            article.text,
            article.dropped,
            make_filter_terms(article),
            make_slot_values(article),
            encode_parts(article)};
}

FindingDocuments::FindingDocuments(const Article& article, std::uint32_t story)
    : article_(article), story_(story), shared_(copy_shared(article)) {}

IndexedDocument FindingDocuments::make(std::size_t index) {
    const Finding& finding = article_.findings[index];
    Article current = shared_;
    take_finding_values(current, finding);
    // --latest asks of which inspection the article is, whomever the finding is for.
    current.awards = shared_.awards;
    text_ = finding_text(finding, article_.text);
    IndexedDocument document{
        article_.title, false, text_, {}, make_filter_terms(current), make_slot_values(current), {}};
    // Only stories are compared from one generation to the next.
    std::erase_if(document.values, [](const auto& value) { return value.first == kSlotFingerprint; });
    document.filter_terms.push_back(exact_term(Field::id, make_finding_id(article_.id, index + 1, text_)));
    const auto add_term = [&](Field field, std::string_view slug) {
        document.filter_terms.push_back(facet_term(field, slug));
    };
    add_term(Field::form, form_name(finding.form));
    add_term(Field::direction, direction_name(finding.direction));
    add_term(Field::repeated, finding.repeats.empty() ? "no" : "yes");
    add_term(Field::addressee, finding.other_body ? "other" : "provider");
    for (const RepeatedFinding& repeat : finding.repeats) document.filter_terms.push_back(repeats_term(repeat.id));
    document.values.emplace_back(kSlotStory, pack_finding_place({story_, index + 1}));
    return document;
}

}  // namespace findings
