#include "searcher/answer/commonplace.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/ascii.hpp"

namespace findings {
namespace {

// Longer runs are no sentence: lists without full stops.
constexpr std::size_t kLongestSentence = 1000;
constexpr std::size_t kLongestRow = 160;

// Statutory text and the inspectorates' standing words about themselves and their inspections.
constexpr std::array<std::string_view, 30> kStanding{
    "this inspection was carried out under",
    "this inspection was conducted under",
    "was conducted under section",
    "were carried out under section",
    "carried out in accordance with",
    "education and inspections act",
    "health and social care act",
    "children act 2004",
    "care standards act",
    "local safeguarding children board (lscb) regulations",
    "regulates and inspects to achieve",
    "the office for standards in education",
    "inspects services providing education",
    "it regulates and inspects",
    "open government licence",
    "crown copyright",
    "if you would like a copy of this document",
    "may be reproduced",
    "no complaint about",
    "raising concerns and making a complaint",
    "you can use ofsted parent view",
    "the inspection of local authorities",
    "ofsted’s inspection framework",
    "inspection framework",
    "this judgement is based on",
    "ofsted's inspection framework",
    "publishes a report of its findings",
    "a local safeguarding children board that is",
    "a local authority that is",
    "there are four grades",
};

// What a grade means.
constexpr std::array<std::string_view, 9> kDefinitions{
    " if, in the view of the inspectors",
    " means that ",
    "is judged to be inadequate if",
    "is judged inadequate if",
    "is likely to be inadequate",
    "are judged to be good if",
    "an inadequate local authority",
    "there are widespread or serious failures that leave",
    "characteristics of good",
};

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?'; }

// "The impact of leaders on social work practice  Inadequate": a label of an area and a grade, and no full stop.
bool is_judgement_row(std::string_view sentence, const std::string& folded) {
    if (sentence.size() > kLongestRow || ends_sentence(sentence.back())) return false;
    static const std::vector<std::string> labels = [] {
        std::vector<std::string> lowered;
        for (const Term& grade : vocabulary(Field::grade)) lowered.push_back(lower_case(grade.label));
        return lowered;
    }();
    return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
        return folded.size() > label.size() && folded.ends_with(label);
    });
}

}  // namespace

std::string_view sentence_around(std::string_view text, std::size_t byte) {
    std::size_t begin = byte;
    while (begin > 0 && byte - begin < kLongestSentence && text[begin - 1] != '\n' &&
           !(begin > 1 && text[begin - 1] == ' ' && ends_sentence(text[begin - 2])))
        --begin;
    std::size_t end = byte;
    while (end < text.size() && end - byte < kLongestSentence && text[end] != '\n' &&
           !(ends_sentence(text[end]) && (end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n')))
        ++end;
    if (end < text.size() && ends_sentence(text[end])) ++end;
    return text.substr(begin, end - begin);
}

bool is_commonplace(std::string_view sentence) {
    while (!sentence.empty() && std::isspace(static_cast<unsigned char>(sentence.back())) != 0)
        sentence.remove_suffix(1);
    if (sentence.empty()) return false;
    const std::string folded = lower_case(sentence);
    const auto has = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
    return std::any_of(kStanding.begin(), kStanding.end(), has) ||
           std::any_of(kDefinitions.begin(), kDefinitions.end(), has) || is_judgement_row(sentence, folded);
}

}  // namespace findings
