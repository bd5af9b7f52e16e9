#include "indexer/facets/provider/body_features.hpp"

#include <algorithm>
#include <string>

#include "common/text/ascii.hpp"
#include "common/text/name_slug.hpp"
#include "indexer/facets/provider/story_features.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

/// A line of a round-up begins with its body; longer blocks are paragraphs.
constexpr std::size_t kEntryWords = 80;

constexpr std::array<std::string_view, 10> kPeople{"mr",   "mrs",  "ms",   "dr",        "sir",
                                                   "prof", "cllr", "miss", "professor", "lord"};

/// Posts that people hold.
constexpr std::array<std::string_view, 24> kPosts{
    "executive", "head",     "headteacher", "spokesman", "spokeswoman", "spokesperson", "manager",    "teacher",
    "principal", "governor", "inspector",   "director",  "secretary",   "minister",     "councillor", "leader",
    "chairman",  "chair",    "founder",     "professor", "constable",   "commissioner", "mp",         "nurse"};

/// "on behalf of White Cart Council", "run by the charity Caledon Childcare": whose body another is.
bool is_owner(const Passage& passage, std::size_t word) {
    constexpr std::array<std::string_view, 11> kNouns{"the",   "a",       "charity",  "company",  "firm",    "group",
                                                      "local", "private", "provider", "national", "operator"};
    while (word > 0 && is_one_of(kNouns, passage.folded(word - 1))) --word;
    if (word < 2 || passage.words[word].after_break) return false;
    const std::string before = passage.folded(word - 1);
    const std::string verb = passage.folded(word - 2);
    constexpr std::array<std::string_view, 9> kRun{"run", "owned",    "operated", "managed", "hosted",
                                                   "led", "governed", "provided", "employed"};
    if (before == "by") return is_one_of(kRun, verb);
    if (before == "of" && verb == "behalf") return true;
    return before == "owner" || before == "owners";
}

/// Fills the row of one body.
class BodyRow {
  public:
    BodyRow(const Reading& reading, const StoryBodies& story, const StoryBody& body, BodyFeatures& row)
        : reading_(reading), story_(story), body_(body), row_(row) {}

    void read(std::size_t all_names, std::size_t most, bool spoken_of) {
        read_name(spoken_of);
        read_counts(all_names, most);
        for (const BodySighting& sighting : body_.sightings) {
            read_surroundings(sighting.in_title ? reading_.title : reading_.body, sighting);
            if (sighting.in_title)
                set<body_feature("title")>();
            else
                read_sentence(sighting);
        }
        set<body_feature("recalled-beside")>(recalled_ && !told_);
        read_own_noun();
        read_type();
    }

  private:
    template <std::size_t kColumn>
    void set(bool holds = true) {
        if (holds) row_[kColumn] = 1;
    }

