#include "indexer/generation/finding_segment.hpp"

#include <map>

#include "common/index/facet_pack.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/finding_values.hpp"
#include "common/index/position_pack.hpp"
#include "common/index/schema.hpp"
#include "common/index/terms.hpp"
#include "indexer/generation/make_folder.hpp"
#include "indexer/generation/story_fields.hpp"
#include "indexer/xapian_glass/write_version.hpp"

namespace findings {
namespace {

// Bytes from which values go on in another chunk, which is deflated: findings of one story say nearly the same, and
// three times Xapian's own size takes less room. Such a chunk and one value more are short enough to be deflated.
constexpr std::size_t kValueChunk = 6500;
static_assert(kValueChunk < glass::kLongestDeflated);

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

// A finding without themes of its own.
Finding without_themes(const Finding& finding) {
    Finding bare;
    bare.pieces = {{0, 0}};
    bare.other_body = finding.other_body;
    return bare;
}

// As take_finding_values() does, but for awards: --latest asks of which inspection the article is, whomever the finding
// is for.
void take_values(Article& values, const Finding& finding) {
    std::vector<Award> awards = values.awards;
    take_finding_values(values, finding);
    values.awards = std::move(awards);
}

std::string themes_key(const Finding& finding) {
    std::string key(1, static_cast<char>(finding.direction));
    for (const std::string& theme : finding.themes) key += theme + '\n';
    return key;
}

}  // namespace

FindingSegment::FindingSegment(const std::filesystem::path& folder, Analyzer& analyzer)
    : folder_(make_folder(folder)),
      analyzer_(analyzer),
      index_(kValueChunk),
      docdata_(folder_ / "docdata.glass"),
      stems_(index_, analyzer) {}

void FindingSegment::add(const Article& article, std::uint32_t story, const StoryTokens& tokens) {
    if (article.findings.empty()) return;
    start_story(article, tokens);
    std::size_t number = 0;
    for (const Finding& finding : article.findings) {
        Shared& shared = shared_by(finding);
        const std::string text = finding_text(finding, article.text);
        index_.begin_document();
        FindingPlace place{story, ++number, hash_finding_text(text)};
        if (find_words_in_story(finding, article.text, tokens, words_)) {
            for (const std::size_t token : words_.tokens) add_word(tokens.tokens[token].term);
            place.ranges = words_.ranges;
        } else {
            add_own_words(text);
        }
        add_terms(finding, shared);
        add_slots(finding, shared);
        index_.add_value(kSlotStory, pack_finding_place(place));
        index_.end_document();
    }
}

void FindingSegment::start_story(const Article& article, const StoryTokens& tokens) {
    story_ = copy_shared(article);
    shared_ = {};
    title_.clear();
    const std::string prefix(field_row(Field::title).prefix);
    for (std::size_t i = 0; i < tokens.title_words; ++i) {
        title_.push_back(term(prefix + tokens.tokens[i].term));
        title_.push_back(term(std::string(kStemPrefix) + prefix + analyzer_.stem(tokens.tokens[i].term)));
    }
}

FindingSegment::Shared& FindingSegment::shared_by(const Finding& finding) {
    std::optional<Shared>& place = shared_[finding.other_body ? 1 : 0];
    if (place) return *place;
    Shared& shared = place.emplace();
    shared.values = story_;
    take_values(shared.values, without_themes(finding));
    for (const std::string& text : make_filter_terms(shared.values)) shared.terms.push_back(term(text));
    shared.slots = make_slot_values(shared.values);
    // Facets depend on the finding's themes; only stories are compared from one generation to the next.
    std::erase_if(shared.slots,
                  [](const auto& value) { return value.first == kSlotFacets || value.first == kSlotFingerprint; });
    return shared;
}

FindingSegment::TermId FindingSegment::term(std::string_view text) { return index_.intern(text, hash_word(text)); }

void FindingSegment::add_word(std::string_view word) {
    const TermId id = term(word);
    index_.add(id, 1);
    index_.add(stems_.stem_of(id), 1);
}

void FindingSegment::add_own_words(std::string_view text) {
    std::vector<Token> tokens;
    analyzer_.tokenize(text, tokens);
    std::map<std::string_view, WordPlaces> words;
    for (const Token& token : tokens) {
        add_word(token.term);
        WordPlaces& word = words[token.term];
        word.hash = hash_word(token.term);
        word.places.push_back(token.position);
    }
    if (words.empty()) return;
    std::vector<WordPlaces> places;
    places.reserve(words.size());
    for (auto& [name, word] : words) places.push_back(std::move(word));
    index_.add_value(kSlotPositions, pack_positions(places, 0));
}

void FindingSegment::add_terms(const Finding& finding, const Shared& shared) {
    for (const TermId id : title_) index_.add(id, 1);
    for (const TermId id : shared.terms) index_.add(id, 0);
    const auto add = [&](Field field, std::string_view slug) { index_.add(term(facet_term(field, slug)), 0); };
    for (const std::string& theme : finding.themes) {
        add(Field::theme, theme);
        if (finding.direction != FindingDirection::weakness) add(Field::strength, theme);
        if (finding.direction != FindingDirection::strength) add(Field::weakness, theme);
    }
    add(Field::form, form_name(finding.form));
    add(Field::direction, direction_name(finding.direction));
    add(Field::repeated, finding.repeats.empty() ? "no" : "yes");
    add(Field::addressee, finding.other_body ? "other" : "provider");
    for (const RepeatedFinding& repeat : finding.repeats) index_.add(term(repeats_term(repeat.id)), 0);
}

void FindingSegment::add_slots(const Finding& finding, Shared& shared) {
    for (const auto& [slot, value] : shared.slots) index_.add_value(slot, value);
    const auto [packed, fresh] = shared.packed.try_emplace(themes_key(finding));
    if (fresh) {
        Article values = shared.values;
        take_values(values, finding);
        packed->second = pack_facets(values);
    }
    index_.add_value(kSlotFacets, packed->second);
}

void FindingSegment::finish() {
    glass::TableWriter postlist(folder_ / "postlist.glass");
    index_.write(postlist);
    const glass::TableRoot root = postlist.finish();
    glass::write_version(folder_, index_.counts(), root, docdata_.finish());
}

}  // namespace findings
