#include "indexer/facets/grade/grade_sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/facets/grade/grade_clause.hpp"
#include "indexer/facets/grade/grade_cues.hpp"

namespace findings {
namespace {

/// Reads the grades of one sentence from left to right; each reading may lean on the one before ("rated good
/// for X and outstanding for Y", "from good to inadequate").
class SentenceReader {
  public:
    SentenceReader(std::vector<GradeWord> sentence, const SentenceSetting& setting)
        : setting_(setting), clause_(std::move(sentence), setting) {}

    std::vector<GradeReading> run() {
        for (std::size_t k = 0; k < clause_.grades.size(); ++k) readings_.push_back(read(k));
        return std::move(readings_);
    }

  private:
    GradeReading read(std::size_t k) {
        const BookMatch& grade = clause_.grades[k];
        GradeReading reading;
        reading.slug = printed_grades()[grade.value].slug;
        reading.year = clause_.year_after(k);
        reading.near_areas = clause_.names_areas();
        reading.begin = clause_.words[grade.first].begin;
        reading.end = clause_.words[grade.last - 1].end;
        const GradeClause::Governor governor = clause_.find_governor(k);
        const bool inherits = k > 0 && !governor.governs && leans_on_previous(k);
        const bool to_pair = k > 0 && readings_.back().role == GradeRole::previous && clause_.joins_by_to(k);
        if (!governor.governs && !inherits && !to_pair) return reading;
        reading.firm = governor.firm || inherits || to_pair;
        find_subject(k, governor, inherits || to_pair, reading);
        find_role(k, governor, to_pair, reading);
        reading.past = reading.subject != GradeSubject::named && clause_.is_simple_past(governor);
        return reading;
    }

    /// "… and outstanding for leadership": coordinated with a grade that has a verb.
    [[nodiscard]] bool leans_on_previous(std::size_t k) const {
        const GradeReading& before = readings_.back();
        return before.role != GradeRole::figure && clause_.coordinates(k);
    }

    void find_subject(std::size_t k, const GradeClause::Governor& governor, bool inherits, GradeReading& reading) {
        const GradeClause::Subject after = clause_.find_subject_after(k);
        GradeClause::Subject subject = clause_.find_subject_before(k, governor);
        const bool orphan = subject.kind == GradeSubject::unknown && !subject.other && !subject.statistics;
        if (orphan && !readings_.empty() && (inherits || readings_.back().role != GradeRole::figure)) {
            subject.kind = readings_.back().subject;
            subject.areas = readings_.back().areas;
            subject.providers = readings_.back().providers;
            if (readings_.back().role == GradeRole::other_provider) subject.other = true;
            if (readings_.back().role == GradeRole::mentioned) subject.statistics = true;
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
        if (reading.providers.empty()) reading.providers = after.providers;
        if (subject.other) reading.role = GradeRole::other_provider;
        if (subject.statistics || after.statistics) reading.role = GradeRole::mentioned;
    }

    void find_role(std::size_t k, const GradeClause::Governor& governor, bool to_pair, GradeReading& reading) {
        reading.kept = governor.kept || clause_.is_repeated(k);
        if (reading.role == GradeRole::other_provider || reading.role == GradeRole::mentioned) return;
        if (clause_.is_supposed(k, governor) || clause_.is_listed(k)) {
            reading.role = GradeRole::mentioned;
            return;
        }
        // "… is now good after years of being rated inadequate"
        const bool outdated = k > 0 && readings_.back().role == GradeRole::awarded &&
                              readings_.back().slug != reading.slug && clause_.comes_after_years(k);
        if (outdated || (!to_pair && clause_.is_previous(k, governor))) {
            reading.role = GradeRole::previous;
            return;
        }
        // "Up from good to outstanding.": a sentence without a subject, about the body named before.
        const bool moves = to_pair && has_cue(clause_.words.front().text, GradeCue::move);
        const bool known = reading.subject != GradeSubject::unknown || moves;
        // Without a subject only a headline or a firm verb is believed ("After being rated inadequate, …").
        reading.role =
            known || (governor.firm && (setting_.title || governor.bare)) ? GradeRole::awarded : GradeRole::mentioned;
    }

    const SentenceSetting& setting_;
    GradeClause clause_;
    std::vector<GradeReading> readings_;
};

}  // namespace

std::vector<GradeReading> read_grade_sentence(std::vector<GradeWord> sentence, const SentenceSetting& setting) {
    return SentenceReader(std::move(sentence), setting).run();
}

}  // namespace findings
