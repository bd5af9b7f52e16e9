#include "indexer/facets/provider/body_features.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/base/table_rows.hpp"
#include "common/text/ascii.hpp"
#include "indexer/facets/provider/name_context.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

/// A line of a round-up begins with its body; longer blocks are paragraphs.
constexpr std::size_t kEntryWords = 80;

/// "the trust", "our school": how often a story speaks so, by the noun.
struct SpokenNouns {
    struct Noun {
        std::size_t count = 0;  ///< behind "the" or "our"
        bool early = false;     ///< in the first sentences, "a" too
    };
    std::unordered_map<std::string, Noun> nouns;
    std::size_t own = 0;                                          ///< "we", "our"
    std::unordered_map<std::string_view, std::size_t> stand_ins;  ///< "the home", "the force": how many, by type

    [[nodiscard]] Noun of(const std::string& noun) const {
        const auto found = nouns.find(noun);
        return found == nouns.end() ? Noun{} : found->second;
    }
};

SpokenNouns read_spoken_nouns(const Reading& reading, const StoryBodies& story) {
    SpokenNouns spoken;
    const Passage& body = reading.body;
    const std::size_t last = story.sentences.empty() ? 0 : story.sentences.back().last;
    const std::size_t lead = end_of_lead(story, 3);
    for (std::size_t word = 0; word + 1 < last; ++word) {
        if (body.words[word].end - body.words[word].begin > 3) continue;
        const std::string article = body.folded(word);
        if (article == "we" || article == "our") ++spoken.own;
        if (article != "the" && article != "our" && article != "a") continue;
        SpokenNouns::Noun& noun = spoken.nouns[body.folded(word + 1)];
        if (article != "a") ++noun.count;
        noun.early = noun.early || word < lead;
    }
    const auto [begin, end] = body.matches_in(0, last);
    for (std::size_t i = begin; i < end; ++i)
        if (has_role(body.matches[i], Role::stands_for)) ++spoken.stand_ins[vocabulary_of(body.matches[i])->value];
    return spoken;
}

/// Fills the row of one body.
class BodyRow {
  public:
    BodyRow(const Reading& reading, const StoryBodies& story, const SpokenNouns& spoken, const StoryBody& body,
            BodyFeatures& row)
        : reading_(reading), story_(story), spoken_(spoken), body_(body), row_(row) {}

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
        constexpr std::array<std::string_view, 33> kOfficial{
            "department",   "association", "union",      "government", "party",      "news",      "bbc",
            "mail",         "office",      "court",      "ministry",   "minister",   "secretary", "commission",
            "society",      "institute",   "federation", "committee",  "parliament", "england",   "times",
            "guardian",     "gazette",     "post",       "telegraph",  "university", "executive", "board",
            "inspectorate", "agency",      "act",        "inquiry",    "ombudsman"};
        for (const std::string_view word : split_at(body_.slug, '-')) {
            if (body_.entry == BodyMention::kNone && is_personal_title(word)) set<body_feature("person")>();
            if (body_.sign >= NameSign::house && is_one_of(kOfficial, word)) set<body_feature("official-word")>();
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
        set<body_feature("rated-beside")>(own.rated || own.graded);
        set<body_feature("rated-lead")>((own.rated || own.graded) && lead);
        set<body_feature("finding-beside")>(own.finding);
        set<body_feature("inspectors-beside")>(own.inspectors || own.regulator);
        if (own.rated || own.graded || own.linked()) {
            recalled_ = recalled_ || own.recalled;
            told_ = told_ || !own.recalled;
            set<body_feature("fresh-beside")>(own.fresh);
        }
        const std::size_t number = sighting.sentence;
        set<body_feature("linked-before")>(number > 0 && story_.sentences[number - 1].linked());
        set<body_feature("linked-after")>(number + 1 < story_.sentences.size() &&
                                          story_.sentences[number + 1].linked());
        const BodyBlock* block = reading_.article.block_at(reading_.body.words[sighting.words.first].begin);
        if (block == nullptr) return;
        read_paragraph(*block, sighting);
        read_entry(*block, sighting);
    }

