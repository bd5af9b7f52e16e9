#include <algorithm>
#include <map>

#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/provider/provider_parts.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

constexpr std::size_t kHeadBytes = 3500;
constexpr std::size_t kBodyHeadBytes = 2500;
constexpr std::size_t kLineWords = 14;
constexpr std::size_t kTitleWords = 8;
/// The text's own count says who is meant when the first page is silent: at least this share of all council
/// mentions.
constexpr double kCountWeight = 20;

struct Score {
    double points = 0;
    double best_step = -1;
    bool in_title = false;
    std::size_t word = 0;  ///< of the mention that told most
};

/// The block a byte of the body lies in, as words; an empty range when there is none.
NameSpan words_of_block(const Reading& reading, std::size_t byte) {
    for (const BodyBlock& block : reading.article.blocks)
        if (byte >= block.span.begin && byte < block.span.end)
            return {reading.body.word_at(block.span.begin), reading.body.word_at(block.span.end)};
    return {};
}

/// Type of the body a council report speaks of, from the phrases of title and first page; "" for none.
std::string_view subject_of(const Reading& reading) {
    const auto first_in = [](const Passage& passage, std::size_t limit) -> std::string_view {
        std::string_view council;
        for (const PhraseMatch& match : passage.matches) {
            if (passage.words[match.first].begin > limit) break;
            if (!has_role(match, Role::council_subject)) continue;
            // A partnership anywhere on the page outweighs the children's services that are part of it.
            if (vocabulary_of(match)->value == "area-partnership") return "area-partnership";
            council = "council-services";
        }
        return council;
    };
    const std::string_view title = first_in(reading.title, reading.title.text.size());
    return title.empty() ? first_in(reading.body, kBodyHeadBytes) : title;
}

void count(std::map<std::uint32_t, Score>& scores, const CouncilMention& mention, double step, bool in_title) {
    Score& score = scores[mention.council];
    score.points += step;
    if (step > score.best_step) {
        score.best_step = step;
        score.in_title = in_title;
        score.word = mention.first;
    }
}

/// The trust or company that the text says runs the council's services.
std::string deliverer_of(const Reading& reading, std::uint32_t council) {
    std::size_t named = 0;
    std::string label;
    for (const PhraseMatch& match : reading.body.matches)
        if (match.kind == PhraseKind::deliverer && match.value == council && ++named == 1) {
            const Span span = reading.body.span_of(match);
            label = std::string(reading.body.text.substr(span.begin, span.end - span.begin));
        }
    if (named < 2) return {};
    // As the gazetteer writes it, not as this text does.
    for (const std::string_view known : gazetteer().councils[council].deliverers)
        if (make_name_slug(known) == make_name_slug(label)) return std::string(known);
    return label;
}

/// A company that has a line of the first page to itself: who is registered for the service in CQC's reports.
std::string company_line(const Reading& reading) {
    std::size_t seen = 0;
    for (const BodyBlock& block : reading.article.blocks) {
        if (++seen > 6) break;
        const std::size_t first = reading.body.word_at(block.span.begin);
        const std::size_t last = reading.body.word_at(block.span.end);
        if (last - first < 2 || last - first > 8 || !reading.body.words[first].capital) continue;
        const std::string_view text = reading.body.words_text(first, last);
        std::string label = make_name_label(text);
        if (label.size() < text.size() && text.find(':') == std::string_view::npos) return label;
    }
    return {};
}

/// "Monitoring inspection of Tweedbank Road Academy": its title names a school, a home, a hospital, whatever the text
/// says of the council.
bool is_titled_by_a_body(const Reading& reading) {
    const auto names = find_body_names(reading.title, true);
    return std::any_of(names.begin(), names.end(), [](const BodyName& name) {
        return !name.needs_call && (name.type == "school" || name.type == "college" || name.type == "nursery" ||
                                    name.type == "hospital" || name.type == "care-home");
    });
}

