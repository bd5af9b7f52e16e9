#include "indexer/facets/provider/choose_bodies.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "common/base/table_rows.hpp"
#include "common/text/ascii.hpp"
#include "embedded/body_weights.hpp"
#include "indexer/facets/provider/story_words.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

/// Below it an unread name is likelier than a body told of in passing. The thresholds are set on held-out folds.
constexpr double kEnoughForBody = -1.2;
constexpr double kEnoughForStory = 0.42;
/// By what the story tells alone, where it says that its body's name is withheld.
constexpr double kEnoughWithheld = 0;
/// Another body of a round-up is about as sure as the best one.
constexpr double kEnoughForAnother = 0.0;
constexpr double kFarthestFromBest = 2.5;
constexpr double kEnoughForRated = -0.9;
constexpr double kFarthestOfRated = 3.6;
/// story-several-rated of two bodies.
constexpr float kSeveralRated = 0.6F;
/// A paragraph that begins with a body is an entry of a round-up only when it is this sure.
constexpr double kEnoughForParagraph = -1.0;
constexpr std::size_t kFewestEntries = 3;
constexpr std::size_t kLead = 4;

/// The trained weights of one decision, and the constant they are added to.
struct Weights {
    std::array<double, kBodyFeatures> by_feature{};
    double bias = 0;
};

struct BodyWeights {
    Weights which;      ///< which body
    Weights whether;    ///< whether the story reports an inspection of it
    WordWeights words;  ///< the same, by the words of the story
};

/// How a row on a word begins.
constexpr std::string_view kWord = "word:";

