#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"
#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/grade/earlier_inspection.hpp"
#include "indexer/facets/grade/find_actions.hpp"
#include "indexer/facets/grade/grade_cues.hpp"
#include "indexer/facets/grade/grade_drafts.hpp"
#include "indexer/facets/grade/grade_history.hpp"
#include "indexer/facets/grade/grade_inferred.hpp"
#include "indexer/facets/grade/grade_sentences.hpp"
#include "indexer/facets/grade/grade_weights.hpp"
#include "indexer/facets/grade/judgement_table.hpp"
#include "indexer/facets/grade/listed_grades.hpp"
#include "indexer/facets/grade/name_marks.hpp"
#include "indexer/facets/grade/outcome_sentence.hpp"
#include "indexer/facets/grade/report_card_sentences.hpp"
#include "indexer/facets/grade/service_topic.hpp"

namespace findings {
namespace {

/// Of a report that awards grades only the opening speaks of the whole, and of the inspection before.
constexpr std::size_t kOpeningBytes = 12'000;

constexpr std::size_t kFirstPageBytes = 2'500;
constexpr std::size_t kLineBytes = 160;

/// Runs the award rules over one article: table, outcome sentence, running text, headline, definition.
class AwardFinder {
  public:
    explicit AwardFinder(const FacetContext& context)
        : context_(context),
          article_(context.article),
          rules_(select_regime(context)),
          books_(select_judgement_books(context)),
          drafts_(context),
          ungraded_(rules_.gives_no_grade(context.visit)),
          report_(context.kind == "report" || context.kind == "letter"),
          reads_cards_(!rules_.areas_alone.empty()) {
        setting_.rules = &rules_;
        setting_.books = &books_;
        setting_.context = &context;
        setting_.report = report_;
        setting_.year = year_of(context.inspected.empty() ? context.published : context.inspected);
        setting_.whole_services = !context.providers.empty() && grades_parts_apart(context.providers.front().type);
        for (std::size_t p = 0; p < context.providers.size(); ++p) add_names(p);
        if (context.reading == nullptr) own_reading_.emplace(read_article(context.article));
        body_marks_ = find_name_marks(reading().body, context, false);
    }

    FoundAwards run() {
        for (const Regime* regime : find_outcome_regimes(context_))
            if (!drafts_.has_grade()) read_outcome(*regime);
        if (drafts_.size() == 1)
            read_table();
        else
            read_entries();
        read_title();
        read_sentences();
        recall_kept();
        find_inferred();
        // A story that grades areas has told no more of the whole.
        if (rules_.overall == OverallGrade::told)
            for (std::size_t p = 0; p < drafts_.size(); ++p)
                if (drafts_.has_judgements(p)) drafts_.forget_grade(p);
        FoundAwards found = drafts_.finish();
        for (FacetValue& action : find_actions(context_)) found.values.push_back(std::move(action));
        return found;
    }

  private:
    static int year_of(std::string_view day) {
        int year = 0;
        if (day.size() >= 4) std::from_chars(day.data(), day.data() + 4, year);
        return year;
    }

    /// The label, and a council's everyday name without "Council".
    void add_names(std::size_t provider) {
        std::string_view label = context_.providers[provider].label;
        setting_.names.add(label, static_cast<std::uint32_t>(provider));
        for (const std::string_view dress : {" Council", " County Council", " City Council", " Borough Council"})
            if (label.size() > dress.size() && label.substr(label.size() - dress.size()) == dress)
                setting_.names.add(label.substr(0, label.size() - dress.size()), static_cast<std::uint32_t>(provider));
    }

    void read_outcome(const Regime& rules) {
        if (drafts_.size() != 1 || (context_.providers.empty() && !report_)) return;
        const auto outcome = find_outcome_sentence(article_, rules, report_ ? kOpeningBytes : article_.body.size());
        if (!outcome) return;
        drafts_.add_grade(
            0, outcome->grade, kFromPrintedSentence,
            make_grade_evidence(article_, Where::body, outcome->span, "outcome-sentence", "awarded", 0.97));
    }