/// The council of a title like "Inspection of Penmarrack local authority children's services" that no list knows, or of
/// a first page that names no other.
std::optional<FoundProvider> find_unlisted_council(const Reading& reading, std::string_view type) {
    const Passage& title = reading.title;
    if (!find_council_mentions(title, {}).empty()) return std::nullopt;
    std::size_t first = title.words.size();
    std::size_t last = first;
    for (const PhraseMatch& match : title.matches) {
        if (!has_role(match, Role::council_subject) && !has_role(match, Role::facility)) continue;
        last = match.first;
        while (last > 0 && (title.folded(last - 1) == "local" || title.folded(last - 1) == "authority" ||
                            title.folded(last - 1) == "council"))
            --last;
        first = last;
        while (first > 0 && title.words[first - 1].capital && !title.words[first].after_break) --first;
        if (first < last && first > 0 && (title.folded(first - 1) == "of" || title.folded(first - 1) == "to")) break;
        first = last = title.words.size();
    }
    const auto make_council = [&](const std::string& label, Evidence evidence) {
        return FoundProvider{.slug = make_name_slug(label),
                             .label = label,
                             .type = std::string(type),
                             .group = {},
                             .evidence = std::move(evidence),
                             .mentions = {}};
    };
    if (first < last)
        return make_council(make_name_label(title.words_text(first, last)),
                            make_title_evidence(reading.article, {"report-title", "provider", 0.8}));
    const Passage& body = reading.body;
    const std::size_t head = body.word_at(kBodyHeadBytes);
    for (const CouncilMention& mention : find_council_mentions(body, {}))
        if (mention.first < head && mention.dressed) return std::nullopt;
    for (const UnlistedCouncil& name : find_unlisted_councils(body))
        if (name.first < head)
            return make_council(
                make_name_label(body.words_text(name.first, name.last)),
                make_evidence(reading.article, body.words[name.first].begin, {"first-page", "provider", 0.7}));
    return std::nullopt;
}

/// "An inspection of youth justice services in Reading", as HMI Probation titles its reports: the service of that
/// place.
std::optional<FoundProvider> find_placed_service(const Reading& reading) {
    const Passage& title = reading.title;
    for (const PhraseMatch& match : title.matches) {
        const std::string text = fold_word(title.words_text(match.first, match.first + match.count));
        if (text != "youth justice services" && text != "youth offending services") continue;
        const std::size_t at = match.first + match.count;
        if (at + 1 >= title.words.size() || title.folded(at) != "in" || !title.words[at + 1].capital) continue;
        const NameSpan place = read_name(title, at + 1);
        const std::string label = std::string(title.words_text(place.first, place.last)) + " Youth Justice Service";
        return FoundProvider{.slug = make_name_slug(label),
                             .label = label,
                             .type = "youth-justice",
                             .group = {},
                             .evidence = make_title_evidence(reading.article, {"report-title", "provider", 0.9}),
                             .mentions = {}};
    }
    return std::nullopt;
}

}  // namespace

std::optional<FoundProvider> find_council_of_document(const Reading& reading, std::string_view day) {
    const std::string_view type = subject_of(reading);
    if (type.empty() || is_titled_by_a_body(reading)) return std::nullopt;
    if (auto unlisted = find_unlisted_council(reading, type)) return unlisted;
    std::map<std::uint32_t, Score> scores;
    for (const CouncilMention& mention : find_council_mentions(reading.title, day)) count(scores, mention, 30, true);
    const auto mentions = find_council_mentions(reading.body, day);
    for (const CouncilMention& mention : mentions) {
        const std::size_t byte = reading.body.words[mention.first].begin;
        const double frequency = kCountWeight / static_cast<double>(mentions.size());
        double step = frequency;
        if (byte < kHeadBytes) {
            const NameSpan block = words_of_block(reading, byte);
            const std::size_t length = block.last - block.first;
            // The name as a line, or opening one ("Slough Borough Council", "Inspection of Medway local
            // authority …").
            if (length > 0 && length <= kLineWords && mention.first <= block.first + 3)
                step += 12;
            else if (mention.dressed)
                step += 3;
        }
        count(scores, mention, step, false);
    }
    const auto best = std::max_element(scores.begin(), scores.end(),
                                       [](const auto& a, const auto& b) { return a.second.points < b.second.points; });
    if (best == scores.end()) return std::nullopt;
    const Council& council = gazetteer().councils[best->first];
    const double total = best->second.points;
    const Rule rule{best->second.in_title ? "report-title" : "first-page", "provider", total > 15 ? 0.98 : 0.8};
    FoundProvider provider{
        .slug = council.slug,
        .label = council.label,
        .type = std::string(type),
        .group = type == "council-services" ? deliverer_of(reading, best->first) : std::string(),
        .evidence = best->second.in_title
                        ? make_title_evidence(reading.article, rule)
                        : make_evidence(reading.article, reading.body.words[best->second.word].begin, rule),
        .mentions = {}};
    return provider;
}