double read_weight(std::string_view cell) {
    double value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

const BodyWeights& body_weights() {
    static const BodyWeights read = [] {
        BodyWeights weights;
        for_each_row(embedded::body_weights(), [&](const auto& cells) {
            const double which = read_weight(cells.at(1));
            const double whether = read_weight(cells.at(2));
            if (cells.at(0).substr(0, kWord.size()) == kWord) {
                weights.words.emplace(cells.at(0).substr(kWord.size()), whether);
                return;
            }
            if (cells.at(0) == "bias") {
                weights.which.bias = which;
                weights.whether.bias = whether;
                return;
            }
            const auto* name = std::find(kBodyFeatureNames.begin(), kBodyFeatureNames.end(), cells.at(0));
            // A feature that is no more stays in the table until the weights are learned anew.
            if (name == kBodyFeatureNames.end()) return;
            const auto column = static_cast<std::size_t>(name - kBodyFeatureNames.begin());
            weights.which.by_feature[column] = which;
            weights.whether.by_feature[column] = whether;
        });
        return weights;
    }();
    return read;
}

double add_up(const Weights& weights, const BodyFeatures& features) {
    double sum = weights.bias;
    for (std::size_t i = 0; i < kBodyFeatures; ++i) sum += weights.by_feature[i] * static_cast<double>(features[i]);
    return sum;
}

/// An inspectorate, inspectors or a kind of visit: without any of them nothing is looked for.
bool names_an_inspection(const Passage& passage) {
    return std::any_of(passage.matches.begin(), passage.matches.end(), [](const PhraseMatch& match) {
        const VocabularyPhrase* phrase = vocabulary_of(match);
        return phrase != nullptr &&
               (phrase->role == Role::regulator || phrase->role == Role::inspect || phrase->role == Role::visit);
    });
}

/// Takes the bodies of a decision whose scores are known.
class Chooser {
  public:
    Chooser(const Reading& reading, const BodyFeatures& shared, BodyDecision& decision)
        : reading_(reading), shared_(shared), decision_(decision) {}

    void choose() {
        const std::size_t best = find_best();
        const bool named = best != decision_.scores.size();
        BodyFeatures features = named ? decision_.features[best] : shared_;
        if (named)
            features[body_feature("best-score")] =
                static_cast<float>(std::clamp((decision_.scores[best] + 3) / 6, 0.0, 1.0));
        const double words = add_up_words(reading_, body_weights().words);
        decision_.story_score = add_up(body_weights().whether, features) + words;
        // A home that cannot be named: no named body speaks for the story, and its owner or its council against it.
        const bool withheld =
            shared_[body_feature("story-withheld")] != 0 && (!named || decision_.scores[best] < kEnoughForBody);
        decision_.reports = decision_.story_score >= kEnoughForStory ||
                            (withheld && add_up(body_weights().whether, shared_) + words >= kEnoughWithheld);
        decision_.reports = decision_.reports && !is_of_something_else();
        if (!decision_.reports || !named) return;
        const bool spoken = speaks_of_several();
        const bool promised = spoken || is_headed_as_round_up();
        const bool together = spoken || names_several(best);
        decision_.several = promised || together;
        if (take_entries(best, promised)) return;
        if (decision_.scores[best] < kEnoughForBody) return;
        take_with_others(best, together);
    }

  private:
    /// What no inspection can be told by: the pitch's, the kitchen's, one that is still to come, a trial.
    [[nodiscard]] bool is_of_something_else() const {
        const SentenceSigns& title = decision_.story.title;
        bool regulator = title.regulator;
        bool inspectors = title.inspectors;
        bool inspected = title.inspection || title.visit;
        bool told = false;
        bool to_come = false;
        for (const SentenceSigns& sentence : decision_.story.sentences) {
            regulator = regulator || sentence.regulator;
            inspectors = inspectors || sentence.inspectors;
            inspected = inspected || sentence.inspection || sentence.visit || sentence.rated;
            told = told || (sentence.fresh && (sentence.inspectors || sentence.regulator) &&
                            (sentence.finding || sentence.rated));
            to_come = to_come || (sentence.rank < 2 && is_to_come(sentence));
        }
        if (!regulator && !inspectors) return true;
        if (is_of_kitchens() && !(regulator && told)) return true;
        if (!inspectors && !inspected && shared_[body_feature("story-court")] >= 1) return true;
        return to_come && !told;
    }

    /// "food hygiene", "environmental health" in the first sentences.
    [[nodiscard]] bool is_of_kitchens() const {
        const std::size_t last = end_of_lead(decision_.story, kLead);
        for (std::size_t word = 1; word < last; ++word) {
            const std::string folded = reading_.body.folded(word);
            if (folded == "hygiene" || (folded == "health" && reading_.body.folded(word - 1) == "environmental"))
                return true;
        }
        return false;
    }

    /// "is to be inspected", "will be inspected".
    [[nodiscard]] bool is_to_come(const SentenceSigns& sentence) const {
        for (std::size_t word = sentence.first + 2; word < sentence.last; ++word) {
            if (reading_.body.folded(word) != "inspected" || reading_.body.folded(word - 1) != "be") continue;
            const std::string before = reading_.body.folded(word - 2);
            if (before == "to" || before == "will" || before == "could" || before == "may") return true;
        }
        return false;
    }

    /// A person who is no body: a childminder is one.
    [[nodiscard]] bool is_mere_person(std::size_t body) const {
        if (!holds(body, body_feature("person"))) return false;
        if (!holds(body, body_feature("is-rated"))) return true;
        const std::size_t last = end_of_lead(decision_.story, 3);
        for (std::size_t word = 0; word < last; ++word)
            if (reading_.body.folded(word) == "childminder") return false;
        return true;
    }

    /// The surest body that is no person; the number of bodies when there is none.
    [[nodiscard]] std::size_t find_best() const {
        std::size_t best = decision_.scores.size();
        for (std::size_t body = 0; body < decision_.scores.size(); ++body)
            if (!is_mere_person(body) &&
                (best == decision_.scores.size() || decision_.scores[body] > decision_.scores[best]))
                best = body;
        return best;
    }

    [[nodiscard]] bool holds(std::size_t body, std::size_t feature) const {
        return decision_.features[body][feature] != 0;
    }

    /// A list: each item begins with its body. Capitals alone are believed in a printed list. `promised`: the title or
    /// the lead promises several bodies.
    bool take_entries(std::size_t best, bool promised) {
        std::vector<std::size_t> entries;
        std::size_t listed = 0;
        for (std::size_t body = 0; body < decision_.scores.size(); ++body) {
            if (!holds(body, body_feature("opens-entry")) || holds(body, body_feature("person"))) continue;
            const bool item = is_item(body);
            // Of names that no pattern knows, those with a place and a grade beside them: "Kerry Blount, Wistaston:
            // good".
            const bool told = decision_.story.bodies[body].sign < NameSign::capitals
                                  ? rated_or_typed(body)
                                  : holds(body, body_feature("placed")) && holds(body, body_feature("rated-beside"));
            const bool named = told && decision_.scores[body] > kEnoughForParagraph;
            if ((!item && !named) || !may_stand_beside(body, best)) continue;
            listed += item ? 1 : 0;
            entries.push_back(body);
        }
        // A list of what the school does well is no list of schools.
        const bool leads = std::find(entries.begin(), entries.end(), best) != entries.end() &&
                           (listed < kFewestEntries || is_item(best));
        if (entries.size() < kFewestEntries || !leads) return false;
        if (listed < kFewestEntries && !promised) return false;
        decision_.chosen = std::move(entries);
        for (std::size_t body = 0; body < decision_.scores.size() && listed < kFewestEntries; ++body)
            if (is_another(body, best) &&
                std::find(decision_.chosen.begin(), decision_.chosen.end(), body) == decision_.chosen.end())
                decision_.chosen.push_back(body);
        std::sort(decision_.chosen.begin(), decision_.chosen.end());
        return true;
    }

    /// An item of a list, or a heading above what was found.
    [[nodiscard]] bool is_item(std::size_t body) const {
        return holds(body, body_feature("list-item")) || holds(body, body_feature("heads-entry"));
    }

    /// A round-up is of bodies of a kind, or of homes and agencies of several: never of councils and schools.
    [[nodiscard]] bool may_stand_beside(std::size_t body, std::size_t best) const {
        const std::string& type = decision_.story.bodies[body].type;
        const std::string& lead = decision_.story.bodies[best].type;
        return (type == kCouncilType) == (lead == kCouncilType);
    }

    [[nodiscard]] bool rated_or_typed(std::size_t body) const {
        return decision_.story.bodies[body].sign <= NameSign::type_word || holds(body, body_feature("rated-beside"));
    }

    /// A name that does not tell its type is of the kind that the story calls its subject.
    [[nodiscard]] const std::string& type_of(std::size_t body) const {
        const std::string& type = decision_.story.bodies[body].type;
        return type.empty() ? decision_.story.called : type;
    }

    void take_with_others(std::size_t best, bool several) {
        for (std::size_t body = 0; body < decision_.scores.size(); ++body)
            if (body == best || (several && is_another(body, best))) decision_.chosen.push_back(body);
        take_trust_of_several();
    }

    /// "a trust running two hospitals": of a trust and its hospitals, the trust, when it is what the story speaks of.
    void take_trust_of_several() {
        if (decision_.chosen.size() < 2) return;
        const BodyRegister& names = body_register();
        for (std::size_t trust = 0; trust < decision_.scores.size(); ++trust) {
            const std::uint32_t entry = decision_.story.bodies[trust].entry;
            if (entry == BodyMention::kNone || !holds(trust, body_feature("own-noun-most"))) continue;
            const bool owns = std::any_of(decision_.chosen.begin(), decision_.chosen.end(), [&](std::size_t body) {
                const std::uint32_t own = decision_.story.bodies[body].entry;
                return own != BodyMention::kNone && names.bodies[own].owner == names.bodies[entry].label;
            });
            if (!owns) continue;
            decision_.chosen = {trust};
            return;
        }
    }

    /// Whether another body is told of as the best one is. One that is given a rating of its own may be less sure.
    [[nodiscard]] bool is_another(std::size_t body, std::size_t best) const {
        const bool believed = decision_.story.bodies[body].sign < NameSign::capitals ||
                              decision_.story.bodies[best].sign >= NameSign::house || is_rated_there(body);
        if (!believed || !may_stand_beside(body, best)) return false;
        // Who runs the others was not itself inspected, nor was who is compared with them: "Nearby, Elm House".
        for (const std::size_t column :
             {body_feature("person"), body_feature("owner"), body_feature("runs-another"), body_feature("compared")})
            if (holds(body, column)) return false;
        const double score = decision_.scores[body];
        const double top = decision_.scores[best];
        if (holds(body, body_feature("is-rated")) && !holds(body, body_feature("recalled-beside")))
            return score > kEnoughForRated && (score > top - kFarthestOfRated || several_are_rated());
        return type_of(body) == type_of(best) && score > std::min(kEnoughForAnother, top - 1) &&
               score > top - kFarthestFromBest;
    }

    /// "Blythwater Care (Halesworth) good": a place and a grade beside the name.
    [[nodiscard]] bool is_rated_there(std::size_t body) const {
        return holds(body, body_feature("placed")) && holds(body, body_feature("rated-beside")) &&
               (holds(body, body_feature("told-in-paragraph")) || holds(body, body_feature("is-rated")));
    }

    /// Two bodies or more have a grade right behind their names.
    [[nodiscard]] bool several_are_rated() const {
        return !decision_.features.empty() &&
               decision_.features.front()[body_feature("story-several-rated")] >= kSeveralRated;
    }

    [[nodiscard]] bool is_headed_as_round_up() const {
        return std::any_of(reading_.title.matches.begin(), reading_.title.matches.end(),
                           [](const PhraseMatch& match) { return has_role(match, Role::roundup); });
    }

    /// "Gwent and South Wales Police": another body of the kind, joined to this one by "and" or a comma.
    [[nodiscard]] bool names_several(std::size_t best) const {
        const StoryBody& body = decision_.story.bodies[best];
        for (const BodySighting& sighting : body.sightings)
            for (std::size_t other = 0; other < decision_.story.bodies.size(); ++other) {
                if (other == best || decision_.story.bodies[other].type != body.type) continue;
                for (const BodySighting& near : decision_.story.bodies[other].sightings)
                    if (near.in_title == sighting.in_title && are_joined(near, sighting)) return true;
            }
        return false;
    }

    [[nodiscard]] bool are_joined(const BodySighting& a, const BodySighting& b) const {
        const NameSpan first = a.words.first < b.words.first ? a.words : b.words;
        const NameSpan second = a.words.first < b.words.first ? b.words : a.words;
        if (second.first < first.last || second.first > first.last + 1) return false;
        const Passage& passage = a.in_title ? reading_.title : reading_.body;
        if (passage.words[second.first].after_break) return false;
        if (second.first == first.last) return passage.words[second.first].after_comma;
        return passage.folded(first.last) == "and" && !passage.words[first.last].after_break;
    }

    /// "two hospitals", "both homes", "forces" in the title or the first sentences.
    [[nodiscard]] bool speaks_of_several() const {
        constexpr std::array<std::string_view, 25> kSeveral{
            "councils",     "authorities", "boroughs",  "surgeries", "units",     "both",     "hospitals",
            "schools",      "academies",   "homes",     "forces",    "prisons",   "jails",    "nurseries",
            "colleges",     "trusts",      "companies", "agencies",  "practices", "services", "respectively",
            "childminders", "providers",   "centres",   "preschools"};
        const auto speaks = [&](const Passage& passage, std::size_t last) {
            for (std::size_t word = 0; word < last; ++word) {
                const std::size_t length = passage.words[word].end - passage.words[word].begin;
                if (length < 4 || length > 12) continue;
                if (is_one_of(kSeveral, passage.folded(word))) return true;
            }
            return false;
        };
        return speaks(reading_.title, reading_.title.words.size()) ||
               speaks(reading_.body, end_of_lead(decision_.story, kLead));
    }

    const Reading& reading_;
    const BodyFeatures& shared_;
    BodyDecision& decision_;
};

}  // namespace

