#include "indexer/facets/provider/story_features.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::size_t kLead = 5;
constexpr std::size_t kOpening = 3;

/// Words of courts and of politics: such stories recall inspections. They count in the title and the first sentences:
/// further down a union or a minister comments on an inspection.
constexpr std::array<std::string_view, 22> kCourt{
    "court",   "sentenced", "jailed",     "trial",    "guilty",  "murder",      "manslaughter", "inquest",
    "coroner", "jury",      "prosecuted", "arrested", "charged", "magistrates", "convicted",    "bail",
    "judge",   "killed",    "strike",     "strikes",  "stole",   "tribunal"};
constexpr std::array<std::string_view, 25> kElsewhere{
    "minister",     "mps",        "parliament", "campaign",  "union",  "conference", "committee",
    "planning",     "election",   "petition",   "ministers", "labour", "tory",       "consultation",
    "survey",       "statistics", "proposals",  "proposal",  "votes",  "bill",       "crime",
    "commissioner", "retire",     "appointed",  "flats"};

/// What the sentences of a story tell, added up.
struct StoryCounts {
    std::size_t prose = 0;
    std::size_t linked = 0;
    std::size_t rated = 0;
    std::size_t inspectors = 0;                ///< names an inspectorate or speaks of inspectors
    std::size_t speaks = 0;                    ///< of an inspection in any way
    std::size_t signed_ones = 0;               ///< inspectors or a grade
    std::size_t recalled = 0;                  ///< of these, told of another time
    std::size_t fresh = 0;                     ///< of these, news
    std::size_t told = 0;                      ///< fresh, with a finding
    std::size_t last_signed = 0;               ///< sentences of prose up to the last of these
    std::size_t first_told = kStorySentences;  ///< rank of the first sentence with inspectors
};

StoryCounts count_sentences(const StoryBodies& story) {
    StoryCounts counts;
    for (const SentenceSigns& sentence : story.sentences) {
        if (sentence.last - sentence.first >= 4) ++counts.prose;
        counts.linked += sentence.linked() ? 1 : 0;
        counts.rated += sentence.rated || sentence.graded ? 1 : 0;
        counts.speaks += sentence.speaks_of_inspection() || sentence.graded ? 1 : 0;
        const bool told = sentence.inspectors || sentence.regulator;
        counts.inspectors += told ? 1 : 0;
        if (told) counts.first_told = std::min(counts.first_told, sentence.rank);
        if (!told && !sentence.rated && !sentence.graded) continue;
        ++counts.signed_ones;
        counts.last_signed = counts.prose;
        counts.recalled += sentence.recalled ? 1 : 0;
        counts.fresh += sentence.fresh ? 1 : 0;
        counts.told += sentence.fresh && told && (sentence.finding || sentence.rated) ? 1 : 0;
    }
    return counts;
}

/// The story's own features, the same for each of its bodies.
class StoryColumns {
  public:
    StoryColumns(const Reading& reading, const StoryBodies& story) : reading_(reading), story_(story) {}

    StoryFeatures read() {
        read_sentences();
        read_lead();
        const std::size_t lead = end_of_lead(story_, kLead);
        set<body_feature("story-national")>(speaks_of(lead, Role::national));
        const bool partnership = speaks_of(lead, Role::council_subject, "area-partnership") ||
                                 speaks_of(lead, Role::council_subject, "story-partnership");
        set<body_feature("story-partnership")>(partnership);
        set<body_feature("story-withheld")>(has_role_in(reading_.body, 0, lead, Role::withheld));
        const bool council =
            speaks_of(lead, Role::stands_for, kCouncilType) || speaks_of(lead, Role::facility, kCouncilType);
        set<body_feature("story-council-spoken-of")>(council);
        set<body_feature("story-called-early")>(story_.called_early);
        set<body_feature("story-uncalled")>(story_.called.empty() && !council && !partnership);
        count_other_matters();
        return {columns_, council || partnership};
    }

  private:
    template <std::size_t kColumn>
    void set(bool holds) {
        if (holds) columns_[kColumn] = 1;
    }

