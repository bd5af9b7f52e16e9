#include "indexer/facets/grade/grade_subject.hpp"

#include <algorithm>

namespace findings {
namespace {

using enum TokenClass;

constexpr TokenClasses kCommaLike =
    bit_of(comma) | bit_of(open) | bit_of(close) | bit_of(dash) | bit_of(colon) | bit_of(semicolon) | bit_of(line);
constexpr TokenClasses kStops = bit_of(stop) | bit_of(edge);
constexpr TokenClasses kKnown = bit_of(area) | bit_of(name) | bit_of(body) | bit_of(whole) | bit_of(plural) |
                                bit_of(overall) | bit_of(noun) | bit_of(reg) | bit_of(part) | bit_of(capital);
constexpr TokenClasses kSmall = bit_of(det) | bit_of(light) | bit_of(aux) | bit_of(prep) | bit_of(number) |
                                bit_of(numword) | bit_of(later) | bit_of(month) | bit_of(year) | bit_of(bound);

/// Words that a rule asks for one by one.
struct KnownWords {
    std::uint32_t at, of, on, in, for_word, its, their, children, that, we, we_have, we_are, everyone;
    [[nodiscard]] bool is_we(std::uint32_t word) const { return word == we || word == we_have || word == we_are; }
};
const KnownWords& known_words() {
    static const KnownWords words = [] {
        const PhraseTrie& trie = lexicon().trie;
        return KnownWords{trie.find_word("at"),      trie.find_word("of"),       trie.find_word("on"),
                          trie.find_word("in"),      trie.find_word("for"),      trie.find_word("its"),
                          trie.find_word("their"),   trie.find_word("children"), trie.find_word("that"),
                          trie.find_word("we"),      trie.find_word("we've"),    trie.find_word("we're"),
                          trie.find_word("everyone")};
    }();
    return words;
}

void add_once(auto& list, auto item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// Reads whose grade one sentence tells.
class SubjectReader {
  public:
    SubjectReader(const std::vector<ClauseToken>& tokens, const SentenceSetting& setting)
        : tokens_(tokens), setting_(setting) {}

    ClauseSubject read_before(std::size_t grade, std::size_t at, std::size_t bound) const {
        ClauseSubject subject;
        bool overall_said = false;
        // An object between verb and grade: "rated the home inadequate".
        if (at < grade) {
            // "assessed 21 as good", "judged three to be inadequate": counts of cases.
            if (at + 2 < grade && tokens_[at + 1].any(bit_of(number) | bit_of(numword)) && tokens_[at + 2].is(prep) &&
                !tokens_[at + 1].is(year)) {
                subject.statistics = true;
                return subject;
            }
            read_phrase(at + 1, grade, subject);
            if (!subject.says_nothing()) return subject;
            overall_said = subject.overall;
        }
        std::size_t end = at;
        while (end > bound && tokens_[end - 1].is(aux)) {
            overall_said = overall_said || tokens_[end - 1].is(overall);
            --end;
        }
        // "It is managed by a charity, Downland Families, and was judged outstanding": the sentence's own subject.
        if (end > bound + 2 && tokens_[end - 1].is(conjunction) && tokens_[end - 2].is(comma) && end < tokens_.size() &&
            tokens_[end].is(aux)) {
            std::size_t first = bound;
            while (first < end && !tokens_[first].is(comma)) ++first;
            ClauseSubject own;
            read_phrase(bound, first, own);
            if (own.kind != GradeSubject::unknown) return own;
        }
        subject = read_outwards(end, bound);
        if (overall_said && subject.areas.empty() && subject.kind != GradeSubject::unknown)
            subject.kind = GradeSubject::overall;
        return subject;
    }

    ClauseSubject read_after(std::size_t grade, std::size_t end) const {
        ClauseSubject subject;
        std::size_t i = grade + 1;
        bool behind_comma = false;
        for (; i < end && !tokens_[i].any(kStops | bit_of(colon) | bit_of(semicolon) | bit_of(dash)); ++i) {
            if (tokens_[i].is(overall)) subject.overall = true;
            if (tokens_[i].is(opener)) break;
            behind_comma = behind_comma || tokens_[i].is(comma);
            if (!tokens_[i].any(bit_of(noun) | bit_of(light) | bit_of(reg) | bit_of(conjunction) | bit_of(comma) |
                                bit_of(close)))
                return subject;
        }
        if (i >= end || !tokens_[i].is(opener)) return subject;
        if (!behind_comma || !opens_clause(i, end)) read_opened(i, end, subject);
        return subject;
    }

  private:
    /// From the nearest phrase outwards, until one names something.
    [[nodiscard]] ClauseSubject read_outwards(std::size_t end, std::size_t bound) const {
        ClauseSubject subject;
        // "… aware of areas of practice that still require improvement": what stands right before "that".
        if (end > bound + 1 && tokens_[end - 1].word == known_words().that && tokens_[end - 1].word != 0) {
            const std::size_t begin = std::max(phrase_begin(end - 1, bound), end > bound + 5 ? end - 5 : bound);
            read_phrase(begin, end - 1, subject);
            subject.statistics = subject.statistics || subject.kind == GradeSubject::unknown;
            return subject;
        }
        while (end > bound) {
            const std::size_t begin = phrase_begin(end, bound);
            if (begin == end) {
                --end;
                continue;
            }
            // "…, owned by Lighthouse Care, has been rated": what stands between commas is not the subject.
            if (begin > bound && tokens_[begin - 1].any(kCommaLike) && tokens_[begin].is(apposition)) {
                end = begin - 1;
                continue;
            }
            ClauseSubject nearest;
            read_phrase(begin, end, nearest);
            if (!nearest.says_nothing()) {
                const bool behind_comma = begin > bound && tokens_[begin - 1].any(kCommaLike);
                // "Its sister home in Corby, Rowlett House, was rated …": the name stands beside another body.
                if (nearest.kind == GradeSubject::named && behind_comma)
                    for (std::size_t i = phrase_begin(begin - 1, bound); i + 1 < begin; ++i)
                        if (tokens_[i].is(other)) nearest.other = true;
                if (behind_comma) read_list(begin, bound, nearest);
                return nearest;
            }
            subject.overall = subject.overall || nearest.overall;
            end = begin;
        }
        return subject;
    }

    /// "X, Y and Z": a list of names or areas goes on behind its commas.
    void read_list(std::size_t begin, std::size_t bound, ClauseSubject& subject) const {
        const bool names = subject.kind == GradeSubject::named;
        if (!names && subject.kind != GradeSubject::area) return;
        while (begin > bound + 1 && tokens_[begin - 1].is(comma) && tokens_[begin - 2].is(names ? name : area)) {
            const std::size_t earlier = phrase_begin(begin - 1, bound);
            if (earlier + 1 >= begin) return;
            ClauseSubject more;
            read_phrase(earlier, begin - 1, more);
            for (const std::size_t provider : more.providers) add_once(subject.providers, provider);
            subject.areas.insert(subject.areas.end(), more.areas.begin(), more.areas.end());
            begin = earlier;
        }
    }

    /// Where the phrase that ends before `end` begins: behind the last comma, dash or conjunction.
    [[nodiscard]] std::size_t phrase_begin(std::size_t end, std::size_t bound) const {
        for (std::size_t i = end; i > bound; --i) {
            if (!tokens_[i - 1].any(kCommaLike | kStops | bit_of(TokenClass::bound))) continue;
            // "…, which serves six counties, …" is one phrase with its "which".
            const bool relative = tokens_[i - 1].is(apposition) && i > bound + 1 && tokens_[i - 2].any(kCommaLike);
            return relative ? i - 1 : i;
        }
        return bound;
    }

    /// A capitalised word that names neither the provider nor the regulator nor a month, and does not just begin the
    /// sentence.
    [[nodiscard]] bool is_other_name(std::size_t i) const {
        const ClauseToken& token = tokens_[i];
        if (setting_.title || !token.is(capital) ||
            token.any(bit_of(reg) | bit_of(month) | bit_of(body) | bit_of(light) | bit_of(name) | bit_of(area) |
                      bit_of(later)))
            return false;
        if (is_place_of_body(i)) return false;
        if (i != 0 && !tokens_[i - 1].any(kStops | bit_of(line)) && !token.quote_before) return true;
        // A name that begins the sentence goes on with another capital.
        return !token.any(kSmall) && i + 1 < tokens_.size() && tokens_[i + 1].is(capital) &&
               !tokens_[i + 1].any(bit_of(name) | bit_of(area) | bit_of(month));
    }

    /// "The Walsall agency": where the story's own body is, unless it "also" was.
    [[nodiscard]] bool is_place_of_body(std::size_t i) const {
        return i > 0 && i + 1 < tokens_.size() && tokens_[i - 1].is(det) &&
               tokens_[i + 1].any(bit_of(body) | bit_of(kind)) && !follows_also(i + 1) &&
               names_place_in(*setting_.passage, tokens_[i].first, tokens_[i].last);
    }

    /// "… was also rated": another body than the one before.
    [[nodiscard]] bool follows_also(std::size_t i) const {
        for (std::size_t j = i; j < std::min(tokens_.size(), i + 4); ++j)
            if (tokens_[j].is(also)) return true;
        return false;
    }

    /// "The sixth-form college", "an early years provider": what kind of provider it is, not its area.
    [[nodiscard]] bool is_adjective_of_provider(std::size_t i, std::size_t end) const {
        while (i < end && tokens_[i].is(area)) ++i;
        for (std::size_t j = i; j < std::min(end, i + 3); ++j) {
            if (tokens_[j].any(kPunctuation | bit_of(name) | bit_of(prep) | bit_of(owning))) return false;
            if (tokens_[j].is(kind)) return true;
        }
        return false;
    }

    /// "Teaching at the school", "areas of practice": an unknown noun before "at" or "of" and a body is a part.
    [[nodiscard]] bool heads_part(std::size_t begin, std::size_t end) const {
        bool unknown_head = false;
        for (std::size_t i = begin; i < end; ++i) {
            const ClauseToken& token = tokens_[i];
            if (i + 1 < end && tokens_[i + 1].is(say)) return heads_part(i + 2, end);
            const bool parts = token.is(sections) && !(i > 0 && tokens_[i - 1].is(everywhere));
            if (parts && i + 1 < end && tokens_[i + 1].is(place)) return true;
            const bool opens_sentence = token.is(capital) && i > 0 && tokens_[i - 1].any(kStops);
            if (token.any(opens_sentence ? kKnown & ~bit_of(capital) : kKnown)) return false;
            // "well done to everyone at Woodend House": the body itself.
            if (token.word == known_words().everyone && token.word != 0) return false;
            if (token.word != 0 && (token.word == known_words().at || token.word == known_words().of) && unknown_head) {
                for (std::size_t j = i + 1; j < end; ++j)
                    if (tokens_[j].any(bit_of(name) | bit_of(body))) return true;
                return false;
            }
            const bool noun_here = token.any(bit_of(person) | bit_of(unknown)) || opens_sentence;
            if (!noun_here && !token.any(kSmall)) return false;
            unknown_head = unknown_head || noun_here;
        }
        return false;
    }

    /// "The home's education", "Woodend House's record keeping": an unknown noun behind an owner is a part of it.
    [[nodiscard]] bool owns_part(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i + 1 < end; ++i) {
            if (!tokens_[i].possessive || !tokens_[i].any(bit_of(name) | bit_of(body))) continue;
            bool unknown_noun = false;
            for (std::size_t j = i + 1; j < end; ++j) {
                if (tokens_[j].any(bit_of(prep) | kPunctuation)) break;
                if (tokens_[j].any(kKnown & ~bit_of(capital))) return false;
                unknown_noun = unknown_noun || tokens_[j].any(bit_of(unknown) | bit_of(person));
            }
            return unknown_noun;
        }
        return false;
    }

    /// Reads what a stretch of tokens names: overall, areas, providers, a stand-in, others.
    void read_phrase(std::size_t begin, std::size_t end, ClauseSubject& subject) const {
        if (begin >= end) return;
        const auto& providers = setting_.context->providers;
        const bool council_story = setting_.whole_services;
        bool stand_in = false;
        bool several = false;
        bool counted = false;
        bool services = false;  // "it", "they"
        bool any_one = false;
        std::size_t others = 0;
        bool adjective = false;  // "A South Yorkshire school": where the story's own school is, unless it "also" was
        bool placed = false;     // "in Milton Keynes", "outside Truro"
        for (std::size_t i = begin; i < end; ++i) {
            const ClauseToken& token = tokens_[i];
            const ClauseToken* before = i > 0 ? &tokens_[i - 1] : nullptr;
            const bool opened = before != nullptr && before->is(indefinite);
            adjective = token.capital && (adjective || (opened && !follows_also(end)));
            placed = token.capital && (placed || (before != nullptr && before->is(place)));
            if (token.is(area)) {
                if (!is_adjective_of_provider(i, end)) add_once(subject.areas, token.value);
                continue;
            }
            if (token.is(name)) {
                add_once(subject.providers, std::size_t{token.value});
                continue;
            }
            if (token.is(grade)) continue;
            if (token.is(overall)) subject.overall = true;
            // A council's fostering service or homes are graded apart.
            if (council_story && providers.size() == 1 && token.is(part)) subject.statistics = true;
            // "We have been rated good": a body's own news.
            if (token.is(body) || (token.word != 0 && known_words().is_we(token.word))) stand_in = true;
            if (token.is(pronoun) && (!token.capital || i == 1)) subject.pronoun = true;
            // "although the council … was found inadequate", in a story about an agency.
            if (token.is(council) && !council_story && !providers.empty() && !providers.front().type.empty() &&
                (i + 1 == end || !tokens_[i + 1].is(body)))
                others += 2;
            services = services || token.is(pronoun);
            // "good across all areas" is no count of areas.
            if (token.is(plural) && !(before != nullptr && before->is(everywhere))) several = true;
            if (token.is(noun) && i > begin && before->is(owning)) stand_in = true;
            if ((token.is(number) && !token.is(year)) || token.is(numword)) counted = true;
            any_one = any_one || token.is(indefinite);
            if (token.is(other)) others += 2;
            if (!adjective && is_other_name(i) && (!placed || (council_story && before->is(opener)))) ++others;
        }
        if (several && !stand_in && subject.providers.empty()) subject.statistics = true;
        if (several && counted) subject.statistics = true;
        // A report's "a local authority that requires improvement" explains the scale.
        if (setting_.report && any_one && subject.providers.empty()) subject.statistics = true;
        if (subject.areas.empty() && (heads_part(begin, end) || owns_part(begin, end))) subject.statistics = true;
        subject.other =
            subject.other || (others > 0 && subject.providers.empty() && (others > 1 || stand_in || services));
        if (subject.overall && subject.areas.empty())
            subject.kind = GradeSubject::overall;
        else if (!subject.areas.empty())
            subject.kind = GradeSubject::area;
        else if (!subject.providers.empty())
            subject.kind = GradeSubject::named;
        else if (stand_in)
            subject.kind = GradeSubject::generic;
    }

    [[nodiscard]] bool is_gerund(const ClauseToken& token) const {
        if (token.last != token.first + 1 || token.is(times)) return false;
        const std::string_view text = setting_.passage->words_text(token.first, token.last);
        return text.size() > 5 && text.ends_with("ing");
    }

    /// What "at", "in" or "on" opens at token `i` is one side of the work, not a place, a time or an inspection: "at
    /// protecting vulnerable people", "in its treatment of the public", "on fire safety".
    [[nodiscard]] bool opens_part(std::size_t opened_by, std::size_t i, std::size_t end) const {
        if (i >= end || tokens_[i].any(kPunctuation) || tokens_[i].capital) return false;
        const ClauseToken& by = tokens_[opened_by];
        const ClauseToken& token = tokens_[i];
        if (is_gerund(token)) return true;
        if (by.word == known_words().at || by.word == known_words().on) {
            for (std::size_t j = i; j < std::min(end, i + 6) && !tokens_[j].is(stop); ++j)
                if (tokens_[j].capital ||
                    tokens_[j].any(bit_of(insp) | bit_of(prev) | bit_of(times) | bit_of(everywhere) | bit_of(name) |
                                   bit_of(month) | bit_of(number) | bit_of(later)))
                    return false;
            return true;
        }
        if (!token.is(owning)) return false;
        for (std::size_t j = i + 1; j < std::min(end, i + 5) && !tokens_[j].any(kCommaLike | kStops); ++j)
            if (tokens_[j].capital || tokens_[j].any(bit_of(insp) | bit_of(later) | bit_of(prev) | bit_of(name)))
                return false;
        return token.word == known_words().its || token.word == known_words().their;
    }

    /// "children's services", "children's social care": what a council is graded for.
    [[nodiscard]] bool names_whole_service(std::size_t i, std::size_t end) const {
        if (i < end && tokens_[i].is(owning)) ++i;
        return i + 1 < end && tokens_[i].word == known_words().children && tokens_[i].possessive;
    }

    /// "…, and for safety it was rated good": the areas of the next clause.
    [[nodiscard]] bool opens_clause(std::size_t opened_by, std::size_t end) const {
        std::size_t i = opened_by + 1;
        while (i < end && tokens_[i].any(bit_of(area) | bit_of(list) | bit_of(light) | bit_of(be))) ++i;
        return i > opened_by + 1 && i < end && tokens_[i].any(bit_of(body) | bit_of(name));
    }

    void read_opened(std::size_t opened_by, std::size_t end, ClauseSubject& subject) const {
        const std::uint32_t by = tokens_[opened_by].word;
        const std::size_t first = opened_by + 1;
        bool known = by == known_words().for_word && names_whole_service(first, end);
        bool counted = false;
        for (std::size_t i = first; i < end && !tokens_[i].any(kStops); ++i) {
            const ClauseToken& token = tokens_[i];
            if (i > first && token.is(opener) && opens_clause(i, end)) break;
            if (token.is(area)) {
                add_once(subject.areas, token.value);
                known = true;
                continue;
            }
            if (token.is(name)) {
                add_once(subject.providers, std::size_t{token.value});
                known = true;
                continue;
            }
            if (token.is(everywhere)) {
                subject.overall = subject.everywhere = known = true;
                break;
            }
            if (token.is(overall)) {
                subject.overall = known = true;
                continue;
            }
            if (token.is(times)) known = true;
            const bool number_here = (token.is(number) && !token.is(year)) || token.is(numword);
            if (number_here) counted = true;
            // "outstanding in one area, good in two": counts of areas that are not named.
            const bool ends = i + 1 >= end || tokens_[i + 1].any(kPunctuation | bit_of(conjunction) | bit_of(prep));
            if (number_here && by == known_words().in && i == first && ends) subject.statistics = true;
            if (counted && token.is(sections)) subject.statistics = true;
            if (subject.statistics || !(token.any(bit_of(list) | bit_of(light) | bit_of(comma)) || number_here)) break;
        }
        // "rated good for its food": an area no list knows is not the whole.
        if (!known && (by == known_words().for_word || opens_part(opened_by, first, end))) subject.statistics = true;
    }

    const std::vector<ClauseToken>& tokens_;
    const SentenceSetting& setting_;
};

}  // namespace

ClauseSubject find_subject_before(const std::vector<ClauseToken>& tokens, std::size_t grade, std::size_t at,
                                  std::size_t bound, const SentenceSetting& setting) {
    return SubjectReader(tokens, setting).read_before(grade, std::min(at, grade), bound);
}

ClauseSubject find_subject_after(const std::vector<ClauseToken>& tokens, std::size_t grade, std::size_t end,
                                 const SentenceSetting& setting) {
    return SubjectReader(tokens, setting).read_after(grade, end);
}

}  // namespace findings
