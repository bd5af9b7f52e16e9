#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"
#include "indexer/clean/credit_lines.hpp"
#include "indexer/clean/title.hpp"

namespace findings {
namespace {

constexpr std::size_t kTitleBytes = 300;
constexpr std::size_t kTitleWords = 45;  // inspection and review of 2013 to 2017, place included
constexpr std::size_t kPlaceWords = 10;
constexpr std::size_t kSearchedLines = 40;  // letters list a dozen people before their subject

constexpr std::array<std::string_view, 11> kReportWords = {
    "inspection of",        "re-inspection of",    "reinspection of",     "focused visit to",
    "focused visit of",     "monitoring visit to", "monitoring visit of", "joint targeted area inspection",
    "area send inspection", "assurance visit to",  "focused visit"};

// A line that ends with one of these goes on in the next.
constexpr std::array<std::string_view, 14> kConnectors = {
    "of", "and", "the", "for", "to", "in", "with", "on", "local", "by", "services", "&", "safeguarding", "children"};
// A line that starts with one of these goes on from the one before, even capitalised.
constexpr std::array<std::string_view, 8> kContinuations = {"and",        "review",   "local",     "council",
                                                            "children's", "services", "authority", "partnership"};

// A subject may be as long as a sentence: it begins with what was done and ends without a full stop. "Inspection of X
// found that children are safe." does not.
bool is_long_subject(const Line& line) {
    return !ends_like_sentence(line.text) &&
           std::any_of(kReportWords.begin(), kReportWords.end(),
                       [&line](std::string_view words) { return starts_with_phrase(line.folded, words); });
}

bool names_inspection(const Line& line) {
    if (line.words == 0 || line.words > kTitleWords || line.role == BlockRole::table_row) return false;
    if (is_prose(line) && !is_long_subject(line)) return false;
    if (line.folded.starts_with("date")) return false;
    return std::any_of(kReportWords.begin(), kReportWords.end(),
                       [&line](std::string_view words) { return holds_phrase(line.folded, words); });
}

bool starts_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

bool continues_title(const Line& before, const Line& line) {
    if (line.words == 0 || is_prose(line) || line.role == BlockRole::table_row || line.page != before.page)
        return false;
    if (line.folded.starts_with("inspection date") || line.folded.starts_with("lead inspector")) return false;
    const std::vector<std::string_view> words = split_words(line.folded);
    const std::vector<std::string_view> above = split_words(before.folded);
    if (words.empty() || above.empty()) return false;
    return starts_lower(line.text) || is_one_of(kConnectors, above.back()) || is_one_of(kContinuations, words.front());
}

// "London Borough of Newham" above "Inspection of children's social care services".
bool names_place(const Line& line) {
    constexpr std::array<std::string_view, 9> kOther = {"report",    "ofsted", "dear", "inspection", "dates",
                                                        "inspector", "date",   "tel",  "www"};
    if (line.words == 0 || line.words > kPlaceWords || ends_like_sentence(line.text) || is_dateline(line)) return false;
    if (line.role == BlockRole::table_row || line.folded.find_first_of("0123456789@") != std::string::npos)
        return false;
    return std::none_of(kOther.begin(), kOther.end(),
                        [&line](std::string_view word) { return holds_phrase(line.folded, word); });
}

FoundTitle join_lines(const std::vector<Line>& lines, std::size_t first, std::size_t end) {
    std::string text;
    for (std::size_t i = first; i < end; ++i) {
        if (!lines[i].kept() || lines[i].words == 0) continue;
        if (!text.empty()) text += ' ';
        text += lines[i].text;
    }
    return {std::move(text), first, end};
}

std::size_t extend_title(const std::vector<Line>& lines, std::size_t line) {
    std::size_t end = line + 1;
    std::size_t words = lines[line].words;
    std::size_t last = line;
    for (std::size_t i = end; i < lines.size(); ++i) {
        if (!lines[i].kept()) continue;
        words += lines[i].words;
        if (words > kTitleWords || !continues_title(lines[last], lines[i])) break;
        last = i;
        end = i + 1;
    }
    return end;
}

// Headings of a part of a report: they stand in every report of a kind and name none.
bool names_section(const Line& line) {
    constexpr std::array<std::string_view, 16> kSections = {"key strengths",
                                                            "strengths",
                                                            "key findings",
                                                            "main findings",
                                                            "findings",
                                                            "summary",
                                                            "executive summary",
                                                            "introduction",
                                                            "background",
                                                            "contents",
                                                            "overview",
                                                            "recommendations",
                                                            "what needs to improve",
                                                            "areas for improvement",
                                                            "next steps",
                                                            "key strengths and areas for improvement"};
    return is_one_of(kSections, line.folded);
}

// "… Local Safeguarding Children Board1": the footnote's figure, raised on the page.
void drop_footnote_mark(std::string& title) {
    if (title.size() < 3 || title.back() < '1' || title.back() > '9') return;
    const char before = title[title.size() - 2];
    if (before != ' ' && (before < 'a' || before > 'z')) return;
    title.pop_back();
    if (before == ' ') title.pop_back();
}

FoundTitle find_inspection_title(const std::vector<Line>& lines) {
    std::size_t first_text = lines.size();
    int first_page = -1;
    bool letter = false;
    for (std::size_t i = 0; i < lines.size() && i < kSearchedLines; ++i) {
        const Line& line = lines[i];
        // A page number alone is no text.
        if (!line.kept() || line.folded.find_first_not_of("0123456789 ") == std::string::npos) continue;
        if (first_page < 0) first_page = line.page;
        if (line.page != first_page) break;
        if (first_text == lines.size()) first_text = i;
        letter |= starts_with_phrase(line.folded, "dear");
        if (!names_inspection(line)) continue;
        std::size_t first = i;
        if (!letter && i - first_text <= 3) {
            std::size_t words = 0;
            while (first > first_text && names_place(lines[first - 1])) words += lines[--first].words;
            if (words > kPlaceWords) first = i;
        }
        return join_lines(lines, first, extend_title(lines, i));
    }
    return {"", lines.size(), lines.size()};
}

}  // namespace

FoundTitle find_letter_subject(const std::vector<Line>& lines) {
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kSearchedLines));
    const auto dear = std::find_if(lines.begin(), end, [](const Line& line) {
        return line.kept() && starts_with_phrase(line.folded, "dear") && !is_prose(line);
    });
    if (dear == end) return {"", lines.size(), lines.size()};
    for (auto line = dear; line != end && (!is_prose(*line) || is_long_subject(*line)); ++line) {
        const auto index = static_cast<std::size_t>(line - lines.begin());
        if (line->kept() && names_inspection(*line)) return join_lines(lines, index, extend_title(lines, index));
    }
    return {"", lines.size(), lines.size()};
}

FoundTitle find_report_title(const RawArticle& raw, const std::vector<Line>& lines) {
    FoundTitle found = find_inspection_title(lines);
    if (!found.text.empty()) {
        drop_footnote_mark(found.text);
        return found;
    }
    if (!trim_space(raw.title).empty()) return {std::string(trim_space(raw.title)), lines.size(), lines.size()};
    for (const bool heading : {true, false}) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            const bool right_role =
                heading ? line.role == BlockRole::heading : !is_prose(line) && line.role != BlockRole::table_row;
            // A page number is no title; a home's number (SC990422) is.
            const bool number = line.folded.find_first_not_of("0123456789 ") == std::string::npos;
            if (!line.kept() || !right_role || number || line.text.size() > kTitleBytes || is_dateline(line) ||
                names_section(line))
                continue;
            return join_lines(lines, i, heading ? extend_title(lines, i) : i + 1);
        }
    }
    return {"", lines.size(), lines.size()};
}

}  // namespace findings
