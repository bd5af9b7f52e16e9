#include "indexer/facets/provider/story_features.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::size_t kLead = 5;

constexpr std::array<std::string_view, 10> kPeople{"mr",   "mrs",  "ms",   "dr",        "sir",
                                                   "prof", "cllr", "miss", "professor", "lord"};

bool names_role(const Passage& passage, std::size_t first, std::size_t last, Role role, std::string_view value = {}) {
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
        if (phrase != nullptr && phrase->role == role && (value.empty() || phrase->value == value)) return true;
    }
    return false;
}

/// Words of courts and of politics: such stories recall inspections.
constexpr std::array<std::string_view, 20> kCourt{"court",      "sentenced",    "jailed",  "trial",       "guilty",
                                                  "murder",     "manslaughter", "inquest", "coroner",     "jury",
                                                  "prosecuted", "arrested",     "charged", "magistrates", "convicted",
                                                  "bail",       "judge",        "killed",  "strike",      "strikes"};
constexpr std::array<std::string_view, 22> kPolitics{
    "minister",  "mps",      "parliament", "campaign", "union", "conference",   "committee", "planning",
    "election",  "petition", "ministers",  "labour",   "tory",  "consultation", "survey",    "statistics",
    "proposals", "proposal", "votes",      "bill",     "crime", "commissioner"};

/// The story's own features, the same for each of its bodies.
class StoryColumns {
  public:
    StoryColumns(const Reading& reading, const StoryBodies& story) : reading_(reading), story_(story) {}

    StoryFeatures read() {
        std::size_t linked = 0;
        std::size_t rated = 0;
        std::size_t inspectors = 0;
        std::size_t prose = 0;
        std::size_t first_told = kStorySentences;
        std::size_t signed_sentences = 0;
        std::size_t last_signed = 0;
        std::size_t recalled = 0;
        std::size_t fresh = 0;
        for (const SentenceSigns& sentence : story_.sentences) {
            if (sentence.last - sentence.first >= 4) ++prose;
            linked += sentence.linked() ? 1 : 0;
            rated += sentence.rated ? 1 : 0;
            const bool told = sentence.inspectors || sentence.regulator;
            inspectors += told ? 1 : 0;
            if (told) first_told = std::min(first_told, sentence.rank);
            if (told || sentence.rated) {
                ++signed_sentences;
                last_signed = prose;
                if (is_recalled(reading_.body, sentence))
                    ++recalled;
                else if (is_fresh(reading_.body, sentence))
                    ++fresh;
            }
            if (sentence.rank < 3) {
                if (sentence.linked()) columns_[body_feature("story-lead-linked")] = 1;
                if (sentence.rated) columns_[body_feature("story-lead-rated")] = 1;
                if (told) columns_[body_feature("story-lead-inspectors")] = 1;
            }
            if (sentence.rank < 6 && sentence.visit) columns_[body_feature("story-visit")] = 1;
        }
        columns_[body_feature("story-title-linked")] = story_.title.linked() ? 1 : 0;
        columns_[body_feature("story-title-rated")] = story_.title.rated ? 1 : 0;
        if (story_.title.visit) columns_[body_feature("story-visit")] = 1;
        columns_[body_feature("story-linked")] = share_of(linked, 4);
        columns_[body_feature("story-linked-share")] = share_of(linked * 2, prose);
        columns_[body_feature("story-rated")] = share_of(rated, 4);
        columns_[body_feature("story-inspectors")] = share_of(inspectors, 6);
        columns_[body_feature("story-inspectors-share")] = share_of(inspectors * 2, prose);
        const bool titled = story_.title.inspectors || story_.title.regulator;
        columns_[body_feature("story-untold")] = inspectors == 0 && !titled ? 1 : 0;
        columns_[body_feature("story-told-once")] = inspectors == 1 && prose > 5 && !titled ? 1 : 0;
        columns_[body_feature("story-told-late")] = first_told >= 4 && !titled ? 1 : 0;
        columns_[body_feature("story-recalled")] = recalled > 0 && recalled == signed_sentences && !titled ? 1 : 0;
        columns_[body_feature("story-fresh")] = share_of(fresh, 2);
        columns_[body_feature("story-told-last")] =
            signed_sentences == 1 && last_signed == prose && prose > 2 && !titled ? 1 : 0;
        columns_[body_feature("story-unrated")] = rated == 0 && !story_.title.rated ? 1 : 0;
        columns_[body_feature("story-called-early")] = story_.called_early ? 1 : 0;
        const std::size_t lead = end_of_lead(story_, kLead);
        const Passage& title = reading_.title;
        columns_[body_feature("story-national")] = names_role(reading_.body, 0, lead, Role::national) ||
                                                           names_role(title, 0, title.words.size(), Role::national)
                                                       ? 1
                                                       : 0;
        partnership_ = names_role(reading_.body, 0, lead, Role::council_subject, "area-partnership") ||
                       names_role(reading_.body, 0, lead, Role::council_subject, "story-partnership") ||
                       names_role(title, 0, title.words.size(), Role::council_subject, "area-partnership") ||
                       names_role(title, 0, title.words.size(), Role::council_subject, "story-partnership");
        columns_[body_feature("story-partnership")] = partnership_ ? 1 : 0;
        columns_[body_feature("story-withheld")] = names_role(reading_.body, 0, lead, Role::withheld) ? 1 : 0;
        council_ = names_role(reading_.body, 0, lead, Role::stands_for, "council-services") ||
                   names_role(reading_.body, 0, lead, Role::facility, "council-services") ||
                   names_role(title, 0, title.words.size(), Role::stands_for, "council-services") ||
                   names_role(title, 0, title.words.size(), Role::facility, "council-services");
        columns_[body_feature("story-council-spoken-of")] = council_ ? 1 : 0;
        columns_[body_feature("story-uncalled")] = story_.called.empty() && !council_ && !partnership_ ? 1 : 0;
        count_other_matters();
        return {columns_, council_ || partnership_};
    }