    /// What the paragraph that names it tells: a newsletter has one on the inspection among many.
    void read_paragraph(const BodyBlock& block, const BodySighting& sighting) {
        const Passage& body = reading_.body;
        const std::size_t end = body.word_at(block.span.end);
        bool who = false;
        bool what = false;
        std::size_t first = sighting.sentence;
        while (first > 0 && body.words[story_.sentences[first - 1].first].begin >= block.span.begin) --first;
        for (std::size_t i = first; i < story_.sentences.size() && story_.sentences[i].first < end; ++i) {
            const SentenceSigns& signs = story_.sentences[i];
            who = who || signs.regulator || signs.inspectors || signs.visit;
            what = what || ((signs.rated || signs.graded) && !signs.recalled);
        }
        set<body_feature("told-in-paragraph")>(who && what);
    }

    /// Whether a line or paragraph begins with the name, behind a number or bullet.
    void read_entry(const BodyBlock& block, const BodySighting& sighting) {
        if (sighting.sign == NameSign::bare_council) return;
        const Passage& body = reading_.body;
        std::size_t first = body.word_at(block.span.begin);
        const std::size_t last = body.word_at(block.span.end);
        const bool numbered = first + 1 < last && body.words[first].digits &&
                              body.words[first].end - body.words[first].begin <= 2 && body.words[first + 1].after_break;
        if (numbered) ++first;
        if (first < last && body.folded(first) == "the" && sighting.words.first == first + 1) ++first;
        if (first != sighting.words.first || last - first >= kEntryWords) return;
        set<body_feature("opens-entry")>();
        set<body_feature("list-item")>(numbered || block.role == BlockRole::list_item);
        set<body_feature("heads-entry")>(heads_entry(block, sighting, last - first));
    }

    /// "The Willows, Lytham", "Moorend Juniors – Good": a heading, with what was found in it or below it.
    [[nodiscard]] bool heads_entry(const BodyBlock& block, const BodySighting& sighting, std::size_t words) const {
        constexpr std::size_t kHeadingWords = 14;
        if (words > kHeadingWords || reading_.article.body[block.span.end - 1] == '.') return false;
        const auto [begin, end] = reading_.body.matches_in(sighting.words.first, sighting.words.last);
        for (std::size_t i = begin; i < end; ++i) {
            const PhraseMatch& match = reading_.body.matches[i];
            if (match.kind == PhraseKind::judged_area || has_role(match, Role::finding)) return false;
        }
        const auto tells = [](const SentenceSigns& signs) {
            return signs.rated || signs.graded || signs.inspectors || signs.regulator || signs.visit;
        };
        const std::size_t next = sighting.sentence + 1;
        return tells(story_.sentences[sighting.sentence]) ||
               (next < story_.sentences.size() && tells(story_.sentences[next])) ||
               (next + 1 < story_.sentences.size() && tells(story_.sentences[next + 1]));
    }

    void read_surroundings(const Passage& passage, const BodySighting& sighting) {
        const NameContext around = read_name_context(passage, sighting.words, body_.sign >= NameSign::house);
        set<body_feature("inspected-before")>(sighting.inspected || around.inspected);
        set<body_feature("owner")>(around.owner);
        set<body_feature("company")>(around.company);
        set<body_feature("after-at")>(around.after_at);
        set<body_feature("compared")>(around.compared);
        set<body_feature("called")>(around.called);
        set<body_feature("apposed")>(around.apposed && !around.owner);
        set<body_feature("person")>(around.person);
        set<body_feature("spoken-for")>(around.spoken_for);
        set<body_feature("rated-object")>(around.rated_object);
        set<body_feature("placed")>(around.placed);
        set<body_feature("to-come")>(around.to_come);
        set<body_feature("does-as-bodies-do")>(around.does_as_bodies_do);
        set<body_feature("speaks")>(around.speaks);
        set<body_feature("runs-another")>(around.runs_another);
        set<body_feature("is-run-by")>(around.is_run_by);
        set<body_feature("is-rated")>(around.is_rated);
    }

