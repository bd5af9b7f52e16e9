#include "indexer/facets/grade/find_actions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/index/vocabulary.hpp"
#include "embedded/action_phrases.hpp"
#include "indexer/facets/grade/grade_drafts.hpp"
#include "indexer/language/grade_phrases.hpp"
#include "indexer/language/grade_words.hpp"

namespace findings {
namespace {

/// Words around the phrase that decide about it.
constexpr std::size_t kNearWords = 9;
constexpr std::size_t kBesideWords = 4;

struct ActionTable {
    struct Row {
        std::string_view slug;
        std::string_view mode;
    };
    struct WordList {
        std::string_view name;
        std::string_view slug;
        std::vector<std::string_view> words;
    };
    std::vector<Row> rows;
    PhraseBook phrases;
    std::vector<WordList> lists;

    [[nodiscard]] bool lists_word(std::string_view name, std::string_view slug, std::string_view word) const {
        return std::any_of(lists.begin(), lists.end(), [&](const WordList& list) {
            return list.name == name && (list.slug == slug || list.slug == "*") &&
                   std::find(list.words.begin(), list.words.end(), word) != list.words.end();
        });
    }
};

const ActionTable& action_table() {
    static const ActionTable table = [] {
        constexpr std::array<std::string_view, 8> kLists{"verb",  "registration", "person", "past",
                                                         "visit", "now",          "over",   "other"};
        ActionTable made;
        for (const auto& cells : read_grade_table(embedded::action_phrases())) {
            if (cells.size() < 3) continue;
            if (std::find(kLists.begin(), kLists.end(), cells[0]) != kLists.end()) {
                made.lists.push_back({cells[0], cells[1], split_grade_cell(cells[2])});
                continue;
            }
            for (const std::string_view phrase : split_grade_cell(cells[2]))
                made.phrases.add(phrase, static_cast<std::uint32_t>(made.rows.size()));
            made.rows.push_back({cells[0], cells[1]});
        }
        return made;
    }();
    return table;
}

/// Reads the actions one sentence states.
class ActionReader {
  public:
    ActionReader(const FacetContext& context, std::string_view sentence)
        : context_(context), table_(action_table()), words_(split_grade_words(sentence)) {}

    [[nodiscard]] std::vector<std::string_view> read() const {
        std::vector<std::string_view> slugs;
        for (const BookMatch& match : table_.phrases.find_all(words_)) {
            const ActionTable::Row& row = table_.rows[match.value];
            if (counts(match, row)) slugs.push_back(row.slug);
        }
        return slugs;
    }

  private:
    [[nodiscard]] std::size_t near_end(const BookMatch& match, std::size_t reach = kNearWords) const {
        return std::min(words_.size(), match.last + reach);
    }

    [[nodiscard]] bool near(const BookMatch& match, std::string_view list, std::string_view slug,
                            std::size_t reach = kNearWords) const {
        for (std::size_t i = match.first > reach ? match.first - reach : 0; i < near_end(match, reach); ++i)
            if ((i < match.first || i >= match.last) && table_.lists_word(list, slug, words_[i].text)) {
                // "has had its registration suspended" is no past.
                if (words_[i].text == "had" && i > 0 && (words_[i - 1].text == "has" || words_[i - 1].text == "have"))
                    continue;
                return true;
            }
        return false;
    }

    /// A year before the inspection's: "In 2020 a focused visit resulted in two areas for priority action".
    [[nodiscard]] bool names_early_year() const {
        const std::string& day = context_.inspected.empty() ? context_.published : context_.inspected;
        if (day.size() < 4) return false;
        const std::string_view year = std::string_view(day).substr(0, 4);
        return std::any_of(words_.begin(), words_.end(), [&](const GradeWord& word) {
            return word.text.size() == 4 && word.text >= "1990" && word.text < year &&
                   word.text.find_first_not_of("0123456789") == std::string::npos;
        });
    }

    /// A report on a full inspection recalls what a visit in between had found.
    [[nodiscard]] bool tells_of_other_visit(std::string_view slug) const {
        if (!context_.visit.empty() && context_.visit != "full" && context_.visit != "short") return false;
        const bool visit = std::any_of(words_.begin(), words_.end(), [&](const GradeWord& word) {
            return table_.lists_word("visit", slug, word.text);
        });
        const bool own =
            std::any_of(words_.begin(), words_.end(), [](const GradeWord& word) { return word.text == "this"; });
        return visit && !own;
    }

    /// The phrase is the whole line: a heading over the findings themselves.
    [[nodiscard]] bool is_heading(const BookMatch& match) const {
        return match.first <= 3 && words_.size() <= match.last + 4 && words_[match.first].capital;
    }

