#include "indexer/exports/exported_story.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/index/facet_pack.hpp"
#include "common/index/finding_values.hpp"
#include "common/index/public_article.hpp"
#include "common/index/schema.hpp"
#include "common/index/withdrawn_ids.hpp"
#include "common/text/ascii.hpp"
#include "common/text/code_points.hpp"
#include "common/text/slug.hpp"
#include "indexer/generation/story_tokens.hpp"

namespace findings {
namespace {

// Lucene refuses a keyword of more than 32,766 bytes, and the document with it.
constexpr std::size_t kMaxKeywordBytes = 8191;

void add(ExportValues& values, std::string_view field, const std::string& value) {
    if (value.empty()) return;
    std::vector<std::string>& list = values[std::string(field)];
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void add_keyword(ExportValues& values, std::string_view field, const std::string& value) {
    add(values, field, value.substr(0, bytes_within(value, kMaxKeywordBytes)));
}

// "20240305" -> "2024-03-05"; nothing for what is no day.
std::string print_day(const std::string& key) {
    if (key.size() != 8 || !std::all_of(key.begin(), key.end(), is_digit)) return {};
    const PartialDate date{std::stoi(key.substr(0, 4)), std::stoi(key.substr(4, 2)), std::stoi(key.substr(6, 2))};
    return is_valid_date(date) ? format_date(date) : std::string();
}

// The bytes that stand for "unknown" and "none" are no UTF-8: none is a field left out, which engines sort last.
std::string print_sort_key(const std::string& key) {
    if (key == "\xff") return {};
    if (key == "\xfe") return "~";
    std::string text = key;
    // A key is cut at a number of bytes.
    std::size_t begin = text.size();
    while (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) & 0xC0U) == 0x80U) --begin;
    if (begin > 0) {
        const auto lead = static_cast<unsigned char>(text[begin - 1]);
        const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC0U ? 2 : 1;
        if (begin - 1 + length > text.size()) text.resize(begin - 1);
    }
    return text;
}

void add_facets(ExportValues& values, const Article& article) {
    for (const Field facet : kFacets)
        for (const std::string& slug : article.slugs(facet)) add(values, field_row(facet).name, slug);
}

std::vector<Token> tokenize_line(Analyzer& analyzer, std::string_view text) {
    std::vector<Token> tokens;
    analyzer.tokenize(text, tokens);
    return tokens;
}

// Lucene wants positions and the beginnings of words ascending; a joined form comes behind the part it begins with.
void sort_words(std::vector<Token>& tokens) {
    std::stable_sort(tokens.begin(), tokens.end(), [](const Token& a, const Token& b) {
        return std::pair(a.position, a.joined) < std::pair(b.position, b.joined);
    });
}

// The words of `text` that stand in `shown` as well; positions stay, so that a phrase does not reach over a gap.
ExportWords make_words(const std::string& text, std::string shown, std::vector<Token> tokens) {
    std::erase_if(tokens, [&](const Token& token) {
        const std::size_t length = token.end - token.begin;
        return text.compare(token.begin, length, shown, token.begin, length) != 0;
    });
    sort_words(tokens);
    return {std::move(shown), std::move(tokens)};
}

// What all findings take from their article: no texts and quotes, which would be copied for each of them.
Article copy_values(const Article& article) {
    Article shared;
    for (const FacetValue& value : article.values)
        shared.values.emplace_back(value.facet(), value.slug(), value.label(),
                                   Evidence{value.evidence().where, {}, value.evidence().rule});
    return shared;
}

ExportedPart make_award(const Award& award, const std::string& change, bool of_area) {
    ExportedPart part;
    add(part.values, "provider", award.provider);
    add(part.values, "scale", award.scale);
    add(part.values, "grade", award.grade);
    add(part.values, "previous", award.previous);
    add(part.values, "change", change);
    if (!award.provider.empty() && !award.grade.empty())
        add(part.values, "provider_grade", award.provider + '/' + award.grade);
    if (!of_area)
        for (const Judgement& judgement : award.judgements)
            add(part.values, "judgement", judgement.area + ':' + judgement.grade);
    part.values["inferred"] = {award.inferred ? "true" : "false"};
    part.values["of_area"] = {of_area ? "true" : "false"};
    return part;
}

void add_names(ExportValues& values, const std::string& id, const std::string& source, const std::string& url,
               const std::string& publisher) {
    add_keyword(values, "ids", id);
    add_keyword(values, "sources", source);
    add_keyword(values, "urls", url);
    if (!publisher.empty()) add_keyword(values, "publishers", make_slug(publisher));
}

}  // namespace

StoryExporter::StoryExporter(std::string generation, std::vector<std::string> withdrawn)
    : generation_(std::move(generation)), withdrawn_(std::move(withdrawn)) {}

bool StoryExporter::is_withdrawn(const Article& article) const { return findings::is_withdrawn(withdrawn_, article); }

