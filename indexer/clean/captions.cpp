#include <algorithm>
#include <array>

#include "indexer/clean/boilerplate.hpp"

namespace findings {
namespace {

constexpr std::size_t kCaptionWords = 40;
constexpr std::size_t kCreditWords = 8;  // "Credit: Local Democracy Reporting Service / Google Street View"

// A phrase with the bits of its words: a line without one of them does not hold it.
struct PictureMark {
    std::string_view text;
    std::uint64_t bits;
    constexpr PictureMark(const char* mark) : text(mark), bits(word_bits(mark)) {}  // NOLINT: for the lists below
    [[nodiscard]] bool may_stand_in(const Line& line) const { return (bits & ~line.word_bits) == 0; }
};

// Words that introduce whose picture it is. Each must be followed by few words up to the line's end.
constexpr PictureMark kCreditMarks[] = {"credit: ", "(credit ", "picture: ", "(picture ", "pictures: ", "image: ",
                                        "(image ",  "images: ", "photo: ",   "(photo ",   "pic: ",      "photograph: "};

// What ends a caption of a library picture, and agencies that do nothing but pictures.
constexpr PictureMark kPictureEndings[] = {
    "stock image",        "stock images",  "stock photo",     "stock picture", "stock pic",
    "file image",         "file photo",    "file picture",    "file pic",      "library image",
    "library picture",    "library photo", "archive picture", "getty images",  "getty images/istockphoto",
    "google street view", "pa wire"};

constexpr PictureMark kPictureStarts[] = {
    "picture: ",       "photo: ",   "image: ",   "credit: ",      "image source, ",
    "image caption, ", "caption: ", "photo of ", "image credit: "};

std::size_t count_words(std::string_view text) { return split_words(text).size(); }

bool ends_with_credit(const Line& line) {
    const std::string_view folded = line.folded;
    // One of these is in every mark and in few lines, and rfind() compares at every byte.
    if (folded.find(':') == std::string_view::npos && folded.find('(') == std::string_view::npos) return false;
    for (const PictureMark& mark : kCreditMarks) {
        if (!mark.may_stand_in(line)) continue;
        const std::size_t at = folded.rfind(mark.text);
        if (at == std::string_view::npos) continue;
        // "he told the photo: " cannot be: a mark starts the line or follows punctuation or a bracket.
        if (at > 0 && folded[at] != '(') {
            const std::size_t before = folded.find_last_not_of(' ', at - 1);
            const char c = before == std::string_view::npos ? '.' : folded[before];
            if (c != '.' && c != '-' && c != '|' && c != '(' && c != '[' && c != ',' && c != '/' && c != ')') continue;
        }
        if (count_words(folded.substr(at + mark.text.size())) <= kCreditWords) return true;
    }
    return false;
}

bool ends_with_picture(const Line& line) {
    std::string_view folded = line.folded;
    while (folded.ends_with(')') || folded.ends_with(']')) folded.remove_suffix(1);
    for (const PictureMark& ending : kPictureEndings) {
        // A label stands apart, so its words are whole words of the line.
        if (!ending.may_stand_in(line) || !folded.ends_with(ending.text)) continue;
        if (folded.size() == ending.text.size()) return true;
        const std::size_t last = folded.find_last_not_of(' ', folded.size() - ending.text.size() - 1);
        if (last == std::string_view::npos) return true;
        const char c = folded[last];
        // "… was no more than a stock image" is prose: the label stands apart.
        if (c == '.' || c == '-' || c == '|' || c == '(' || c == '[' || c == ',' || c == ':' || c == '/') return true;
    }
    return false;
}

bool is_credited_caption(const Line& line) {
    if (line.role == BlockRole::table_row || line.words == 0 || line.words > kCaptionWords) return false;
    if (opens_with_quote(line.text)) return false;
    const bool starts =
        std::any_of(std::begin(kPictureStarts), std::end(kPictureStarts), [&line](const PictureMark& start) {
            return start.may_stand_in(line) && line.folded.starts_with(start.text) && !ends_like_sentence(line.text);
        });
    return starts || ends_with_credit(line) || ends_with_picture(line);
}

// Grades repeat in neighbouring cells and lines of judgement tables that lost their markup.
bool may_repeat_in_report(const Line& line) {
    constexpr std::array<std::string_view, 14> kGrades = {"outstanding",
                                                          "good",
                                                          "requires improvement",
                                                          "requires improvement to be good",
                                                          "inadequate",
                                                          "adequate",
                                                          "satisfactory",
                                                          "met",
                                                          "not met",
                                                          "excellent",
                                                          "poor",
                                                          "strong",
                                                          "weak",
                                                          "not rated"};
    return line.words < 3 || std::find(kGrades.begin(), kGrades.end(), line.folded) != kGrades.end();
}

bool is_same_text(const Line& a, const Line& b) {
    return a.role != BlockRole::table_row && b.role != BlockRole::table_row && a.text == b.text;
}

void drop_duplicates(std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].kept()) continue;
        std::size_t next = i + 1;
        while (next < lines.size() && !lines[next].kept()) ++next;
        if (next == lines.size()) return;
        if (!is_same_text(lines[i], lines[next])) continue;
        if (is_prose(lines[i]) || lines[i].role == BlockRole::heading) {
            lines[next].rule = "repeated";
            --i;  // a third copy is compared with the first again
        } else if (!may_repeat_in_report(lines[i]) && lines[i].role == BlockRole::paragraph) {
            const std::string_view text = lines[i].text;
            for (std::size_t k = i; k < lines.size() && (!lines[k].kept() || lines[k].text == text); ++k) {
                if (lines[k].kept()) lines[k].rule = "caption-repeated";
            }
        }
    }
}

// The same words as a caption next to it: "<figcaption>" and a paragraph below.
void drop_caption_copies(std::vector<Line>& lines) {
    constexpr std::size_t kNear = 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].rule != "caption") continue;
        const std::size_t end = std::min(i + kNear + 1, lines.size());
        for (std::size_t k = i > kNear ? i - kNear : 0; k < end; ++k) {
            if (lines[k].kept() && !is_prose(lines[k]) && is_same_text(lines[i], lines[k]))
                lines[k].rule = "caption-repeated";
        }
    }
}

// Saved pages print a picture's alternative text above its caption: "Barking Town Hall". Only between title
// and story, where no other label of few words stands.
void drop_alternative_texts(std::vector<Line>& lines) {
    const std::size_t end = find_first_prose(lines);
    for (std::size_t i = 2; i < end && i < lines.size(); ++i) {
        Line& before = lines[i - 1];
        if (lines[i].rule != "caption" || !before.kept() || !is_headline_like(before)) continue;
        const bool other_above = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i - 1),
                                             [](const Line& line) { return line.kept() && line.words > 0; });
        if (other_above && before.words <= 6 && before.role == BlockRole::paragraph)
            before.rule = "caption-alternative";
    }
}

}  // namespace

void drop_captions(std::vector<Line>& lines, BoilerplateLevel level) {
    for (Line& line : lines) {
        if (line.kept() && is_credited_caption(line)) line.rule = "caption";
    }
    if (level != BoilerplateLevel::page) return;
    drop_duplicates(lines);
    drop_caption_copies(lines);
    drop_alternative_texts(lines);
}

}  // namespace findings
