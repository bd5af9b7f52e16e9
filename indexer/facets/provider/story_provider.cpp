#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/kind/find_regulator.hpp"
#include "indexer/facets/provider/provider_parts.hpp"
#include "indexer/facets/provider/story_fallback.hpp"
#include "indexer/facets/provider/story_sentences.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

/// A round-up of a county's schools is long; further down a story only comments.
constexpr std::size_t kSentences = 120;
constexpr std::size_t kLead = 5;
constexpr std::size_t kTitle = static_cast<std::size_t>(-1);  ///< sentence number of the title
constexpr double kEnough = 2.0;
constexpr std::size_t kEntryWords = 14;

/// A body that the story may be about.
struct Candidate {
    FoundProvider provider;
    double score = 0;
    bool graded = false;  ///< a sentence or entry of its own gives it a grade
    bool entry = false;   ///< a line of a round-up
    bool evidence_set = false;
};

/// One place where a candidate is named.
struct Sighting {
    std::string slug;
    std::string label;
    std::string type;
    std::size_t sentence = 0;  ///< or kTitle
    std::size_t word = 0;
    double weight = 1;
    bool inspected = false;  ///< "inspection of" stands right before it
};

double position_weight(std::size_t rank) {
    if (rank == kTitle) return 6;
    constexpr std::array<double, 8> kFirst{5, 4, 3.2, 2.5, 2, 1.4, 1.2, 1};
    return rank < kFirst.size() ? kFirst[rank] : 0.5;
}

/// Collects and weighs everything one story names.
class Story {
  public:
    Story(const Reading& reading, std::string_view day)
        : reading_(reading),
          day_(day),
          title_(read_title_signs(reading)),
          sentences_(read_sentence_signs(reading, kSentences)) {
        called_ = find_first_called_type(reading.title, 0, reading.title.words.size());
        const std::size_t lead_end = end_of_lead(kLead);
        const std::size_t first_end = end_of_lead(2);
        if (called_.empty()) called_ = find_first_called_type(reading.body, 0, first_end);
        const bool early = !called_.empty();
        if (called_.empty()) called_ = find_first_called_type(reading.body, 0, lead_end);
        called_early_ = early;
    }

    std::vector<FoundProvider> find() {
        if (!is_about_an_inspection()) return {};
        collect(reading_.title, kTitle, 0, reading_.title.words.size());
        for (std::size_t i = 0; i < sentences_.size(); ++i)
            collect(reading_.body, i, sentences_[i].first, sentences_[i].last);
        weigh();
        std::vector<FoundProvider> found = choose();
        if (found.empty()) found = fall_back();
        return found;
    }

  private:
    [[nodiscard]] std::vector<FoundProvider> fall_back() const {
        // A name by its position alone is believed in a story that is told as an inspection's from the start.
        const bool told =
            title_.linked() || std::any_of(sentences_.begin(), sentences_.end(),
                                           [](const auto& sentence) { return sentence.rank < 4 && sentence.linked(); });
        if (told) {
            std::optional<FoundProvider> body = find_body_by_position(reading_, sentences_, called_);
            // A name that a pattern saw had nothing of an inspection beside it.
            if (body && !candidates_.contains(body->slug)) return {std::move(*body)};
        }
        if (auto body = find_unnamed_body(reading_, sentences_, called_)) return {std::move(*body)};
        return {};
    }

    /// The end of the first `count` sentences of prose, in words.
    [[nodiscard]] std::size_t end_of_lead(std::size_t count) const {
        std::size_t end = 0;
        for (const SentenceSigns& sentence : sentences_)
            if (sentence.rank < count) end = sentence.last;
        return end;
    }

    /// A finding of an inspectorate in the title or the lead, or both apart where the story calls its subject
    /// by its kind.
    [[nodiscard]] bool is_about_an_inspection() const {
        if (title_.linked() || ((title_.regulator || title_.inspectors) && !sentences_.empty())) return true;
        bool who = false;
        bool what = title_.rated;
        // A story on something else may recall an inspection in its third sentence; one on an inspection says so
        // before.
        bool told = title_.rated || title_.visit;
        for (const SentenceSigns& sentence : sentences_) {
            if (sentence.rank >= kLead) break;
            const bool inspection = sentence.regulator || sentence.inspectors || sentence.visit;
            told = told || (sentence.rank < 2 && inspection) || (sentence.rank == 0 && sentence.rated);
            if (sentence.rank < 4 && sentence.linked() && told) return true;
            who = who || sentence.regulator || sentence.inspectors;
            what = what || sentence.rated;
        }
        return who && what && (called_early_ || (told && speaks_of_council()));
    }

