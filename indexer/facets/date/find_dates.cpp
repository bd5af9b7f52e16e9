#include "indexer/facets/date/find_dates.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/facets/date/date_phrases.hpp"
#include "indexer/facets/date/read_day.hpp"
#include "indexer/facets/evidence/evidence.hpp"

namespace findings {
namespace {

/// Metadata that gives the day of publication, best first. Source: schema.org, ogp.me, Dublin Core, and what
/// UK newspapers' pages carry.
constexpr std::array<std::string_view, 14> kPublishedNames{"jsonld:datePublished",
                                                           "article:published_time",
                                                           "og:article:published_time",
                                                           "datepublished",
                                                           "dateline",
                                                           "byline",
                                                           "dcterms.issued",
                                                           "dc.date.issued",
                                                           "dc.date",
                                                           "parsely-pub-date",
                                                           "pubdate",
                                                           "publish-date",
                                                           "date",
                                                           "time"};

/// Lower-case words that may stand beside the date in a byline or dateline.
constexpr std::array<std::string_view, 34> kBylineWords{
    "published", "updated",  "by",      "on",       "at",      "am",      "pm",     "last",        "for",
    "immediate", "use",      "release", "first",    "and",     "the",     "of",     "posted",      "date",
    "st",        "nd",       "rd",      "th",       "created", "amended", "edited", "publication", "modified",
    "revised",   "reviewed", "was",     "original", "article", "page",    "story"};

constexpr std::size_t kHeadBlocks = 14;
constexpr std::size_t kHeadBytes = 2500;
constexpr std::size_t kHeadingWords = 5;  ///< "Progress monitoring inspection" over its date

bool is_date_word(const Word& word) { return word.digits; }

std::string day_of(const PartialDate& date) { return format_date(date); }

std::optional<FoundDay> from_metadata(const CleanArticle& article) {
    for (const std::string_view name : kPublishedNames)
        for (const auto& [key, value] : article.metadata)
            if (key == name)
                if (std::string day = read_published_day(value); !day.empty())
                    return FoundDay{
                        day, make_outside_evidence(Where::metadata, value, {"page-metadata", "published", 0.98})};
    return std::nullopt;
}

/// Whether the block is a byline or dateline around the date: nothing but names, days, times and the words
/// above.
bool is_dateline(const Passage& body, std::size_t first, std::size_t last, const DatePhrase& date) {
    if (last - first > 24) return false;
    for (std::size_t at = first; at < last; ++at) {
        if (at >= date.first && at < date.last) continue;
        const Word& word = body.words[at];
        if (word.capital || is_date_word(word)) continue;
        const std::string folded = body.folded(at);
        if (std::find(kBylineWords.begin(), kBylineWords.end(), folded) == kBylineWords.end()) return false;
    }
    return true;
}

/// The first lines of the article. A report's own date stands there only in a letter; elsewhere it is the
/// visit's. Of several dates in one line the one said to be of publication is taken, and with `updates` only days of a
/// change.
std::optional<FoundDay> from_head(const Reading& reading, std::string_view kind, bool updates) {
    const Passage& body = reading.body;
    std::size_t seen = 0;
    for (const BodyBlock& block : reading.article.blocks) {
        if (++seen > kHeadBlocks || block.span.begin > kHeadBytes) break;
        const std::size_t first = body.word_at(block.span.begin);
        const std::size_t last = body.word_at(block.span.end);
        std::size_t label_from = first;
        std::optional<DatePhrase> plain;
        for (const DatePhrase& date : find_date_phrases(body, first, std::min(last, first + 40))) {
            if (date.from != date.to || has_role_in(body, first, date.first, Role::inspected, "label")) break;
            if (kind == "report" || !is_dateline(body, first, last, date)) break;
            const DateLabel label = find_date_label(body, label_from, date.first);
            label_from = date.last;
            if ((label == DateLabel::updated) != updates) continue;
            // "6 March 2024, first published 5 March 2024"
            if (!plain || label == DateLabel::published) plain = date;
            if (label == DateLabel::published) break;
        }
        if (plain) {
            const Rule rule = updates            ? Rule{"update-line", "published", 0.6}
                              : kind == "letter" ? Rule{"letter-date", "published", 0.95}
                                                 : Rule{"dateline", "published", 0.95};
            return FoundDay{day_of(plain->from), make_evidence(reading.article, body.words[plain->first].begin, rule)};
        }
        if (kind == "letter" && first < last && body.folded(first) == "dear") break;
    }
    return std::nullopt;
}

/// "Report published: 27 November 2015", "Published: 3 July 2009", "Date of publication: 19 April 2024".
std::optional<FoundDay> from_label(const Reading& reading) {
    const Passage& body = reading.body;
    for (const PhraseMatch& match : body.matches) {
        if (!has_role(match, Role::published)) continue;
        const Word& start = body.words[match.first];
        // At the start of a line: in running text it is another text that was published.
        if (match.first > 0 && !start.after_break) continue;
        const std::size_t next = match.first + match.count;
        if (next >= body.words.size() || !body.words[next].digits) continue;
        const auto dates = find_date_phrases(body, next, next + 4);
        if (dates.empty() || dates.front().first != next) continue;
        return FoundDay{day_of(dates.front().to),
                        make_evidence(reading.article, start.begin, {"publication-line", "published", 0.97})};
    }
    return std::nullopt;
}

/// "/2024/03/05/home-closed" and "/2024/mar/05/home-closed" in the address of the page.
std::optional<FoundDay> from_address(const CleanArticle& article) {
    std::vector<std::string> addresses;
    if (const auto url = article.declared.find("url"); url != article.declared.end()) addresses = url->second;
    for (const auto& [key, value] : article.metadata)
        if (key == "canonical" || key == "og:url") addresses.push_back(value);
    for (const std::string& address : addresses)
        for (std::size_t at = address.find('/'); at != std::string::npos; at = address.find('/', at + 1)) {
            const std::size_t second = address.find('/', at + 1);
            const std::size_t third = second == std::string::npos ? second : address.find('/', second + 1);
            if (third == std::string::npos || second - at != 5) continue;
            const std::size_t end = std::min(address.find_first_of("/-?", third + 1), address.size());
            if (end - third != 3) continue;
            std::string day = address.substr(third + 1, 2) + " " + address.substr(second + 1, third - second - 1) +
                              " " + address.substr(at + 1, 4);
            if (parse_month(address.substr(second + 1, third - second - 1)) == 0)
                std::replace(day.begin(), day.end(), ' ', '/');
            if (const auto date = parse_date(day); date && date->day != 0)
                return FoundDay{format_date(*date),
                                make_outside_evidence(Where::metadata, address, {"address", "published", 0.8})};
        }
    return std::nullopt;
}

std::optional<FoundDay> from_file_name(const CleanArticle& article) {
    const std::size_t slash = article.source.rfind('/');
    const std::string_view name = std::string_view(article.source).substr(slash == std::string::npos ? 0 : slash + 1);
    std::string spaced(name);
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    // Ten figures are an identifier here, not seconds since 1970.
    const std::string_view stem = std::string_view(spaced).substr(0, spaced.find('.'));
    if (stem.size() > 8 && stem.find_first_not_of("0123456789/") == std::string_view::npos) return std::nullopt;
    std::string day = read_day(spaced);
    if (day.empty()) return std::nullopt;
    return FoundDay{std::move(day),
                    make_outside_evidence(Where::path, article.source, {"file-name", "published", 0.7})};
}

/// Whether a word in [first, last) points to another day: "previous", "since". "Following their visit on 3 June" gives
/// the visit's own day, because the visit stands between the word and the date.
bool points_elsewhere(const Passage& body, std::size_t first, std::size_t last) {
    const auto [begin, end] = body.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = body.matches[i];
        if (!has_role(match, Role::not_now)) continue;
        const bool event = vocabulary_of(match)->value == "event";
        if (!event || !has_role_in(body, match.first + match.count, last, Role::inspected)) return true;
    }
    return false;
}

/// Whether the words before the date make it another visit's or another text's.
bool is_another_day(const Passage& body, std::size_t sentence_first, std::size_t date_first) {
    const std::size_t near = date_first > sentence_first + 7 ? date_first - 7 : sentence_first;
    return points_elsewhere(body, near, date_first) || has_role_in(body, near, date_first, Role::published) ||
           (date_first > sentence_first && body.folded(date_first - 1) == "by");
}

/// "an inspection on 19 March 2025": the visit stands right before the date.
bool stands_beside_visit(const Passage& body, std::size_t sentence_first, std::size_t date_first) {
    return date_first >= sentence_first + 2 && body.folded(date_first - 1) == "on" &&
           has_role_in(body, date_first - 2, date_first - 1, Role::inspected);
}

FoundDay found_visit(const Reading& reading, const DatePhrase& date, const Rule& rule) {
    const Passage& body = reading.body;
    PartialDate last_day = date.to;
    // "the week beginning 6 June 2022" ends on its Friday.
    if (date.first >= 2) {
        const std::string before = body.folded(date.first - 1);
        if ((before == "beginning" || before == "commencing") && body.folded(date.first - 2) == "week")
            last_day = add_days(last_day, 4);
    }
    return {day_of(last_day), make_evidence(reading.article, body.words[date.first].begin, rule)};
}

/// "Inspection dates: 10 to 14 June 2024", the date perhaps in the next line.
std::optional<FoundDay> from_visit_label(const Reading& reading) {
    const Passage& body = reading.body;
    for (const PhraseMatch& match : body.matches) {
        const VocabularyPhrase* phrase = vocabulary_of(match);
        if (phrase == nullptr || phrase->role != Role::inspected || phrase->value != "label") continue;
        const std::size_t next = match.first + match.count;
        if (match.first > 0 && !body.words[match.first].after_break &&
            has_role_in(body, match.first - 1, match.first, Role::not_now))
            continue;
        if (next >= body.words.size() || !(body.words[next].digits || body.words[next].capital)) continue;
        const auto dates = find_date_phrases(body, next, next + 24);
        if (dates.empty() || dates.front().first > next + 1) continue;
        return found_visit(reading, dates.front(), {"inspection-dates-line", "inspected", 0.99});
    }
    return std::nullopt;
}

/// A range of days alone in a line of the first page (prison and probation reports have no label), or one day alone in
/// the line below the kind of inspection ("Pre-registration inspection").
std::optional<FoundDay> from_visit_line(const Reading& reading) {
    const Passage& body = reading.body;
    std::size_t seen = 0;
    bool headed = false;
    for (const BodyBlock& block : reading.article.blocks) {
        if (++seen > kHeadBlocks || block.span.begin > kHeadBytes) break;
        const std::size_t first = body.word_at(block.span.begin);
        const std::size_t last = body.word_at(block.span.end);
        if (last - first > 14) continue;
        for (const DatePhrase& date : find_date_phrases(body, first, last))
            if ((date.from != date.to || headed) && date.first == first && date.last == last)
                return found_visit(reading, date, {"dates-line", "inspected", 0.9});
        headed = last - first <= kHeadingWords && has_role_in(body, first, last, Role::inspected, "verb") &&
                 !has_role_in(body, first, last, Role::not_now) && !has_role_in(body, first, last, Role::published);
    }
    return std::nullopt;
}

/// "Between 17 and 21 June 2019, Ofsted … carried out", "This inspection took place from …", "was inspected
/// on …".
std::optional<FoundDay> from_visit_sentence(const Reading& reading, std::string_view kind, std::string_view published) {
    const Passage& body = reading.body;
    const PartialDate before = parse_date(published).value_or(PartialDate{});
    const std::size_t limit = std::min<std::size_t>(kind == "news" ? 40 : 60, reading.article.sentences.size());
    for (std::size_t number = 0; number < limit; ++number) {
        const Span sentence = reading.article.sentences[number];
        const std::size_t first = body.word_at(sentence.begin);
        const std::size_t last = body.word_at(sentence.end);
        // A letter's "Between 17 and 21 June 2019, Ofsted, …" may be cut before its verb by a PDF's line.
        const bool names_inspectorate = kind == "letter" && has_role_in(body, first, last, Role::regulator);
        if (!names_inspectorate && !has_role_in(body, first, last, Role::inspected)) continue;
        for (const DatePhrase& date : find_date_phrases(body, first, last, before))
            // A visit on the day of publication is a byline that ran into its sentence.
            if (!is_another_day(body, first, date.first) &&
                (format_date(date.to) != published || stands_beside_visit(body, first, date.first)) &&
                (!names_inspectorate || date.from != date.to || has_role_in(body, first, last, Role::inspected)))
                return found_visit(reading, date, {"visit-sentence", "inspected", 0.9});
    }
    return std::nullopt;
}

}  // namespace

std::optional<FoundDay> find_published(const Reading& reading, std::string_view kind) {
    if (auto found = from_metadata(reading.article)) return found;
    if (auto found = from_head(reading, kind, false)) return found;
    if (auto found = from_label(reading)) return found;
    if (auto found = from_address(reading.article)) return found;
    if (auto found = from_file_name(reading.article)) return found;
    // A page that prints only when it was changed came out on that day at the latest.
    return from_head(reading, kind, true);
}

std::optional<FoundDay> find_inspected(const Reading& reading, std::string_view kind, std::string_view published) {
    if (auto found = from_visit_label(reading)) return found;
    if (kind == "report")
        if (auto found = from_visit_line(reading)) return found;
    return from_visit_sentence(reading, kind, published);
}

}  // namespace findings
