#include "indexer/facets/finding/body_sentences.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/facets/finding/entry_marks.hpp"
#include "indexer/facets/finding/read_direction.hpp"

namespace findings {
namespace {

constexpr std::size_t kFewestWords = 4;
/// How a sentence begins that is an example or a consequence of the one before.
constexpr std::array<std::string_view, 18> kFollowing{
    "For example", "For instance", "This ",        "These ",           "As a result",    "In one ",
    "In another ", "In these ",    "Consequently", "An example",       "One example",    "Examples ",
    "Such ",       "Therefore",    "In such ",     "In some of these", "Inspectors saw", "They "};

class BodySentences {
  public:
    BodySentences(const FacetContext& context, const ListHeadings& headings, const ReadLists& lists)
        : context_(context),
          article_(context.article),
          is_story_(context.kind != "report" && context.kind != "letter"),
          headings_(headings),
          lists_(lists) {}

    std::vector<Finding> find() {
        // A finding has no body of its own: in a round-up it would be told of all of them.
        if (is_story_ && context_.providers.size() != 1) return {};
        std::size_t next = 0;
        for (std::size_t block = 0; block < article_.blocks.size(); ++block) {
            const Span span = article_.blocks[block].span;
            while (next < article_.sentences.size() && article_.sentences[next].begin < span.begin) ++next;
            if (opens_section(block)) continue;
            before_ = {};
            said_ = false;
            for (; next < article_.sentences.size() && article_.sentences[next].begin < span.end; ++next)
                if (!aside_ && !lists_.used[block] && article_.blocks[block].role != BlockRole::table_row)
                    read(article_.sentences[next]);
        }
        return std::move(found_);
    }

  private:
    /// A heading, and whether what stands below it may be findings.
    bool opens_section(std::size_t block) {
        const std::string_view line = article_.text_of(article_.blocks[block].span);
        const bool heading = article_.blocks[block].role == BlockRole::heading;
        if (!heading && (count_words(line) > 12 || ends_sentence(line))) return false;
        const ListLine read = headings_.read(line);
        if (read == ListLine::aside) aside_ = true;
        if (!heading && read != ListLine::aside) return false;
        if (read != ListLine::aside) aside_ = false;
        heading_ = is_letterhead(line) ? std::string_view() : line;
        return true;
    }

    void read(Span sentence) {
        std::string_view text = article_.text_of(sentence);
        const std::size_t mark = read_mark(text).length;
        sentence.begin += mark;
        text.remove_prefix(std::min(mark, text.size()));
        if (count_words(text) < kFewestWords || !ends_sentence(text)) return;
        if (is_story_ && !is_inspectors(sentence, text)) return;
        SaidDirection said = read_direction(text);
        // "They have built a team": who is told of goes on, what is said of them may turn.
        const bool own = said.direction && text.starts_with("They ");
        if (before_ && !said.firm && !own && before_ != FindingDirection::mixed && follows(text))
            said.direction = before_;
        if (said.direction && (said.firm || !before_)) before_ = said.direction;
        if (!said.direction) return;
        Finding finding;
        finding.form = FindingForm::sentence;
        finding.direction = *said.direction;
        finding.pieces.emplace_back(sentence.begin, sentence.end);
        finding.heading = heading_;
        found_.push_back(std::move(finding));
    }

    /// In a story: what it says that inspectors or their report found. What it quotes in the first person is a reply.
    bool is_inspectors(Span sentence, std::string_view text) {
        const Passage& body = context_.reading->body;
        const std::size_t first = body.word_at(sentence.begin);
        const auto [begin, end] = body.matches_in(first, body.word_at(sentence.end));
        bool said = false;
        for (std::size_t i = begin; i < end; ++i) {
            if (has_role(body.matches[i], Role::aside)) return said_ = false;
            said = said || has_role(body.matches[i], Role::inspect) || has_role(body.matches[i], Role::finding) ||
                   has_role(body.matches[i], Role::regulator);
        }
        for (const std::string_view own :
             {" we ", "We ", " our ", "Our ", " I ", " my ", "we’re", "We’re", "we're", "We're"})
            if (text.find(own) != std::string_view::npos) return said_ = false;
        // A quotation, or "They" and "It", goes on with what inspectors said before it in the paragraph.
        const bool goes_on = said_ && (text.starts_with("“") || text.starts_with("\"") || text.starts_with("‘") ||
                                       text.starts_with("They ") || text.starts_with("It "));
        return said_ = said || goes_on;
    }

    static bool follows(std::string_view text) {
        return std::any_of(kFollowing.begin(), kFollowing.end(),
                           [&](std::string_view opening) { return text.starts_with(opening); });
    }

    const FacetContext& context_;
    const CleanArticle& article_;
    const bool is_story_;
    const ListHeadings& headings_;
    const ReadLists& lists_;
    bool aside_ = false;
    std::string_view heading_;
    bool said_ = false;                       ///< in a story: the sentence before it tells what inspectors said
    std::optional<FindingDirection> before_;  ///< of the sentence before it in its paragraph
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find_body_sentences(const FacetContext& context, const ListHeadings& headings,
                                         const ReadLists& lists) {
    return BodySentences(context, headings, lists).find();
}

}  // namespace findings
