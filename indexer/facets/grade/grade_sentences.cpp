#include "indexer/facets/grade/grade_sentences.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "indexer/facets/grade/grade_marks.hpp"
#include "indexer/facets/grade/grade_patterns.hpp"
#include "indexer/facets/grade/grade_subject.hpp"

namespace findings {
namespace {

using enum TokenClass;

/// Reads the grades of one sentence from left to right; each reading may lean on the one before ("rated good for X and
/// outstanding for Y", "from good to inadequate").
class SentenceReader {
  public:
    SentenceReader(std::size_t first, std::size_t last, const SentenceSetting& setting,
                   const std::vector<std::uint32_t>& areas_before)
        : setting_(setting), areas_before_(areas_before) {
        const auto marks = find_grade_marks(first, last, setting);
        if (marks.empty()) return;
        tokens_ = make_tokens(*setting.passage, first, last, marks);
        join_repeated_grades();
        describe_tokens();
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].is(grade)) grades_.push_back(i);
            names_areas_ = names_areas_ || tokens_[i].is(area);
        }
    }

    std::vector<GradeReading> run() {
        for (std::size_t k = 0; k < grades_.size(); ++k) readings_.push_back(read(k));
        share_respectively();
        return std::move(readings_);
    }

  private:
    /// "Requires Improvement (RI)", "requires improvement, or RI": one grade, printed twice.
    void join_repeated_grades() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!tokens_[i].is(grade)) continue;
            std::size_t j = i + 1;
            while (j < tokens_.size() && j < i + 4 &&
                   (tokens_[j].any(bit_of(open) | bit_of(comma) | bit_of(dash)) || tokens_[j].is(list)))
                ++j;
            if (j == i + 1 || j >= tokens_.size() || !tokens_[j].is(grade)) continue;
            const auto& a = printed_grades()[tokens_[i].value];
            const auto& b = printed_grades()[tokens_[j].value];
            const bool abbreviated = tokens_[j].all_capitals || tokens_[i].all_capitals;
            if (a.slug != b.slug || !(abbreviated || tokens_[j - 1].is(open))) continue;
            const bool has_next = j + 1 < tokens_.size();
            if (has_next &&
                (tokens_[j + 1].any(bit_of(close)) || (tokens_[j - 1].is(list) && tokens_[j + 1].is(comma))))
                ++j;
            tokens_[i].last = std::max(tokens_[i].last, tokens_[j].last);
            tokens_[i].quote_after = tokens_[i].quote_after || tokens_[j].quote_after;
            tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                          tokens_.begin() + static_cast<std::ptrdiff_t>(j) + 1);
        }
    }

    /// Classes that depend on the article: early years, and how a grade is printed.
    void describe_tokens() {
        for (ClauseToken& token : tokens_) {
            if (token.is(year) && is_early(token)) token.classes |= bit_of(early_year);
            if (!token.is(grade)) continue;
            const std::uint32_t first_word = setting_.passage->words[token.first].id;
            const bool verb_like = first_word != 0 && std::find(require_words().begin(), require_words().end(),
                                                                first_word) != require_words().end();
            if (verb_like) token.classes |= bit_of(be);
            if (verb_like && token.last - token.first > 3) token.classes |= bit_of(whole);
            if (token.capital) token.classes |= bit_of(capital);
            // "Grade 4 rating": the noun is within.
            if (token.last - token.first == 3 && setting_.passage->words[token.last - 2].digits)
                token.classes |= bit_of(number);
            if (setting_.title && token.all_capitals) token.classes |= bit_of(quoted);
        }
    }

    static const std::array<std::uint32_t, 3>& require_words() {
        static const std::array<std::uint32_t, 3> words{lexicon().trie.find_word("require"),
                                                        lexicon().trie.find_word("requires"),
                                                        lexicon().trie.find_word("required")};
        return words;
    }

    [[nodiscard]] int year_of(const ClauseToken& token) const {
        int number = 0;
        const std::string_view text = setting_.passage->words_text(token.first, token.last);
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }
    [[nodiscard]] bool is_early(const ClauseToken& token) const {
        return setting_.year == 0 || year_of(token) < setting_.year;
    }

    /// Behind the last grade before the word that governs.
    [[nodiscard]] std::size_t left_bound(std::size_t k, std::size_t at) const {
        while (k > 0 && grades_[k - 1] > at) --k;
        return k > 0 ? grades_[k - 1] + 1 : 1;
    }
    [[nodiscard]] std::size_t right_bound(std::size_t k) const {
        return k + 1 < grades_.size() ? grades_[k + 1] : tokens_.size();
    }

    /// "Elm Hall and Oak Lodge were rated 'outstanding' and 'good', respectively": a name each, in order.
    void share_respectively() {
        static const std::uint32_t respectively = lexicon().trie.find_word("respectively");
        if (readings_.size() < 2 || std::none_of(tokens_.begin(), tokens_.end(), [](const ClauseToken& token) {
                return token.word != 0 && token.word == respectively;
            }))
            return;
        std::vector<const ClauseToken*> names;
        for (const ClauseToken& token : tokens_)
            if (token.is(name)) names.push_back(&token);
        if (names.size() != readings_.size()) return;
        for (std::size_t k = 0; k < readings_.size(); ++k) {
            GradeReading& reading = readings_[k];
            reading.role = names[k]->is(name) ? GradeRole::awarded : GradeRole::other_provider;
            reading.subject = GradeSubject::named;
            reading.providers = {std::size_t{names[k]->value}};
            reading.firm = true;
        }
    }

    /// The early year printed behind the grade, before the next one; 0 for none.
    [[nodiscard]] int year_behind(std::size_t k) const {
        for (std::size_t i = grades_[k] + 1; i < right_bound(k) && !tokens_[i].is(stop); ++i)
            if (tokens_[i].is(early_year)) return year_of(tokens_[i]);
        return 0;
    }

    GradeReading read(std::size_t k) {
        const ClauseToken& token = tokens_[grades_[k]];
        GradeReading reading;
        reading.slug = printed_grades()[token.value].slug;
        reading.year = year_behind(k);
        reading.near_areas = names_areas_;
        reading.begin = setting_.passage->words[token.first].begin;
        reading.end = setting_.passage->words[token.last - 1].end;
        const auto match = [&](PatternGroup group) {
            return match_grade_pattern(group, tokens_, grades_[k], setting_.title, setting_.report);
        };
        const auto governor = match(PatternGroup::govern);
        const auto role = match(PatternGroup::role);
        const bool earlier = k > 0 && readings_.back().role != GradeRole::figure;
        const bool leans = !governor && earlier && match(PatternGroup::lean);
        const bool told = role && role->pattern->result.governs && usable(*role, k);
        if (!governor && !leans && !told) return reading;
        const std::size_t at = governor ? governor->at : grades_[k];
        reading.firm = leans || (governor && governor->pattern->result.firm);
        find_subject(k, at, leans || told, reading);
        reading.kept = match(PatternGroup::keep).has_value();
        find_role(k, at, role, reading);
        // "At its last inspection it was good with outstanding leadership": of the same inspection.
        if (leans && reading.role == GradeRole::awarded && readings_.back().role == GradeRole::previous &&
            goes_on_with(tokens_[grades_[k - 1] + 1]))
            reading.role = GradeRole::previous;
        reading.past = reading.subject != GradeSubject::named && is_simple_past(at);
        reading.rule = role && usable(*role, k) ? role->pattern->name
                       : governor               ? governor->pattern->name
                                                : std::string_view("coordinated");
        return reading;
    }

    static bool goes_on_with(const ClauseToken& token) {
        static const std::uint32_t with = lexicon().trie.find_word("with");
        return token.is(conjunction) || (token.word != 0 && token.word == with);
    }

    /// "At its last inspection" has been said of the grade before already.
    [[nodiscard]] bool usable(const PatternMatch& role, std::size_t k) const {
        const PatternResult& result = role.pattern->result;
        if (result.recalled && !setting_.recalled) return false;
        return !result.once || k == 0 || readings_.back().role != GradeRole::previous;
    }

    /// "was judged", not "has been judged" or "is".
    [[nodiscard]] bool is_simple_past(std::size_t at) const {
        bool past = false;
        for (std::size_t i = at > 3 ? at - 3 : 0; i <= at && i < tokens_.size(); ++i) {
            if (std::find(past_words().begin(), past_words().end(), tokens_[i].word) != past_words().end())
                past = true;
            else if (tokens_[i].any(bit_of(have) | bit_of(later)) || (tokens_[i].is(be) && tokens_[i].word != been()))
                return false;
        }
        return past;
    }
    static const std::array<std::uint32_t, 2>& past_words() {
        static const std::array<std::uint32_t, 2> words{lexicon().trie.find_word("was"),
                                                        lexicon().trie.find_word("were")};
        return words;
    }
    static std::uint32_t been() {
        static const std::uint32_t word = lexicon().trie.find_word("be");
        return word;
    }

    void find_subject(std::size_t k, std::size_t at, bool inherits, GradeReading& reading) {
        const ClauseSubject after = find_subject_after(tokens_, grades_[k], right_bound(k), setting_);
        ClauseSubject subject = find_subject_before(tokens_, grades_[k], at, left_bound(k, at), setting_);
        if (subject.says_nothing() && !readings_.empty() && (inherits || readings_.back().role != GradeRole::figure)) {
            const GradeReading& before = readings_.back();
            subject.kind = before.subject;
            subject.areas = before.areas;
            subject.providers = before.providers;
            if (before.role == GradeRole::other_provider) subject.other = true;
            if (before.role == GradeRole::mentioned) subject.statistics = true;
        }
        // "The maternity unit … The commission has downgraded it": the unit, not the hospital.
        if (subject.kind == GradeSubject::generic && subject.pronoun && !areas_before_.empty()) {
            subject.kind = GradeSubject::area;
            subject.areas = areas_before_;
        }
        reading.subject = subject.kind;
        reading.areas = subject.areas;
        reading.providers = subject.providers;
        reading.everywhere = after.everywhere;
        if (!after.areas.empty()) {
            reading.areas = after.areas;
            reading.subject = after.overall ? GradeSubject::overall : GradeSubject::area;
        } else if (after.overall) {
            reading.subject = GradeSubject::overall;
            reading.areas.clear();
        }
        if (reading.providers.empty() && !after.providers.empty()) {
            reading.providers = after.providers;
            if (reading.subject == GradeSubject::unknown) reading.subject = GradeSubject::named;
        }
        if (subject.other) reading.role = GradeRole::other_provider;
        if (subject.statistics || after.statistics) reading.role = GradeRole::mentioned;
    }

    void find_role(std::size_t k, std::size_t at, const std::optional<PatternMatch>& role, GradeReading& reading) {
        if (reading.role == GradeRole::other_provider || reading.role == GradeRole::mentioned) return;
        if (role && usable(*role, k)) {
            const PatternResult& result = role->pattern->result;
            if (result.mentioned) {
                reading.role = GradeRole::mentioned;
                return;
            }
            if (result.previous) {
                reading.role = GradeRole::previous;
                return;
            }
            reading.current = result.awarded;
        }
        // Without a subject only a headline or a firm verb is believed ("After being rated inadequate, …").
        const bool known = reading.subject != GradeSubject::unknown || tokens_[1].is(move);
        reading.role =
            known || (reading.firm && (setting_.title || is_bare(at))) ? GradeRole::awarded : GradeRole::mentioned;
    }

    /// A verb without a subject of its own: ", now rated good,", "After being rated".
    [[nodiscard]] bool is_bare(std::size_t at) const {
        std::size_t i = at;
        bool today = false;
        while (i > 1 && tokens_[i - 1].any(bit_of(aux) | bit_of(later) | bit_of(light)) && !tokens_[i - 1].is(list)) {
            --i;
            today = today || tokens_[i].is(later);
        }
        const ClauseToken& before = tokens_[i - 1];
        if (before.is(edge)) return true;
        // "Ofsted rating: good"
        if (before.any(bit_of(colon) | bit_of(line)) && heads_line(i - 1)) return true;
        if (before.any(bit_of(comma) | bit_of(dash) | bit_of(open))) return today;
        return i <= 2 && before.is(follow);
    }

    /// What stands before the colon begins the sentence and is about the rating, or the outcome.
    [[nodiscard]] bool heads_line(std::size_t colon_at) const {
        static const std::array<std::uint32_t, 2> kOutcome{lexicon().trie.find_word("outcome"),
                                                           lexicon().trie.find_word("verdict")};
        constexpr std::size_t kFarthest = 4;
        if (colon_at < 2 || colon_at > kFarthest) return false;
        const ClauseToken& head = tokens_[colon_at - 1];
        return head.any(bit_of(noun) | bit_of(overall)) ||
               std::find(kOutcome.begin(), kOutcome.end(), head.word) != kOutcome.end();
    }

    const SentenceSetting& setting_;
    const std::vector<std::uint32_t>& areas_before_;
    std::vector<ClauseToken> tokens_;
    std::vector<std::size_t> grades_;  ///< tokens
    std::vector<GradeReading> readings_;
    bool names_areas_ = false;
};

}  // namespace

std::vector<GradeReading> read_grade_sentence(std::size_t first, std::size_t last, const SentenceSetting& setting,
                                              const std::vector<std::uint32_t>& areas_before) {
    last = std::min(last, setting.passage->words.size());
    if (first >= last) return {};
    return SentenceReader(first, last, setting, areas_before).run();
}

}  // namespace findings