    void read_name(bool spoken_of) {
        set<body_feature("registered")>(body_.entry != BodyMention::kNone);
        set<body_feature("council")>(body_.sign == NameSign::council);
        set<body_feature("bare-council")>(body_.sign == NameSign::bare_council);
        const bool council = body_.sign == NameSign::council || body_.sign == NameSign::bare_council;
        set<body_feature("bare-unspoken")>(body_.sign == NameSign::bare_council && !spoken_of);
        set<body_feature("council-of-partnership")>(council && row_[body_feature("story-partnership")] != 0);
        set<body_feature("council-spoken-of")>(council && spoken_of);
        set<body_feature("type-word")>(body_.sign == NameSign::type_word);
        set<body_feature("house")>(body_.sign == NameSign::house);
        set<body_feature("capitals")>(body_.sign == NameSign::capitals);
        const auto words = static_cast<std::size_t>(std::count(body_.slug.begin(), body_.slug.end(), '-')) + 1;
        set<body_feature("single-word")>(words == 1 && !council);
        set<body_feature("long-name")>(words > 3);
        constexpr std::array<std::string_view, 34> kOfficial{
            "department", "association",  "union",      "government", "party",      "news",       "bbc",
            "mail",       "office",       "court",      "ministry",   "minister",   "secretary",  "commission",
            "society",    "institute",    "federation", "committee",  "parliament", "england",    "bbc",
            "times",      "guardian",     "gazette",    "post",       "telegraph",  "university", "executive",
            "board",      "inspectorate", "agency",     "act",        "inquiry",    "ombudsman"};
        std::string_view rest = body_.slug;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('-'), rest.size());
            if (body_.entry == BodyMention::kNone && is_one_of(kPeople, rest.substr(0, end)))
                set<body_feature("person")>();
            if (body_.sign >= NameSign::house && is_one_of(kOfficial, rest.substr(0, end)))
                set<body_feature("official-word")>();
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void read_counts(std::size_t all_names, std::size_t most) {
        const std::size_t count = body_.sightings.size();
        set<body_feature("named-twice")>(count >= 2);
        set<body_feature("named-thrice")>(count >= 3);
        set<body_feature("named-often")>(count >= 5);
        row_[body_feature("share-of-names")] = share_of(count, all_names);
        set<body_feature("most-named")>(count == most);
    }

    void read_sentence(const BodySighting& sighting) {
        const SentenceSigns& own = story_.sentences[sighting.sentence];
        if (!ranked_) {
            ranked_ = true;
            set<body_feature("rank-0")>(own.rank == 0);
            set<body_feature("rank-1")>(own.rank == 1);
            set<body_feature("rank-2")>(own.rank == 2);
            set<body_feature("rank-3")>(own.rank >= 3 && own.rank < 6);
            set<body_feature("rank-6")>(own.rank >= 6 && own.rank < 12);
            set<body_feature("rank-late")>(own.rank >= 12);
        }
        const bool lead = own.rank < 4;
        set<body_feature("linked")>(own.linked());
        set<body_feature("linked-lead")>(own.linked() && lead);
        set<body_feature("rated-beside")>(own.rated);
        set<body_feature("rated-lead")>(own.rated && lead);
        set<body_feature("finding-beside")>(own.finding);
        set<body_feature("inspectors-beside")>(own.inspectors || own.regulator);
        if (own.rated || own.linked()) {
            const bool recalled = is_recalled(reading_.body, own);
            recalled_ = recalled_ || recalled;
            told_ = told_ || !recalled;
            set<body_feature("fresh-beside")>(!recalled && is_fresh(reading_.body, own));
        }
        const std::size_t number = sighting.sentence;
        set<body_feature("linked-before")>(number > 0 && story_.sentences[number - 1].linked());
        set<body_feature("linked-after")>(number + 1 < story_.sentences.size() &&
                                          story_.sentences[number + 1].linked());
        read_entry(sighting);
    }

    /// Whether a line or paragraph begins with the name, behind a number or bullet.
    void read_entry(const BodySighting& sighting) {
        const BodyBlock* block = block_of(sighting);
        if (block == nullptr || sighting.sign == NameSign::bare_council) return;
        const Passage& body = reading_.body;
        std::size_t first = body.word_at(block->span.begin);
        const std::size_t last = body.word_at(block->span.end);
        const bool numbered = first + 1 < last && body.words[first].digits &&
                              body.words[first].end - body.words[first].begin <= 2 && body.words[first + 1].after_break;
        if (numbered) ++first;
        if (first < last && body.folded(first) == "the" && sighting.words.first == first + 1) ++first;
        if (first != sighting.words.first || last - first >= kEntryWords) return;
        set<body_feature("opens-entry")>();
        set<body_feature("list-item")>(numbered || block->role == BlockRole::list_item);
    }