    void read_table() {
        const std::vector<JudgementRow> rows = read_judgement_table(article_, rules_, books_, report_);
        // A letter on a visit has no table. Where one stands, the kind of visit was misread off a recalled one.
        if (is_whole_table(rows)) ungraded_ = false;
        for (const JudgementRow& row : rows) {
            const Where where = row.sentence ? Where::body : Where::table;
            const std::string_view rule = row.sentence ? "overall-sentence" : "judgement-table";
            // "Overall: requires improvement" beats the row of a home's experiences, which stands for both.
            const int weight = (row.sentence ? kFromPrintedSentence : kFromTable) + (row.area.empty() ? 1 : 0);
            if (row.previous) {
                drafts_.add_previous(0, row.grade, kFromTable,
                                     make_grade_evidence(article_, where, row.span, "previous-row", "previous", 0.97));
                continue;
            }
            if (ungraded_) continue;
            if (row.overall && may_be_overall(row.grade))
                drafts_.add_grade(0, row.grade, weight,
                                  make_grade_evidence(article_, where, row.span, rule, "awarded", 0.99));
            if (!row.area.empty())
                drafts_.add_judgement(0, row.area, row.area_label, row.grade,
                                      make_grade_evidence(article_, where, row.span, rule, "judgement", 0.98));
        }
        tabled_ = drafts_.has_judgements(0);
    }

    /// The grades that a listing gives its bodies.
    void read_entries() {
        setting_.passage = &reading().body;
        listed_ = ListedGrades(reading(), body_marks_, setting_);
        if (ungraded_) return;
        for (const ListedGrade& given : listed_.grades()) {
            if (!given.grade.empty() && (!rules_.may_award(given.grade) || !may_be_overall(given.grade))) continue;
            if (!given.grade.empty())
                drafts_.add_grade(
                    given.provider, given.grade, kFromPrintedSentence,
                    make_grade_evidence(article_, Where::body, given.grader, "round-up-entry", "awarded", 0.95));
            if (!given.previous.empty() && rules_.may_recall(given.previous))
                drafts_.add_previous(
                    given.provider, given.previous, kFromPrintedSentence,
                    make_grade_evidence(article_, Where::body, given.recaller, "round-up-entry", "previous", 0.93));
        }
    }

    static bool is_whole_table(const std::vector<JudgementRow>& rows) {
        const auto tabled = std::count_if(rows.begin(), rows.end(),
                                          [](const JudgementRow& row) { return !row.sentence && !row.previous; });
        return tabled >= 3 && std::any_of(rows.begin(), rows.end(),
                                          [](const JudgementRow& row) { return row.overall && !row.sentence; });
    }

    [[nodiscard]] bool may_be_overall(std::string_view slug) const { return rules_.may_be_overall(slug, !report_); }

    /// Where a regime gives no overall grade, one for every area is none either, but for those whose stories tell one.
    [[nodiscard]] bool is_whole(const GradeReading& reading) const {
        if (rules_.overall == OverallGrade::told && setting_.title) return false;
        return may_be_overall(reading.slug);
    }

    [[nodiscard]] const Reading& reading() const {
        return context_.reading != nullptr ? *context_.reading : *own_reading_;
    }

    void read_title() {
        const Passage& title = reading().title;
        title_marks_ = find_name_marks(title, context_, true);
        if (!has_grade(title, 0, title.words.size())) return;
        setting_.title = true;
        setting_.passage = &title;
        setting_.marks = title_marks_;
        for (const GradeReading& grade : read_grade_sentence(0, title.words.size(), setting_))
            take(grade, Where::title, {0, article_.title.size()});
        setting_.title = false;
    }

    static bool has_grade(const Passage& passage, std::size_t first, std::size_t last) {
        auto [at, end] = passage.matches_in(first, last);
        while (at < end && passage.matches[at].kind != PhraseKind::grade) ++at;
        return at < end;
    }

    void read_sentences() {
        const Passage& body = reading().body;
        setting_.passage = &body;
        setting_.marks = std::move(body_marks_);
        ServiceTopic topic(setting_);
        topic.read_title(reading().title, title_marks_);
        for (const Span& span : article_.sentences) {
            if (report_ && !ungraded_ && span.begin > kOpeningBytes) break;
            const std::string_view sentence = article_.text_of(span);
            const std::size_t first_word = body.word_at(span.begin);
            const std::size_t last_word = body.word_at(span.end);
            const std::vector<std::uint32_t> areas_before = topic.areas();
            topic.read_sentence(first_word, last_word);
            const bool graded = has_grade(body, first_word, last_word);
            if (!graded && !has_grade_word(sentence)) continue;
            const auto words = split_grade_words(sentence, span.begin);
            const bool part = names_part(words);
            const bool recalled = recalled_until_ > 0 && recalled_until_ + 2 >= span.begin;
            if (recalls_inspection(words)) {
                recalled_until_ = span.end;
                recalled_part_ = part;
            }
            const std::size_t first = drafts_.provider_before(span.end);
            if (first < drafts_.size() && tells_of_first_inspection(words))
                drafts_.add_first(first,
                                  make_grade_evidence(article_, Where::body, span, "first-inspection", "first", 0.9));
            if (reads_cards_) read_card(words, span);
            if (!graded) continue;
            setting_.recalled = follows_early_year(reading(), span, setting_.year);
            for (GradeReading& reading : read_grade_sentence(first_word, last_word, setting_, areas_before)) {
                if (reading.subject == GradeSubject::area) topic.set(reading.areas);
                if (reading.role == GradeRole::awarded && reading.past && recalled)
                    reading.role = recalled_part_ ? GradeRole::mentioned : GradeRole::previous;
                if (reading.role == GradeRole::previous && part) reading.role = GradeRole::mentioned;
                take(reading, Where::body, span);
            }
        }
    }

