#include "indexer/facets/grade/report_card_sentences.hpp"

#include <algorithm>
#include <optional>

#include "indexer/facets/grade/grade_cues.hpp"

namespace findings {
namespace {

/// A grade or an area of the sentence, in order.
struct Mark {
    BookMatch match;
    bool is_grade = false;
};

class CardReader {
  public:
    CardReader(const std::vector<GradeWord>& words, const SentenceSetting& setting) : words_(words), setting_(setting) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (const auto grade = setting_.rules->phrases.longest_at(words_, i); grade && is_card_grade(*grade)) {
                marks_.push_back({*grade, true});
                i = grade->last - 1;
            } else if (const auto area = setting_.books->news.longest_at(words_, i)) {
                marks_.push_back({*area, false});
                i = area->last - 1;
            }
        }
    }

    std::vector<CardJudgement> read() {
        for (std::size_t m = 0; m < marks_.size(); ++m)
            if (marks_[m].is_grade) read_grade(m);
        return std::move(found_);
    }

  private:
    [[nodiscard]] static const std::string& slug_of(const BookMatch& grade) {
        return printed_grades()[grade.value].slug;
    }

    [[nodiscard]] bool is_card_grade(const BookMatch& grade) const {
        const std::string& scale = printed_grades()[grade.value].scale;
        if (scale != "report-card" && scale != "met") return false;
        if (slug_of(grade) != "exceptional") return true;
        if (words_[grade.first].quote_before) return true;
        for (std::size_t i = grade.first > 4 ? grade.first - 4 : 0; i < grade.first; ++i)
            if (has_cue(words_[i].text, GradeCue::verb) || words_[i].text == "found" || words_[i].text == "given")
                return true;
        return false;
    }

    [[nodiscard]] static bool fits(const BookMatch& area, const BookMatch& grade) {
        const bool safeguarding = judgement_labels()[area.value].area == "safeguarding";
        return safeguarding == (printed_grades()[grade.value].scale == "met");
    }

    void add(const BookMatch& area, const BookMatch& grade) {
        const std::string& slug = slug_of(grade);
        const std::string& name = judgement_labels()[area.value].area;
        const bool denied = slug == "met" && grade.first > 0 && words_[grade.first - 1].text == "not";
        for (const CardJudgement& known : found_)
            if (judgement_labels()[known.area].area == name) return;
        found_.push_back({area.value, denied ? std::string("not-met") : slug});
    }

    /// "for inclusion", "in every other area: inclusion, achievement": the areas behind a grade, up to the next grade
    /// or a word that begins another clause.
    [[nodiscard]] std::vector<BookMatch> areas_behind(std::size_t m) const {
        std::vector<BookMatch> areas;
        bool opened = false;
        std::size_t at = marks_[m].match.last;
        for (std::size_t n = m + 1; n < marks_.size() && !marks_[n].is_grade; ++n) {
            for (; at < marks_[n].match.first; ++at) {
                const std::string& text = words_[at].text;
                if (text == "for" || text == "in" || text == "on" || words_[at].colon_before) opened = true;
                if (text == "while" || text == "but" || text == "was" || text == "were" || words_[at].stop_before ||
                    has_cue(text, GradeCue::verb))
                    return areas;
            }
            if (words_[marks_[n].match.first].colon_before) opened = true;
            if (!opened) return areas;
            // Where a grade follows before any other word for it, the areas are that grade's.
            areas.push_back(marks_[n].match);
            at = marks_[n].match.last;
        }
        return areas;
    }

    void read_grade(std::size_t m) {
        const BookMatch& grade = marks_[m].match;
        const auto behind = areas_behind(m);
        for (const BookMatch& area : behind)
            if (fits(area, grade)) add(area, grade);
        if (!behind.empty()) {
            used_ = m + 1 + behind.size();
            return;
        }
        // "safeguarding standards are met", "met the safeguarding standards"
        if (printed_grades()[grade.value].scale == "met" && m + 1 < marks_.size() && !marks_[m + 1].is_grade &&
            marks_[m + 1].match.first - grade.last < 4 && fits(marks_[m + 1].match, grade))
            add(marks_[m + 1].match, grade);
        for (std::size_t n = m; n-- > used_ && !marks_[n].is_grade;)
            if (fits(marks_[n].match, grade)) add(marks_[n].match, grade);
        used_ = m + 1;
    }

    const std::vector<GradeWord>& words_;
    const SentenceSetting& setting_;
    std::vector<Mark> marks_;
    std::size_t used_ = 0;  ///< marks before this one have their grade
    std::vector<CardJudgement> found_;
};

}  // namespace

std::vector<CardJudgement> read_card_sentence(const std::vector<GradeWord>& words, const SentenceSetting& setting) {
    return CardReader(words, setting).read();
}

}  // namespace findings