  private:
    void count_other_matters() {
        std::size_t court = 0;
        std::size_t politics = 0;
        const Passage& body = reading_.body;
        const std::size_t last = story_.sentences.empty() ? 0 : story_.sentences.back().last;
        for (std::size_t word = 0; word < last; ++word) {
            const std::size_t length = body.words[word].end - body.words[word].begin;
            if (length < 3 || length > 12) continue;
            const std::string folded = body.folded(word);
            if (is_one_of(kCourt, folded))
                ++court;
            else if (is_one_of(kPolitics, folded))
                ++politics;
        }
        for (std::size_t word = 0; word < reading_.title.words.size(); ++word) {
            const std::string folded = reading_.title.folded(word);
            if (is_one_of(kCourt, folded) || is_one_of(kPolitics, folded))
                columns_[body_feature("story-title-elsewhere")] = 1;
        }
        // By length: a long story has room for both.
        columns_[body_feature("story-court")] = share_of(court * 60, std::max<std::size_t>(last, 120));
        columns_[body_feature("story-politics")] = share_of(politics * 60, std::max<std::size_t>(last, 120));
    }

    const Reading& reading_;
    const StoryBodies& story_;
    BodyFeatures columns_{};
    bool council_ = false;
    bool partnership_ = false;
};

}  // namespace

float share_of(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0F : std::min(1.0F, static_cast<float>(part) / static_cast<float>(whole));
}

bool is_recalled(const Passage& body, const SentenceSigns& sentence) {
    constexpr std::array<std::string_view, 8> kAlone{"previously", "currently", "ago",  "earlier",
                                                     "previous",   "since",     "once", "former"};
    constexpr std::array<std::string_view, 8> kAfterLast{"year",   "month",  "summer",     "autumn",
                                                         "spring", "winter", "inspection", "inspected"};
    // "good, up from inadequate in 2022" tells of today's grade as well.
    constexpr std::array<std::string_view, 9> kNow{"now",        "up",       "down",  "fallen", "dropped",
                                                   "downgraded", "upgraded", "moved", "rates"};
    bool recalled = false;
    for (std::size_t word = sentence.first; word < sentence.last; ++word) {
        const std::string folded = body.folded(word);
        if (is_one_of(kNow, folded)) return false;
        if (is_one_of(kAlone, folded)) recalled = true;
        if (word + 1 >= sentence.last) break;
        const std::string next = body.folded(word + 1);
        recalled = recalled || (folded == "last" && is_one_of(kAfterLast, next)) ||
                   (folded == "is" && (next == "rated" || next == "graded")) ||
                   ((folded == "in" || folded == "since") && body.words[word + 1].digits && next.size() == 4);
    }
    return recalled;
}

bool is_fresh(const Passage& body, const SentenceSigns& sentence) {
    constexpr std::array<std::string_view, 8> kAlone{"today", "yesterday", "latest",    "published",
                                                     "new",   "recent",    "following", "unannounced"};
    for (std::size_t word = sentence.first; word < sentence.last; ++word) {
        const std::string folded = body.folded(word);
        if (is_one_of(kAlone, folded)) return true;
        if (word + 1 >= sentence.last) break;
        const std::string next = body.folded(word + 1);
        if ((folded == "has" || folded == "have") && (next == "been" || next == "found" || next == "rated"))
            return true;
        if ((folded == "inspectors" || folded == "report" || folded == "watchdog") &&
            (next == "found" || next == "said" || next == "says" || next == "saw" || next == "praised" ||
             next == "wrote"))
            return true;
    }
    return false;
}

StoryFeatures read_story_features(const Reading& reading, const StoryBodies& story) {
    return StoryColumns(reading, story).read();
}

}  // namespace findings
