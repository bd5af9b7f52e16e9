#include "indexer/facets/place/find_places.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/place/council_mentions.hpp"
#include "indexer/language/name_forms.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

constexpr std::size_t kLeadSentences = 6;
/// One or two words are a menu's, not an address.
constexpr std::size_t kFewestWords = 3;
/// "Wash" in "the Wash Learning Trust" may still say where it is.
constexpr double kPartOfName = 0.3;
/// Names further down tell less and less; beyond this many they only vote on ambiguous ones.
constexpr std::size_t kVoters = 200;

/// How far a text is searched for where it plays, when neither the body's sentences nor the lead tell.
constexpr std::size_t kReadWords = 3'000;
constexpr double kFarFromBody = 0.6;
/// What stands right before the kind of the body is where it is.
constexpr double kCalledByPlace = 1.3;
/// A place inside a body's own name; a village of that name is often another one.
constexpr double kInOwnName = 0.7;
constexpr double kVillageInOwnName = 0.45;

/// A place name found, with what it could be and how much it counts here.
struct Candidate {
    PhraseMatch match;
    Where where = Where::body;  ///< or title; declared: in the publisher's name
    double weight = 0;
};

const Passage& passage_of(const Reading& reading, const Candidate& candidate) {
    if (candidate.where == Where::declared) return reading.publisher;
    return candidate.where == Where::title ? reading.title : reading.body;
}

Evidence make_candidate_evidence(const Reading& reading, const Candidate& candidate, const Rule& rule) {
    if (candidate.where == Where::declared) return make_outside_evidence(Where::declared, reading.publisher.text, rule);
    if (candidate.where == Where::title) return make_title_evidence(reading.article, rule);
    return make_evidence(reading.article, reading.body.words[candidate.match.first].begin, rule);
}

/// What the text says about where it plays: councils and counties named, for settling ambiguous names.
struct Surroundings {
    std::map<std::uint32_t, double> councils;
    std::set<std::string_view> areas;
};

/// Whether a region is in a nation; any is in "".
bool is_in_nation(std::string_view region, std::string_view nation) {
    const bool other = region == "wales" || region == "scotland" || region == "northern-ireland";
    return nation.empty() || region == nation || (nation == "england" && !other);
}

double kind_weight(char kind) {
    switch (kind) {
        case 'c':
            return 1.0;
        case 't':
            return 0.8;
        case 'v':
            return 0.4;
        case 's':
            return 0.45;  // a city's suburb has more people than most villages

        default:
            return 0.15;
    }
}

std::string_view name_of(const Passage& passage, const PhraseMatch& match) {
    return passage.words_text(match.first, match.first + match.count);
}

Surroundings read_surroundings(const Reading& reading) {
    Surroundings found;
    const Gazetteer& names = gazetteer();
    // A paper's own area settles which Newport is meant.
    for (const Passage* passage : {&reading.title, &reading.body, &reading.publisher}) {
        std::size_t voters = 0;
        for (const PhraseMatch& match : passage->matches) {
            if (match.kind > PhraseKind::area || !is_place_name(*passage, match)) continue;
            if (++voters > kVoters) break;
            switch (match.kind) {
                case PhraseKind::council:
                    found.councils[match.value] += 1;
                    break;
                case PhraseKind::district:
                    found.councils[names.districts[match.value].council] += 1;
                    break;
                case PhraseKind::area:
                    found.areas.insert(names.areas[match.value].name);
                    break;
                case PhraseKind::place:
                    // A name of one place only is a witness for its council.
                    if (names.places[match.value].sites.size() == 1)
                        found.councils[names.places[match.value].sites[0].council] += 0.7;
                    break;
                default:
                    break;
            }
        }
    }
    return found;
}

/// How well a council fits the surroundings.
double support(const Surroundings& around, std::uint32_t council) {
    const Council& row = gazetteer().councils[council];
    double sum = 0;
    if (const auto named = around.councils.find(council); named != around.councils.end())
        sum += std::min(named->second, 3.0);
    for (const std::string_view county : row.counties)
        if (around.areas.contains(county)) sum += 2;
    return sum;
}

