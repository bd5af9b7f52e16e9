#include "indexer/facets/finding/find_findings.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/facets/finding/body_sentences.hpp"
#include "indexer/facets/finding/entry_marks.hpp"
#include "indexer/facets/finding/entry_parts.hpp"
#include "indexer/facets/finding/finding_themes.hpp"
#include "indexer/facets/finding/read_direction.hpp"
#include "indexer/facets/finding/read_lists.hpp"
#include "indexer/regimes/judgement_labels.hpp"

namespace findings {
namespace {

constexpr std::size_t kAreaWords = 25;  ///< a longer line does not open the pages on a graded area
constexpr std::size_t kBeforeArea = 4;  ///< words: "Section 2: the effectiveness of"
constexpr std::size_t kBehindArea = 1;  ///< words: "(LSCB)"
constexpr std::string_view kBoardArea = "lscb";
constexpr std::size_t kProseReach = 2;  ///< blocks
constexpr std::size_t kProseWords = 12;

FindingForm form_of(ListLine line) {
    return line == ListLine::priority_action ? FindingForm::priority_action
           : line == ListLine::requirement   ? FindingForm::requirement
                                             : FindingForm::recommendation;
}

bool names_board(std::string_view line) {
    return line.find("LSCB") != std::string_view::npos ||
           line.find("afeguarding Children Board") != std::string_view::npos ||
           line.find("afeguarding children board") != std::string_view::npos;
}

bool names_authority(std::string_view line) {
    return line.find("ocal authority need") != std::string_view::npos ||
           line.find("ocal Authority need") != std::string_view::npos;
}

class Findings {
  public:
    explicit Findings(const FacetContext& context)
        : context_(context), article_(context.article), headings_(context), books_(select_judgement_books(context)) {}

    std::vector<Finding> find() {
        find_areas();
        const ReadLists lists = read_lists(article_, headings_);
        for (const ListedEntry& entry : lists.entries) add_entry(entry);
        for (Finding& sentence : find_body_sentences(context_, headings_, lists)) add_sentence(std::move(sentence));
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Finding& a, const Finding& b) { return a.begin() < b.begin(); });
        return std::move(found_);
    }

  private:
    struct AreaStart {
        std::size_t begin;
        std::string area;
    };

    /// The pages on a graded area begin at a line that is its name, or its name and its grade.
    void find_areas() {
        const Passage& body = context_.reading->body;
        for (std::size_t number = 0; number < article_.blocks.size(); ++number) {
            const BodyBlock& block = article_.blocks[number];
            if (block.role != BlockRole::heading && block.role != BlockRole::paragraph) continue;
            const std::size_t first = body.word_at(block.span.begin);
            const std::size_t last = body.word_at(block.span.end);
            if (last - first > kAreaWords) continue;
            // Summaries and lists of the whole report stand behind a table of all areas. A board has its own.
            if (block.role == BlockRole::heading && !areas_.empty() &&
                (areas_.back().area != kBoardArea || names_authority(article_.text_of(block.span))))
                if (const ListLine line = headings_.read(article_.text_of(block.span));
                    line == ListLine::close || begins_list(line))
                    areas_.push_back({block.span.begin, {}});
            const auto [begin, end] = body.matches_in(first, last);
            for (std::size_t i = begin; i < end; ++i) {
                const PhraseMatch& match = body.matches[i];
                if (match.kind != PhraseKind::judged_area || match.first > first + kBeforeArea) continue;
                const auto row = books_.row_of_name(match.value);
                if (!row || judgement_labels()[*row].area.empty()) continue;
                const bool graded = std::any_of(body.matches.begin() + static_cast<std::ptrdiff_t>(i),
                                                body.matches.begin() + static_cast<std::ptrdiff_t>(end),
                                                [](const PhraseMatch& m) { return m.kind == PhraseKind::grade; });
                if (!graded && (block.role != BlockRole::heading || match.first + match.count + kBehindArea < last ||
                                !opens_prose(number)))
                    continue;
                areas_.push_back({block.span.begin, judgement_labels()[*row].area});
                break;
            }
        }
    }

    /// Whether prose follows close below a heading: on a page of contents other headings do.
    [[nodiscard]] bool opens_prose(std::size_t block) const {
        for (std::size_t next = block + 1; next <= block + kProseReach && next < article_.blocks.size(); ++next)
            if (count_words(article_.text_of(article_.blocks[next].span)) >= kProseWords) return true;
        return false;
    }

    [[nodiscard]] std::string area_at(std::size_t byte) const {
        const auto after = std::upper_bound(areas_.begin(), areas_.end(), byte,
                                            [](std::size_t at, const AreaStart& area) { return at < area.begin; });
        return after == areas_.begin() ? std::string() : std::prev(after)->area;
    }

