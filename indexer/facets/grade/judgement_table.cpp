#include "indexer/facets/grade/judgement_table.hpp"

#include <algorithm>
#include <array>

#include "common/text/slug.hpp"

namespace findings {
namespace {

/// Judgements stand on the first page, after a contents list at the latest: 12 kB hold the first four pages.
constexpr std::size_t kOpeningBytes = 12'000;
/// A last page may repeat them ("Record of main findings"); it is read when the opening has none.
constexpr std::size_t kClosingBytes = 3'000;
/// So many rows are a table; a row that stands further behind it than this is none of its own.
constexpr std::size_t kTableRows = 3;
constexpr std::size_t kTableGapBytes = 1'500;
/// How far before such a row its inspection is named.
constexpr std::size_t kRecallBytes = 400;
/// What may follow a grade in its row: "(Grade 4)".
constexpr std::size_t kRestOfRow = 10;
/// A line of a story that may hold a judgement: "Leadership and management: good".
constexpr std::size_t kLineBytes = 160;
/// A cell that names an area is short.
constexpr std::size_t kAreaNameBytes = 90;

/// Words that may stand between a label and its grade: "The judgement for the effectiveness of the LSCB
/// (LSCB) is requires improvement", "The overall judgement is that children's services are good".
constexpr std::array<std::string_view, 14> kBetween{"is",   "that",      "children's", "services", "are",
                                                    "lscb", "judgement", "grade",      "was",      "judged",
                                                    "to",   "be",        "rating",     "the"};
constexpr std::size_t kMostBetween = 6;

bool may_stand_between(const GradeWord& word) {
    return std::find(kBetween.begin(), kBetween.end(), word.text) != kBetween.end();
}

bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// A label with its grade, found word by word.
struct RowMatch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::uint32_t grade = 0;
    bool sentence = false;
};

/// Reads one row at word `i` for one label. Words of label and grade may alternate, as they do when a
/// two-column table is printed line by line: "children who need   Requires improvement / help and protection
/// to be good".
class RowReader {
  public:
    RowReader(const std::vector<GradeWord>& words, const PhraseBook& grades) : words_(words), grades_(grades) {}

    [[nodiscard]] std::optional<RowMatch> read(std::size_t i, const std::vector<std::string>& label) const {
        std::vector<GradeWord> grade;
        std::size_t named = 0;
        std::size_t between = 0;
        std::size_t j = i;
        bool sentence = false;
        for (; j < words_.size(); ++j) {
            const GradeWord& word = words_[j];
            if (word.stop_before && named > 0 && named == label.size() && grade.empty() && !word.break_before &&
                !asks(label))
                break;
            if (named < label.size() && word.text == label[named] && (named > 0 || j == i)) {
                ++named;
            } else if (extends(grade, word)) {
                grade.push_back(word);
            } else if (named == label.size() && grade.empty() && between < kMostBetween &&
                       (may_stand_between(word) || is_number(word.text))) {
                ++between;
                sentence = sentence || word.text == "is" || word.text == "are" || word.text == "was";
            } else {
                break;
            }
        }
        if (named < label.size() || grade.empty()) return std::nullopt;
        const auto match = grades_.longest_at(grade, 0);
        if (!match || match->last != grade.size()) return std::nullopt;
        // "Needs improvement" is said of areas in passing; no table of that scale prints it.
        const bool four_point = printed_grades()[match->value].scale == "four-point";
        if (four_point && grade.front().text.substr(0, 4) == "need") return std::nullopt;
        if (j < words_.size() && !ends_before(words_[j])) return std::nullopt;
        return RowMatch{i, j, match->value, sentence};
    }

  private:
    /// "Are services safe? Inadequate": a label with a mark of its own.
    static bool asks(const std::vector<std::string>& label) {
        return !label.empty() && (label.front() == "is" || label.front() == "are");
    }

    /// Whether the words of a grade so far, and this one, begin a grade.
    [[nodiscard]] bool extends(const std::vector<GradeWord>& grade, const GradeWord& word) const {
        const std::string& head = grade.empty() ? word.text : grade.front().text;
        const auto* entries = grades_.starting_with(head);
        if (entries == nullptr) return false;
        return std::any_of(entries->begin(), entries->end(), [&](const PhraseBook::Entry& entry) {
            if (entry.words.size() <= grade.size() || entry.words[grade.size()] != word.text) return false;
            for (std::size_t k = 0; k < grade.size(); ++k)
                if (entry.words[k] != grade[k].text) return false;
            return true;
        });
    }

    /// A row's grade is followed by a new line, a full stop or its number: "Inadequate (Grade 4)".
    static bool ends_before(const GradeWord& next) {
        return next.break_before || next.stop_before || next.comma_before || next.text == "grade";
    }

    const std::vector<GradeWord>& words_;
    const PhraseBook& grades_;
};

/// Finds the rows of one stretch of the body.
class TableReader {
  public:
    TableReader(const CleanArticle& article, const Regime& rules, const JudgementBooks& books)
        : article_(article), rules_(rules), books_(books) {}