/// The names that say where a name is: "Newport, Shropshire", "Richmond in North Yorkshire".
std::vector<PhraseMatch> qualifiers_of(const Passage& passage, const PhraseMatch& match) {
    std::size_t at = match.first + match.count;
    if (at >= passage.words.size() || passage.words[at].after_break) return {};
    const std::size_t after = at;
    while (at < passage.words.size() && at < after + 2 &&
           (passage.folded(at) == "in" || passage.folded(at) == "on" || passage.folded(at) == "the"))
        ++at;
    if (at >= passage.words.size() || (at == after && !passage.words[at].after_comma)) return {};
    std::vector<PhraseMatch> found;
    const auto [begin, end] = passage.matches_in(at, at + 1);
    for (std::size_t i = begin; i < end; ++i)
        if (passage.matches[i].kind == PhraseKind::council || passage.matches[i].kind == PhraseKind::area)
            found.push_back(passage.matches[i]);
    return found;
}

/// Whether a council lies in what a name is qualified by.
bool fits(std::uint32_t council, const std::vector<PhraseMatch>& qualifiers) {
    const Gazetteer& names = gazetteer();
    const auto& counties = names.councils[council].counties;
    return std::any_of(qualifiers.begin(), qualifiers.end(), [&](const PhraseMatch& match) {
        if (match.kind == PhraseKind::council) return match.value == council;
        return std::find(counties.begin(), counties.end(), names.areas[match.value].name) != counties.end();
    });
}

/// What a name could be, where it is qualified: true when some place or council of the name fits.
bool is_settled_by(const Passage& passage, const PhraseMatch& name, const std::vector<PhraseMatch>& qualifiers) {
    const Gazetteer& names = gazetteer();
    const auto [begin, end] = passage.matches_in(name.first, name.first + 1);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind == PhraseKind::council && fits(match.value, qualifiers)) return true;
        if (match.kind != PhraseKind::place) continue;
        for (const PlaceSite& site : names.places[match.value].sites)
            if (fits(site.council, qualifiers)) return true;
    }
    return false;
}

/// How prominent a site is among those of its name. London's suburbs are towns in all but name, and the
/// gazetteer calls some of them hamlets.
double prominence(const PlaceSite& site) {
    if ((site.kind == 's' || site.kind == 'h') && gazetteer().councils[site.council].region == "london") return 0.5;
    return kind_weight(site.kind);
}

/// The best council for a name: where the text points, else the most prominent place of that name.
std::optional<std::uint32_t> settle(const Reading& reading, const Candidate& candidate, const Surroundings& around,
                                    std::string_view nation) {
    const Gazetteer& names = gazetteer();
    const auto elsewhere = [&](std::uint32_t council) { return !is_in_nation(names.councils[council].region, nation); };
    const PhraseMatch& match = candidate.match;
    const Passage& passage = passage_of(reading, candidate);
    if (match.kind == PhraseKind::district) {
        const std::uint32_t council = names.districts[match.value].council;
        return elsewhere(council) ? std::nullopt : std::optional(council);
    }
    auto qualifiers = qualifiers_of(passage, match);
    if (!is_settled_by(passage, match, qualifiers)) qualifiers.clear();
    if (match.kind == PhraseKind::council) {
        if (elsewhere(match.value) || (!qualifiers.empty() && !fits(match.value, qualifiers))) return std::nullopt;
        return match.value;
    }
    if (match.kind != PhraseKind::place) return std::nullopt;
    const Place& place = names.places[match.value];
    // The villages called Wales and Scotland.
    const std::string_view name = name_of(passage, match);
    if (qualifiers.empty() && (name == "Wales" || name == "Scotland" || name == "England")) return std::nullopt;
    std::optional<std::uint32_t> best;
    double best_score = 0;
    for (const PlaceSite& site : place.sites) {
        if (elsewhere(site.council) || (!qualifiers.empty() && !fits(site.council, qualifiers))) continue;
        double score = prominence(site) + support(around, site.council);
        if (!qualifiers.empty()) score += 1;
        // A name alone does not vote for itself.
        if (const auto self = names.councils[site.council].label; self == name_of(passage, match)) score += 0.5;
        if (score > best_score + 1e-9) {
            best_score = score;
            best = site.council;
        }
    }
    // A hamlet or suburb that nothing else speaks for is too likely to be something else.
    return best_score >= 0.3 ? best : std::nullopt;
}

/// Weights from here on are those of towns and cities.
constexpr double kTown = 0.8;