    [[nodiscard]] const SentenceSigns& signs(std::size_t sentence) const {
        return sentence == kTitle ? title_ : sentences_[sentence];
    }

    void collect(const Passage& passage, std::size_t sentence, std::size_t first, std::size_t last) {
        // The patterns read a passage: names are found once for each and shared out by their first word.
        const bool in_title = passage.text.data() == reading_.title.text.data();
        const auto& names = in_title ? title_names() : body_names();
        const auto begin =
            std::lower_bound(names.begin(), names.end(), first,
                             [](const BodyName& name, std::size_t word) { return name.words.first < word; });
        for (auto name = begin; name != names.end() && name->words.first < last; ++name) {
            if (name->needs_call && called_.empty()) continue;
            std::string type = name->needs_call ? called_ : name->type;
            const std::string label = make_name_label(passage.words_text(name->words.first, name->words.last));
            if (names_regulator(passage, name->words) || is_known_name(label)) continue;
            if (runs_another(passage, name->words.first)) continue;
            // Who "will take over the site" was not inspected.
            const std::size_t next = name->words.last;
            const bool to_come = next < passage.words.size() && passage.folded(next) == "will";
            sightings_.push_back({make_name_slug(label), label, std::move(type), sentence, name->words.first,
                                  to_come            ? 0.3
                                  : name->needs_call ? 0.9
                                                     : 1.0,
                                  name->inspected});
        }
        for (const CouncilMention& mention : in_title ? title_councils() : body_councils()) {
            if (mention.first < first || mention.first >= last) continue;
            // In a story about a home or a school a bare council's name is only where it is.
            if (!mention.dressed &&
                (called_early_ || sentence == kTitle ? called_early_ : signs(sentence).rank >= kLead))
                continue;
            if (!mention.dressed && !speaks_of_council()) continue;
            const Council& council = gazetteer().councils[mention.council];
            const double weight = (mention.dressed ? 1.0 : 0.6) * (called_early_ ? 0.35 : 1.0);
            sightings_.push_back({council.slug, council.label, "council-services", sentence, mention.first, weight});
        }
        for (const UnlistedCouncil& name : in_title ? title_unlisted() : body_unlisted()) {
            if (name.first < first || name.first >= last || runs_another(passage, name.first)) continue;
            const std::string label = make_name_label(passage.words_text(name.first, name.last));
            sightings_.push_back(
                {make_name_slug(label), label, "council-services", sentence, name.first, called_early_ ? 0.35 : 1.0});
        }
    }

    /// "on behalf of White Cart Council", "run by the charity Caledon Childcare", "hosted by": whose body it is.
    static bool runs_another(const Passage& passage, std::size_t word) {
        constexpr std::array<std::string_view, 10> kOwners{"the",   "a",     "charity", "company",  "firm",
                                                           "group", "local", "private", "provider", "national"};
        while (word > 0 && std::find(kOwners.begin(), kOwners.end(), passage.folded(word - 1)) != kOwners.end()) --word;
        if (word < 2) return false;
        const std::string before = passage.folded(word - 1);
        const std::string verb = passage.folded(word - 2);
        constexpr std::array<std::string_view, 8> kRun{"run",    "owned", "operated", "managed",
                                                       "hosted", "led",   "governed", "provided"};
        if (before == "by") return std::find(kRun.begin(), kRun.end(), verb) != kRun.end();
        return before == "of" && verb == "behalf";
    }

    /// A name that stands for no one body: a council's or a trust's are handled elsewhere.
    static bool is_known_name(const std::string& label) {
        return gazetteer().find_council(make_name_slug(label)) != nullptr;
    }