    [[nodiscard]] const BodyBlock* block_of(const BodySighting& sighting) const {
        const auto& blocks = reading_.article.blocks;
        const std::size_t byte = reading_.body.words[sighting.words.first].begin;
        const auto after =
            std::upper_bound(blocks.begin(), blocks.end(), byte,
                             [](std::size_t at, const BodyBlock& block) { return at < block.span.begin; });
        return after == blocks.begin() ? nullptr : &*(after - 1);
    }

    void read_surroundings(const Passage& passage, const BodySighting& sighting) {
        set<body_feature("inspected-before")>(sighting.inspected || is_inspected(passage, sighting.words.first));
        set<body_feature("owner")>(is_owner(passage, sighting.words.first));
        set<body_feature("company")>(is_company_ending(passage.folded(sighting.words.last - 1)) ||
                                     (sighting.words.last < passage.words.size() &&
                                      !passage.words[sighting.words.last].after_break &&
                                      is_company_ending(passage.folded(sighting.words.last))));
        read_before(passage, sighting.words.first);
        read_after(passage, sighting.words.last);
    }

    /// "inspectors visited X", "inspection at X", "report into X".
    static bool is_inspected(const Passage& passage, std::size_t word) {
        if (word > 0 && !passage.words[word].after_break && passage.folded(word - 1) == "the") --word;
        if (word < 2 || passage.words[word].after_break) return false;
        const std::string before = passage.folded(word - 1);
        constexpr std::array<std::string_view, 7> kVerbs{"visited", "inspected",  "rated", "judged",
                                                         "branded", "criticised", "told"};
        if (is_one_of(kVerbs, before)) return true;
        constexpr std::array<std::string_view, 5> kLinks{"of", "at", "into", "to", "on"};
        constexpr std::array<std::string_view, 9> kNouns{"inspection", "inspections",  "visit",
                                                         "report",     "notification", "concern",
                                                         "concerns",   "review",       "failings"};
        if (!is_one_of(kLinks, before)) return false;
        return is_one_of(kNouns, passage.folded(word - 2)) || (word > 2 && passage.folded(word - 2) == "carried");
    }

    void read_before(const Passage& passage, std::size_t word) {
        if (word == 0 || passage.words[word].after_break) return;
        const std::string before = passage.folded(word - 1);
        set<body_feature("after-at")>(before == "at" || before == "inside" || before == "visited");
        constexpr std::array<std::string_view, 9> kCompare{"like", "unlike", "than",   "including",   "as",
                                                           "with", "other",  "nearby", "neighbouring"};
        set<body_feature("compared")>(is_one_of(kCompare, before));
        if (body_.sign >= NameSign::house)
            set<body_feature("person")>(is_one_of(kPosts, before) || is_one_of(kPosts, passage.folded(word)));
        set<body_feature("person")>(is_one_of(kPeople, before) || is_one_of(kPeople, passage.folded(word)));
        constexpr std::array<std::string_view, 5> kLinks{"of", "for", "at", "from", "with"};
        if (is_one_of(kLinks, before) && word > 1)
            set<body_feature("spoken-for")>(is_one_of(kPosts, passage.folded(word - 2)));
        // "rated X", "judged that X", "branded the X"
        for (std::size_t back = 1; back <= 3 && back <= word; ++back) {
            const std::size_t at = word - back;
            const auto [begin, end] = passage.matches_in(at, at + 1);
            for (std::size_t i = begin; i < end; ++i) {
                const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
                if (phrase != nullptr && phrase->role == Role::finding) set<body_feature("rated-object")>();
            }
            if (passage.words[at].after_break || passage.words[at].after_comma) break;
        }
    }