/// "in Dartford", "near Margate", "A Walsall children's home": grammar that makes a name a place.
double grammar_weight(const Passage& passage, const PhraseMatch& match) {
    // "The Rotherham secondary", "a Walsall children's home"
    const std::size_t next = match.first + match.count;
    if (match.first > 0 && next < passage.words.size() && !passage.words[next].capital &&
        !passage.words[next].after_comma && !passage.words[next].after_break &&
        has_role_in(passage, next, next + 1, Role::called))
        return kCalledByPlace;
    if (match.first > 0 && !passage.words[match.first].after_break) {
        const auto [begin, end] = passage.matches_in(match.first > 3 ? match.first - 3 : 0, match.first);
        for (std::size_t i = begin; i < end; ++i)
            if (has_role(passage.matches[i], Role::place_before) &&
                passage.matches[i].first + passage.matches[i].count == match.first)
                return 1.0;
        if (passage.words[match.first].after_comma) return 0.8;
        const std::string before = passage.folded(match.first - 1);
        if (before == "a" || before == "an" || before == "the") return 0.8;
    }
    return 0.4;
}

/// "the Wash Learning Trust": a capitalised word goes on, which is neither a council's word nor what a body is called.
bool is_part_of_name(const Passage& passage, const PhraseMatch& match) {
    const std::size_t next = match.first + match.count;
    if (next >= passage.words.size()) return false;
    const Word& word = passage.words[next];
    if (!word.capital || word.digits || word.after_break || word.after_comma || word.after_quote) return false;
    if (passage.words[next - 1].possessive) return false;
    const auto [begin, end] = passage.matches_in(next, next + 1);
    return std::none_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                        passage.matches.begin() + static_cast<std::ptrdiff_t>(end),
                        [](const PhraseMatch& phrase) { return phrase.kind == PhraseKind::vocabulary; });
}

std::string_view region_of(const Area& area) { return area.regions.front(); }

FoundPlace make_place(const Reading& reading, const Candidate& candidate, std::uint32_t council, std::string_view day,
                      const Rule& rule) {
    const Council& row = gazetteer().council_on(gazetteer().councils[council], day);
    return {row.slug, row.region, make_candidate_evidence(reading, candidate, rule)};
}

std::vector<Candidate> candidates_in(const Passage& passage, Where where, std::size_t first, std::size_t last,
                                     double weight) {
    std::vector<Candidate> found;
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind > PhraseKind::area || !is_place_name(passage, match)) continue;
        const double part = match.kind == PhraseKind::place && is_part_of_name(passage, match) ? kPartOfName : 1.0;
        found.push_back({match, where, part * weight * grammar_weight(passage, match)});
    }
    return found;
}

