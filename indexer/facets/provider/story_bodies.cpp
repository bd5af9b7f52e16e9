#include "indexer/facets/provider/story_bodies.hpp"

#include <algorithm>
#include <map>

#include "common/base/table_rows.hpp"
#include "common/text/name_slug.hpp"
#include "indexer/facets/provider/provider_parts.hpp"
#include "indexer/registers/gazetteer.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

constexpr std::size_t kLead = 5;

/// Whether all words of `few` stand in `many` in this order, the first words being the same.
bool is_short_form(std::string_view few, std::string_view many) {
    // Every name is compared with every other: most pairs end here.
    if (few.empty() || few.size() >= many.size() || few.front() != many.front()) return false;
    const auto a = split_at(few, '-');
    const auto b = split_at(many, '-');
    if (a.size() >= b.size() || a.front() != b.front()) return false;
    std::size_t at = 0;
    for (const std::string_view word : b)
        if (at < a.size() && a[at] == word) ++at;
    return at == a.size();
}

class Reader {
  public:
    Reader(const Reading& reading, std::string_view day) : reading_(reading), day_(day) {}

    StoryBodies read() {
        story_.title = read_title_signs(reading_);
        story_.sentences = read_sentence_signs(reading_, kStorySentences);
        read_called();
        add(reading_.title, true);
        add(reading_.body, false);
        drop_unsupported();
        add_placed_services();
        add_publisher();
        part_joint_names();
        join_short_forms();
        join_other_names();
        return std::move(story_);
    }

  private:
    /// What the story calls its subject. An area's partnership goes before the schools and homes it has to do with.
    void read_called() {
        const std::size_t opening = end_of_lead(story_, 2);
        const std::size_t title = reading_.title.words.size();
        if (names_partnership(reading_.title, title) || names_partnership(reading_.body, opening)) {
            story_.called = kCouncilType;
            story_.called_early = true;
            return;
        }
        story_.called = find_first_called_type(reading_.title, 0, title);
        if (story_.called.empty()) story_.called = find_first_called_type(reading_.body, 0, opening);
        story_.called_early = !story_.called.empty();
        if (story_.called.empty()) story_.called = find_first_called_type(reading_.body, 0, end_of_lead(story_, kLead));
        if (story_.called.empty()) story_.called = find_type_stood_for(reading_);
    }

