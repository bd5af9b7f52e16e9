#include "searcher/index/read_hits.hpp"

#include <algorithm>

#include "common/base/error.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/finding_values.hpp"
#include "common/index/terms.hpp"
#include "searcher/index/withdrawn.hpp"

namespace findings {
namespace {

// Articles kept: the best findings of a query come from as many reports as there are findings on a page.
constexpr std::size_t kKept = 16;

[[noreturn]] void throw_damaged_finding() {
    throw Error(Status::unavailable, "a stored finding is damaged", "run `findings-index verify`");
}

}  // namespace

Hit HitReader::read(Xapian::docid id) {
    if (index_.unit == SearchedUnit::findings) return read_finding(id);
    Hit hit;
    // What the matcher found is there: asking again costs a lookup.
    hit.article = decode_record(index_.database.get_document(id, Xapian::DOC_ASSUME_VALID).get_data(), part_);
    return hit;
}

Hit HitReader::read_finding(Xapian::docid id) {
    // Xapian deals the documents of several databases out in turn.
    const std::size_t several = index_.generations.size();
    const std::size_t generation = (id - 1) % several;
    const auto local = static_cast<Xapian::docid>((id - 1) / several + 1);
    const FindingPlace place = unpack_finding_place(
        index_.generations[generation].database.get_document(local, Xapian::DOC_ASSUME_VALID).get_value(kSlotStory));
    if (place.story == 0) throw_damaged_finding();
    const Source& from = source({generation, place.story});
    if (place.number > from.findings.size()) throw_damaged_finding();
    Hit hit;
    const Finding& finding = from.findings[place.number - 1];
    hit.article = from.article;
    take_finding_values(hit.article, finding);
    std::string text = finding_text(finding, from.text);
    std::string name = make_finding_id(from.article.id, place.number, text);
    hit.finding = FoundFinding{std::move(name), std::move(text), finding, {}};
    for (const RepeatedFinding& repeat : finding.repeats)
        hit.finding->repeated_articles.push_back(article_of(repeat.id));
    hit.page = finding.page;
    return hit;
}

RepeatedArticle HitReader::article_of(const std::string& finding_id) const {
    const auto name = split_finding_id(finding_id);
    const std::string term = exact_term(Field::id, name ? name->article : finding_id);
    const auto posting = index_.stories.postlist_begin(term);
    if (posting == index_.stories.postlist_end(term)) return {};
    Article article = decode_record(index_.stories.get_document(*posting).get_data(), RecordPart::head);
    return {std::move(article.title), article.date()};
}

const HitReader::Source& HitReader::source(const SourceKey& key) {
    const auto [place, fresh] = sources_.try_emplace(key);
    Source& source = place->second;
    source.used = ++asked_;
    if (!fresh) return source;
    Article article = decode_record(
        index_.generations[key.first].stories.get_document(key.second, Xapian::DOC_ASSUME_VALID).get_data());
    source.text = std::move(article.text);
    source.findings = std::move(article.findings);
    hide_withdrawn_repeats(index_, source.findings);
    article.text = {};
    article.dropped = {};
    article.findings = {};
    article.remarks = {};
    source.article = std::move(article);
    if (sources_.size() > kKept)
        sources_.erase(std::min_element(sources_.begin(), sources_.end(),
                                        [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
    return source;
}

}  // namespace findings
