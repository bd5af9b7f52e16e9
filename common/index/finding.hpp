#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace findings {

/// How a finding is printed. The first three are entries of a list that tells the body what to do.
enum class FindingForm : std::uint8_t { priority_action, requirement, recommendation, sentence };

/// Whether a finding praises or faults the body. Independent of the form.
enum class FindingDirection : std::uint8_t { weakness, strength, mixed };

/// An earlier finding of the same body that said the same in substance.
struct RepeatedFinding {
    std::string id;         ///< of the earlier finding: article id, `#`, number, `-`, four hex digits
    bool full = false;      ///< the whole of it, not a part
    bool computed = false;  ///< worked out by the program; false when the report prints it
    friend bool operator==(const RepeatedFinding&, const RepeatedFinding&) = default;
};

/// One judgement about the inspected body, as printed. Its text stands in the article's text.
struct Finding {
    FindingForm form = FindingForm::sentence;
    FindingDirection direction = FindingDirection::weakness;
    /// Byte ranges of the article's text, in reading order. Joined by one space they are the finding's text;
    /// what stands between them (a running header, a list's bullet) is not part of it. Never empty.
    std::vector<std::pair<std::size_t, std::size_t>> pieces;
    int page = 0;                     ///< of its first word, 1-based; 0 where there are no pages
    std::string heading = {};         ///< printed heading of its list or paragraph; may be empty
    std::string section = {};         ///< printed heading of the section above it; may be empty
    std::string addressee = {};       ///< who must act, as printed; empty when nothing is printed
    bool other_body = false;          ///< the addressee is not the inspected body
    std::string due = {};             ///< by when, as printed
    std::string regulation = {};      ///< which regulation, as printed
    std::string reference = {};       ///< which outcome, enabler or paragraph, as printed
    std::string area = {};            ///< slug of the graded area it stands in
    std::vector<std::string> themes;  ///< slugs, none to three
    std::vector<RepeatedFinding> repeats;
    std::string compared_with = {};  ///< id of the earlier inspection's article that was compared; may be empty
    friend bool operator==(const Finding&, const Finding&) = default;

    [[nodiscard]] std::size_t begin() const { return pieces.front().first; }
    [[nodiscard]] std::size_t end() const { return pieces.back().second; }
};

/// The finding's text: its pieces of the article's text, joined by one space, on one line. A piece that lies outside
/// the text is left out.
std::string finding_text(const Finding& finding, std::string_view article_text);

/// Sixteen bits of a finding's text: as four hex digits the end of its id.
std::uint16_t hash_finding_text(std::string_view text);

/// `ARTICLE#N-hhhh`: the article's id, the finding's number in reading order (from 1), four hex digits of its text.
std::string make_finding_id(std::string_view article_id, std::size_t number, std::string_view text);

/// A finding's id taken apart.
struct FindingName {
    std::string article;
    std::size_t number = 0;
    std::string hash;  ///< four hex digits of the text that the finding had
    /// The digits as hash_finding_text() gives them.
    [[nodiscard]] std::uint16_t text_hash() const;
};

/// Splits an id at its last `#N-hhhh`; nullopt for what does not end so. An article's id may end so too: ask for the
/// article of the whole id first.
std::optional<FindingName> split_finding_id(std::string_view id);

/// Names as typed and printed: `priority-action`, `requirement`, `recommendation`, `sentence`.
std::string_view form_name(FindingForm form);
/// `weakness`, `strength`, `mixed`.
std::string_view direction_name(FindingDirection direction);

}  // namespace findings