/// Title and first sentences.
std::vector<Candidate> candidates_of_lead(const Reading& reading) {
    std::vector<Candidate> found = candidates_in(reading.title, Where::title, 0, reading.title.words.size(), 1.2);
    const auto& sentences = reading.article.sentences;
    for (std::size_t i = 0; i < sentences.size() && reading.prose_before[i] < kLeadSentences; ++i) {
        const std::size_t first = reading.body.word_at(sentences[i].begin);
        const std::size_t last = reading.body.word_at(sentences[i].end);
        if (last - first < kFewestWords) continue;
        const auto more = candidates_in(reading.body, Where::body, first, last,
                                        1.0 / (1.0 + 0.3 * static_cast<double>(reading.prose_before[i])));
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

std::optional<FoundPlace> choose(const Reading& reading, const std::vector<Candidate>& candidates, std::string_view day,
                                 std::string_view nation) {
    const Surroundings around = read_surroundings(reading);
    const Gazetteer& names = gazetteer();
    std::map<std::uint32_t, std::pair<double, const Candidate*>> by_council;
    const Candidate* area = nullptr;
    for (const Candidate& candidate : candidates) {
        if (candidate.match.kind == PhraseKind::area) {
            if (area == nullptr && is_in_nation(region_of(names.areas[candidate.match.value]), nation))
                area = &candidate;
            continue;
        }
        const auto council = settle(reading, candidate, around, nation);
        if (!council) continue;
        double weight = candidate.weight;
        if (candidate.match.kind == PhraseKind::place)
            weight *= 0.6 + 0.4 * prominence(names.places[candidate.match.value].sites.front());
        auto& [sum, first] = by_council[*council];
        if (first == nullptr || candidate.weight > first->weight) first = &candidate;
        // Mentions of one place add up slowly, or a neighbour named often would win.
        sum = std::max(sum, weight) + 0.15 * weight;
    }
    const auto best = std::max_element(by_council.begin(), by_council.end(),
                                       [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    if (best != by_council.end() && best->second.first >= 0.35)
        return make_place(reading, *best->second.second, best->first, day,
                          {"place-of-provider", "place", std::min(0.95, 0.5 + best->second.first / 3)});
    if (area != nullptr) {
        const Rule area_rule{"area-named", "place", 0.7};
        return FoundPlace{{},
                          std::string(region_of(names.areas[area->match.value])),
                          make_candidate_evidence(reading, *area, area_rule)};
    }
    return std::nullopt;
}

}  // namespace

std::optional<FoundPlace> find_place_of(const Reading& reading, std::string_view name,
                                        const std::vector<Span>& mentions, std::string_view day,
                                        std::string_view nation) {
    std::vector<Candidate> candidates;
    std::size_t seen = 0;
    for (const Span& mention : mentions) {
        if (++seen > 4) break;
        const Span sentence = reading.article.sentence_at(mention.begin);
        const std::size_t first = reading.body.word_at(sentence.begin);
        const std::size_t last = reading.body.word_at(sentence.end);
        const auto more =
            candidates_in(reading.body, Where::body, first, last, 1.3 / (1.0 + 0.3 * static_cast<double>(seen - 1)));
        candidates.insert(candidates.end(), more.begin(), more.end());
        // The address often stands in the line after the name of a round-up's entry, or in the sentence
        // after.
    }
    const auto lead = candidates_of_lead(reading);
    candidates.insert(candidates.end(), lead.begin(), lead.end());
    // What stands inside the body's own name is no address, whatever words stand before it.
    const std::vector<Span> titled = name.empty() ? std::vector<Span>{} : find_name(reading.title, name, {});
    std::erase_if(candidates, [&](const Candidate& candidate) {
        if (candidate.where == Where::title) {
            const Span at = reading.title.span_of(candidate.match);
            return std::any_of(titled.begin(), titled.end(),
                               [&](const Span& span) { return at.begin >= span.begin && at.end <= span.end; });
        }
        const Span at = reading.body.span_of(candidate.match);
        return std::any_of(mentions.begin(), mentions.end(),
                           [&](const Span& span) { return at.begin >= span.begin && at.end <= span.end; });
    });
    // A place inside the body's own name ("Oldham College") is a good sign, a better one elsewhere beats it.
    const std::vector<Span> own = mentions.empty() ? std::vector<Span>{} : std::vector<Span>{mentions.front()};
    for (const Span& span : own)
        for (const PhraseMatch& match : reading.body.matches) {
            const Span at = reading.body.span_of(match);
            if (at.begin >= span.end) break;
            if (at.begin < span.begin || at.end > span.end || match.kind > PhraseKind::area ||
                at.end - at.begin >= name.size())
                continue;
            const bool village =
                match.kind == PhraseKind::place && prominence(gazetteer().places[match.value].sites.front()) < kTown;
            candidates.push_back({match, Where::body, village ? kVillageInOwnName : kInOwnName});
        }
    if (auto place = choose(reading, candidates, day, nation)) return place;
    // Nothing near the body or the lead: what the rest of the text names is weak evidence, better than none.
    const auto rest =
        candidates_in(reading.body, Where::body, 0, std::min(reading.body.words.size(), kReadWords), kFarFromBody);
    candidates.insert(candidates.end(), rest.begin(), rest.end());
    if (auto place = choose(reading, candidates, day, nation)) return place;
    // "Swindon Advertiser": a paper writes of where it is read.
    std::vector<Candidate> home;
    for (const PhraseMatch& match : reading.publisher.matches)
        if (match.kind <= PhraseKind::area && is_place_name(reading.publisher, match))
            home.push_back({match, Where::declared, kFarFromBody});
    return choose(reading, home, day, nation);
}

std::optional<FoundPlace> find_nation(const Reading& reading) {
    for (const PhraseMatch& match : reading.title.matches)
        if (has_role(match, Role::national))
            return FoundPlace{{},
                              std::string(vocabulary_of(match)->value),
                              make_title_evidence(reading.article, {"national-story", "place", 0.85})};
    for (const PhraseMatch& match : reading.body.matches) {
        const std::size_t byte = reading.body.words[match.first].begin;
        if (reading.prose_rank(byte) > kLeadSentences) break;
        if (has_role(match, Role::national))
            return FoundPlace{{},
                              std::string(vocabulary_of(match)->value),
                              make_evidence(reading.article, byte, {"national-story", "place", 0.8})};
    }
    return std::nullopt;
}

}  // namespace findings