    /// "the trust", "our school": the last word of its name, or what a list says it is, stands for it.
    void read_own_noun() {
        const std::size_t dash = body_.slug.rfind('-');
        std::string noun = dash == std::string::npos ? std::string() : body_.slug.substr(dash + 1);
        if (noun == "police" || noun == "constabulary") noun = "force";
        SpokenNouns::Noun spoken = noun.empty() ? SpokenNouns::Noun{} : spoken_.of(noun);
        if (body_.entry != BodyMention::kNone && body_.type == "ambulance" && noun != "trust") {
            const SpokenNouns::Noun trust = spoken_.of("trust");
            spoken.count += trust.count;
            spoken.early = spoken.early || trust.early;
        }
        set<body_feature("own-noun-early")>(spoken.early);
        row_[body_feature("own-noun")] = share_of(spoken.count, 4);
        // A newsletter's own body: named in its title, and the text says "we".
        const bool titled = !body_.sightings.empty() && body_.sightings.front().in_title;
        set<body_feature("host")>(spoken_.own >= 4 && titled);
        set<body_feature("publishes")>(body_.publishes);
        row_[body_feature("publishes-own")] = body_.publishes ? share_of(spoken_.own, 4) : 0.0F;
    }

    void read_type() {
        if (body_.type.empty()) return;
        const bool agrees = body_.type == story_.called || is_called_so();
        set<body_feature("type-of-lead")>(agrees);
        set<body_feature("type-early")>(agrees && story_.called_early);
        set<body_feature("type-other")>(!agrees && !story_.called.empty());
        set<body_feature("council-of-home-story")>(body_.type == kCouncilType && story_.called_early);
        std::size_t same = 0;
        const StoryBody* first = nullptr;
        for (const StoryBody& other : story_.bodies) {
            if (other.type != body_.type) continue;
            if (first == nullptr) first = &other;
            ++same;
        }
        set<body_feature("only-of-type")>(same == 1);
        set<body_feature("first-of-type")>(same > 1 && first == &body_);
        const auto stands = spoken_.stand_ins.find(body_.type);
        row_[body_feature("stood-for")] = stands == spoken_.stand_ins.end() ? 0.0F : share_of(stands->second, 4);
        if (body_.entry == BodyMention::kNone) return;
        const RegisteredBody& entry = body_register().bodies[body_.entry];
        for (const StoryBody& other : story_.bodies)
            if (other.entry != BodyMention::kNone && body_register().bodies[other.entry].owner == entry.label)
                set<body_feature("trust-beside-its-own")>();
    }

    /// "An NHS trust": what else the lead may call a body of the list, such as an ambulance service.
    [[nodiscard]] bool is_called_so() const {
        return body_.entry != BodyMention::kNone && !story_.called.empty() &&
               has_role_in(reading_.body, 0, end_of_lead(story_, 2), Role::called, body_.type);
    }

    const Reading& reading_;
    const StoryBodies& story_;
    const SpokenNouns& spoken_;
    const StoryBody& body_;
    BodyFeatures& row_;
    bool ranked_ = false;
    bool recalled_ = false;  ///< a sentence that names it tells of another time
    bool told_ = false;      ///< … of this one
};

}  // namespace

std::vector<BodyFeatures> read_body_features(const Reading& reading, const StoryBodies& story,
                                             const StoryFeatures& shared) {
    const SpokenNouns spoken = read_spoken_nouns(reading, story);
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
        BodyRow(reading, story, spoken, story.bodies[i], rows[i]).read(all, most, shared.speaks_of_council);
        entries += rows[i][body_feature("opens-entry")] != 0 ? 1 : 0;
        if (listed && story.bodies[i].sign != NameSign::registered) rows[i][body_feature("registered-behind")] = 1;
    }
    std::size_t rated = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if ((story.bodies[i].sign < NameSign::bare_council || rows[i][body_feature("placed")] != 0) &&
            rows[i][body_feature("is-rated")] != 0 && rows[i][body_feature("recalled-beside")] == 0)
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