    static bool names_partnership(const Passage& passage, std::size_t last) {
        const auto [begin, end] = passage.matches_in(0, last);
        return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                           passage.matches.begin() + static_cast<std::ptrdiff_t>(end), [](const PhraseMatch& match) {
                               return has_role(match, Role::council_subject) &&
                                      vocabulary_of(match)->value != kCouncilType;
                           });
    }

    /// Of forces, brigades and teams a story may name the place alone.
    void add_placed_services() {
        const bool named = std::any_of(story_.bodies.begin(), story_.bodies.end(),
                                       [&](const StoryBody& body) { return body.type == story_.called; });
        if (named || story_.called.empty()) return;
        const std::size_t last = story_.sentences.empty() ? 0 : story_.sentences.back().last;
        for (const bool in_title : {true, false}) {
            const Passage& passage = in_title ? reading_.title : reading_.body;
            for (BodyMention& mention :
                 find_placed_services(passage, 0, in_title ? passage.words.size() : last, story_.called))
                add_mention(passage, in_title, std::move(mention));
        }
    }

    /// A school's newsletter, a council's press office: who publishes may be who was inspected.
    void add_publisher() {
        for (BodyMention& mention : find_body_mentions(reading_.publisher, day_, true)) {
            const bool full = mention.sign == NameSign::registered || mention.sign == NameSign::type_word ||
                              mention.sign == NameSign::council;
            if (!full) continue;
            StoryBody& body = find_body(reading_.publisher, mention);
            body.publishes = true;
            body.sign = std::min(body.sign, mention.sign);
            if (body.type.empty()) body.type = mention.type;
        }
    }

    void add(const Passage& passage, bool in_title) {
        for (BodyMention& mention : find_body_mentions(passage, day_, in_title))
            add_mention(passage, in_title, std::move(mention));
    }

    void add_mention(const Passage& passage, bool in_title, BodyMention mention) {
        BodySighting sighting{in_title, mention.words, 0, mention.sign, mention.inspected};
        if (!in_title) {
            sighting.sentence = reading_.sentence_number(passage.words[mention.words.first].begin);
            if (sighting.sentence >= story_.sentences.size()) return;
        }
        StoryBody& body = find_body(passage, mention);
        if (body.sightings.empty() || mention.sign < body.sign) body.sign = mention.sign;
        // "Boughton Practice" is what the story calls it; only where it does not say, a GP's.
        const bool told = mention.sign != NameSign::house || story_.called.empty();
        if (body.type.empty() && told) body.type = mention.type;
        body.sightings.push_back(sighting);
    }

    StoryBody& find_body(const Passage& passage, const BodyMention& mention) {
        if (mention.body != BodyMention::kNone) {
            const RegisteredBody& entry = body_register().bodies[mention.body];
            std::string printed = mention.label.empty() ? printed_name(passage, mention.words, entry) : mention.label;
            for (StoryBody& body : story_.bodies)
                if (body.entry == mention.body) {
                    // The fullest form the text prints; the list's own where it prints initials only.
                    if (mention.sign == NameSign::registered &&
                        (body.sign == NameSign::brief || printed.size() > body.label.size()))
                        name(body, std::move(printed));
                    return body;
                }
            StoryBody body;
            body.entry = mention.body;
            name(body, mention.sign == NameSign::brief ? std::string(entry.label) : std::move(printed));
            story_.bodies.push_back(std::move(body));
            return story_.bodies.back();
        }
        StoryBody made;
        if (!mention.slug.empty())
            made.slug = mention.slug, made.label = mention.label;
        else
            name(made, make_name_label(passage.words_text(mention.words.first, mention.words.last)));
        for (StoryBody& body : story_.bodies)
            if (body.slug == made.slug) return body;
        story_.bodies.push_back(std::move(made));
        return story_.bodies.back();
    }

    /// The name as the text prints it; the list's own for "Plymouth's Youth Justice Service".
    static std::string printed_name(const Passage& passage, NameSpan words, const RegisteredBody& entry) {
        const bool borrowed = passage.words[words.first].possessive && words.first + 1 < words.last &&
                              entry.label.find("'s") == std::string_view::npos &&
                              entry.label.find("’s") == std::string_view::npos;
        if (borrowed) return std::string(entry.label);
        return make_name_label(passage.words_text(words.first, words.last));
    }

    static void name(StoryBody& body, std::string label) {
        body.slug = make_name_slug(label);
        body.label = std::move(label);
    }

    /// Initials and half a name stand for a body whose full name or place is beside them, or that is called what it is.
    void drop_unsupported() {
        std::erase_if(story_.bodies, [&](const StoryBody& body) {
            if (body.sign != NameSign::brief) return false;
            const RegisteredBody& entry = body_register().bodies[body.entry];
            const bool initials = has_initials(body);
            if (entry.type == story_.called && (initials || !is_place(body))) return false;
            return !initials || !names_region(entry.region);
        });
    }

    [[nodiscard]] const Passage& passage_of(const BodySighting& sighting) const {
        return sighting.in_title ? reading_.title : reading_.body;
    }

    [[nodiscard]] bool has_initials(const StoryBody& body) const {
        const BodySighting& first = body.sightings.front();
        const std::string_view text = passage_of(first).words_text(first.words.first, first.words.last);
        return text.size() >= 3 && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }

    [[nodiscard]] bool is_place(const StoryBody& body) const {
        const BodySighting& first = body.sightings.front();
        return names_place_in(passage_of(first), first.words.first, first.words.first + 1);
    }

    /// Whether the text names a council, a town or a county of a region.
    [[nodiscard]] bool names_region(std::string_view region) const {
        const Gazetteer& names = gazetteer();
        return std::any_of(reading_.body.matches.begin(), reading_.body.matches.end(), [&](const PhraseMatch& match) {
            switch (match.kind) {
                case PhraseKind::council:
                    return names.councils[match.value].region == region;
                case PhraseKind::district:
                    return names.councils[names.districts[match.value].council].region == region;
                case PhraseKind::area: {
                    const auto& regions = names.areas[match.value].regions;
                    return std::find(regions.begin(), regions.end(), region) != regions.end();
                }
                default:
                    return false;
            }
        });
    }

    /// "Park View and Nansen Primary": two bodies, when either part is the name of one elsewhere in the text.
    void part_joint_names() {
        constexpr std::string_view kAnd = "-and-";
        for (std::size_t i = 0; i < story_.bodies.size(); ++i) {
            const StoryBody& joint = story_.bodies[i];
            const std::size_t at = joint.slug.find(kAnd);
            if (at == std::string::npos || joint.entry != BodyMention::kNone || joint.sign == NameSign::council)
                continue;
            const std::string left = joint.slug.substr(0, at);
            const std::string right = joint.slug.substr(at + kAnd.size());
            const auto sightings = joint.sightings;
            bool parted = false;
            for (StoryBody& other : story_.bodies) {
                const bool part =
                    &other != &joint && (other.slug == left || other.slug == right || is_short_form(left, other.slug) ||
                                         is_short_form(right, other.slug));
                if (!part || other.slug.find(kAnd) != std::string::npos) continue;
                other.sightings.insert(other.sightings.end(), sightings.begin(), sightings.end());
                sort_sightings(other);
                parted = true;
            }
            if (parted) story_.bodies.erase(story_.bodies.begin() + static_cast<std::ptrdiff_t>(i--));
        }
    }

    static void sort_sightings(StoryBody& body) {
        std::stable_sort(body.sightings.begin(), body.sightings.end(),
                         [](const BodySighting& a, const BodySighting& b) {
                             if (a.in_title != b.in_title) return a.in_title;
                             return a.words.first < b.words.first;
                         });
    }

    static bool may_be_one(const StoryBody& a, const StoryBody& b) {
        if (a.sign == NameSign::council || a.sign == NameSign::bare_council || b.sign == NameSign::council ||
            b.sign == NameSign::bare_council)
            return false;
        if (a.entry != BodyMention::kNone && b.entry != BodyMention::kNone) return false;
        return a.type.empty() || b.type.empty() || a.type == b.type || a.sign == NameSign::house ||
               b.sign == NameSign::house;
    }

    /// "Parkhill" is Parkhill Nursing Home, "Darul Uloom School" Darul Uloom Islamic High School.
    void join_short_forms() {
        for (std::size_t i = 0; i < story_.bodies.size();) {
            StoryBody* longer = nullptr;
            std::size_t fits = 0;
            for (StoryBody& other : story_.bodies)
                if (&other != &story_.bodies[i] && may_be_one(story_.bodies[i], other) &&
                    is_short_form(story_.bodies[i].slug, other.slug)) {
                    longer = &other;
                    ++fits;
                }
            if (fits != 1) {
                ++i;
                continue;
            }
            StoryBody& brief = story_.bodies[i];
            longer->sightings.insert(longer->sightings.end(), brief.sightings.begin(), brief.sightings.end());
            sort_sightings(*longer);
            if (longer->type.empty()) longer->type = brief.type;
            if (brief.entry != BodyMention::kNone && longer->entry == BodyMention::kNone) longer->entry = brief.entry;
            longer->sign = std::min(longer->sign, brief.sign);
            story_.bodies.erase(story_.bodies.begin() + static_cast<std::ptrdiff_t>(i));
            // What is longer now may be short for another.
            i = 0;
        }
    }

    /// "Dr Malhotra and Partners, better known as the Owen Street surgery": one body, under its first name.
    void join_other_names() {
        for (std::size_t known = 0; known < reading_.body.words.size(); ++known) {
            if (reading_.body.folded(known) != "known") continue;
            const std::size_t as = find_as(known);
            if (as == 0) continue;
            StoryBody* named = nullptr;
            StoryBody* also = nullptr;
            for (StoryBody& body : story_.bodies)
                for (const BodySighting& sighting : body.sightings) {
                    if (sighting.in_title) continue;
                    if (sighting.words.last <= known && known - sighting.words.last <= 2) named = &body;
                    if (sighting.words.first > as && sighting.words.first - as <= 2) also = &body;
                }
            if (named == nullptr || also == nullptr || named == also || !may_be_one(*named, *also)) continue;
            named->sightings.insert(named->sightings.end(), also->sightings.begin(), also->sightings.end());
            sort_sightings(*named);
            if (named->type.empty()) named->type = also->type;
            if (named->entry == BodyMention::kNone) named->entry = also->entry;
            named->sign = std::min(named->sign, also->sign);
            story_.bodies.erase(story_.bodies.begin() + (also - story_.bodies.data()));
        }
    }

    /// The "as" behind "known", "better known to thousands in Tipton as"; 0 for none.
    [[nodiscard]] std::size_t find_as(std::size_t known) const {
        constexpr std::size_t kFarthest = 7;
        const Passage& body = reading_.body;
        for (std::size_t word = known + 1; word < std::min(body.words.size(), known + kFarthest); ++word) {
            if (body.words[word].after_break) return 0;
            if (body.folded(word) == "as") return word;
        }
        return 0;
    }

    const Reading& reading_;
    std::string_view day_;
    StoryBodies story_;
};

}  // namespace

StoryBodies read_story_bodies(const Reading& reading, std::string_view day) { return Reader(reading, day).read(); }

std::size_t end_of_lead(const StoryBodies& story, std::size_t count) {
    std::size_t end = 0;
    for (const SentenceSigns& sentence : story.sentences)
        if (sentence.rank < count) end = sentence.last;
    return end;
}

}  // namespace findings