    static bool names_regulator(const Passage& passage, NameSpan words) {
        const auto [begin, end] = passage.matches_in(words.first, words.last);
        return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                           passage.matches.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const PhraseMatch& match) { return has_role(match, Role::regulator); });
    }

    /// "the council", "the authority", "children's services" in the lead.
    [[nodiscard]] bool speaks_of_council() const {
        const std::size_t end = end_of_lead(kLead);
        const auto speaks = [](const Passage& passage, std::size_t last) {
            const auto [from, to] = passage.matches_in(0, last);
            for (std::size_t i = from; i < to; ++i) {
                const VocabularyPhrase* phrase = vocabulary_of(passage.matches[i]);
                if (phrase == nullptr) continue;
                if (phrase->role == Role::stands_for && phrase->value == "council-services") return true;
                if (phrase->role == Role::facility && phrase->value == "council-services") return true;
            }
            return false;
        };
        return speaks(reading_.title, reading_.title.words.size()) || speaks(reading_.body, end);
    }

    /// How surely the sentence of a sighting tells an inspection's finding about it.
    [[nodiscard]] double link_of(const Sighting& sighting) const {
        const SentenceSigns& own = signs(sighting.sentence);
        if (sighting.sentence == kTitle) return own.linked() || own.rated ? 1.0 : 0.7;
        double link = own.linked() ? (own.rated ? 1.2 : 1.0) : 0.0;
        if (own.rated && own.rank < kLead) link = std::max(link, 0.9);
        if (sighting.inspected && own.rank < kLead) link = std::max(link, 1.0);
        // "A nursery in Pudsey has been judged outstanding. Acorn Lane Nursery was up from good": the
        // sentence before.
        const SentenceSigns* before = sighting.sentence > 0 ? &sentences_[sighting.sentence - 1] : nullptr;
        const bool titled = title_.linked() || title_.rated || title_.regulator || title_.inspectors;
        const bool lead_before = own.rank <= 3 && (called_early_ || sighting.type == "council-services") &&
                                 ((before != nullptr && (before->linked() || before->rated)) || titled);
        if (lead_before) link = std::max(link, own.owner || own.finding || own.rated ? 0.9 : 0.5);
        // "Leeds City Council's services have moved up a rung, with Ofsted describing …"
        if (own.rank == 0 && (own.regulator || own.inspectors)) link = std::max(link, 0.5);
        // "Weardale House has places for 20 children. It was rated good by Ofsted": the sentence after.
        if (own.rank <= (called_early_ ? 2U : 0U) && sighting.sentence + 1 < sentences_.size() &&
            sentences_[sighting.sentence + 1].linked())
            link = std::max(link, title_.finding ? 0.6 : 0.5);
        return link;
    }

    [[nodiscard]] bool is_entry(const Sighting& sighting) const {
        if (sighting.sentence == kTitle) return false;
        const SentenceSigns& own = signs(sighting.sentence);
        return own.last - own.first <= kEntryWords && sighting.word == own.first && sentences_.size() > 3 &&
               sighting.type != "council-services";
    }

    void weigh() {
        for (const Sighting& sighting : sightings_) {
            Candidate& candidate = candidates_[sighting.slug];
            const double link = link_of(sighting);
            const bool entry = is_entry(sighting);
            const double gain = position_weight(sighting.sentence == kTitle ? kTitle : signs(sighting.sentence).rank) *
                                link * sighting.weight;
            if (!candidate.evidence_set || (gain > best_gain_[sighting.slug] && link > 0)) {
                best_gain_[sighting.slug] = gain;
                candidate.evidence_set = true;
                const Rule rule{"story-lead", "provider", link >= 1 ? 0.92 : 0.8};
                candidate.provider.evidence =
                    sighting.sentence == kTitle
                        ? make_title_evidence(reading_.article, rule)
                        : make_evidence(reading_.article, reading_.body.words[sighting.word].begin, rule);
            }
            if (candidate.provider.slug.empty()) {
                candidate.provider.slug = sighting.slug;
                candidate.provider.label = sighting.label;
                candidate.provider.type = sighting.type;
                order_.push_back(sighting.slug);
            }
            candidate.score += candidate.score == 0 ? gain : gain * 0.4;
            candidate.entry = candidate.entry || entry;
            if (sighting.sentence != kTitle && signs(sighting.sentence).rated) candidate.graded = true;
        }
    }

    [[nodiscard]] bool promises_several() const {
        return std::any_of(reading_.title.matches.begin(), reading_.title.matches.end(),
                           [](const PhraseMatch& match) { return has_role(match, Role::roundup); });
    }

    std::vector<FoundProvider> choose() {
        std::vector<Candidate*> entries;
        std::vector<Candidate*> graded;
        Candidate* best = nullptr;
        for (const std::string& slug : order_) {
            Candidate& candidate = candidates_[slug];
            if (candidate.entry)
                entries.push_back(&candidate);
            else if (candidate.graded)
                graded.push_back(&candidate);
            if (best == nullptr || candidate.score > best->score) best = &candidate;
        }
        std::vector<FoundProvider> found;
        const bool several = promises_several();
        if (entries.size() >= 3 || (entries.size() >= 2 && several)) {
            for (Candidate* candidate : entries) found.push_back(finish(*candidate));
        } else if (several && graded.size() >= 2) {
            for (Candidate* candidate : graded)
                if (candidate->score >= 0.3) found.push_back(finish(*candidate));
        } else if (best != nullptr && best->score >= kEnough) {
            found.push_back(finish(*best));
        }
        return found;
    }

    FoundProvider finish(Candidate& candidate) {
        FoundProvider provider = candidate.provider;
        if (provider.type == "council-services") {
            if (speaks_of_partnership()) provider.type = "area-partnership";
            if (const Council* council = gazetteer().find_council(provider.slug))
                for (const PhraseMatch& match : reading_.body.matches)
                    if (match.kind == PhraseKind::deliverer && &gazetteer().councils[match.value] == council &&
                        provider.group.empty())
                        provider.group = std::string(council->deliverers.front());
        } else {
            const std::size_t end = end_of_lead(8);
            if (order_.size() < 3 || !promises_several()) provider.group = find_owner(reading_.body, 0, end);
            if (make_name_slug(provider.group) == provider.slug) provider.group.clear();
        }
        return provider;
    }

    /// A council's area inspection: SEND, or a joint one.
    [[nodiscard]] bool speaks_of_partnership() const {
        const auto speaks = [](const Passage& passage, std::size_t last) {
            const auto [from, to] = passage.matches_in(0, last);
            for (std::size_t i = from; i < to; ++i)
                if (has_role(passage.matches[i], Role::council_subject) &&
                    vocabulary_of(passage.matches[i])->value != "council-services")
                    return true;
            return false;
        };
        return speaks(reading_.title, reading_.title.words.size()) || speaks(reading_.body, end_of_lead(kLead));
    }

    const std::vector<BodyName>& title_names() {
        if (!title_names_) title_names_ = find_body_names(reading_.title, true);
        return *title_names_;
    }
    const std::vector<BodyName>& body_names() {
        if (!body_names_) body_names_ = find_body_names(reading_.body);
        return *body_names_;
    }
    const std::vector<CouncilMention>& title_councils() {
        if (!title_councils_) title_councils_ = find_council_mentions(reading_.title, day_);
        return *title_councils_;
    }
    const std::vector<CouncilMention>& body_councils() {
        if (!body_councils_) body_councils_ = find_council_mentions(reading_.body, day_);
        return *body_councils_;
    }

    const std::vector<UnlistedCouncil>& title_unlisted() {
        if (!title_unlisted_) title_unlisted_ = find_unlisted_councils(reading_.title);
        return *title_unlisted_;
    }
    const std::vector<UnlistedCouncil>& body_unlisted() {
        if (!body_unlisted_) body_unlisted_ = find_unlisted_councils(reading_.body);
        return *body_unlisted_;
    }

    const Reading& reading_;
    std::string_view day_;
    SentenceSigns title_;
    std::vector<SentenceSigns> sentences_;
    std::string called_;         ///< what the story calls its subject
    bool called_early_ = false;  ///< … in the title or the first two sentences
    std::vector<Sighting> sightings_;
    std::map<std::string, Candidate> candidates_;
    std::map<std::string, double> best_gain_;
    std::vector<std::string> order_;
    std::optional<std::vector<BodyName>> title_names_;
    std::optional<std::vector<BodyName>> body_names_;
    std::optional<std::vector<CouncilMention>> title_councils_;
    std::optional<std::vector<CouncilMention>> body_councils_;
    std::optional<std::vector<UnlistedCouncil>> title_unlisted_;
    std::optional<std::vector<UnlistedCouncil>> body_unlisted_;
};

}  // namespace

std::vector<FoundProvider> find_providers_of_story(const Reading& reading, std::string_view day) {
    return Story(reading, day).find();
}

}  // namespace findings