    void read_after(const Passage& passage, std::size_t word) {
        if (word >= passage.words.size() || passage.words[word].after_break) return;
        const std::string next = passage.folded(word);
        const bool comma = passage.words[word].after_comma;
        const std::size_t end = std::min(word + 14, passage.words.size());
        if (next == "in" || next == "near" || (comma && passage.words[word].capital)) {
            const auto [begin, last] = passage.matches_in(word, std::min(word + 3, passage.words.size()));
            for (std::size_t i = begin; i < last; ++i)
                set<body_feature("placed")>(passage.matches[i].kind <= PhraseKind::area);
        }
        set<body_feature("to-come")>(next == "will" || next == "hopes" || next == "plans");
        constexpr std::array<std::string_view, 18> kDone{
            "provides", "offers", "houses",   "employs", "accommodates", "serves", "teaches",  "caters", "places",
            "supports", "cares",  "recruits", "opened",  "has",          "looks",  "educates", "covers", "provided"};
        set<body_feature("does-as-bodies-do")>(is_one_of(kDone, next) && !comma);
        set<body_feature("speaks")>(next == "said" || next == "says" || next == "added");
        const std::string second = word + 1 < passage.words.size() ? passage.folded(word + 1) : std::string();
        set<body_feature("runs-another")>(
            (next == "which" && (second == "runs" || second == "owns" || second == "operates")) ||
            (!comma && (next == "runs" || next == "owns")));
        set<body_feature("is-run-by")>((comma && (next == "run" || next == "owned" || next == "operated")) ||
                                       (next == "which" && second == "is") ||
                                       (next == "is" && (second == "run" || second == "owned")));
        // "X was also rated", "X, in Leeds, has been judged"
        bool verb = false;
        for (std::size_t at = word; at < end && !passage.words[at].after_break; ++at) {
            const std::string folded = passage.folded(at);
            if (folded == "was" || folded == "were" || folded == "has" || folded == "been" || folded == "is" ||
                folded == "received" || folded == "got" || folded == "had" || folded == "have" || folded == "require" ||
                folded == "requires")
                verb = true;
            const auto [begin, last] = passage.matches_in(at, at + 1);
            for (std::size_t i = begin; i < last && verb; ++i) {
                const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
                if (phrase != nullptr && phrase->role == Role::finding && phrase->value == "rated")
                    set<body_feature("is-rated")>();
            }
        }
        // "Smith, the chief inspector of prisons": a person.
        for (std::size_t at = word; comma && body_.sign >= NameSign::house && at < std::min(word + 5, end); ++at) {
            if (at > word && passage.words[at].after_comma) break;
            set<body_feature("person")>(is_one_of(kPosts, passage.folded(at)));
        }
        // "Smith, 46,": a person.
        if (comma && passage.words[word].digits && passage.words[word].end - passage.words[word].begin == 2)
            set<body_feature("person")>();
    }

    /// "the trust", "our school": the last word of its name, or what a list says it is, stands for it.
    void read_own_noun() {
        const std::size_t dash = body_.slug.rfind('-');
        std::string noun = dash == std::string::npos ? std::string() : body_.slug.substr(dash + 1);
        if (noun == "police" || noun == "constabulary") noun = "force";
        const bool trust = body_.entry != BodyMention::kNone && body_.type == "ambulance";
        const Passage& body = reading_.body;
        const std::size_t last = story_.sentences.empty() ? 0 : story_.sentences.back().last;
        const std::size_t lead = end_of_lead(story_, 3);
        std::size_t count = 0;
        std::size_t own = 0;
        for (std::size_t word = 0; word + 1 < last; ++word) {
            const std::size_t length = body.words[word].end - body.words[word].begin;
            if (length > 3) continue;
            const std::string article = body.folded(word);
            if (article == "we" || article == "our") ++own;
            if (article != "the" && article != "our" && article != "a") continue;
            const std::string next = body.folded(word + 1);
            if (noun.empty() || (next != noun && !(trust && next == "trust"))) continue;
            if (article != "a") ++count;
            if (word < lead) set<body_feature("own-noun-early")>();
        }
        row_[body_feature("own-noun")] = share_of(count, 4);
        // A newsletter's own body: named in its title, and the text says "we".
        set<body_feature("host")>(own >= 4 && !body_.sightings.empty() && body_.sightings.front().in_title);
    }