BodyDecision choose_bodies(const Reading& reading, std::string_view day) {
    if (!names_an_inspection(reading.title) && !names_an_inspection(reading.body)) return {};
    BodyDecision decision;
    decision.story = read_story_bodies(reading, day);
    const StoryFeatures shared = read_story_features(reading, decision.story);
    decision.partnership = shared.columns[body_feature("story-partnership")] != 0;
    decision.features = read_body_features(reading, decision.story, shared);
    for (const BodyFeatures& features : decision.features)
        decision.scores.push_back(add_up(body_weights().which, features));
    Chooser(reading, shared.columns, decision).choose();
    return decision;
}

std::vector<ConsideredBody> explain_bodies(const CleanArticle& article, std::string_view day) {
    const Reading reading = read_article(article);
    const BodyDecision decision = choose_bodies(reading, day);
    std::vector<ConsideredBody> considered;
    for (std::size_t i = 0; i < decision.scores.size(); ++i) {
        ConsideredBody body{
            .slug = decision.story.bodies[i].slug,
            .type = decision.story.bodies[i].type,
            .score = decision.scores[i],
            .story_score = decision.story_score,
            .chosen = std::find(decision.chosen.begin(), decision.chosen.end(), i) != decision.chosen.end(),
            .parts = {}};
        for (std::size_t column = 0; column < kBodyFeatures; ++column)
            if (decision.features[i][column] != 0)
                body.parts.push_back({kBodyFeatureNames[column], static_cast<double>(decision.features[i][column]),
                                      body_weights().which.by_feature[column]});
        std::stable_sort(body.parts.begin(), body.parts.end(), [](const auto& a, const auto& b) {
            return std::abs(a.value * a.weight) > std::abs(b.value * b.weight);
        });
        considered.push_back(std::move(body));
    }
    std::stable_sort(considered.begin(), considered.end(),
                     [](const ConsideredBody& a, const ConsideredBody& b) { return a.score > b.score; });
    return considered;
}

}  // namespace findings
