#include "indexer/facets/kind/find_kind.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/ascii.hpp"
#include "indexer/facets/evidence/evidence.hpp"

namespace findings {
namespace {

constexpr std::size_t kHeadBytes = 2500;
constexpr std::size_t kLetterBytes = 5000;
constexpr std::size_t kLineWords = 40;  ///< a longer block is running text
constexpr std::size_t kLineStart = 12;  ///< a template's words stand this early in their line

bool begins_a_block(const Reading& reading, const PhraseMatch& match) {
    const std::size_t byte = reading.body.words[match.first].begin;
    const BodyBlock* block = reading.article.block_at(byte);
    return block != nullptr && reading.body.word_at(block->span.begin) == match.first;
}

/// "His Majesty's Inspector said: …": a person who is quoted, and no line of a template.
bool speaks(const Passage& passage, const PhraseMatch& match) {
    constexpr std::array<std::string_view, 12> kSpeaking{"said",      "says",      "told",   "tells",
                                                         "added",     "adds",      "wrote",  "writes",
                                                         "explained", "concluded", "warned", "praised"};
    const std::size_t behind = match.first + match.count;
    return behind < passage.words.size() && is_one_of(kSpeaking, passage.folded(behind));
}

FoundKind found(const Reading& reading, std::string_view slug, std::size_t byte, const Rule& rule) {
    return {std::string(slug), make_evidence(reading.article, byte, rule)};
}

FoundKind found_by_form(const Reading& reading, std::string_view slug) {
    const Rule rule{"form-of-article", "kind", 0.6};
    if (!reading.article.title.empty()) return {std::string(slug), make_title_evidence(reading.article, rule)};
    return found(reading, slug, 0, rule);
}

/// "Dear …" at the start of a line of the first page.
std::optional<FoundKind> find_letter(const Reading& reading) {
    for (const BodyBlock& block : reading.article.blocks) {
        if (block.span.begin > kLetterBytes) break;
        const std::size_t first = reading.body.word_at(block.span.begin);
        if (first < reading.body.words.size() && reading.body.words_text(first, first + 1) == "Dear")
            return found(reading, "letter", block.span.begin, {"salutation", "kind", 0.97});
    }
    return std::nullopt;
}

std::optional<FoundKind> find_by_signs(const Reading& reading) {
    const bool is_printed = is_document(reading.article.type);
    const bool may_be_news = reading.article.type != ContentType::pdf && reading.article.type != ContentType::image;
    std::size_t news_signs = 0;
    const PhraseMatch* news = nullptr;
    for (const PhraseMatch& match : reading.body.matches) {
        if (!has_role(match, Role::kind)) continue;
        const std::string_view slug = vocabulary_of(match)->value;
        const std::size_t byte = reading.body.words[match.first].begin;
        const bool at_start = begins_a_block(reading, match);
        if (slug == "press-release" && (byte < 600 || at_start))
            return found(reading, slug, byte, {"press-release-line", "kind", 0.9});
        if (slug == "report" && byte < kHeadBytes && (is_printed || (at_start && !speaks(reading.body, match))))
            return found(reading, slug, byte, {"report-template", "kind", 0.95});
        if (slug == "news" && news_signs++ == 0) news = &match;
    }
    if (news != nullptr && may_be_news)
        return found(reading, "news", reading.body.words[news->first].begin, {"reporting-words", "kind", 0.85});
    return std::nullopt;
}

bool has_date_of_publication(const CleanArticle& article) {
    if (article.declared.contains("published")) return true;
    return std::any_of(article.metadata.begin(), article.metadata.end(), [](const auto& pair) {
        return pair.first == "jsonld:datePublished" || pair.first == "article:published_time";
    });
}

std::optional<FoundKind> find_title_sign(const Reading& reading) {
    for (const PhraseMatch& match : reading.title.matches) {
        if (!has_role(match, Role::kind)) continue;
        const std::string_view slug = vocabulary_of(match)->value;
        if (slug == "overview" || slug == "press-release" || (slug == "report" && is_document(reading.article.type)))
            return FoundKind{std::string(slug), make_title_evidence(reading.article, {"title-sign", "kind", 0.85})};
    }
    const std::string& title = reading.article.title;
    if (title.ends_with(" inspection report") || title.starts_with("Inspection of ") ||
        title.starts_with("An inspection of "))
        return FoundKind{"report", make_title_evidence(reading.article, {"title-sign", "kind", 0.8})};
    // A document that calls itself an inspection in its title is the inspection's report.
    if (is_document(reading.article.type))
        for (const PhraseMatch& match : reading.title.matches)
            if (has_role(match, Role::inspect) && vocabulary_of(match)->value == "weak")
                return FoundKind{"report", make_title_evidence(reading.article, {"title-sign", "kind", 0.8})};
    return std::nullopt;
}

/// Whether the visit named at a match is another one: "a previous monitoring visit", "since the focused
/// visit".
bool is_another_visit(const Passage& passage, const PhraseMatch& match) {
    const std::size_t first = match.first > 4 ? match.first - 4 : 0;
    const auto [begin, end] = passage.matches_in(first, match.first);
    for (std::size_t i = begin; i < end; ++i)
        // "Following a monitoring inspection": the visit is what lies behind the word.
        if (has_role(passage.matches[i], Role::not_now) && vocabulary_of(passage.matches[i])->value != "event")
            return true;
    return false;
}

std::string_view visit_slug(std::string_view value) { return value == "area" ? "full" : value; }

std::optional<FoundKind> visit_of_document(const Reading& reading) {
    for (const PhraseMatch& match : reading.title.matches)
        if (has_role(match, Role::visit))
            return FoundKind{std::string(visit_slug(vocabulary_of(match)->value)),
                             make_title_evidence(reading.article, {"visit-title", "visit", 0.97})};
    for (const PhraseMatch& match : reading.body.matches) {
        const std::size_t byte = reading.body.words[match.first].begin;
        if (byte > kLetterBytes) break;
        if (!has_role(match, Role::visit) || is_another_visit(reading.body, match)) continue;
        const BodyBlock* block = reading.article.block_at(byte);
        if (block == nullptr) continue;
        const std::size_t first = reading.body.word_at(block->span.begin);
        const std::size_t last = reading.body.word_at(block->span.end);
        if (match.first - first > kLineStart || last - first > kLineWords * 2) continue;
        return found(reading, visit_slug(vocabulary_of(match)->value), byte, {"visit-line", "visit", 0.95});
    }
    return std::nullopt;
}

/// News: the lead names the visit, or a later sentence speaks of "the … visit" as the one reported.
std::optional<FoundKind> visit_of_story(const Reading& reading) {
    for (const PhraseMatch& match : reading.title.matches)
        if (has_role(match, Role::visit) && !is_another_visit(reading.title, match))
            return FoundKind{std::string(visit_slug(vocabulary_of(match)->value)),
                             make_title_evidence(reading.article, {"visit-title", "visit", 0.9})};
    const Passage& body = reading.body;
    const PhraseMatch* rating = nullptr;
    for (const PhraseMatch& match : body.matches) {
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr) continue;
        const std::size_t sentence = reading.prose_rank(body.words[match.first].begin);
        if (phrase->role == Role::visit && phrase->value != "full" && !is_another_visit(body, match)) {
            const std::string before = match.first > 0 ? body.folded(match.first - 1) : std::string();
            const bool definite = before == "the" || before == "this" || before == "subsequent" || before == "latest";
            // A graded inspection in the lead is what the story is about, whatever visits came before it.
            if (sentence < 2 || (rating == nullptr && (sentence < 4 || definite)))
                return found(reading, visit_slug(phrase->value), body.words[match.first].begin,
                             {"visit-in-story", "visit", 0.85});
        }
        if (rating == nullptr && phrase->role == Role::finding && phrase->value == "rated" && sentence < 3)
            rating = &match;
    }
    // No word of another kind of visit: an inspection that is reported on is a full one.
    const PhraseMatch* inspection = rating;
    for (const PhraseMatch& match : body.matches)
        if (inspection == nullptr && has_role(match, Role::inspect) && vocabulary_of(match)->value == "strong" &&
            reading.prose_rank(body.words[match.first].begin) < 4)
            inspection = &match;
    if (inspection == nullptr) return std::nullopt;
    return found(reading, "full", body.words[inspection->first].begin, {"inspection-in-story", "visit", 0.7});
}

}  // namespace

FoundKind find_kind(const Reading& reading) {
    if (auto letter = find_letter(reading)) return *letter;
    if (auto sign = find_title_sign(reading)) return *sign;
    if (auto sign = find_by_signs(reading)) return *sign;
    const ContentType type = reading.article.type;
    const bool is_page = type == ContentType::html || type == ContentType::mail || is_record(type);
    return found_by_form(reading, is_page || has_date_of_publication(reading.article) ? "news" : "other");
}

std::optional<FoundKind> find_visit(const Reading& reading, const FoundKind& kind) {
    if (kind.slug == "news" || kind.slug == "press-release" || kind.slug == "overview") return visit_of_story(reading);
    if (auto visit = visit_of_document(reading)) return visit;
    if (kind.slug != "report") return std::nullopt;
    FoundKind full{"full", kind.evidence};
    full.evidence.rule = "report-of-inspection";
    full.evidence.role = "visit";
    full.evidence.confidence = 0.8;
    return full;
}

}  // namespace findings