    void read_type() {
        if (body_.type.empty()) return;
        const bool agrees = body_.type == story_.called;
        set<body_feature("type-of-lead")>(agrees);
        set<body_feature("type-early")>(agrees && story_.called_early);
        set<body_feature("type-other")>(!agrees && !story_.called.empty());
        set<body_feature("council-of-home-story")>(body_.type == "council-services" && story_.called_early);
        std::size_t same = 0;
        const StoryBody* first = nullptr;
        for (const StoryBody& other : story_.bodies) {
            if (other.type != body_.type) continue;
            if (first == nullptr) first = &other;
            ++same;
        }
        set<body_feature("only-of-type")>(same == 1);
        set<body_feature("first-of-type")>(same > 1 && first == &body_);
        const std::size_t last = story_.sentences.empty() ? 0 : story_.sentences.back().last;
        std::size_t stands = 0;
        const auto [begin, end] = reading_.body.matches_in(0, last);
        for (std::size_t i = begin; i < end; ++i) {
            const VocabularyPhrase* phrase = vocabulary_of(reading_.body.matches[i]);
            if (phrase != nullptr && phrase->role == Role::stands_for && phrase->value == body_.type) ++stands;
        }
        row_[body_feature("stood-for")] = share_of(stands, 4);
        if (body_.entry == BodyMention::kNone) return;
        const RegisteredBody& entry = body_register().bodies[body_.entry];
        for (const StoryBody& other : story_.bodies)
            if (other.entry != BodyMention::kNone && body_register().bodies[other.entry].owner == entry.label)
                set<body_feature("trust-beside-its-own")>();
    }

    const Reading& reading_;
    const StoryBodies& story_;
    const StoryBody& body_;
    BodyFeatures& row_;
    bool ranked_ = false;
    bool recalled_ = false;  ///< a sentence that names it tells of another time
    bool told_ = false;      ///< … of this one
};

}  // namespace

std::vector<BodyFeatures> read_body_features(const Reading& reading, const StoryBodies& story) {
    const StoryFeatures shared = read_story_features(reading, story);
    std::size_t all = 0;
    std::size_t most = 0;
    bool listed = false;
    for (const StoryBody& body : story.bodies) {
        all += body.sightings.size();
        most = std::max(most, body.sightings.size());
        listed = listed || body.sign == NameSign::registered;
    }
    std::vector<BodyFeatures> rows(story.bodies.size());
    std::size_t entries = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = shared.columns;
        BodyRow(reading, story, story.bodies[i], rows[i]).read(all, most, shared.speaks_of_council);
        entries += rows[i][body_feature("opens-entry")] != 0 ? 1 : 0;
        if (listed && story.bodies[i].sign != NameSign::registered) rows[i][body_feature("registered-behind")] = 1;
    }
    std::size_t rated = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (story.bodies[i].sign < NameSign::bare_council && rows[i][body_feature("is-rated")] != 0 &&
            rows[i][body_feature("recalled-beside")] == 0)
            ++rated;
    for (BodyFeatures& row : rows) row[body_feature("story-several-rated")] = rated < 2 ? 0.0F : share_of(rated, 3);
    const auto more = [](const BodyFeatures& a, const BodyFeatures& b) {
        return a[body_feature("own-noun")] < b[body_feature("own-noun")];
    };
    if (const auto nearest = std::max_element(rows.begin(), rows.end(), more);
        nearest != rows.end() && (*nearest)[body_feature("own-noun")] > 0)
        for (BodyFeatures& row : rows)
            row[body_feature("own-noun-most")] =
                row[body_feature("own-noun")] == (*nearest)[body_feature("own-noun")] ? 1 : 0;
    for (BodyFeatures& row : rows)
        if (entries >= 3 && row[body_feature("opens-entry")] != 0) row[body_feature("among-entries")] = 1;
    return rows;
}

}  // namespace findings