    [[nodiscard]] bool speaks_of(std::size_t lead, Role role, std::string_view value = {}) const {
        return has_role_in(reading_.body, 0, lead, role, value) ||
               has_role_in(reading_.title, 0, reading_.title.words.size(), role, value);
    }

    void read_sentences() {
        const StoryCounts counts = count_sentences(story_);
        const SentenceSigns& title = story_.title;
        const bool titled = title.inspectors || title.regulator;
        columns_[body_feature("story-linked")] = share_of(counts.linked, 4);
        columns_[body_feature("story-linked-share")] = share_of(counts.linked * 2, counts.prose);
        columns_[body_feature("story-rated")] = share_of(counts.rated, 4);
        columns_[body_feature("story-inspectors")] = share_of(counts.inspectors, 6);
        columns_[body_feature("story-inspectors-share")] = share_of(counts.inspectors * 2, counts.prose);
        columns_[body_feature("story-speaks-share")] = share_of(counts.speaks, counts.prose);
        columns_[body_feature("story-told")] = share_of(counts.told, 3);
        set<body_feature("story-untold")>(counts.inspectors == 0 && !titled);
        set<body_feature("story-told-once")>(counts.inspectors == 1 && counts.prose > 5 && !titled);
        set<body_feature("story-told-late")>(counts.first_told >= 4 && !titled);
        set<body_feature("story-recalled")>(counts.recalled > 0 && counts.recalled == counts.signed_ones && !titled);
        columns_[body_feature("story-fresh")] = share_of(counts.fresh, 2);
        set<body_feature("story-told-last")>(counts.signed_ones == 1 && counts.last_signed == counts.prose &&
                                             counts.prose > 2 && !titled);
        set<body_feature("story-unrated")>(counts.rated == 0 && !title.rated && !title.graded);
    }

    void read_lead() {
        const SentenceSigns& title = story_.title;
        set<body_feature("story-title-linked")>(title.linked());
        set<body_feature("story-title-rated")>(title.rated || title.graded);
        set<body_feature("story-title-inspection")>(title.inspection || title.inspectors || title.regulator);
        set<body_feature("story-visit")>(title.visit);
        for (const SentenceSigns& sentence : story_.sentences) {
            set<body_feature("story-visit")>(sentence.rank < 6 && sentence.visit);
            if (sentence.rank >= kOpening) continue;
            set<body_feature("story-lead-linked")>(sentence.linked());
            set<body_feature("story-lead-rated")>(sentence.rated || sentence.graded);
            set<body_feature("story-lead-inspectors")>(sentence.inspectors || sentence.regulator);
            set<body_feature("story-lead-speaks")>(sentence.rank == 0 && sentence.speaks_of_inspection());
        }
    }

    void count_other_matters() {
        std::size_t court = 0;
        std::size_t elsewhere = 0;
        const auto count = [&](const Passage& passage, std::size_t last, bool title) {
            for (std::size_t word = 0; word < last; ++word) {
                const std::size_t length = passage.words[word].end - passage.words[word].begin;
                if (length < 3 || length > 12) continue;
                const std::string folded = passage.folded(word);
                const bool of_court = is_one_of(kCourt, folded);
                const bool of_other = !of_court && is_one_of(kElsewhere, folded);
                court += of_court ? 1 : 0;
                elsewhere += of_other ? 1 : 0;
                set<body_feature("story-title-elsewhere")>(title && (of_court || of_other));
            }
        };
        count(reading_.title, reading_.title.words.size(), true);
        count(reading_.body, end_of_lead(story_, kOpening), false);
        columns_[body_feature("story-court")] = share_of(court, 2);
        columns_[body_feature("story-politics")] = share_of(elsewhere, 2);
    }

    const Reading& reading_;
    const StoryBodies& story_;
    BodyFeatures columns_{};
};

}  // namespace

float share_of(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0F : std::min(1.0F, static_cast<float>(part) / static_cast<float>(whole));
}

StoryFeatures read_story_features(const Reading& reading, const StoryBodies& story) {
    return StoryColumns(reading, story).read();
}

}  // namespace findings