    [[nodiscard]] bool is_school() const {
        return std::any_of(context_.providers.begin(), context_.providers.end(), [](const FoundProvider& provider) {
            return provider.type == "school" || provider.type == "college" || provider.type == "nursery";
        });
    }

    [[nodiscard]] bool counts(const BookMatch& match, const ActionTable::Row& row) const {
        // A joint targeted inspection asks every area for a written statement of proposed action: a template's line,
        // not the statement of action that failed SEND services had to write.
        if (row.slug == "written-statement" && context_.visit == "joint") return false;
        if (leaves(match) || (near(match, "over", row.slug) && !is_denied())) return false;
        const bool now = near(match, "now", row.slug) || is_enforcement_line() || has_been_put(match) || lasts(match);
        if (!now && (near(match, "past", row.slug) || names_early_year())) return false;
        if (!now && tells_of_other_visit(row.slug)) return false;
        if (row.mode == "plain") return true;
        if (row.slug == "commissioner" && (adjacent_other(match) || !near(match, "verb", row.slug))) return false;
        // Councils have "serious weaknesses" in plain words; only a school's is a status.
        if (row.slug == "serious-weaknesses" && !is_school()) return false;
        if (row.mode == "beside-registration") return near(match, "registration", row.slug, kBesideWords);
        if (row.mode == "needs-registration")
            return near(match, "registration", row.slug) && !near(match, "person", row.slug);
        return near(match, "verb", row.slug) || (row.slug != "commissioner" && is_heading(match));
    }

    /// "out of special measures", "rose from special measures to good".
    [[nodiscard]] bool leaves(const BookMatch& match) const {
        if (match.first < 2) return false;
        const std::string& before = words_[match.first - 1].text;
        return before == "from" || (before == "of" && words_[match.first - 2].text == "out");
    }

    [[nodiscard]] bool is_denied() const {
        return std::any_of(words_.begin(), words_.end(), [](const GradeWord& word) { return word.text == "not"; });
    }

    /// "has had an improvement notice since 2021".
    [[nodiscard]] bool lasts(const BookMatch& match) const {
        const auto stands = [&](std::size_t begin, std::size_t end, std::string_view text) {
            for (std::size_t i = begin; i < end; ++i)
                if (words_[i].text == text) return true;
            return false;
        };
        return stands(match.last, near_end(match), "since") &&
               (stands(0, match.first, "has") || stands(0, match.first, "have"));
    }

    /// "Enforcement action since last inspection: compliance notices …", a line of reports on homes.
    [[nodiscard]] bool is_enforcement_line() const {
        return words_.size() > 3 && words_[0].text == "enforcement" && words_[1].text == "action";
    }

    /// "…, previously rated good, has been put into special measures".
    [[nodiscard]] bool has_been_put(const BookMatch& match) const {
        for (std::size_t i = match.first > 5 ? match.first - 5 : 0; i + 1 < match.first; ++i)
            if ((words_[i].text == "has" || words_[i].text == "have") && words_[i + 1].text == "been") return true;
        return false;
    }

    [[nodiscard]] bool adjacent_other(const BookMatch& match) const {
        const std::size_t begin = match.first > 3 ? match.first - 3 : 0;
        for (std::size_t i = begin; i < match.first; ++i) {
            // "children's services commissioner" is the government's; "Children's Commissioner" is not.
            if (words_[i].text == "children's" && i + 1 < match.first) continue;
            if (words_[i].text == "social" && i + 1 < match.first && words_[i + 1].text == "care") return false;
            if (table_.lists_word("other", "commissioner", words_[i].text)) return true;
        }
        return words_[match.first].text == "commissioners";
    }

    const FacetContext& context_;
    const ActionTable& table_;
    std::vector<GradeWord> words_;
};

void add_action(std::vector<FacetValue>& values, std::string_view slug, Evidence evidence) {
    for (const FacetValue& value : values)
        if (value.slug() == slug) return;
    values.emplace_back(Field::action, std::string(slug), label_of(Field::action, slug), std::move(evidence));
}

}  // namespace

std::vector<FacetValue> find_actions(const FacetContext& context) {
    std::vector<FacetValue> values;
    if (context.providers.empty() && context.kind == "news") return values;
    const CleanArticle& article = context.article;
    for (const Span& span : article.sentences) {
        const std::string_view sentence = article.text_of(span);
        if (!has_action_word(sentence)) continue;
        for (const std::string_view slug : ActionReader(context, sentence).read())
            add_action(values, slug,
                       make_grade_evidence(article, Where::body, span, "action-sentence", "action", 0.85));
    }
    if (has_action_word(article.title))
        for (const std::string_view slug : ActionReader(context, article.title).read())
            add_action(values, slug, make_grade_evidence(article, Where::title, {}, "headline", "action", 0.8));
    return values;
}

}  // namespace findings
