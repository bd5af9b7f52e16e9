#include "indexer/facets/theme/find_themes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/index/vocabulary.hpp"
#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/theme/polarity.hpp"

namespace findings {
namespace {

// Weights of contexts and thresholds, set on half of the tests' corpus and held against the other half and the sample
// articles. A fifth more or less of most moves F1 by 0.01 at most; kThreshold and kNeutral trade precision for recall.
constexpr double kTitle = 1.3;
constexpr double kLead = 1.35;
constexpr double kSection = 1.5;
constexpr double kFinding = 1.0;
constexpr double kNeutral = 0.8;
constexpr double kPlain = 0.5;      ///< share of a plain statement's weight that goes to its expected direction
constexpr double kExpected = 0.25;  ///< a weaker expectation says nothing
constexpr double kCarried = 0.6;
constexpr double kToneShare = 0.8;
/// A long report finds fault in so many words; its plain statements are mild praise.
constexpr double kReportTone = 0.4;
constexpr double kAside = 0.3;
constexpr std::size_t kListThemes = 4;
constexpr double kListShare = 0.3;
constexpr double kNational = 1.6;    ///< a story about no one provider touches on much
constexpr double kOtherShare = 0.8;  ///< of the stronger direction: below it the weaker one is a side remark
constexpr double kSectionCue = 0.4;  ///< one such cue under "What needs to improve" is a weakness, in any long report
constexpr double kTitleVotes = 3;
constexpr double kVotes = 4;             ///< sentences with a direction that make a tone
constexpr std::size_t kLongestName = 6;  ///< words before a cue inside a name
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLeadSentences = 3;
constexpr double kThreshold = 0.57;         ///< of a story: one strong cue in a sentence
constexpr double kThresholdGrowth = 0.016;  ///< a long report mentions everything: for each sentence beyond a story's
constexpr double kRelative = 0.1;           ///< of the best theme's score: what is told in passing is no theme
constexpr std::size_t kStorySentences = 40;
constexpr std::size_t kShortStory = 20;  ///< sentences: in so few, what is told once is told on purpose
constexpr double kPassing = 0.04;        ///< score a sentence of the story, below which a theme is told in passing
constexpr double kDirection = 0.35;      ///< score a direction needs
constexpr double kDirectionGrowth = 0.010;

/// The best sentence so far.
struct Best {
    double score = 0;
    Span sentence;
    bool in_title = false;
};

struct ThemeScores {
    double total = 0;
    std::size_t told = 0;    ///< sentences, the title among them
    bool prominent = false;  ///< told in title or lead
    double strength = 0;
    double weakness = 0;
    double section_strength = 0;  ///< the best cue under a heading that settles the direction
    double section_weakness = 0;
    Best best;
    Best best_strength;
    Best best_weakness;
};

/// Themes of children's social care, which are about children in the care of a council. Reports on other bodies use
/// their words of other things: relatives, carers, moves.
constexpr std::array<std::string_view, 7> kChildrensCare{"kinship",      "permanence", "fostering", "care-leavers",
                                                         "unregistered", "early-help", "placements"};
constexpr std::array<std::string_view, 7> kNoChildrensCare{"care-home", "home-care", "gp",     "hospital",
                                                           "nursery",   "school",    "college"};

/// By theme, whether any of the types can have a finding about it.
std::vector<bool> possible_themes(const std::vector<std::string_view>& types) {
    const bool no_children = !types.empty() && std::all_of(types.begin(), types.end(), [](std::string_view type) {
        return std::find(kNoChildrensCare.begin(), kNoChildrensCare.end(), type) != kNoChildrensCare.end();
    });
    std::vector<bool> possible(theme_count(), true);
    if (!no_children) return possible;
    for (std::size_t theme = 0; theme < possible.size(); ++theme)
        possible[theme] =
            std::find(kChildrensCare.begin(), kChildrensCare.end(), theme_slug(theme)) == kChildrensCare.end();
    return possible;
}

class Themes {
  public:
    Themes(const Reading& reading, const ThemeContext& context)
        : reading_(reading),
          context_(context),
          sections_(read_sections(reading)),
          scores_(theme_count()),
          possible_(possible_themes(context.types)),
          told_(read_told(reading)),
          tone_(context.tone != 0 ? context.tone : text_tone()) {}