namespace {

/// "Inspection of Abberley Parochial VC" on the line before "Primary School": the name begins behind "of".
std::size_t start_over_line(const Passage& body, std::size_t first) {
    if (first < 2 || !body.words[first].after_break) return first;
    const std::string_view between =
        body.text.substr(body.words[first - 1].end, body.words[first].begin - body.words[first - 1].end);
    if (between.find('\n') == std::string_view::npos || between.find_first_not_of(" \n") != std::string_view::npos)
        return first;
    std::size_t start = first;
    while (start > 0 && first - start < 6 && body.words[start - 1].capital &&
           (start == first || !body.words[start].after_break))
        --start;
    const bool behind =
        start < first && start > 1 && body.folded(start - 1) == "of" && body.folded(start - 2) == "inspection";
    return behind ? start : first;
}

}  // namespace

std::optional<FoundProvider> find_body_of_document(const Reading& reading) {
    if (auto service = find_placed_service(reading)) return service;
    const Passage& body = reading.body;
    const std::size_t head = body.word_at(kBodyHeadBytes);
    std::string called = find_called_type(reading.title, 0, reading.title.words.size());
    if (called.empty()) called = find_called_type(body, 0, head);
    if (called.empty()) called = find_type_stood_for(reading);
    std::string owner = find_owner(body, 0, head);
    if (owner.empty()) owner = company_line(reading);

    // A URN as the name, or words that say the name is withheld.
    bool withheld = false;
    for (const PhraseMatch& match : body.matches)
        if (match.first < head && has_role(match, Role::withheld)) withheld = true;
    const auto is_number = [](std::string_view text) {
        return text.size() > 4 && text.size() < 12 &&
               text.find_first_not_of("SC0123456789EY ") == std::string_view::npos;
    };
    if (called == "childrens-home" && !owner.empty() && (withheld || is_number(reading.title.text))) {
        // The first page's number or the template's heading is no name.
        for (const PhraseMatch& match : body.matches)
            if (has_role(match, Role::owner)) {
                FoundProvider home =
                    make_unnamed_home(owner, make_evidence(reading.article, body.words[match.first].begin,
                                                           {"registered-provider-line", "provider", 0.9}));
                return home;
            }
    }

    struct Choice {
        const Passage* passage;
        BodyName name;
    };
    std::optional<Choice> chosen;
    for (const BodyName& name : find_body_names(reading.title, true))
        if (!chosen) chosen = Choice{&reading.title, name};
    if (!chosen && !reading.title.words.empty()) {
        // "Brackenhurst Lodge: monitoring visit": the capitalised start of the title, unless it is the
        // template's.
        const NameSpan start = read_name(reading.title, 0);
        const bool whole = start.last == reading.title.words.size() || reading.title.words[start.last].after_break ||
                           reading.title.words[start.last].after_comma;
        const auto [from, to] = reading.title.matches_in(start.first, start.last);
        bool plain = false;
        for (std::size_t i = from; i < to; ++i) {
            const VocabularyPhrase* phrase = vocabulary_of(reading.title.matches[i]);
            plain = plain || (phrase != nullptr && (phrase->role == Role::inspect || phrase->role == Role::visit ||
                                                    phrase->role == Role::regulator));
        }
        if (whole && !plain && start.last > start.first && start.last - start.first <= kTitleWords)
            chosen = Choice{&reading.title, {start, {}, false, false}};
    }
    if (!chosen)
        for (const BodyName& name : find_body_names(body)) {
            if (name.words.first >= head) break;
            if (name.needs_call && called.empty()) continue;
            chosen = Choice{&body, name};
            chosen->name.words.first = start_over_line(body, name.words.first);
            break;
        }
    if (!chosen) return std::nullopt;

    const Passage& passage = *chosen->passage;
    const std::string label = make_name_label(passage.words_text(chosen->name.words.first, chosen->name.words.last));
    const Rule rule{chosen->passage == &reading.title ? "report-title" : "first-page", "provider", 0.9};
    const std::string type =
        !called.empty() && (chosen->name.type.empty() || chosen->name.needs_call) ? called : chosen->name.type;
    FoundProvider provider{
        .slug = make_name_slug(label),
        .label = label,
        .type = type.empty() ? called : type,
        .group = make_name_slug(owner) == make_name_slug(label) ? std::string() : owner,
        .evidence = chosen->passage == &reading.title
                        ? make_title_evidence(reading.article, rule)
                        : make_evidence(reading.article, body.words[chosen->name.words.first].begin, rule),
        .mentions = {}};
    return provider;
}

}  // namespace findings