    void read_card(const std::vector<GradeWord>& words, Span span) {
        const std::size_t provider = drafts_.provider_before(span.end);
        if (ungraded_ || (report_ && tabled_) || provider >= drafts_.size()) return;
        for (const CardJudgement& judgement : read_card_sentence(words, setting_))
            drafts_.add_judgement(provider, judgement_labels()[judgement.area].area, {}, judgement.grade,
                                  make_grade_evidence(article_, Where::body, span, "card-sentence", "judgement", 0.85));
    }

    /// In a council's report: the sentence is about a home, its adoption service or the like.
    [[nodiscard]] bool names_part(const std::vector<GradeWord>& words) const {
        if (!report_ || context_.providers.empty() || !grades_parts_apart(context_.providers.front().type))
            return false;
        return std::any_of(words.begin(), words.end(),
                           [](const GradeWord& word) { return has_cue(word.text, GradeCue::part); });
    }

    void take(const GradeReading& reading, Where where, Span span) {
        GradeRole role = reading.role;
        if (role == GradeRole::figure) return;
        const bool nobody = context_.providers.empty();
        // A visit that gives no grade can only recall one: "that was declared inadequate in February".
        if (ungraded_ && role == GradeRole::awarded && reading.firm && reading.subject != GradeSubject::area &&
            (reading.past || reading.kept))
            role = GradeRole::previous;
        if (role == GradeRole::awarded && (ungraded_ || !rules_.may_award(reading.slug) || (nobody && !report_)))
            role = GradeRole::mentioned;
        if (role == GradeRole::previous && (!rules_.may_recall(reading.slug) || nobody)) role = GradeRole::mentioned;
        const std::string_view rule = where == Where::title ? "headline" : report_ ? "report-sentence" : "news-rated";
        std::vector<std::size_t> providers = reading.providers;
        if (providers.empty() && where == Where::body && !names_another(reading.begin))
            providers = {listed_.owner_of(reading.begin, drafts_.provider_before(reading.begin))};
        if (providers.empty() && drafts_.size() == 1) providers = {0};
        if (providers.empty() || providers.front() >= drafts_.size()) role = GradeRole::mentioned;
        if (role == GradeRole::awarded)
            take_awarded(reading, where, span, rule, providers);
        else if (role == GradeRole::previous)
            take_previous(reading, where, span, rule, providers);
        else
            drafts_.add_remark(
                reading.slug,
                make_grade_evidence(article_, where, span, rule,
                                    role == GradeRole::other_provider ? "other-provider" : "mentioned", 0.6));
    }

    /// In a round-up the paragraph may be about a body that is none of the providers.
    [[nodiscard]] bool names_another(std::size_t byte) const {
        const BodyBlock* block = drafts_.size() < 2 ? nullptr : article_.block_at(byte);
        return block != nullptr && names_another_body(reading().body, setting_.marks, {block->span.begin, byte});
    }