    std::vector<FoundTheme> find() {
        read_title();
        const auto& sentences = reading_.article.sentences;
        std::size_t block = 0;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            while (block < reading_.article.blocks.size() &&
                   reading_.article.blocks[block].span.end <= sentences[i].begin)
                ++block;
            const bool inside = block < reading_.article.blocks.size() &&
                                reading_.article.blocks[block].span.begin <= sentences[i].begin;
            read_sentence(i, inside ? sections_[block] : Polarity::none, block);
        }
        return choose(sentences.size());
    }

  private:
    /// By sentence, its praise less its fault: looked at several times each.
    static std::vector<double> read_told(const Reading& reading) {
        std::vector<double> told;
        told.reserve(reading.article.sentences.size());
        for (const Span& sentence : reading.article.sentences)
            told.push_back(
                sum_polarity(reading.body, reading.body.word_at(sentence.begin), reading.body.word_at(sentence.end)));
        return told;
    }

    /// Of an article without a grade: do more of its sentences praise or find fault?
    [[nodiscard]] double text_tone() const {
        double praise = 0;
        double fault = 0;
        const auto count = [&](double polarity, double weight) {
            if (polarity >= 0.5) praise += weight;
            if (polarity <= -0.5) fault += weight;
        };
        count(sum_polarity(reading_.title, 0, reading_.title.words.size()), kTitleVotes);
        for (const double told : told_) count(told, 1);
        return praise + fault < kVotes ? 0 : (praise - fault) / (praise + fault);
    }

    /// Whether a sentence tells what a body is, how it was inspected, or how it replies.
    [[nodiscard]] bool is_aside(std::size_t first, std::size_t last) const {
        const auto [begin, end] = reading_.body.matches_in(first, last);
        for (std::size_t i = begin; i < end; ++i)
            if (has_role(reading_.body.matches[i], Role::aside)) return true;
        return false;
    }

    /// "She said: “We are pleased …”": what a story quotes in the first person is the provider's, a parent's, a
    /// councillor's; inspectors are quoted on others.
    [[nodiscard]] bool is_reply(const Span& sentence, std::size_t first, std::size_t last) const {
        if (context_.kind != "news") return false;
        const std::string_view text = reading_.article.text_of(sentence);
        if (text.find('"') == std::string_view::npos && text.find("\xe2\x80\x9c") == std::string_view::npos &&
            text.find("\xe2\x80\x9d") == std::string_view::npos)
            return false;
        const auto [begin, end] = reading_.body.matches_in(first, last);
        for (std::size_t i = begin; i < end; ++i)
            if (has_role(reading_.body.matches[i], Role::inspect) ||
                has_role(reading_.body.matches[i], Role::regulator))
                return false;
        for (std::size_t word = first; word < last; ++word) {
            const Word& at = reading_.body.words[word];
            if (at.end - at.begin > 5) continue;
            const std::string folded = reading_.body.folded(word);
            if (folded == "we" || folded == "our" || folded == "i" || folded == "my" || folded == "we're" ||
                folded == "i'm" || folded == "we've" || folded == "i've")
                return true;
        }
        return false;
    }

    [[nodiscard]] bool is_judged(const Span& sentence) const {
        return std::any_of(context_.judged.begin(), context_.judged.end(),
                           [&](const Span& row) { return row.begin < sentence.end && sentence.begin < row.end; });
    }

