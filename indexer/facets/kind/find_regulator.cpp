#include "indexer/facets/kind/find_regulator.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/facets/evidence/evidence.hpp"

namespace findings {
namespace {

constexpr std::size_t kHeadBytes = 6000;
/// A template's line is as good as this many mentions.
constexpr int kSignWeight = 9;
/// "RQIA" tells more than "the health watchdog", which is another inspectorate's in each nation.
constexpr int kNamedWeight = 3;

struct Tally {
    int count = 0;
    std::size_t first_byte = 0;
    bool in_title = false;  ///< by its name
    bool titled = false;    ///< … or as a watchdog
    bool title_only = false;
};

/// The longest inspectorate's name at each word: "Care Inspectorate Wales" is not "Care Inspectorate".
template <typename Visit>
void for_each_regulator(const Passage& passage, Visit visit) {
    for (std::size_t i = 0; i < passage.matches.size(); ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (!has_role(match, Role::regulator)) continue;
        bool longest = true;
        for (std::size_t j = i + 1; j < passage.matches.size() && passage.matches[j].first == match.first; ++j)
            longest = longest && !has_role(passage.matches[j], Role::regulator);
        if (longest) visit(match, vocabulary_of(match)->value);
    }
}

bool is_watchdog(const Passage& passage, const PhraseMatch& match) {
    const std::string last = passage.folded(match.first + match.count - 1);
    return last == "watchdog" || last == "inspectorate";
}

bool speaks_of_inspection(const Reading& reading, Span sentence) {
    const Passage& body = reading.body;
    const auto [begin, end] = body.matches_in(body.word_at(sentence.begin), body.word_at(sentence.end));
    return std::any_of(body.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                       body.matches.begin() + static_cast<std::ptrdiff_t>(end), [](const PhraseMatch& match) {
                           const VocabularyPhrase* phrase = vocabulary_of(match);
                           if (phrase == nullptr) return false;
                           return phrase->role == Role::inspect || phrase->role == Role::finding ||
                                  phrase->role == Role::visit;
                       });
}

/// Everyone in the sentence of the first page that names the most inspectorates: joint and area inspections.
std::vector<FoundRegulator> find_joint(const Reading& reading) {
    std::map<std::size_t, std::vector<std::string_view>> by_sentence;
    for_each_regulator(reading.body, [&](const PhraseMatch& match, std::string_view slug) {
        const std::size_t byte = reading.body.words[match.first].begin;
        if (byte > kHeadBytes) return;
        auto& slugs = by_sentence[reading.sentence_number(byte)];
        if (std::find(slugs.begin(), slugs.end(), slug) == slugs.end()) slugs.push_back(slug);
    });
    std::vector<FoundRegulator> found;
    const auto most = std::max_element(by_sentence.begin(), by_sentence.end(),
                                       [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    if (most == by_sentence.end() || most->second.size() < 2 || most->first >= reading.article.sentences.size())
        return found;
    const Span sentence = reading.article.sentences[most->first];
    for (const std::string_view slug : most->second)
        found.push_back(
            {std::string(slug), make_evidence(reading.article, sentence, {"joint-inspection", "regulator", 0.95})});
    return found;
}

bool is_joint(const Reading& reading) {
    const auto names_joint = [](const Passage& passage) {
        for (const PhraseMatch& match : passage.matches) {
            if (passage.words[match.first].begin > kHeadBytes) break;
            const VocabularyPhrase* phrase = vocabulary_of(match);
            if (phrase != nullptr && phrase->role == Role::visit &&
                (phrase->value == "joint" || phrase->value == "area"))
                return true;
        }
        return false;
    };
    return names_joint(reading.title) || names_joint(reading.body);
}

/// Area SEND inspections are Ofsted's and CQC's together by their framework, even where a page names neither.
std::vector<FoundRegulator> find_area_send(const Reading& reading) {
    const Rule rule{"area-send-framework", "regulator", 0.9};
    const auto both = [](const Evidence& evidence) {
        return std::vector<FoundRegulator>{{"ofsted", evidence}, {"cqc", evidence}};
    };
    for (const PhraseMatch& match : reading.title.matches)
        if (has_role(match, Role::visit) && vocabulary_of(match)->value == "area")
            return both(make_title_evidence(reading.article, rule));
    for (const PhraseMatch& match : reading.body.matches)
        if (has_role(match, Role::visit) && vocabulary_of(match)->value == "area")
            return both(make_evidence(reading.article, reading.body.words[match.first].begin, rule));
    return {};
}

}  // namespace

std::vector<FoundRegulator> find_regulators(const Reading& reading, std::string_view kind) {
    const bool is_document = kind == "report" || kind == "letter";
    if (is_joint(reading)) {
        if (auto found = find_joint(reading); !found.empty()) return found;
        if (auto found = find_area_send(reading); !found.empty()) return found;
    }

    std::map<std::string_view, Tally> tallies;
    for_each_regulator(reading.title, [&](const PhraseMatch& match, std::string_view slug) {
        Tally& tally = tallies[slug];
        const bool named = !is_watchdog(reading.title, match);
        tally.in_title = tally.in_title || named;
        tally.titled = true;
        tally.count += named ? 2 * kNamedWeight : 1;
    });
    for_each_regulator(reading.body, [&](const PhraseMatch& match, std::string_view slug) {
        const std::size_t byte = reading.body.words[match.first].begin;
        if (!is_document && !speaks_of_inspection(reading, reading.article.sentence_at(byte))) return;
        Tally& tally = tallies[slug];
        if (tally.count == 0 || tally.first_byte == 0) tally.first_byte = byte;
        tally.count += is_watchdog(reading.body, match) ? 1 : kNamedWeight;
    });
    for (const PhraseMatch& match : reading.title.matches) {
        if (!is_document || !has_role(match, Role::regulator_sign)) continue;
        Tally& tally = tallies[vocabulary_of(match)->value];
        // The title proves it as well as a mention would; it is quoted when the body has none.
        if (tally.count == 0) tally.title_only = true;
        tally.count += kSignWeight;
    }
    for (const PhraseMatch& match : reading.body.matches) {
        if (!is_document || !has_role(match, Role::regulator_sign)) continue;
        const std::size_t byte = reading.body.words[match.first].begin;
        if (byte > kHeadBytes) break;
        Tally& tally = tallies[vocabulary_of(match)->value];
        if (tally.count == 0 || tally.title_only) tally.first_byte = byte;
        tally.title_only = false;
        tally.count += kSignWeight;
    }
    if (tallies.empty()) return {};
    const auto best = std::max_element(tallies.begin(), tallies.end(), [](const auto& a, const auto& b) {
        if (a.second.in_title != b.second.in_title) return b.second.in_title;
        return a.second.count < b.second.count;
    });
    const Rule rule{"inspectorate-named", "regulator", best->second.in_title ? 0.97 : 0.9};
    const bool only_title = best->second.title_only || (best->second.titled && best->second.first_byte == 0);
    Evidence evidence = only_title ? make_title_evidence(reading.article, rule)
                                   : make_evidence(reading.article, best->second.first_byte, rule);
    return {{std::string(best->first), std::move(evidence)}};
}

std::vector<FoundRegulator> find_mentioned_regulator(const Reading& reading) {
    std::vector<FoundRegulator> found;
    for_each_regulator(reading.body, [&](const PhraseMatch& match, std::string_view slug) {
        if (found.empty())
            found.push_back({std::string(slug), make_evidence(reading.article, reading.body.words[match.first].begin,
                                                              {"inspectorate-mentioned", "regulator", 0.7})});
    });
    return found;
}

std::string_view nation_of_regulator(std::string_view regulator) {
    struct Row {
        std::string_view regulator;
        std::string_view nation;
    };
    constexpr std::array<Row, 14> kRows{{{"ofsted", "england"},
                                         {"cqc", "england"},
                                         {"isi", "england"},
                                         {"estyn", "wales"},
                                         {"care-inspectorate-wales", "wales"},
                                         {"healthcare-inspectorate-wales", "wales"},
                                         {"education-scotland", "scotland"},
                                         {"care-inspectorate", "scotland"},
                                         {"healthcare-improvement-scotland", "scotland"},
                                         {"hmics", "scotland"},
                                         {"prisons-scotland", "scotland"},
                                         {"eti", "northern-ireland"},
                                         {"rqia", "northern-ireland"},
                                         {"criminal-justice-ni", "northern-ireland"}}};
    const auto* row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) { return each.regulator == regulator; });
    return row == kRows.end() ? std::string_view() : row->nation;
}

}  // namespace findings