    void take_awarded(const GradeReading& reading, Where where, Span span, std::string_view rule,
                      const std::vector<std::size_t>& providers) {
        const bool whole = reading.subject != GradeSubject::area;
        if (whole && !is_whole(reading)) {
            drafts_.add_remark(reading.slug, make_grade_evidence(article_, where, span, rule, "mentioned", 0.6));
            if (reading.everywhere && reading.firm && !tabled_ && rules_.may_award(reading.slug))
                for (const std::size_t provider : providers)
                    for (const std::string& area : rules_.areas)
                        drafts_.add_judgement(provider, area, {}, reading.slug,
                                              make_grade_evidence(article_, where, span, rule, "judgement", 0.8));
            return;
        }
        if (where == Where::body && !report_) recall_sentence_before(reading, span, providers);
        int weight = weigh_grade(reading, where);
        // A story tells today's grade and the one before it in the same words; a report does not.
        if (reading.current && !report_) weight += 6;
        // The line on page one that is nothing but the judgement: "Children's services in Kent are good".
        if (report_ && where == Where::body && span.begin < kFirstPageBytes && reading.end + 2 >= span.end &&
            span.end - span.begin < kLineBytes)
            weight += kPageOneLine;
        const double confidence = reading.firm ? 0.92 : 0.8;
        for (const std::size_t provider : providers) {
            // Areas of a report stand in its table; its sentences speak of them loosely.
            if (!(report_ && tabled_))
                for (const std::uint32_t area : reading.areas)
                    if (reading.firm || !report_)
                        drafts_.add_judgement(
                            provider, judgement_labels()[area].area, {}, reading.slug,
                            make_grade_evidence(article_, where, span, rule, "judgement", confidence - 0.05));
            if (!whole) continue;
            if (reading.everywhere && reading.firm && !tabled_)
                for (const std::string& area : rules_.areas)
                    drafts_.add_judgement(
                        provider, area, {}, reading.slug,
                        make_grade_evidence(article_, where, span, rule, "judgement", confidence - 0.1));
            drafts_.add_grade(provider, reading.slug, weight,
                              make_grade_evidence(article_, where, span, rule, "awarded", confidence));
            // Who keeps a grade had it before.
            if (reading.kept)
                drafts_.add_previous(provider, reading.slug, 1,
                                     make_grade_evidence(article_, where, span, rule, "previous", 0.8));
        }
    }

    /// "It was good. It is now inadequate.": what was, and is now otherwise, was the grade before.
    void recall_sentence_before(const GradeReading& reading, Span span, const std::vector<std::size_t>& providers) {
        if (reading.current && !past_.slug.empty() && past_.slug != reading.slug && past_.span.end + 3 >= span.begin)
            for (const std::size_t provider : providers)
                drafts_.add_previous(
                    provider, past_.slug, 1,
                    make_grade_evidence(article_, Where::body, past_.span, "news-rated", "previous", 0.8));
        past_ = reading.past && !reading.current ? PastGrade{reading.slug, span} : PastGrade{};
    }

    void take_previous(const GradeReading& reading, Where where, Span span, std::string_view rule,
                       const std::vector<std::size_t>& providers) {
        const bool of_area = reading.subject == GradeSubject::area;
        // "they were judged good": in a sentence about an area, that area.
        const bool doubtful = reading.near_areas && report_ && reading.subject == GradeSubject::generic;
        if (of_area || doubtful) {
            drafts_.add_remark(reading.slug, make_grade_evidence(article_, where, span, rule, "previous", 0.6));
            return;
        }
        // Of several earlier grades the latest is the one before.
        const int age = reading.year > 0 && setting_.year > reading.year ? setting_.year - reading.year : 0;
        for (const std::size_t provider : providers)
            drafts_.add_previous(provider, reading.slug, weigh_previous_grade(reading, where) - std::min(age, 9),
                                 make_grade_evidence(article_, where, span, rule, "previous", 0.9));
    }

    void find_inferred() {
        if (ungraded_ || drafts_.has_grade() || drafts_.size() != 1 || context_.providers.empty()) return;
        const std::string_view grade = rules_.defined_grade(context_.visit);
        if (grade.empty()) return;
        if (const auto span = find_definition_of_inadequate(article_))
            drafts_.add_inferred(0, grade,
                                 make_grade_evidence(article_, Where::body, *span, "definition", "inferred", 0.5));
    }

    /// A report that says that the whole body keeps its grade says what the grade before was.
    void recall_kept() {
        if (!report_ || drafts_.size() != 1 || context_.providers.empty() || !drafts_.has_grade()) return;
        const std::string name = lower_case(context_.providers.front().label);
        if (const auto kept = find_kept_grade(article_, rules_, name, kOpeningBytes))
            drafts_.add_previous(0, kept->grade, kKeptWeight,
                                 make_grade_evidence(article_, Where::body, kept->span, "kept-grade", "previous", 0.9));
    }

    struct PastGrade {
        std::string slug;
        Span span;
    };
    const FacetContext& context_;
    const CleanArticle& article_;
    const Regime& rules_;
    const JudgementBooks& books_;
    AwardDrafts drafts_;
    SentenceSetting setting_;
    std::vector<TokenMark> title_marks_;
    std::vector<TokenMark> body_marks_;
    ListedGrades listed_;
    PastGrade past_;  ///< of the sentence before, said in the simple past
    std::optional<Reading> own_reading_;
    bool ungraded_;
    bool report_;
    bool reads_cards_;
    bool tabled_ = false;
    bool recalled_part_ = false;      ///< that inspection was of a part of the services
    std::size_t recalled_until_ = 0;  ///< end of the last sentence that named an earlier inspection
};

}  // namespace

FoundAwards find_awards(const FacetContext& context) { return AwardFinder(context).run(); }

}  // namespace findings
