#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/finding.hpp"
#include "common/index/schema.hpp"

namespace findings {

/// Where a piece of evidence stands. Only title, body and table carry byte offsets.
enum class Where : std::uint8_t { declared, title, body, table, path, metadata };

/// The direction of a finding about a theme.
enum class Polarity : std::uint8_t { none, strength, weakness };

/// Why a facet value is believed: the sentence that proves it.
struct Evidence {
    Where where = Where::declared;
    std::string quote = {};  ///< the whole sentence, table row, title, path or declared text
    std::string rule = {};   ///< name of the rule that found it, e.g. "judgement-table"; never empty
    std::string role = {};   ///< e.g. "awarded", "previous", "judgement", "provider"; may be empty
    int page = 0;            ///< 1-based page of a PDF, 0 where there are no pages
    std::size_t begin = 0;   ///< byte offset into title (where == title) or text; meaningless elsewhere
    std::size_t end = 0;     ///< one past the last byte; text.substr(begin, end - begin) == quote
    double confidence = 1;   ///< 0 to 1
    Polarity polarity = Polarity::none;
};

/// One value of one facet. Cannot be made without evidence.
class FacetValue {
  public:
    /// Requires: `slug` made by make_slug() or `area:grade`; `evidence.rule` not empty.
    FacetValue(Field facet, std::string slug, std::string label, Evidence evidence)
        : facet_(facet), slug_(std::move(slug)), label_(std::move(label)), evidence_(std::move(evidence)) {}

    [[nodiscard]] Field facet() const { return facet_; }
    [[nodiscard]] const std::string& slug() const { return slug_; }
    [[nodiscard]] const std::string& label() const { return label_; }
    [[nodiscard]] const Evidence& evidence() const { return evidence_; }

  private:
    Field facet_;
    std::string slug_;
    std::string label_;
    Evidence evidence_;
};

/// The grade of one area of an inspection, e.g. {"leaders", "good"}.
struct Judgement {
    std::string area;
    std::string grade;
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// A grade given to a provider by an inspection. Slugs throughout; an empty string is "none".
struct Award {
    std::string provider;
    std::string scale;     ///< e.g. "four-point", "report-card", "send"
    std::string grade;     ///< empty for a visit that gives none
    std::string previous;  ///< grade before this inspection
    std::string change;    ///< improved, declined, unchanged, first or empty
    bool inferred = false;
    std::vector<Judgement> judgements;
    friend bool operator==(const Award&, const Award&) = default;
};

/// A near-identical copy folded into a story.
struct Copy {
    std::string id;
    std::string source;
    std::string url;
    std::string title;
    std::string publisher;
    std::string published;
    friend bool operator==(const Copy&, const Copy&) = default;
};

/// The page that begins at a byte of the text. Sorted by `begin`.
struct PageStart {
    std::size_t begin = 0;
    int page = 0;
    int ocr_confidence = 0;  ///< percent, where its text was read from a picture; else 0
    friend bool operator==(const PageStart&, const PageStart&) = default;
};

/// One story as it stands in a generation: what the indexer writes and the searcher shows.
/// Text is NFC UTF-8; dates are ISO `YYYY-MM-DD` or empty.
struct Article {
    std::string id;
    std::string source;
    std::string path;  ///< of the file when it was read: absolute, its bytes; empty for what had none
    std::string url;
    std::string title;
    std::string publisher;
    std::string published;
    std::string inspected;
    std::string text;
    std::string dropped;  ///< text taken out as page boilerplate, blocks separated by '\n'
    std::vector<FacetValue> values;
    /// Findings that carry no facet value of their own: dates, previous grades, inferred or mentioned grades.
    std::vector<FacetValue> remarks;
    std::vector<Award> awards;
    std::vector<Finding> findings;  ///< in reading order
    std::vector<PageStart> pages;
    std::vector<Copy> copies;
    /// Of a record on its way into the index: YYYYMMDD from which on registers have the body no more, 1 when no
    /// register with a day has it, 0 when it stands in the newest. Kept in a value slot alone.
    std::uint32_t gone_from = 0;

    /// `published`, else `inspected`, else empty.
    [[nodiscard]] const std::string& date() const { return published.empty() ? inspected : published; }
    /// Slugs of one facet, in the order found, without repeats.
    [[nodiscard]] std::vector<std::string> slugs(Field facet) const;
    /// How surely the text of a page was read from its picture, in percent; 0 for a page of text.
    [[nodiscard]] int ocr_confidence(int page) const;
    /// The same of the text that a piece of evidence quotes; a title is the first page's.
    [[nodiscard]] int ocr_confidence(const Evidence& evidence) const;
    /// Whether the grade before an inspection was found in another article of the collection, not in this text.
    [[nodiscard]] bool has_computed(std::string_view previous) const;
};

/// Whether an article is a register's row.
bool is_record(const Article& article);

}  // namespace findings