    [[nodiscard]] std::string join(const std::vector<Span>& pieces) const {
        std::string joined;
        for (const Span piece : pieces) joined.append(joined.empty() ? "" : " ").append(article_.text_of(piece));
        return joined;
    }

    /// A text as one line: a piece ends where its line does.
    void add_pieces(const std::vector<Span>& spans, Finding& finding) const {
        for (const Span span : spans) {
            std::size_t begin = span.begin;
            for (std::size_t at = span.begin; at <= span.end; ++at) {
                if (at < span.end && article_.body[at] != '\n' && article_.body[at] != '\t') continue;
                std::size_t end = at;
                while (begin < end && article_.body[begin] == ' ') ++begin;
                while (end > begin && article_.body[end - 1] == ' ') --end;
                if (end > begin) finding.pieces.emplace_back(begin, end);
                begin = at + 1;
            }
        }
    }

    void add_entry(const ListedEntry& entry) {
        Finding finding;
        finding.form = form_of(entry.form);
        add_pieces(entry.pieces, finding);
        if (finding.pieces.empty()) return;
        finding.page = article_.page_at(finding.begin());
        finding.heading = article_.text_of(entry.heading);
        finding.section = article_.text_of(entry.section);
        finding.area = area_at(finding.begin());
        const EntryParts parts = read_entry_parts(join(entry.pieces));
        finding.addressee = entry.addressee.empty() ? parts.addressee : join(entry.addressee);
        finding.due = entry.due.empty() ? parts.due : join(entry.due);
        while (finding.due.ends_with(':')) finding.due.pop_back();
        finding.regulation = parts.regulation;
        finding.reference = parts.reference;
        finding.other_body = is_other_body(finding.addressee);
        if (is_board_list(entry)) {
            if (finding.addressee.empty()) finding.addressee = "LSCB";
            finding.other_body = true;
        }
        finding.themes = find_finding_themes(*context_.reading, finding);
        finding.direction = entry_direction(finding);
        found_.push_back(std::move(finding));
    }

    /// An entry faults, but where it tells a story of several sentences that praise, too.
    [[nodiscard]] FindingDirection entry_direction(const Finding& finding) const {
        if (finding.form != FindingForm::recommendation) return FindingDirection::weakness;
        std::size_t sentences = 0;
        bool praise = false;
        bool fault = false;
        for (const auto& [begin, end] : finding.pieces)
            for (const Span& sentence : article_.sentences) {
                if (sentence.begin < begin || sentence.end > end) continue;
                ++sentences;
                const SaidDirection said = read_direction(article_.text_of(sentence));
                const EntryParts parts = read_entry_parts(article_.text_of(sentence));
                fault = fault || !parts.addressee.empty() ||
                        (said.direction && said.direction != FindingDirection::strength);
                praise = praise || (said.firm && said.direction && said.direction != FindingDirection::weakness);
            }
        if (sentences < 2 || !praise) return FindingDirection::weakness;
        return fault ? FindingDirection::mixed : FindingDirection::strength;
    }

    void add_sentence(Finding finding) {
        finding.page = article_.page_at(finding.begin());
        finding.area = area_at(finding.begin());
        finding.themes = find_finding_themes(*context_.reading, finding);
        found_.push_back(std::move(finding));
    }

    [[nodiscard]] bool is_other_body(std::string_view addressee) const {
        if (names_board(addressee)) return true;
        if (!names_a_body(addressee)) return false;
        for (const std::string_view own :
             {"Council", "council", "local authority", "Local authority", "Area ", "Borough", "LA"})
            if (addressee.find(own) != std::string_view::npos) return false;
        return std::none_of(context_.providers.begin(), context_.providers.end(), [&](const FoundProvider& body) {
            return addressee.find(body.label) != std::string_view::npos;
        });
    }

    /// A list of the safeguarding board in a report on a council: its heading or its section says so.
    [[nodiscard]] bool is_board_list(const ListedEntry& entry) const {
        for (const Span line : {entry.heading, entry.section}) {
            if (names_authority(article_.text_of(line))) return false;
            if (names_board(article_.text_of(line))) return true;
        }
        return area_at(entry.pieces.front().begin) == kBoardArea;
    }

    const FacetContext& context_;
    const CleanArticle& article_;
    ListHeadings headings_;
    const JudgementBooks& books_;
    std::vector<AreaStart> areas_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find_findings(const FacetContext& context) { return Findings(context).find(); }

}  // namespace findings