ExportedStory StoryExporter::make(const Xapian::Document& document, Article article) {
    drop_withdrawn_repeats(withdrawn_, article.findings);
    Article shown = article;
    hide_places(shown);
    ExportedStory story;
    story.id = article.id;
    story.text_public = is_text_public(article);
    add_values(document, shown, story);
    add_words(article, shown, story);
    const Article shared = copy_values(article);
    for (std::size_t i = 0; i < article.findings.size(); ++i)
        story.findings.push_back(make_finding(article, shown, shared, i));
    for (const Award& award : article.awards) story.awards.push_back(make_award(award, award.change, false));
    for (const std::string& change : list_area_changes(article))
        story.awards.push_back(make_award(article.awards.front(), change, true));
    return story;
}

void StoryExporter::add_values(const Xapian::Document& document, const Article& article, ExportedStory& story) const {
    ExportValues& values = story.values;
    add(values, "generation", generation_);
    add_keyword(values, "id", article.id);
    add_keyword(values, "source", article.source);
    add_keyword(values, "url", article.url);
    add_keyword(values, "publisher", article.publisher);
    add_names(values, article.id, article.source, article.url, article.publisher);
    for (const Copy& copy : article.copies) add_names(values, copy.id, copy.source, copy.url, copy.publisher);
    add(values, "title", article.title);
    if (story.text_public) add(values, "text", article.text);
    add(values, "licence", is_news(article) ? std::string() : kLicence);
    add(values, "attribution", is_news(article) ? article.publisher : std::string(kAttribution));
    values["text_public"] = {story.text_public ? "true" : "false"};
    for (const Field field : {Field::published, Field::inspected, Field::date})
        add(values, field_row(field).name, print_day(document.get_value(field_row(field).slot)));
    add(values, "by_inspected", print_day(document.get_value(kSlotByInspected)));
    add(values, "by_published", print_day(document.get_value(kSlotByPublished)));
    add(values, "sort_grade", print_sort_key(document.get_value(kSlotGrade)));
    add(values, "sort_provider", print_sort_key(document.get_value(kSlotProvider)));
    values["order"] = {std::to_string(document.get_docid())};
    add(values, "gone", document.get_value(kSlotGone));
    add_facets(values, article);
    for (const Award& award : article.awards) {
        if (award.inferred) continue;
        add(values, "was", award.previous);
        add(values, "change", award.change);
    }
    for (const Field field : {Field::was, Field::change})
        for (const std::string& slug : article.slugs(field)) add(values, field_row(field).name, slug);
    for (const FacetValue& remark : article.remarks)
        if (remark.facet() == Field::number) add_keyword(values, "number", remark.slug());
}

void StoryExporter::add_words(const Article& article, const Article& shown, ExportedStory& story) {
    StoryTokens cut;
    tokenize_story(article.title, article.text, analyzer_, cut);
    std::vector<Token>& tokens = cut.tokens;
    const auto text = tokens.begin() + static_cast<std::ptrdiff_t>(cut.title_words);
    story.words["title_words"] = make_words(article.title, shown.title, {tokens.begin(), text});
    for (auto token = text; token != tokens.end(); ++token) {
        token->begin += article.title.size() + 1;
        token->end += article.title.size() + 1;
    }
    story.words["words"] =
        make_words(article.title + '\n' + article.text, shown.title + '\n' + shown.text, std::move(tokens));
    story.words["dropped_words"] =
        make_words(article.dropped, shown.dropped, tokenize_line(analyzer_, article.dropped));
    for (const auto& [stems, words] : {std::pair("stems", "words"), std::pair("title_stems", "title_words"),
                                       std::pair("dropped_stems", "dropped_words")})
        story.words[stems] = make_stems(story.words.at(words));
}

ExportWords StoryExporter::make_stems(const ExportWords& words) {
    ExportWords stems = words;
    for (Token& token : stems.tokens) {
        const std::string& stem = analyzer_.stem(token.term);
        stems_.try_emplace(token.term, stem);
        token.term = stem;
    }
    return stems;
}

ExportedPart StoryExporter::make_finding(const Article& article, const Article& shown, const Article& shared,
                                         std::size_t index) {
    const Finding& finding = shown.findings[index];
    ExportedPart part;
    const std::string text = finding_text(finding, article.text);
    const std::string shown_text = finding_text(finding, shown.text);
    add(part.values, "id", make_finding_id(article.id, index + 1, text));
    add(part.values, "form", std::string(form_name(finding.form)));
    add(part.values, "direction", std::string(direction_name(finding.direction)));
    add(part.values, "repeated", finding.repeats.empty() ? "no" : "yes");
    add(part.values, "addressee", finding.other_body ? "other" : "provider");
    if (is_text_public(article)) add(part.values, "text", shown_text);
    add(part.values, "heading", finding.heading);
    add(part.values, "section", finding.section);
    add(part.values, "addressed_to", finding.addressee);
    add(part.values, "due", finding.due);
    add(part.values, "regulation", finding.regulation);
    add(part.values, "reference", finding.reference);
    add(part.values, "area", finding.area);
    if (finding.page > 0) add(part.values, "page", std::to_string(finding.page));
    add(part.values, "place", std::to_string(index + 1));
    for (const RepeatedFinding& repeat : finding.repeats) add_keyword(part.values, "repeats", repeat.id);
    Article current = shared;
    take_finding_values(current, finding);
    add_facets(part.values, current);
    part.words["words"] = make_words(text, shown_text, tokenize_line(analyzer_, text));
    part.words["stems"] = make_stems(part.words.at("words"));
    return part;
}

}  // namespace findings