    void read_stretch(std::size_t begin, std::size_t end) {
        const std::string_view text = article_.text_of({begin, end});
        if (!has_grade_word(text)) return;
        const auto words = split_grade_words(text, begin);
        const RowReader reader(words, rules_.phrases);
        for (std::size_t i = 0; i < words.size();) {
            const std::size_t next = read_row_at(words, reader, i);
            i = next > i ? next : i + 1;
        }
    }

    std::vector<JudgementRow> take() { return std::move(rows_); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }

    /// A table whose columns are grades, with the areas below each: HMICFRS's overview of a force.
    void read_columns() {
        std::vector<std::string> grades;  // slug of each column, empty for none
        for (const BodyBlock& block : article_.blocks) {
            if (block.role != BlockRole::table_row) {
                grades.clear();
                continue;
            }
            const std::vector<Span> cells = cells_of(block.span);
            std::vector<std::string> header;
            header.reserve(cells.size());
            for (const Span& cell : cells) header.push_back(whole_grade(article_.text_of(cell)));
            const auto named =
                std::count_if(header.begin(), header.end(), [](const auto& slug) { return !slug.empty(); });
            if (named >= 3) {
                grades = std::move(header);
                continue;
            }
            if (grades.empty() || cells.size() > grades.size()) continue;
            for (std::size_t column = 0; column < cells.size(); ++column)
                if (!grades[column].empty()) read_column_cell(cells[column], grades[column], block.span);
        }
    }

    /// Table rows with a name no list knows ("Preventing crime | Adequate"), once known ones prove the table.
    void read_other_rows() {
        if (rows_.empty()) return;
        for (const BodyBlock& block : article_.blocks) {
            if (block.role != BlockRole::table_row) continue;
            if (block.span.begin > rows_.back().span.end + kOpeningBytes) break;
            read_unknown_row(block.span);
        }
    }

  private:
    [[nodiscard]] std::vector<Span> cells_of(Span row) const {
        std::vector<Span> cells;
        for (std::size_t begin = row.begin; begin <= row.end;) {
            const std::size_t end = std::min(article_.body.find('\t', begin), row.end);
            cells.push_back({begin, end});
            begin = end + 1;
        }
        return cells;
    }

    /// The grade that a cell is and nothing else; empty for none.
    [[nodiscard]] std::string whole_grade(std::string_view cell) const {
        const auto words = split_grade_words(cell);
        const auto match = words.empty() ? std::nullopt : rules_.phrases.longest_at(words, 0);
        return match && match->last == words.size() ? printed_grades()[match->value].slug : std::string();
    }

    void read_column_cell(Span cell, const std::string& grade, Span row_span) {
        const auto words = split_grade_words(article_.text_of(cell), cell.begin);
        for (const BookMatch& match : books_.table.find_all(words)) {
            const JudgementLabel& label = judgement_labels()[match.value];
            if (label.area.empty() || label.overall || label.previous) continue;
            JudgementRow row;
            row.area = label.area;
            row.grade = grade;
            row.span = row_span;
            add(std::move(row));
        }
    }

    /// Returns the word after the row, or `i` when there is none.
    std::size_t read_row_at(const std::vector<GradeWord>& words, const RowReader& reader, std::size_t i) {
        if (!begins_row(words, i)) return i;
        const auto* labels = books_.table.starting_with(words[i].text);
        if (labels == nullptr) return i;
        for (const PhraseBook::Entry& entry : *labels) {
            const auto match = reader.read(i, entry.words);
            if (!match) continue;
            const JudgementLabel& label = judgement_labels()[entry.value];
            JudgementRow row;
            row.area = label.area;
            row.overall = label.overall;
            row.previous = label.previous;
            row.sentence = match->sentence;
            row.grade = printed_grades()[match->grade].slug;
            row.span = row_span(words, *match);
            if (is_apart(row.span)) {
                if (!recalls_inspection(row.span.begin)) return match->last;
                row.previous = row.previous || row.overall;
                row.overall = false;
                if (!row.previous) return match->last;
                row.area.clear();
            }
            add(std::move(row));
            return match->last;
        }
        return i;
    }

    /// Far behind the table stand headings, and the judgements of earlier inspections ("Overall effectiveness:
    /// inadequate" under "Information about this local authority").
    [[nodiscard]] bool is_apart(Span span) const {
        return !rows_.empty() && rows_.size() >= kTableRows && span.begin > rows_.back().span.end + kTableGapBytes;
    }

    [[nodiscard]] bool recalls_inspection(std::size_t byte) const {
        const std::size_t begin = byte > kRecallBytes ? byte - kRecallBytes : 0;
        for (const GradeWord& word : split_grade_words(article_.text_of({begin, byte})))
            if (word.text == "previous" || word.text == "last") return true;
        return false;
    }

