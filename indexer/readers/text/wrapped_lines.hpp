#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace findings {

/// The words of one document, to judge a hyphen at a line end by: "decision-" / "making" keeps its hyphen
/// where the document writes decision-making, or both words alone, elsewhere; "improve-" / "ment" does not.
class WordEvidence {
  public:
    WordEvidence() = default;
    /// Counts the words of one more piece of text. Words cut at a line end are left out.
    void add(std::string_view text);
    [[nodiscard]] bool has(const std::string& lower_case_word) const { return words_.contains(lower_case_word); }

  private:
    std::unordered_set<std::string> words_;
};

/// True when the line ends in a hyphen (or soft hyphen) that follows a letter or digit.
bool ends_with_hyphen(std::string_view line);

/// Appends a line to the text it continues: with a space, or across a hyphen at the line end.
/// "improve-" + "ment" gives improvement; "self-" + "harm", "16-" + "year-olds" and "Ofsted-" + "led" keep
/// the hyphen; "short-" + "and long-term" keeps hyphen and space; a soft hyphen always goes.
void append_line(std::string& text, std::string_view line, const WordEvidence& evidence);

}  // namespace findings