    /// Whether a cue stands inside the name of a service, a post or a judgement area.
    static bool is_in_passing(const Passage& passage, const PhraseMatch& cue) {
        const std::size_t from = cue.first > kLongestName ? cue.first - kLongestName : 0;
        const auto [begin, end] = passage.matches_in(from, cue.first + 1);
        for (std::size_t i = begin; i < end; ++i) {
            const PhraseMatch& name = passage.matches[i];
            if (name.count > cue.count && name.first + name.count >= cue.first + cue.count &&
                has_role(name, Role::passing))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool is_name(const Span& cue) const {
        return std::any_of(context_.names.begin(), context_.names.end(),
                           [&](const Span& name) { return name.begin <= cue.begin && cue.end <= name.end; });
    }

    [[nodiscard]] bool is_story() const { return reading_.article.sentences.size() <= kStorySentences; }

    /// What a statement with neither praise nor fault is told as: like the sentence before it in its paragraph, else
    /// like the whole story. A turn is against either.
    [[nodiscard]] double expected_direction(std::size_t first, std::size_t last, std::size_t block) const {
        const double carried = block == carried_block_ ? carried_ : 0;
        const double told = std::abs(carried) >= 0.5 ? std::copysign(kCarried, carried)
                            : is_story()             ? kToneShare * tone_
                                                     : kReportTone;
        return opens_with_turn(reading_.body, first, last) ? -told : told;
    }

    void read_title() {
        const Passage& title = reading_.title;
        read_cues(title, 0, title.words.size(), kTitle, Polarity::none, tone_ * kToneShare, {}, true);
    }

    void read_sentence(std::size_t number, Polarity section, std::size_t block) {
        const Span sentence = reading_.article.sentences[number];
        const std::size_t first = reading_.body.word_at(sentence.begin);
        const std::size_t last = reading_.body.word_at(sentence.end);
        const bool past = std::any_of(context_.past.begin(), context_.past.end(),
                                      [&](const Span& span) { return span.begin == sentence.begin; });
        if (past) return;
        const bool story = is_story();
        const bool aside = is_judged(sentence) || is_reply(sentence, first, last) ||
                           (section == Polarity::none && is_aside(first, last));
        const double context = aside                                                     ? kAside
                               : section != Polarity::none                               ? kSection
                               : story && reading_.prose_before[number] < kLeadSentences ? kLead
                                                                                         : kFinding;
        read_cues(reading_.body, first, last, context, section, expected_direction(first, last, block), sentence,
                  false);
        if (block != carried_block_ || std::abs(told_[number]) >= 0.5) {
            carried_block_ = block;
            carried_ = told_[number];
        }
    }

    void read_cues(const Passage& passage, std::size_t first, std::size_t last, double context, Polarity section,
                   double expected, Span sentence, bool in_title) {
        struct Cue {
            double weight = 0;
            std::size_t word = 0;
        };
        std::vector<std::pair<std::uint8_t, Cue>> cues;
        const auto [begin, end] = passage.matches_in(first, last);
        for (std::size_t i = begin; i < end; ++i) {
            const PhraseMatch& match = passage.matches[i];
            if (match.kind != PhraseKind::theme_cue) continue;
            const ThemeCue& cue = lexicon().cues[match.value];
            if (!possible_[cue.theme] || (!in_title && is_name(passage.span_of(match)))) continue;
            if (is_in_passing(passage, match)) continue;
            const auto known =
                std::find_if(cues.begin(), cues.end(), [&](const auto& pair) { return pair.first == cue.theme; });
            if (known == cues.end()) {
                cues.push_back({cue.theme, {cue.weight, match.first}});
            } else {
                // A second cue of the theme in one sentence adds a little; the stronger one stands for both.
                const double both =
                    std::max(known->second.weight, cue.weight) + 0.25 * std::min(known->second.weight, cue.weight);
                if (cue.weight > known->second.weight) known->second.word = match.first;
                known->second.weight = both;
            }
        }
        // A sentence that lists five themes is about none of them, unless it lists faults.
        const bool list =
            cues.size() >= kListThemes && section == Polarity::none && sum_polarity(passage, first, last) > -0.5;
        const double share = list ? kListShare : 1.0;
        for (const auto& [theme, cue] : cues) {
            double direction = read_polarity(passage, first, last, cue.word);
            if (section == Polarity::weakness) direction = -2;
            if (section == Polarity::strength) direction = 2;
            ThemeScores& told = scores_[theme];
            if (section == Polarity::weakness) told.section_weakness = std::max(told.section_weakness, cue.weight);
            if (section == Polarity::strength) told.section_strength = std::max(told.section_strength, cue.weight);
            const bool finding = std::abs(direction) >= 0.5;
            ++told.told;
            told.prominent = told.prominent || in_title || context == kLead;
            const double score = cue.weight * share * context * (finding || in_title ? 1.0 : kNeutral);
            add(scores_[theme], score, finding ? direction : 0.0, {score, sentence, in_title});
            // A mere mention of a trouble still leans one way.
            const double leaning = expected + (in_title ? 0.0 : direction);
            if (!finding && std::abs(leaning) >= kExpected)
                add_plain(scores_[theme], leaning, {kPlain * cue.weight * share * context, sentence, in_title});
        }
    }

    static void add(ThemeScores& scores, double score, double direction, const Best& here) {
        const auto keep = [&](Best& best) {
            if (here.score > best.score) best = here;
        };
        scores.total += score;
        keep(scores.best);
        if (direction > 0) {
            scores.strength += score;
            keep(scores.best_strength);
        }
        if (direction < 0) {
            scores.weakness += score;
            keep(scores.best_weakness);
        }
    }

    /// A statement with neither praise nor fault: a little for the direction it is expected to have, its evidence when
    /// there is no better.
    static void add_plain(ThemeScores& scores, double expected, const Best& here) {
        (expected > 0 ? scores.strength : scores.weakness) += here.score;
        Best& best = expected > 0 ? scores.best_strength : scores.best_weakness;
        if (here.score > best.score) best = here;
    }

    [[nodiscard]] Evidence evidence_of(const Best& best, Polarity polarity, double confidence) const {
        const Rule rule{"theme-cue", "finding", confidence};
        Evidence evidence = best.in_title ? make_title_evidence(reading_.article, rule)
                                          : make_evidence(reading_.article, best.sentence, rule);
        evidence.polarity = polarity;
        return evidence;
    }

    /// Whether a story of some length mentions a theme once, behind its lead, or little for its length. A round-up
    /// tells of each body once.
    [[nodiscard]] bool is_passing(const ThemeScores& scores, std::size_t sentences) const {
        if (sentences < kShortStory || context_.kind == "report" || context_.kind == "letter") return false;
        if (scores.best.in_title || context_.types.size() > 1) return false;
        return (scores.told == 1 && !scores.prominent) || scores.total < kPassing * static_cast<double>(sentences);
    }

    std::vector<FoundTheme> choose(std::size_t sentences) {
        const double beyond = sentences > kStorySentences ? static_cast<double>(sentences - kStorySentences) : 0.0;
        const double threshold = (kThreshold + kThresholdGrowth * beyond) * (context_.types.empty() ? kNational : 1);
        const double direction = kDirection + kDirectionGrowth * beyond;
        double top = 0;
        for (const ThemeScores& scores : scores_) top = std::max(top, scores.total);
        std::vector<FoundTheme> found;
        for (std::size_t theme = 0; theme < scores_.size(); ++theme) {
            const ThemeScores& scores = scores_[theme];
            // A long report's growing threshold does this already.
            if (scores.total < threshold || (beyond <= 0 && scores.total < kRelative * top) ||
                is_passing(scores, sentences))
                continue;
            const double confidence = std::min(0.95, 0.5 + 0.2 * scores.total / threshold);
            FoundTheme row{.theme = theme,
                           .score = scores.total,
                           .evidence = {},
                           .strength_evidence = {},
                           .weakness_evidence = {}};
            row.strength = scores.section_strength >= kSectionCue ||
                           (scores.strength >= direction && scores.strength >= kOtherShare * scores.weakness);
            row.weakness = scores.section_weakness >= kSectionCue ||
                           (scores.weakness >= direction && scores.weakness >= kOtherShare * scores.strength);
            const Polarity main = scores.best.score <= 0              ? Polarity::none
                                  : scores.weakness > scores.strength ? Polarity::weakness
                                  : scores.strength > 0               ? Polarity::strength
                                                                      : Polarity::none;
            const Best& best = main == Polarity::weakness   ? scores.best_weakness
                               : main == Polarity::strength ? scores.best_strength
                                                            : scores.best;
            row.evidence = evidence_of(best, main, confidence);
            if (row.strength) row.strength_evidence = evidence_of(scores.best_strength, Polarity::strength, confidence);
            if (row.weakness) row.weakness_evidence = evidence_of(scores.best_weakness, Polarity::weakness, confidence);
            found.push_back(std::move(row));
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const FoundTheme& a, const FoundTheme& b) { return a.score > b.score; });
        return found;
    }

    const Reading& reading_;
    const ThemeContext& context_;
    std::vector<Polarity> sections_;
    std::vector<ThemeScores> scores_;
    std::vector<bool> possible_;         ///< by theme
    std::vector<double> told_;           ///< by sentence
    double tone_;                        ///< 1 all praise, -1 all fault
    std::size_t carried_block_ = kNone;  ///< the block of the last sentence with a direction, and its polarity
    double carried_ = 0;
};

}  // namespace

double tone_of(const std::vector<Award>& awards) {
    double sum = 0;
    int graded = 0;
    for (const Award& award : awards) {
        const Term* term = find_term(Field::grade, award.grade);
        if (term == nullptr) continue;
        int worst = 0;
        for (const Term& other : vocabulary(Field::grade))
            if (other.scale == term->scale) worst = std::max(worst, other.rank);
        if (worst == 0) continue;
        sum += 1 - 2.0 * term->rank / worst;
        ++graded;
    }
    return graded == 0 ? 0 : sum / graded;
}

std::vector<FoundTheme> find_themes(const Reading& reading, const ThemeContext& context) {
    if (context.kind == "other") return {};
    return Themes(reading, context).find();
}

}  // namespace findings