    /// A row begins a line, after its number if it has one ("2.1 Adoption performance").
    static bool begins_row(const std::vector<GradeWord>& words, std::size_t i) {
        while (i > 0 && !words[i].break_before) {
            if (!is_number(words[i - 1].text)) return words[i].stop_before;
            --i;
        }
        return true;
    }

    /// The whole block of a real table row, the sentence of a sentence, else the words from label to grade.
    [[nodiscard]] Span row_span(const std::vector<GradeWord>& words, const RowMatch& match) const {
        Span own{words[match.first].begin, words[match.last - 1].end};
        // The closing bracket of "Grade 4 (Inadequate)", or the number behind "Inadequate Grade 4".
        const std::size_t line_end = std::min(article_.body.find('\n', own.end), article_.body.size());
        if (line_end - own.end <= kRestOfRow) own.end = line_end;
        for (const BodyBlock& block : article_.blocks)
            if (block.span.begin <= own.begin && own.end <= block.span.end && block.role == BlockRole::table_row)
                return block.span;
        if (match.sentence) {
            const Span sentence = article_.sentence_at(own.begin);
            if (sentence.begin <= own.begin && own.end <= sentence.end) return sentence;
        }
        return own;
    }

    void add(JudgementRow row) {
        const std::string& slug = row.grade;
        if (row.previous ? !rules_.may_recall(slug) && !rules_.may_award(slug) : !rules_.may_award(slug)) return;
        // The first print of a judgement counts; later sections repeat it as a heading.
        for (const JudgementRow& other : rows_)
            if (other.area == row.area && other.overall == row.overall && other.previous == row.previous) return;
        rows_.push_back(std::move(row));
    }

    /// "The experiences and progress of children who", its rest in the next row: a known name that wraps.
    [[nodiscard]] bool begins_known_name(const std::vector<GradeWord>& named) const {
        const auto* labels = books_.table.starting_with(named.front().text);
        if (labels == nullptr) return false;
        return std::any_of(labels->begin(), labels->end(), [&](const PhraseBook::Entry& entry) {
            return entry.words.size() > named.size() &&
                   std::equal(named.begin(), named.end(), entry.words.begin(),
                              [](const GradeWord& word, const std::string& text) { return word.text == text; });
        });
    }

    void read_unknown_row(Span span) {
        const std::string_view text = article_.text_of(span);
        const std::size_t tab = text.find('\t');
        if (tab == std::string_view::npos || tab == 0 || tab > kAreaNameBytes) return;
        if (text.find('\t', tab + 1) != std::string_view::npos) return;
        for (const JudgementRow& other : rows_)
            if (other.span == span) return;
        const auto words = split_grade_words(text.substr(tab + 1));
        if (words.empty()) return;
        const auto match = rules_.phrases.longest_at(words, 0);
        if (!match || match->last != words.size()) return;
        const std::string_view name = text.substr(0, tab);
        // Dates name rows of an inspection history, not areas; a known name stands as a heading over its section.
        if (std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; })) return;
        const auto named = split_grade_words(name);
        if (named.empty() || books_.table.longest_at(named, 0) || begins_known_name(named)) return;
        JudgementRow row;
        row.area = make_slug(name);
        row.area_label = name;
        row.grade = printed_grades()[match->value].slug;
        row.span = span;
        if (row.area.empty()) return;
        add(std::move(row));
    }

    const CleanArticle& article_;
    const Regime& rules_;
    const JudgementBooks& books_;
    std::vector<JudgementRow> rows_;
};

/// The end of the opening, moved to the end of the block it falls into.
std::size_t opening_end(const CleanArticle& article) {
    for (const BodyBlock& block : article.blocks)
        if (block.span.end >= kOpeningBytes) return block.span.end;
    return article.body.size();
}

}  // namespace

std::vector<JudgementRow> read_judgement_table(const CleanArticle& article, const Regime& rules,
                                               const JudgementBooks& books, bool report) {
    TableReader reader(article, rules, books);
    if (!report) {
        // A story's judgements are short lines; its paragraphs are read as sentences elsewhere.
        for (const BodyBlock& block : article.blocks)
            if (block.span.end - block.span.begin <= kLineBytes) reader.read_stretch(block.span.begin, block.span.end);
        reader.read_columns();
        reader.read_other_rows();
        return reader.take();
    }
    const std::size_t opening = std::min(opening_end(article), article.body.size());
    reader.read_stretch(0, opening);
    if (reader.empty() && article.body.size() > opening) {
        std::size_t begin = std::max(opening, article.body.size() - std::min(article.body.size(), kClosingBytes));
        for (const BodyBlock& block : article.blocks)
            if (block.span.begin >= begin) {
                begin = block.span.begin;
                break;
            }
        reader.read_stretch(begin, article.body.size());
    }
    reader.read_columns();
    reader.read_other_rows();
    return reader.take();
}

}  // namespace findings
